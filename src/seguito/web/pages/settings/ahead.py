"""What lies ahead, as a file for one's own calendar."""

from django.http import HttpRequest, HttpResponse

from seguito.actions.plan import plan
from seguito.calendars.feed import Entry, feed
from seguito.web.desk import desk
from seguito.web.downloads import download
from seguito.web.language import speaker_of
from seguito.web.rows import Row, row


def ahead(request: HttpRequest) -> HttpResponse:
    """Every window and promise that is still to come, with its reasons."""
    here, speaker = desk(), speaker_of(request)
    now = here.now()
    coming = [one for one in plan(here.who, None, now) if not one.planned.settled]
    entries = []
    for one in coming:
        shown, window = row(one, speaker, now), one.planned.follow_up.window
        entries.append(
            Entry(
                id=one.planned.id,
                title=shown.title,
                text=_text(shown),
                opens_at=window.opens_at,
                best_until=window.best_until,
                closes_at=window.closes_at,
            )
        )
    return download(feed(entries, "Seguito"), "text/calendar", "seguito.ics")


def _text(shown: Row) -> str:
    told = [line for line in (shown.where, shown.step) if line and line != shown.title]
    return "\n".join((*told, "", *(reason for _, reason in shown.reasons)))
