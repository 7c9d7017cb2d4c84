"""From which side the page is read: one's own search, or the hiring desk. What one uses is a choice in settings."""

from django.http import HttpRequest

from seguito.errors import N_
from seguito.web.desk import desk

USES_COOKIE, SIDE_COOKIE = "seguito_uses", "seguito_side"
SEARCH, HIRING, BOTH = "search", "hiring", "both"
USES = {
    SEARCH: N_("I am looking for work"),
    HIRING: N_("I am hiring"),
    BOTH: N_("Both"),
}


def uses_of(request: HttpRequest) -> str:
    """What this browser's person uses Seguito for; the demo shows both sides."""
    chosen = request.COOKIES.get(USES_COOKIE, "")
    return chosen if chosen in USES else BOTH if desk().is_demo else SEARCH


def side_of(request: HttpRequest) -> str:
    """The side that the page is read from now: SEARCH or HIRING."""
    uses = uses_of(request)
    if uses != BOTH:
        return uses
    return HIRING if request.COOKIES.get(SIDE_COOKIE) == HIRING else SEARCH
