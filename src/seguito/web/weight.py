"""What a page weighs on its way: texts travel compressed to a browser that can read them so."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.middleware.gzip import GZipMiddleware

_TEXTS = ("text/", "application/json")  # fonts, pictures and PDFs are compressed in themselves

Answer = Callable[[HttpRequest], HttpResponse]


def lighten(answer: Answer) -> Answer:
    """Middleware, outermost: it is to see what whitenoise answers as well."""
    # The form's secret is masked anew in every answer, so that its length tells nothing (BREACH).
    press = GZipMiddleware(answer)

    def lightened(request: HttpRequest) -> HttpResponse:
        response = answer(request)
        if response.headers.get("Content-Type", "").startswith(_TEXTS):
            lighter: HttpResponse = press.process_response(request, response)  # type: ignore[assignment]
            return lighter
        return response

    return lightened
