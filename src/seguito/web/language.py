"""The language of the page: the one that was chosen here, else the one that it was started in."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import translation

from seguito.speech import LANGUAGES, Speaker
from seguito.web.desk import desk

COOKIE = "seguito_language"

Answer = Callable[[HttpRequest], HttpResponse]


def speak(answer: Answer) -> Answer:
    """Middleware: templates and speakers use this request's language."""

    def speaking(request: HttpRequest) -> HttpResponse:
        with translation.override(language_of(request)):
            return answer(request)

    return speaking


def language_of(request: HttpRequest) -> str:
    chosen = request.COOKIES.get(COOKIE, "")
    return chosen if chosen in LANGUAGES else desk().language


def speaker_of(request: HttpRequest) -> Speaker:
    return Speaker(language_of(request), desk().zone)
