"""The debrief: made for the half hour after the talk. One line a detail, kept as it is sent."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from seguito.actions.debrief import form_of, take_form
from seguito.actions.debrief import debrief as take_lines
from seguito.actions.interviews import one_interview
from seguito.errors import Problem
from seguito.web.desk import desk
from seguito.web.language import language_of, speaker_of
from seguito.web.problems import status_of, told


def debrief(request: HttpRequest, interview: str) -> HttpResponse:
    """A line is added by `line`; `all` is the whole debrief as it was edited."""
    problem = None
    if request.method == "POST":
        try:
            _keep(request, interview)
        except Problem as raised:
            problem = raised
        else:
            return HttpResponseRedirect(reverse("debrief", args=[interview]))
    here, language = desk(), language_of(request)
    form = form_of(here.who, interview, (), language)
    seen, speaker = one_interview(here.who, form.interview.id), speaker_of(request)
    names = {person.id: person.name or person.email for person in form.interview.panel}
    context = {
        "tab": "interviews",
        "talk": form.interview,
        "all": request.POST.get("all", form.text.lstrip("\n")),
        "line": request.POST.get("line", ""),
        "details": [
            {
                "kind": detail.kind.value,
                "who": names.get(detail.person or "", ""),
                "by_me": detail.by.value == "me",
                "text": detail.text,
                "due": speaker.day(detail.due_on) if detail.due_on else "",
            }
            for detail in seen.details
        ],
        "problem": told(request, problem) if problem else "",
    }
    return render(request, "pages/debrief/debrief.html", context, status=status_of(problem) if problem else 200)


def _keep(request: HttpRequest, interview: str) -> None:
    here, language = desk(), language_of(request)
    if "all" in request.POST:
        take_form(here.who, form_of(here.who, interview, (), language), request.POST["all"], language, here.now())
    else:
        line = request.POST.get("line", "").strip()
        speaker = request.POST.get("who", "")
        take_lines(here.who, interview, f"@{speaker} {line}" if speaker and line else line, language, here.now())
