"""Openings, and who comes near to one: what each has and lacks, with reasons and no bare score (T5.2)."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from seguito.actions.openings import (
    Match,
    all_openings,
    close,
    match_for,
    opening_told,
    record_opening,
    the_opening,
)
from seguito.core.talent.leave import WARN_BEFORE
from seguito.core.talent.opening_form import read_opening
from seguito.errors import Problem
from seguito.speech import Speaker
from seguito.web.desk import desk
from seguito.web.language import speaker_of
from seguito.web.problems import status_of, told

_LARGEST = 200_000  # bytes of a file
_SHOWN = 20


def openings(request: HttpRequest) -> HttpResponse:
    """A POST records one: by hand, or from a file."""
    if request.method != "POST":
        return _list(request)
    here = desk()
    try:
        file = request.FILES.get("file")
        if file:
            found = opening_told(here.who, file.read(_LARGEST), file.name or "", here.now())
        else:
            found = record_opening(here.who, read_opening(_typed(request), {}), here.now())
    except Problem as problem:
        return _list(request, problem)
    return HttpResponseRedirect(reverse("opening", args=[found.id]))


def opening(request: HttpRequest, opening: str) -> HttpResponse:
    here, speaker = desk(), speaker_of(request)
    found = the_opening(here.who, opening)
    near = match_for(here.who, found, here.now(), _SHOWN) if found.closed_on is None else ()
    context = {
        "tab": "openings",
        "opening": found,
        "opened": speaker.day(found.opened_at.astimezone(speaker.zone).date()),
        "closed": speaker.day(found.closed_on) if found.closed_on else "",
        "near": [_near(one, speaker) for one in near],
        "more": len(near) == _SHOWN,
    }
    return render(request, "pages/openings/opening.html", context)


@require_POST
def close_it(request: HttpRequest, opening: str) -> HttpResponse:
    """It is filled, or given up."""
    close(desk().who, opening, desk().now())
    return HttpResponseRedirect(reverse("openings"))


def _near(one: Match, speaker: Speaker) -> dict[str, object]:
    today = desk().now().date()
    soon = one.consent is not None and one.consent < today + WARN_BEFORE
    return {
        "person": one.person,
        "matched": one.matched,
        "missing": one.missing,
        "asked": len(one.matched) + len(one.missing),
        "reasons": [(reason.tip, speaker.reason(reason).strip()) for reason in one.reasons[1:]],
        "shape": "part" if soon else "ok",
        "until": speaker.day(one.consent).partition(" ")[2] if one.consent else "",
    }


def _list(request: HttpRequest, problem: Problem | None = None) -> HttpResponse:
    speaker = speaker_of(request)
    context = {
        "tab": "openings",
        "problem": told(request, problem) if problem else "",
        "typed": request.POST if problem else {},
        "openings": [
            (one, speaker.short_day(one.closed_on or one.opened_at.astimezone(speaker.zone).date()))
            for one in all_openings(desk().who)
        ],
    }
    return render(request, "pages/openings/list.html", context, status=status_of(problem) if problem else 200)


def _typed(request: HttpRequest) -> dict[str, object]:
    form = request.POST
    lists = {
        name: [line.strip() for line in form.get(name, "").splitlines() if line.strip()]
        for name in ("required", "wished", "languages")
    }
    texts = {name: form.get(name, "").strip() for name in ("title", "place", "text")}
    return {name: value for name, value in {**texts, **lists}.items() if value}
