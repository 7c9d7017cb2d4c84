"""A note on paper: looked at as it will be printed, printed, put into the box, and there (T1.2, T2.4)."""

from dataclasses import dataclass, replace
from datetime import date

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from seguito.actions.card import Paper, card as print_it, card_parts, card_pictures
from seguito.actions.notes import the_note
from seguito.actions.post import arrived as say_arrived, by_post, posted as say_posted
from seguito.actions.stationery import Stationery, choices, my_stationery, stationery_with
from seguito.channels import about
from seguito.core.nouns import Note
from seguito.core.planning.post import Posted
from seguito.errors import N_, Problem
from seguito.speech import Speaker
from seguito.web.desk import desk
from seguito.web.downloads import download
from seguito.web.language import language_of, speaker_of
from seguito.web.pages.card.words import ENVELOPES, SHEETS, called
from seguito.web.problems import status_of, told

_PARTS = {"card": N_("The card"), "envelope": N_("Its envelope"), "guide": N_("The ruled sheet that lies under it")}


class DayMissing(Problem):
    id = "day-missing"
    happened = N_("The day is missing.")
    safe = N_("Nothing was changed.")
    next_step = N_("Say on which day it was.")


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that is printed. `pictures`: its pages' addresses; `trouble`: why it can't be printed as it stands.

    `mends`: where that is mended, and what the link says; empty where the words alone tell it.
    """

    name: str
    word: str
    says: str
    pictures: tuple[str, ...]
    trouble: str
    mends: tuple[str, str] = ("", "")


def card(request: HttpRequest, note: str) -> HttpResponse:
    """Asked for by the note's page, the parts alone are taken from it."""
    return _show(request, note)


def picture(request: HttpRequest, note: str, part: str, number: int) -> HttpResponse:
    """One page of a part. Its address bears the revision, so that a changed note has a new picture."""
    here, speaks = desk(), language_of(request)
    try:
        pages = card_pictures(here.who, note, _paper(part, _chosen(request)), speaks, here.now())
    except Problem as problem:
        return HttpResponse(told(request, problem), content_type="text/plain", status=status_of(problem))
    if number >= len(pages):
        raise Http404
    return HttpResponse(pages[number], content_type="image/png")


def printed(request: HttpRequest, note: str, part: str) -> HttpResponse:
    """One part as a PDF, at its exact size; the card blank as well, for the pen."""
    here, speaks = desk(), language_of(request)
    try:
        pages = print_it(here.who, note, _paper(part, _chosen(request)), speaks, here.now())
    except Problem as problem:
        return _show(request, note, problem)
    return download(pages, "application/pdf", f"{part}-{note}.pdf")


@require_POST
def posted(request: HttpRequest, note: str) -> HttpResponse:
    here = desk()
    try:
        say_posted(here.who, note, Posted(_day(request)), request.POST.get("by", "").strip(), here.now())
    except Problem as problem:
        return _show(request, note, problem)
    return HttpResponseRedirect(reverse("card", args=[note]) + "#post")


@require_POST
def arrived(request: HttpRequest, note: str) -> HttpResponse:
    here = desk()
    try:
        say_arrived(here.who, note, _day(request), here.now())
    except Problem as problem:
        return _show(request, note, problem)
    return HttpResponseRedirect(reverse("card", args=[note]) + "#post")


def _day(request: HttpRequest) -> date:
    try:
        return date.fromisoformat(request.POST.get("on", ""))
    except ValueError as error:
        raise DayMissing from error


def _chosen(request: HttpRequest) -> Stationery:
    """One's own stationery, with what is tried in the address. Raises a `Problem`."""
    return stationery_with(my_stationery(desk().who), request.GET.dict())


def _paper(part: str, chosen: Stationery) -> Paper:
    paper = Paper(sheet=chosen.sheet, cut=chosen.cut, ink=chosen.ink)
    match part:
        case "card":
            return paper
        case "blank":
            return replace(paper, blank=True)
        case "envelope":
            return replace(paper, card=False, envelopes=(chosen.envelope,))
        case "guide":
            return replace(paper, card=False, guide=True)
    raise Http404


def _show(request: HttpRequest, wanted: str, problem: Problem | None = None) -> HttpResponse:
    here, speaker = desk(), speaker_of(request)
    note = the_note(here.who, wanted)
    try:
        chosen = _chosen(request)
    except Problem as odd:
        problem, chosen = problem or odd, my_stationery(here.who)
    known, today = choices(), here.now().date()
    context = {
        "tab": "interviews",
        "note": note,
        "problem": told(request, problem) if problem else "",
        "by_hand": about(note.channel).by_hand,
        "parts": _parts(note, chosen, request),
        "chosen": chosen,
        "sheets": called(known.sheets, SHEETS, speaker),
        "envelopes": called(known.envelopes, ENVELOPES, speaker),
        "today": today,
        **_way(note, today, speaker),
    }
    return render(request, "pages/card/card.html", context, status=status_of(problem) if problem else 200)


def _has(part: str, chosen: Stationery) -> bool:
    """A letter is typed: no sheet lies under it."""
    return part != "guide" or not chosen.sheet.startswith("letter-")


def _parts(note: Note, chosen: Stationery, request: HttpRequest) -> list[Part]:
    here, speaker = desk(), speaker_of(request)
    papers = {part: _paper(part, chosen) for part in _PARTS if _has(part, chosen)}
    try:
        drawn = card_parts(here.who, note.id, papers, speaker.language, here.now())
    except Problem as problem:  # nobody has said who they are: no part can be drawn
        drawn = dict.fromkeys(papers, problem)
    return [_part(part, found, note, chosen, speaker) for part, found in drawn.items()]


def _part(part: str, found: tuple[bytes, ...] | Problem, note: Note, chosen: Stationery, speaker: Speaker) -> Part:
    word = speaker.text(_PARTS[part])
    if isinstance(found, Problem):
        return Part(part, word, "", (), speaker.problem(found), _mends(found, note, speaker))
    query = f"?sheet={chosen.sheet}&envelope={chosen.envelope}&r={note.revision}"
    links = tuple(reverse("card-picture", args=[note.id, part, number]) + query for number in range(len(found)))
    says = speaker.say(N_("{part}, as it will be printed: {person}"), part=word, person=note.to.called)
    return Part(part, word, says, links, "")


def _mends(problem: Problem, note: Note, speaker: Speaker) -> tuple[str, str]:
    """The problem names a command that mends it; here it is a page."""
    larger = str(problem.values.get("larger", "")).removeprefix("--sheet ")
    if larger in SHEETS:
        return f"{reverse('card', args=[note.id])}?sheet={larger}", speaker.text(N_("See it on the larger one"))
    if problem.id == "nobody-signs" or problem.values.get("command") == "me":
        return reverse("settings") + "#me", speaker.text(N_("Say it under About me"))
    if "command" in problem.values:
        return reverse("person", args=[note.to.id]) + "#known", speaker.text(N_("Say where they live"))
    return "", ""


def _way(note: Note, today: date, speaker: Speaker) -> dict[str, object]:
    if not about(note.channel).by_hand:
        return {}
    way = by_post(desk().who, note, today)
    journey = way.journey
    names = {one.id: one.name for one in way.services}
    return {
        "services": way.services,
        "usual": journey.service if journey else way.usual,
        "journey": journey,
        "posted_word": _posted_word(journey.posted_on, names.get(journey.service, journey.service), speaker)
        if journey
        else "",
        "expected_word": _expected_word(journey.expected, speaker) if journey and journey.expected else "",
        "arrived_word": speaker.say(N_("It arrived on {day}."), day=journey.arrived_on)
        if journey and journey.arrived_on
        else "",
    }


def _posted_word(day: date, service: str, speaker: Speaker) -> str:
    return speaker.say(N_("Posted on {day} by {service}."), day=day, service=service)


def _expected_word(days: tuple[date, date], speaker: Speaker) -> str:
    return speaker.say(N_("It should be there between {first} and {last}."), first=days[0], last=days[1])
