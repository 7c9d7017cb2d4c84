"""The list of interviews, and one of them: its people, its plan with reasons, what is known of it."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from seguito.actions import tell as telling
from seguito.actions.draft import draft as lay_out
from seguito.actions.interviews import all_interviews, one_interview
from seguito.actions.plan import plan
from seguito.core.fields import APPLICATION, INTERVIEW, ORGANISATION, PERSON, read_fields
from seguito.errors import Problem
from seguito.web.desk import desk
from seguito.web.language import language_of, speaker_of
from seguito.web.problems import status_of, told
from seguito.web.rows import rows

_NOUNS = {
    "application": (APPLICATION, telling.tell_application),
    "interview": (INTERVIEW, telling.tell_interview),
    "organisation": (ORGANISATION, telling.tell_organisation),
    "person": (PERSON, telling.tell_person),
}
_MANY = ("also", "email", "phone")  # fields of a form that hold several values, one a line


def interviews(request: HttpRequest) -> HttpResponse:
    speaker = speaker_of(request)
    listed = [
        {
            "id": talk.id,
            "title": ", ".join(filter(None, (talk.application.organisation.name, talk.application.role))),
            "when": speaker.moment(talk.starts_at),
            "people": speaker.listed(person.name or person.email for person in talk.panel),
            "cancelled": talk.cancelled,
        }
        for talk in all_interviews(desk().who)
    ]
    return render(request, "pages/interviews/list.html", {"tab": "interviews", "interviews": listed})


def interview(request: HttpRequest, interview: str) -> HttpResponse:
    return _show(request, interview)


def _show(request: HttpRequest, interview: str, problem: Problem | None = None) -> HttpResponse:
    here, now, speaker = desk(), desk().now(), speaker_of(request)
    found = one_interview(here.who, interview)
    context = {
        "tab": "interviews",
        "talk": found.interview,
        "when": speaker.moment(found.interview.starts_at),
        "ends": speaker.moment(found.interview.ends_at) if found.interview.ends_at else "",
        "details": found.details,
        "notes": found.notes,
        "plan": rows(plan(here.who, found.interview.id, now), speaker, now),
        "problem": told(request, problem) if problem else "",
    }
    return render(request, "pages/interviews/interview.html", context, status=status_of(problem) if problem else 200)


@require_POST
def tell(request: HttpRequest, interview: str) -> HttpResponse:
    """What was told in one of the page's forms: the noun, its id, and its fields."""
    fields, apply = _NOUNS[request.POST.get("noun", "interview")]
    try:
        words = [word for name in fields if name in request.POST for word in _words(name, request.POST[name])]
        apply(desk().who, request.POST.get("id", interview), read_fields(words, fields), desk().now())
    except Problem as problem:
        return _show(request, interview, problem)
    return HttpResponseRedirect(reverse("interview", args=[interview]))


@require_POST
def draft(request: HttpRequest, interview: str) -> HttpResponse:
    here = desk()
    to, channel = request.POST.get("to") or None, request.POST.get("channel") or None
    try:
        notes = lay_out(here.who, interview, to, channel, language_of(request), here.now())
    except Problem as problem:
        return _show(request, interview, problem)
    if len(notes) == 1:
        return HttpResponseRedirect(reverse("note", args=[notes[0].id]))
    return HttpResponseRedirect(reverse("interview", args=[interview]))


def _words(name: str, value: str) -> list[str]:
    values = value.splitlines() if name in _MANY else [value]
    return [f"{name}={one}" for one in values] or [f"{name}="]
