"""Organisations: the list, and one with its people, its applications and what is known of it (T2.2)."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from seguito.actions.houses import some_houses, whole_house
from seguito.actions.tell import tell_organisation
from seguito.core.fields import ORGANISATION
from seguito.errors import Problem
from seguito.speech import Speaker
from seguito.web.desk import desk
from seguito.web.fields import told_fields
from seguito.web.language import speaker_of
from seguito.web.pages.applications.lines import line
from seguito.web.pages.interviews.seen import PACES
from seguito.web.paging import page_of
from seguito.web.problems import status_of, told

_A_PAGE = 40


def houses(request: HttpRequest) -> HttpResponse:
    """Those whose name or city `q` finds, so many a page."""
    speaker, page = speaker_of(request), page_of(request)
    wanted = request.GET.get("q", "").strip()[:200]
    found = some_houses(desk().who, wanted, page * _A_PAGE, _A_PAGE + 1)
    context = {
        "tab": "people",
        "houses": [
            {"house": one.organisation, "counts": _counts(one.people, one.applications, speaker)}
            for one in found[:_A_PAGE]
        ],
        "q": wanted,
        "before": page - 1 if page else None,
        "after": page + 1 if len(found) > _A_PAGE else None,
    }
    return render(request, "pages/houses/houses.html", context)


def house(request: HttpRequest, house: str) -> HttpResponse:
    """A POST tells what is known of the house."""
    if request.method != "POST":
        return _show(request, house)
    try:
        tell_organisation(desk().who, house, told_fields(request.POST, ORGANISATION), desk().now())
    except Problem as problem:
        return _show(request, house, problem)
    return HttpResponseRedirect(reverse("house", args=[house]))


def _show(request: HttpRequest, wanted: str, problem: Problem | None = None) -> HttpResponse:
    speaker = speaker_of(request)
    found = whole_house(desk().who, wanted)
    context = {
        "tab": "people",
        "problem": told(request, problem) if problem else "",
        "house": found.organisation,
        "people": found.people,
        "more_people": found.more_people,
        "applications": [line(one, speaker) for one in found.applications],
        "paces": [(pace.value, speaker.text(word)) for pace, word in PACES.items()],
    }
    return render(request, "pages/houses/house.html", context, status=status_of(problem) if problem else 200)


def _counts(people: int, applications: int, speaker: Speaker) -> str:
    told = [speaker.count("{n} person", "{n} people", people)] if people else []
    told += [speaker.count("{n} application", "{n} applications", applications)] if applications else []
    return speaker.listed(told)
