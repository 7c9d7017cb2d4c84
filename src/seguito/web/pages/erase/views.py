"""Erasing somebody: first everything that would go, then the word that it shall."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from seguito.actions.erase import erase as erase_person, what_goes
from seguito.errors import N_, Problem
from seguito.web.desk import desk
from seguito.web.held import held_in_words
from seguito.web.language import speaker_of
from seguito.web.problems import status_of, told

_SHOWN = 30  # mentions in others' words


class NotSaid(Problem):
    id = "erasing-not-said"
    happened = N_("The box was not ticked.")
    safe = N_("Nothing was erased.")
    next_step = N_("Tick it if everything about {person} shall go; there is no way back.")


def erase(request: HttpRequest, person: str) -> HttpResponse:
    """A POST does it, if the box is ticked."""
    here = desk()
    try:
        leaving = what_goes(here.who, person, here.home)
    except Problem as problem:
        return render(request, "layout/problem.html", {"problem": told(request, problem)}, status=status_of(problem))
    trouble: Problem | None = None
    if request.method == "POST":
        if request.POST.get("sure"):
            erase_person(here.who, leaving.person.id, here.home, here.now())
            return HttpResponseRedirect(reverse("people"))
        trouble = NotSaid(person=leaving.person.called)
    speaker = speaker_of(request)
    context = {
        "tab": "people",
        "person": leaving.person,
        "held": held_in_words(leaving.held, speaker),
        "mentions": leaving.named_in[:_SHOWN],
        "more_mentions": max(0, len(leaving.named_in) - _SHOWN),
        "copies": leaving.copies,
        "problem": told(request, trouble) if trouble else "",
    }
    return render(request, "pages/erase/erase.html", context, status=status_of(trouble) if trouble else 200)
