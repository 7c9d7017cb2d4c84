"""What lies ahead, for one's own calendar: as a file, and at a secret address that calendar programs fetch again."""

import hmac
from hashlib import sha256

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotModified, HttpResponseRedirect
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_POST, require_safe

from seguito.actions.plan import Standing, plan
from seguito.calendars.feed import Entry, feed
from seguito.speech import Speaker
from seguito.web.desk import desk
from seguito.web.downloads import download
from seguito.web.keys import CALENDAR, drop_key, kept_key, known_key
from seguito.web.language import speaker_of
from seguito.web.rows import Row, row


def ahead(request: HttpRequest) -> HttpResponse:
    """Every window and promise that is still to come, with its reasons."""
    return download(_feed(speaker_of(request)), "text/calendar", "seguito.ics")


@require_safe
def at_secret_address(request: HttpRequest, secret: str) -> HttpResponse:
    """The same for a calendar program, which has no cookie: whoever knows the address may look, and do nothing else."""
    known = known_key(desk().home, CALENDAR)
    if not known or not hmac.compare_digest(known.encode(), secret.encode("utf-8", "replace")):
        raise Http404
    data = _feed(speaker_of(request))
    etag = f'"{sha256(data).hexdigest()[:32]}"'
    answer = get_conditional_response(request, etag=etag)
    if not isinstance(answer, HttpResponseNotModified):
        answer = HttpResponse(data, content_type="text/calendar; charset=utf-8")
    answer.headers["ETag"] = etag
    answer.headers["Cache-Control"] = "private, no-cache"
    return answer


@require_POST
def address(request: HttpRequest) -> HttpResponse:
    """Make the address, or end it; one that is made anew takes the place of the old, which is then nobody's."""
    drop_key(desk().home, CALENDAR)
    if "end" not in request.POST:
        kept_key(desk().home, CALENDAR)
    return HttpResponseRedirect(reverse("settings") + "#calendar")


def address_of(request: HttpRequest) -> str:
    """The address as it stands, or nothing."""
    secret = known_key(desk().home, CALENDAR)
    return request.build_absolute_uri(reverse("feed", args=[secret])) if secret else ""


def _feed(speaker: Speaker) -> bytes:
    here = desk()
    now = here.now()
    coming = [one for one in plan(here.who, None, now) if not one.planned.settled]
    return feed((_entry(one, row(one, speaker, now)) for one in coming), "Seguito")


def _entry(standing: Standing, shown: Row) -> Entry:
    window = standing.planned.follow_up.window
    return Entry(
        id=standing.planned.id,
        title=shown.title,
        text=_text(shown),
        opens_at=window.opens_at,
        best_until=window.best_until,
        closes_at=window.closes_at,
    )


def _text(shown: Row) -> str:
    told = [line for line in (shown.where, shown.step) if line and line != shown.title]
    return "\n".join((*told, "", *(reason for _, reason in shown.reasons)))
