"""Whom one knows: the list, and one person with everything that was said and written."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from seguito.actions.people import Everything, person as everything_about, some_people
from seguito.actions.tell import tell_person
from seguito.channels import about
from seguito.core.fields import PERSON
from seguito.errors import Problem
from seguito.speech import Speaker
from seguito.web.desk import desk
from seguito.web.fields import told_fields
from seguito.web.kinds import sign_of, word_of
from seguito.web.language import speaker_of
from seguito.web.pages.note.bench import STATES
from seguito.web.paging import page_of
from seguito.web.perspective import HIRING, side_of
from seguito.web.problems import status_of, told
from seguito.web.talks import talks_with

_A_PAGE = 40


def people(request: HttpRequest) -> HttpResponse:
    """Those whom `q` finds, so many a page. Asked for by htmx, it is the list alone that is taken from it."""
    speaker, page = speaker_of(request), page_of(request)
    wanted = request.GET.get("q", "").strip()[:200]
    found = some_people(desk().who, wanted, page * _A_PAGE, _A_PAGE + 1)
    listed = [{"person": one.person, "last": _day(one.last_contact, speaker)} for one in found[:_A_PAGE]]
    context = {
        "tab": "people",
        "people": listed,
        "q": wanted,
        "before": page - 1 if page else None,
        "after": page + 1 if len(found) > _A_PAGE else None,
    }
    return render(request, "pages/people/people.html", context)


def person(request: HttpRequest, person: str) -> HttpResponse:
    """A POST tells what is known about the person."""
    if request.method != "POST":
        return _show(request, person)
    try:
        tell_person(desk().who, person, told_fields(request.POST, PERSON), desk().now())
    except Problem as problem:
        return _show(request, person, problem)
    return HttpResponseRedirect(reverse("person", args=[person]))


def _show(request: HttpRequest, wanted: str, problem: Problem | None = None) -> HttpResponse:
    found = everything_about(desk().who, wanted)
    context = {
        "tab": "people",
        "problem": told(request, problem) if problem else "",
        "person": found.acquaintance.person,
        **_told(request, found),
    }
    if side_of(request) == HIRING:
        context["talks"] = talks_with(desk().who, found.acquaintance.person.id, speaker_of(request))
    return render(request, "pages/people/person.html", context, status=status_of(problem) if problem else 200)


def _day(instant: datetime | None, speaker: Speaker) -> str:
    return speaker.day(instant.astimezone(speaker.zone).date()) if instant else ""


def _told(request: HttpRequest, found: Everything) -> dict[str, Any]:
    speaker = speaker_of(request)
    last = found.acquaintance.last_contact
    subjects = {one.id: one.subject or one.text[:60] for one in found.notes}
    return {
        "last": speaker.moment(last) if last else "",
        "heard": [
            {
                "kind": one.kind.value,
                "sign": sign_of(one.kind),
                "word": speaker.text(word_of(one.kind)),
                "text": one.text,
                "due": speaker.day(one.due_on) if one.due_on else "",
            }
            for one in found.details
        ],
        "words": [
            {
                "when": speaker.short_day(one.at.astimezone(speaker.zone).date()),
                "theirs": one.theirs,
                "text": one.text,
                "note": one.note,
                "title": subjects.get(one.note, ""),
            }
            for one in found.words
        ],
        "notes": [
            {
                "id": one.id,
                "title": one.subject or one.text[:60],
                "channel": speaker.text(about(one.channel).label),
                "state": speaker.text(STATES[one.state]),
            }
            for one in found.notes
        ],
    }
