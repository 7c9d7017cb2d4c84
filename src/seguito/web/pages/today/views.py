"""Today: what is due now, one step on top; then what comes, and what is waited for."""

from datetime import datetime, timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from seguito.actions.due import coming, due
from seguito.actions.outbox import asked
from seguito.actions.plan import Standing
from seguito.actions.tell import who_am_i
from seguito.core.planning.follow_up import FollowUpState
from seguito.speech import Speaker
from seguito.web.desk import desk
from seguito.web.language import speaker_of
from seguito.web.rows import rows, turns_at
from seguito.web.standing import standing

_MAIL_SHOWS_WITHIN = timedelta(minutes=1)
_SHOWN = 40  # rows of a list; what is further down is told as a number


def today(request: HttpRequest) -> HttpResponse:
    here, speaker = desk(), speaker_of(request)
    now = here.now()
    found, later = due(here.who, now), coming(here.who, now)
    late = [one for one in found.now[1:] if one.state is FollowUpState.LATE]
    then = [one for one in found.now[1:] if one.state is not FollowUpState.LATE]
    end_of_day = _end_of_day(now)
    context = {
        "tab": "today",
        "asked": [standing(one, speaker, now) for one in asked(here.who)],
        "first": next(iter(rows(found.now[:1], speaker, now)), None),
        "then": rows(then[:_SHOWN], speaker, now),
        "then_more": max(0, len(then) - _SHOWN),
        "late": rows(late[:_SHOWN], speaker, now),
        "late_more": max(0, len(late) - _SHOWN),
        "later": rows([one for one in later if _opens(one) <= end_of_day][:_SHOWN], speaker, now),
        "coming": rows([one for one in later if _opens(one) > end_of_day][:_SHOWN], speaker, now),
        "next": _next(found.next_opens_at, speaker),
        "turns_at": _read_again_at(turns_at((*found.now[: 2 * _SHOWN], *later), now), now),
        "came": bool(found.asked or found.offered),
        "me": who_am_i(here.who),
    }
    return render(request, "pages/today/today.html", context)


def _read_again_at(turns: datetime | None, now: datetime) -> datetime | None:
    """When something turns; sooner where the mailbox is listened to, since something may have come."""
    if not (listener := desk().listener) or not listener.looked_at:
        return turns
    return min(filter(None, (turns, now + _MAIL_SHOWS_WITHIN)))


def _opens(standing: Standing) -> datetime:
    return standing.planned.follow_up.window.opens_at


def _end_of_day(now: datetime) -> datetime:
    return now.replace(hour=23, minute=59, second=59, microsecond=0)


def _next(opens_at: datetime | None, speaker: Speaker) -> str:
    return speaker.moment(opens_at) if opens_at else ""
