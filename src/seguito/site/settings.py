"""Django's settings: one person's machine, offline, SQLite, loopback.

The file of the records is named when a folder is opened (`records.database`).
"""

import os
from pathlib import Path

SECRET_KEY = os.environ.get("SEGUITO_SECRET_KEY", "")
DEBUG = False
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
USE_TZ = True
TIME_ZONE = "UTC"
LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("it", "Italiano")]
LOCALE_PATHS = [Path(__file__).parent.parent / "locale"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
ROOT_URLCONF = "seguito.site.urls"
INSTALLED_APPS = ["seguito.records"]
MIDDLEWARE: list[str] = []

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": ":memory:",
        "OPTIONS": {
            # A writer takes its lock when it begins, so that it waits instead of failing half way.
            "transaction_mode": "IMMEDIATE",
            "timeout": 10,
            # FULL: the mark before a message's final dot must survive a power cut, or a note might go out twice.
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
        },
    }
}
LOGGING_CONFIG = None
