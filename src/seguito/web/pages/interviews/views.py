"""The list of interviews, and one of them: its people, its plan with reasons, what is known of it."""

from datetime import date

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from seguito.actions import tell as telling
from seguito.actions.add import add_to_panel
from seguito.actions.done import done as mark_done
from seguito.actions.draft import draft as lay_out
from seguito.actions.interviews import InterviewLine, interview_with_plan, some_interviews
from seguito.core.fields import APPLICATION, INTERVIEW, ORGANISATION, PERSON
from seguito.core.nouns import Purpose
from seguito.errors import N_, Problem
from seguito.speech import Speaker
from seguito.web.desk import desk
from seguito.web.fields import told_fields
from seguito.web.language import language_of, speaker_of
from seguito.web.pages.interviews.seen import shown
from seguito.web.paging import page_of
from seguito.web.problems import status_of, told
from seguito.web.typed_people import typed_people

_NOUNS = {
    "application": (APPLICATION, telling.tell_application),
    "interview": (INTERVIEW, telling.tell_interview),
    "organisation": (ORGANISATION, telling.tell_organisation),
    "person": (PERSON, telling.tell_person),
}
_A_PAGE = 40
_NEEDS = {
    "organisation": N_("Which house it is was guessed from the invite."),
    "role": N_("Which role it is about was guessed, or is not known."),
    "people": N_("Who was there is not known."),
    "zone": N_("In which time zone it is was guessed."),
}


def interviews(request: HttpRequest) -> HttpResponse:
    """The latest first, so many a page."""
    speaker, page = speaker_of(request), page_of(request)
    found = some_interviews(desk().who, page * _A_PAGE, _A_PAGE + 1)
    today = desk().now().date()
    groups: list[dict[str, object]] = []
    for heading, listed in (
        (N_("To come"), [talk for talk in found[:_A_PAGE] if _day(talk) > today]),
        (N_("Today"), [talk for talk in found[:_A_PAGE] if _day(talk) == today]),
        (N_("Before"), [talk for talk in found[:_A_PAGE] if _day(talk) < today]),
    ):
        if listed:
            groups.append({"heading": speaker.text(heading), "interviews": [_line(talk, speaker) for talk in listed]})
    context = {
        "tab": "interviews",
        "groups": groups,
        "before": page - 1 if page else None,
        "after": page + 1 if len(found) > _A_PAGE else None,
    }
    return render(request, "pages/interviews/list.html", context)


def interview(request: HttpRequest, interview: str) -> HttpResponse:
    return _show(request, interview)


@require_POST
def tell(request: HttpRequest, interview: str) -> HttpResponse:
    """What was told in one of the page's forms: the noun, its id, and its fields."""
    fields, apply = _NOUNS.get(request.POST.get("noun", ""), _NOUNS["interview"])
    try:
        apply(desk().who, request.POST.get("id", interview), told_fields(request.POST, fields), desk().now())
    except Problem as problem:
        return _show(request, interview, problem)
    return HttpResponseRedirect(reverse("interview", args=[interview]))


@require_POST
def also_there(request: HttpRequest, interview: str) -> HttpResponse:
    """Whoever was there as well."""
    try:
        add_to_panel(desk().who, interview, typed_people(request.POST.get("people", "")), desk().now())
    except Problem as problem:
        return _show(request, interview, problem)
    return HttpResponseRedirect(reverse("interview", args=[interview]) + "#people")


@require_POST
def that_is_me(request: HttpRequest, interview: str) -> HttpResponse:
    """One of the panel is whoever reads this."""
    try:
        telling.that_is_me(desk().who, request.POST.get("person", ""), desk().now())
    except Problem as problem:
        return _show(request, interview, problem)
    return HttpResponseRedirect(reverse("interview", args=[interview]) + "#people")


@require_POST
def draft(request: HttpRequest, interview: str) -> HttpResponse:
    """Lay out a sheet for everybody, or for one person; a note that somebody wrote in is left as it is."""
    here = desk()
    to, channel = request.POST.get("to") or None, request.POST.get("channel") or None
    try:
        notes = lay_out(here.who, interview, to, channel, language_of(request), here.now(), _purpose(request))
    except Problem as problem:
        return _show(request, interview, problem)
    if len(notes) == 1:
        return HttpResponseRedirect(reverse("note", args=[notes[0].id]))
    return HttpResponseRedirect(reverse("interview", args=[interview]) + "#people")


def _purpose(request: HttpRequest) -> Purpose | None:
    """None: what is due."""
    wanted = request.POST.get("purpose", "")
    return Purpose(wanted) if wanted in list(Purpose) else None


@require_POST
def done(request: HttpRequest, follow_up: str) -> HttpResponse:
    """What only the person can know to be done."""
    mark_done(desk().who, follow_up, desk().now())
    interview = request.POST.get("interview", "")
    return HttpResponseRedirect(reverse("interview", args=[interview]) if interview.isalnum() else reverse("today"))


def _show(request: HttpRequest, wanted: str, problem: Problem | None = None) -> HttpResponse:
    here = desk()
    now = here.now()
    seen = interview_with_plan(here.who, wanted, now)
    context = {
        "tab": "interviews",
        "problem": told(request, problem) if problem else "",
        "typed": request.POST if problem else {},
        "check": _to_check(request),
        **shown(seen, speaker_of(request), now),
    }
    return render(request, "pages/interviews/interview.html", context, status=status_of(problem) if problem else 200)


def _to_check(request: HttpRequest) -> list[str]:
    """What an invite left open, right after it was read."""
    asked = request.GET.get("needs", "").split(",")
    return [speaker_of(request).text(says) for need, says in _NEEDS.items() if need in asked]


def _day(talk: InterviewLine) -> date:
    return talk.starts_at.astimezone(desk().zone).date()


def _line(talk: InterviewLine, speaker: Speaker) -> dict[str, object]:
    return {
        "id": talk.id,
        "title": ", ".join(filter(None, (talk.organisation, talk.role))),
        "when": speaker.moment(talk.starts_at),
        "people": speaker.listed(person.called for person in talk.people),
        "cancelled": talk.cancelled,
    }
