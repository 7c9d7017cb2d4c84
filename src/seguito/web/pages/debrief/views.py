"""The debrief: made for the half hour after the talk. One line a detail, kept as it is sent."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from seguito.actions.debrief import Debriefed, debrief as take_lines, form_of, so_far, take_form
from seguito.actions.details import change_detail, forget_detail
from seguito.core.nouns import By, Detail, DetailKind, Interview, Person
from seguito.errors import Problem
from seguito.speech import Speaker
from seguito.web.desk import desk
from seguito.web.kinds import KINDS, mark_of, sign_of, word_of
from seguito.web.language import language_of, speaker_of
from seguito.web.problems import status_of, told


def debrief(request: HttpRequest, interview: str) -> HttpResponse:
    """A POST adds the line that was typed, for the person and of the kind that were chosen."""
    if request.method == "POST":
        here, language = desk(), language_of(request)
        try:
            take_lines(here.who, interview, _line(request), language, here.now())
        except Problem as problem:
            return _show(request, interview, problem)
        return HttpResponseRedirect(_address(request, interview))
    return _show(request, interview)


@require_POST
def whole(request: HttpRequest, interview: str) -> HttpResponse:
    """The whole debrief as text, as it was edited."""
    here, language = desk(), language_of(request)
    try:
        form = form_of(here.who, interview, (), language)
        take_form(here.who, form, request.POST.get("all", ""), language, here.now())
    except Problem as problem:
        return _show(request, interview, problem)
    return HttpResponseRedirect(reverse("debrief", args=[interview]))


@require_POST
def change(request: HttpRequest, interview: str, detail: str) -> HttpResponse:
    """One detail as it was mended, or taken out."""
    here, language = desk(), language_of(request)
    try:
        if request.POST.get("do") == "forget":
            forget_detail(here.who, interview, detail, here.now())
        else:
            change_detail(here.who, interview, detail, _line(request), language, here.now())
    except Problem as problem:
        return _show(request, interview, problem)
    return HttpResponseRedirect(reverse("debrief", args=[interview]))


def _line(request: HttpRequest) -> str:
    """The line in the notes-format. What is typed at its beginning (@tom, ~) counts more than what was chosen."""
    form = request.POST
    said = " ".join(form.get("line", "").split())
    if not said:
        return ""
    person, kind = form.get("person", ""), form.get("kind", "")
    if said[0] in "@*+" or not (person or kind):
        return said
    mark = "" if said[0] in '~?!"“«' else mark_of(kind)
    if kind == DetailKind.WHY_HERE and mark:
        return f"{mark} {said}"
    return " ".join(filter(None, (f"@{person}" if person else "", mark, said)))


def _address(request: HttpRequest, interview: str) -> str:
    """Back to the form with the same person: one says several things in a row."""
    person = request.POST.get("person", "")
    return reverse("debrief", args=[interview]) + (f"?person={person}" if person.isalnum() else "")


def _show(request: HttpRequest, wanted: str, problem: Problem | None = None) -> HttpResponse:
    here, language, speaker = desk(), language_of(request), speaker_of(request)
    found = so_far(here.who, wanted, language)
    form = form_of(here.who, found.interview.id, (), language) if request.GET.get("as") == "text" or problem else None
    context = {
        "tab": "interviews",
        "talk": found.interview,
        "kinds": [(kind.value, mark_of(kind), sign_of(kind), speaker.text(word_of(kind))) for kind in KINDS],
        "people": [_person(person, found, speaker) for person in found.interview.panel],
        "nobodys": [_detail(one, speaker) for one in found.details if one.person is None],
        "why_here": found.missing.why_here,
        "answer_date": found.missing.answer_date,
        "chosen": request.POST.get("person") or request.GET.get("person") or _first(found.interview),
        "kind": request.POST.get("kind", "insight") if problem else "insight",
        "line": request.POST.get("line", "") if problem else "",
        "all": request.POST.get("all") or (form.text.lstrip("\n") if form else ""),
        "as_text": form is not None and (request.GET.get("as") == "text" or "all" in request.POST),
        "problem": told(request, problem) if problem else "",
    }
    return render(request, "pages/debrief/debrief.html", context, status=status_of(problem) if problem else 200)


def _first(talk: Interview) -> str:
    return talk.panel[0].id if talk.panel else ""


def _person(person: Person, found: Debriefed, speaker: Speaker) -> dict[str, Any]:
    return {
        "id": person.id,
        "name": person.name or person.email,
        "given": person.given or person.name or person.email,
        "details": [_detail(one, speaker) for one in found.details if one.person == person.id],
        "nothing": person in found.missing.nothing_from,
        "nothing_personal": person in found.missing.nothing_personal_from,
    }


def _detail(detail: Detail, speaker: Speaker) -> dict[str, Any]:
    return {
        "id": detail.id,
        "kind": detail.kind.value,
        "sign": sign_of(detail.kind),
        "word": speaker.text(word_of(detail.kind)),
        "text": detail.text,
        "mine": detail.by is By.ME,
        "due": speaker.day(detail.due_on) if detail.due_on else "",
    }
