"""A file that the browser keeps instead of showing it."""

from django.http import HttpResponse


def download(data: bytes, kind: str, name: str) -> HttpResponse:
    """`name`: of our own making, in plain letters."""
    answer = HttpResponse(data, content_type=kind)
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
