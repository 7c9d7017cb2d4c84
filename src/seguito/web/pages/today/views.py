"""Today: what is due now, one step on top; then what comes."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from seguito.actions.due import coming, due
from seguito.actions.tell import who_am_i
from seguito.core.planning.follow_up import FollowUpState
from seguito.web.desk import desk
from seguito.web.language import speaker_of
from seguito.web.rows import rows


def today(request: HttpRequest) -> HttpResponse:
    here, now, speaker = desk(), desk().now(), speaker_of(request)
    found = due(here.who, now)
    shown = rows(found.now, speaker, now)
    context = {
        "tab": "today",
        "first": shown[0] if shown else None,
        "then": [row for row in shown[1:] if row.state != FollowUpState.LATE],
        "late": [row for row in shown[1:] if row.state == FollowUpState.LATE],
        "coming": rows(coming(here.who, now), speaker, now),
        "me": who_am_i(here.who),
    }
    return render(request, "pages/today/today.html", context)
