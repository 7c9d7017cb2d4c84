"""What is kept: models, `reads` (rows to values) and `writes` (values to rows). No rule of the domain.

Models can only be imported once Django is set up, so this room sets it up as it is entered; a command that needs no
records never pays for it.
"""

import os
import time

import django
from django.apps import apps


def _set_up() -> None:
    """Set Django up, and give `TZ` back: it takes its own zone for the process's, and the reader's would be lost."""
    told = os.environ.get("TZ")
    django.setup(set_prefix=False)
    if told is None:
        os.environ.pop("TZ", None)
    else:
        os.environ["TZ"] = told
    if hasattr(time, "tzset"):
        time.tzset()


if not (apps.ready or apps.loading):
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "seguito.site.settings")
    _set_up()
