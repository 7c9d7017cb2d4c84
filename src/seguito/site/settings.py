"""Django's settings: one person's machine, offline, SQLite, loopback; a team's records lie in its PostgreSQL.

Which of the two, and where, is settled when a folder is opened (`records.database`); the key is named when the page is
served (`web.server`).
"""

import os
from collections.abc import MutableMapping
from pathlib import Path
from typing import Any

_HOUSE = Path(__file__).parent.parent


def _static_headers(headers: MutableMapping[str, str], _path: str, _address: str) -> None:
    headers["X-Content-Type-Options"] = "nosniff"
    headers["Cross-Origin-Resource-Policy"] = "same-origin"


SECRET_KEY = os.environ.get("SEGUITO_SECRET_KEY", "")
DEBUG = False
ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
USE_TZ = True
TIME_ZONE = "UTC"
LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("it", "Italiano")]
LOCALE_PATHS = [_HOUSE / "locale"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
ROOT_URLCONF = "seguito.site.urls"
INSTALLED_APPS = ["seguito.records", "seguito.web", "django.contrib.staticfiles", "django_htmx"]
MIDDLEWARE = [
    "seguito.web.weight.lighten",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "seguito.web.access.guard",
    "seguito.web.language.speak",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "seguito.web.problems.tell",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [_HOUSE / "web"],
        "OPTIONS": {
            "context_processors": ["django.template.context_processors.request", "seguito.web.surroundings.around"],
            "builtins": ["django.templatetags.i18n", "django.templatetags.static"],
        },
    }
]
STATIC_URL = "/static/"
STATICFILES_DIRS = [_HOUSE / "web" / "static"]
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",  # django-htmx brings its htmx along
]
WHITENOISE_USE_FINDERS = True
WHITENOISE_ADD_HEADERS_FUNCTION = _static_headers
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_FAILURE_VIEW = "seguito.web.problems.foreign_form"
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_500_000  # bytes: an invite is at most 1 MB, a note 20,000 characters
FILE_UPLOAD_MAX_MEMORY_SIZE = 1_500_000

ON_SQLITE: dict[str, Any] = {
    "ENGINE": "django.db.backends.sqlite3",
    "NAME": ":memory:",
    "CONN_MAX_AGE": 0,
    "CONN_HEALTH_CHECKS": False,
    "OPTIONS": {
        # A writer takes its lock when it begins, so that it waits instead of failing half way.
        "transaction_mode": "IMMEDIATE",
        "timeout": 10,
        # FULL: the mark before a message's final dot must survive a power cut, or a note might go out twice.
        # 32 MB of pages at hand: a match over a large talent file looks thousands of people up.
        "init_command": (
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA cache_size=-32000;"
        ),
    },
}
ON_POSTGRESQL: dict[str, Any] = {
    "ENGINE": "django.db.backends.postgresql",
    "CONN_MAX_AGE": None,
    "CONN_HEALTH_CHECKS": True,
    "OPTIONS": {
        # As on SQLite: ten seconds' wait for another writer, and a commit is on the disk before it is believed.
        "options": "-c lock_timeout=10s -c synchronous_commit=on",
        "connect_timeout": 10,
    },
}
DATABASES = {"default": {**ON_SQLITE}}
# Jobs run where they are asked for, or lie in a team's queue until a worker takes them.
TASKS = {
    "default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"},
    "team": {"BACKEND": "seguito.jobs.queue.TeamBackend"},
}
LOGGING_CONFIG = None
