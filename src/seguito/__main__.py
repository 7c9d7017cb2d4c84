"""`python -m seguito`: the same as `seguito`."""

import sys

from seguito.cli import main

sys.exit(main())
