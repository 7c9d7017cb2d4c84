"""Who may use the page: the person at this machine, in the browser that they opened it with.

A web page elsewhere can make a browser call 127.0.0.1, by name too (DNS rebinding): so Host and Origin must be our own,
and nothing is shown without the cookie that the one-time launch token was turned into.
"""

from collections.abc import Callable
from urllib.parse import urlsplit

from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from seguito.web.desk import desk

_COOKIE = "seguito_desk_"  # and the folder's mark: cookies know no port, and two folders may be open at once
_AGE = 60 * 60 * 24 * 30
_SALT = "seguito.web.access"
# Read without a token: LanguageTool's protocol for programs on this machine, what the page itself looks like, and the
# plan, by programs that know its secret address; and a mail provider's answer, which only its `state` lets in.
_OPEN = ("/static/", "/v2/", "/calendar/", "/came-back")

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self';"
    " connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)

Answer = Callable[[HttpRequest], HttpResponse]


def guard(answer: Answer) -> Answer:
    """Middleware: our own Origin only, then the launch token or its cookie, then strict headers on every answer."""

    def guarded(request: HttpRequest) -> HttpResponse:
        return _headers(_admitted(request, answer))

    return guarded


def _admitted(request: HttpRequest, answer: Answer) -> HttpResponse:
    if _by_another_name(request):
        return HttpResponse(status=400)
    if request.path == "/" and "state" in request.GET:
        return _to_where_answers_are_taken(request)
    if request.path.startswith(_OPEN):
        return answer(request)
    if _foreign(request):
        return HttpResponse(status=403)
    if token := request.GET.get("token"):
        return _with_cookie(request, token)
    if request.get_signed_cookie(_cookie(), default="", salt=_SALT, max_age=_AGE) != desk().who.workspace:
        return render(request, "layout/closed.html", status=403)
    return answer(request)


def _to_where_answers_are_taken(request: HttpRequest) -> HttpResponse:
    """Providers bring an answer to the root, one of them by the name `localhost`; the page goes by its number."""
    port = urlsplit(f"//{request.get_host()}").port
    return HttpResponseRedirect(
        f"http://127.0.0.1{f':{port}' if port else ''}/came-back?{request.META['QUERY_STRING']}"
    )


def _cookie() -> str:
    return _COOKIE + desk().who.workspace[-12:]


def _by_another_name(request: HttpRequest) -> bool:
    """Whether the browser believes that it speaks with somebody else (DNS rebinding)."""
    try:
        request.get_host()
    except DisallowedHost:
        return True
    return False


def _foreign(request: HttpRequest) -> bool:
    """Whether another site's page sends this. Browsers say so in Origin or Sec-Fetch-Site."""
    origin = request.headers.get("Origin")
    if origin is not None and urlsplit(origin).netloc != request.get_host():
        return True
    return request.headers.get("Sec-Fetch-Site") == "cross-site" and request.method != "GET"


def _with_cookie(request: HttpRequest, token: str) -> HttpResponse:
    """Turn the launch token into a cookie, and take it out of the address and the history."""
    if not desk().take_token(token):
        return render(request, "layout/closed.html", status=403)
    answer = HttpResponseRedirect(request.path)
    answer.set_signed_cookie(
        _cookie(), desk().who.workspace, salt=_SALT, max_age=_AGE, httponly=True, samesite="Strict", path="/"
    )
    return answer


def _headers(answer: HttpResponse) -> HttpResponse:
    answer.headers.setdefault("Content-Security-Policy", POLICY)
    # Not “no-referrer”: browsers then send `Origin: null` with our own forms, like a stranger's.
    answer.headers["Referrer-Policy"] = "same-origin"
    answer.headers.setdefault("X-Content-Type-Options", "nosniff")
    answer.headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")
    answer.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
    if "Cache-Control" not in answer.headers:
        answer.headers["Cache-Control"] = "no-store"
    return answer
