"""The Django app of the page."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "seguito.web"
    label = "web"
