"""What is kept: models, `reads` (rows to values) and `writes` (values to rows). No rule of the domain.

Models can only be imported once Django is set up, so this room sets it up as it is entered; a command that needs no
records never pays for it.
"""

import os

import django
from django.apps import apps

if not (apps.ready or apps.loading):
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "seguito.site.settings")
    django.setup(set_prefix=False)
