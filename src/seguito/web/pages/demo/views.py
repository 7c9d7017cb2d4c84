"""The demo's two stories, step by step, each with the page that shows it."""

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from seguito.actions.demo_after import Chapter, chapters
from seguito.speech import Speaker
from seguito.web.desk import desk
from seguito.web.language import speaker_of

_PAGES = {"application": "application", "opening": "opening", "call": "talent-file"}


def demo(request: HttpRequest) -> HttpResponse:
    here, speaker = desk(), speaker_of(request)
    if not here.is_demo:
        return HttpResponseRedirect(reverse("today"))
    search, hiring = chapters(here.who)
    context = {"tab": "", "search": _told(search, speaker), "hiring": _told(hiring, speaker)}
    return render(request, "pages/demo/demo.html", context)


def _told(steps: Iterable[Chapter], speaker: Speaker) -> list[tuple[str, str, str]]:
    return [
        (
            speaker.short_day(one.at.astimezone(speaker.zone).date()),
            one.says[speaker.language],
            reverse(_PAGES[one.see], args=[one.id]) if one.id else reverse(one.see),
        )
        for one in steps
    ]
