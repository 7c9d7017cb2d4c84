"""Which page of a long list is asked for."""

from django.http import HttpRequest


def page_of(request: HttpRequest) -> int:
    """`?page=`, from 0; what is no number is the first page."""
    told = request.GET.get("page", "")
    return int(told) if told.isdecimal() and len(told) < 6 else 0
