"""Staying in touch: who to write to, what was missing and has been learned since, what one could now write about."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from seguito.actions.learned import Progress, grown, learned
from seguito.actions.worth_keeping import Kept, worth_keeping
from seguito.errors import Problem
from seguito.speech import Speaker
from seguito.web.dates import told_day
from seguito.web.desk import desk
from seguito.web.language import speaker_of
from seguito.web.problems import status_of, told
from seguito.web.rows import row


def growing(request: HttpRequest) -> HttpResponse:
    """A POST notes something that was learned."""
    if request.method != "POST":
        return _show(request)
    form, here = request.POST, desk()
    try:
        text, skill = form.get("text", "")[:2000], form.get("skill", "")[:200]
        learned(here.who, text, skill, told_day(form.get("on", "")), here.now())
    except Problem as problem:
        return _show(request, problem)
    return HttpResponseRedirect(reverse("growing") + "#since")


def _show(request: HttpRequest, problem: Problem | None = None) -> HttpResponse:
    here, speaker = desk(), speaker_of(request)
    found, people = grown(here.who), [_line(one, speaker) for one in worth_keeping(here.who, here.now())]
    context = {
        "tab": "people",
        "problem": told(request, problem) if problem else "",
        "typed": request.POST if problem else {},
        "with_occasion": [one for one in people if one["row"]],
        "without": [one for one in people if not one["row"]],
        "progress": [_progress(one, speaker) for one in found.progress if one.grown or one.missing],
        "learned": [(speaker.short_day(one.on), one.text, one.label) for one in reversed(found.learned)],
        "today": here.now().date().isoformat(),
    }
    return render(request, "pages/growing/growing.html", context, status=status_of(problem) if problem else 200)


def _line(one: Kept, speaker: Speaker) -> dict[str, object]:
    last = one.acquaintance.last_contact
    return {
        "person": one.acquaintance.person,
        "last": speaker.day(last.astimezone(speaker.zone).date()) if last else "",
        "cares": one.acquaintance.cares_about[:2],
        "row": row(one.occasion, speaker, desk().now()) if one.occasion else None,
    }


def _progress(one: Progress, speaker: Speaker) -> dict[str, object]:
    return {
        "application": one.application,
        "grown": [(lack.label, shown.text, speaker.day(shown.on)) for lack, shown in one.grown],
        "missing": one.missing,
    }
