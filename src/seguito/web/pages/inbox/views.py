"""What came back: answers, what did not arrive, and what only its reader can say."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from seguito.actions.notice import inbox as what_came, place
from seguito.actions.offered import is_offer, offers, settle
from seguito.core.correspondence.letters import TOLD, LetterKind, Noticed
from seguito.core.offers import TOLD as OFFERED, Offered
from seguito.errors import Problem
from seguito.speech import Speaker
from seguito.web.desk import desk
from seguito.web.language import speaker_of
from seguito.web.listened import listened
from seguito.web.problems import status_of, told

_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that came, in the reader's language. `asks`: it waits for their word; `returned`: it did not arrive."""

    id: str
    when: str
    told: str
    words: str
    note: str
    person: str
    asks: bool
    offer: bool = False
    returned: bool = False


def inbox(request: HttpRequest) -> HttpResponse:
    return _show(request)


@require_POST
def answer(request: HttpRequest, came: str) -> HttpResponse:
    """The reader's word: it answers my note, or I go to this interview; or neither."""
    here, yes = desk(), request.POST.get("said") == "yes"
    try:
        if is_offer(here.who, came):
            _, added = settle(here.who, came, yes, here.now())
            if added and added.interviews:
                return HttpResponseRedirect(reverse("interview", args=[added.interviews[0].interview.id]))
        else:
            place(here.who, came, yes, here.now())
    except Problem as problem:
        return _show(request, problem)
    return HttpResponseRedirect(reverse("inbox"))


def _show(request: HttpRequest, problem: Problem | None = None) -> HttpResponse:
    here, speaker = desk(), speaker_of(request)
    came = [_letter(one, speaker) for one in what_came(here.who)[:_SHOWN]]
    offered = [_offer(one, speaker) for one in offers(here.who, here.now())[:_SHOWN]]
    context = {
        "tab": "outbox",
        "asked": [one for one in (*offered, *came) if one.asks],
        "came": [one for one in came if not one.asks],
        "listened": listened(speaker),
        "problem": told(request, problem) if problem else "",
    }
    return render(request, "pages/inbox/inbox.html", context, status=status_of(problem) if problem else 200)


def _letter(one: Noticed, speaker: Speaker) -> Line:
    values = {"sender": one.sender, "person": one.person.called, "subject": one.subject or "…", "at": one.at}
    return Line(
        id=one.id,
        when=speaker.short_day(one.at.astimezone(speaker.zone).date()),
        told=speaker.say(TOLD[one.kind], why=one.why or "", **values),
        words=one.text,
        note=one.note,
        person=one.person.id,
        asks=one.asks,
        returned=one.kind is LetterKind.RETURNED,
    )


def _offer(one: Offered, speaker: Speaker) -> Line:
    starts = speaker.moment(one.starts_at) if one.starts_at else "?"
    return Line(
        id=one.id,
        when=speaker.short_day(one.starts_at.astimezone(speaker.zone).date()) if one.starts_at else "",
        told=speaker.say(OFFERED[one.kind], sender=one.sender or "?", summary=one.summary or "…", starts=starts),
        words="",
        note="",
        person="",
        asks=one.asks,
        offer=True,
    )
