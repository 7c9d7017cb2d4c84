"""Applications: the list by what came of them, and one with its interviews and what the plan stands on."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from seguito.actions.houses import OPEN, some_applications, whole_application
from seguito.actions.playbooks import all_playbooks
from seguito.actions.tell import tell_application
from seguito.core.fields import APPLICATION
from seguito.errors import Problem
from seguito.web.desk import desk
from seguito.web.fields import told_fields
from seguito.web.language import speaker_of
from seguito.web.pages.applications.lines import OUTCOMES, line
from seguito.web.pages.interviews.seen import PACES
from seguito.web.paging import page_of
from seguito.web.problems import status_of, told

_A_PAGE = 40


def applications(request: HttpRequest) -> HttpResponse:
    """Those whose role or house `q` finds, and of which `outcome` came, so many a page."""
    speaker, page = speaker_of(request), page_of(request)
    wanted, outcome = request.GET.get("q", "").strip()[:200], request.GET.get("outcome", "")
    known = {one or OPEN: speaker.text(word) for one, word in OUTCOMES.items()}
    outcome = outcome if outcome in known else ""
    found = some_applications(desk().who, wanted, outcome, page * _A_PAGE, _A_PAGE + 1)
    context = {
        "tab": "interviews",
        "applications": [line(one, speaker) for one in found[:_A_PAGE]],
        "q": wanted,
        "outcome": outcome,
        "outcomes": list(known.items()),
        "before": page - 1 if page else None,
        "after": page + 1 if len(found) > _A_PAGE else None,
    }
    return render(request, "pages/applications/applications.html", context)


def application(request: HttpRequest, application: str) -> HttpResponse:
    """A POST tells what is known of it."""
    if request.method != "POST":
        return _show(request, application)
    try:
        tell_application(desk().who, application, told_fields(request.POST, APPLICATION), desk().now())
    except Problem as problem:
        return _show(request, application, problem)
    return HttpResponseRedirect(reverse("application-facts", args=[application]))


def _show(request: HttpRequest, wanted: str, problem: Problem | None = None) -> HttpResponse:
    speaker = speaker_of(request)
    found = whole_application(desk().who, wanted)
    one = found.application
    context = {
        "tab": "interviews",
        "problem": told(request, problem) if problem else "",
        "application": one,
        "outcome": speaker.text(OUTCOMES.get(one.outcome, "")) or one.outcome,
        "decides": speaker.day(one.decision_by) if one.decision_by else "",
        "interviews": [
            {
                "id": talk.id,
                "when": speaker.moment(talk.starts_at),
                "people": speaker.listed(person.called for person in talk.panel),
                "cancelled": talk.cancelled,
            }
            for talk in found.interviews
        ],
        "ways": [(way.playbook.id, way.playbook.name, way.adopted) for way in all_playbooks(desk().who)],
        "paces": [(pace.value, speaker.text(word)) for pace, word in PACES.items()],
    }
    return render(
        request, "pages/applications/application.html", context, status=status_of(problem) if problem else 200
    )
