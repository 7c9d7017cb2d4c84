"""The Django app of the records."""

from django.apps import AppConfig


class RecordsConfig(AppConfig):
    name = "seguito.records"
    label = "records"
