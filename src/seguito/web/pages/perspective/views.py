"""Changing sides: what one uses Seguito for, and the side that the page is read from."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from seguito.web.perspective import BOTH, HIRING, SEARCH, SIDE_COOKIE, USES, USES_COOKIE

_A_YEAR = 60 * 60 * 24 * 365


@require_POST
def perspective(request: HttpRequest) -> HttpResponse:
    """Keep the choice in this browser, and go to the first page of that side."""
    uses, side = request.POST.get("uses", ""), request.POST.get("side", "")
    side = side if side in (SEARCH, HIRING) else HIRING if uses == HIRING else SEARCH
    if uses:
        answer = HttpResponseRedirect(reverse("settings") + "#perspective")
    else:
        answer = HttpResponseRedirect(reverse("talent" if side == HIRING else "today"))
    if uses in USES:
        answer.set_cookie(USES_COOKIE, uses, max_age=_A_YEAR, samesite="Strict", httponly=True)
    if uses != BOTH:
        answer.set_cookie(SIDE_COOKIE, side, max_age=_A_YEAR, samesite="Strict", httponly=True)
    return answer
