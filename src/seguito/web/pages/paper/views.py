"""Hand and stationery: what cards are printed on, with which monogram, in which hand they are copied (T2.4)."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_POST

from seguito.actions.hand import measure, my_hand, strip
from seguito.actions.stationery import (
    Stationery,
    bands,
    choices,
    choose,
    my_stationery,
    sample,
    sentence,
    stationery_with,
)
from seguito.errors import N_, Problem
from seguito.web.desk import desk
from seguito.web.downloads import download
from seguito.web.language import language_of, speaker_of
from seguito.web.pages.card.words import CUTS, ENVELOPES, SHEETS, called
from seguito.web.problems import status_of, told

_PICTURES = (N_("The empty card, with your monogram"), N_("The ruled sheet, in your hand"))


def paper(request: HttpRequest) -> HttpResponse:
    return _show(request)


@require_POST
def stationery(request: HttpRequest) -> HttpResponse:
    """Keep what was chosen."""
    try:
        choose(desk().who, request.POST.dict())
    except Problem as problem:
        return _show(request, problem)
    return HttpResponseRedirect(reverse("paper"))


def picture(request: HttpRequest, number: int) -> HttpResponse:
    """A page of the stationery as the address has it; nothing is kept."""
    here = desk()
    try:
        tried = stationery_with(my_stationery(here.who), request.GET.dict())
        pages = sample(here.who, tried, language_of(request), here.now())
    except Problem as problem:
        return HttpResponse(told(request, problem), content_type="text/plain", status=status_of(problem))
    if number >= len(pages):
        raise Http404
    return HttpResponse(pages[number], content_type="image/png")


def strip_to_copy(request: HttpRequest) -> HttpResponse:
    """The strip that a sentence is copied on, once, to measure the hand."""
    here = desk()
    try:
        pages = strip(
            language_of(request), request.GET.get("paper", "a4"), my_stationery(here.who).ink, here.now().date()
        )
    except Problem as problem:
        return _show(request, problem)
    return download(pages, "application/pdf", "strip.pdf")


@require_POST
def hand(request: HttpRequest) -> HttpResponse:
    """Keep what the strip told: the band, and the last word of each line."""
    here, form = desk(), request.POST
    try:
        measure(here.who, form.get("band", ""), form.get("words", "").split(), language_of(request))
    except Problem as problem:
        return _show(request, problem)
    return HttpResponseRedirect(reverse("paper") + "#hand")


def _show(request: HttpRequest, problem: Problem | None = None) -> HttpResponse:
    here, speaker = desk(), speaker_of(request)
    mine, measured, known = my_stationery(here.who), my_hand(here.who), choices()
    pictures, trouble = _pictures(request, mine)
    hand_word = speaker.say(
        N_("Your hand: small letters {x_height} mm high, {pitch} mm from line to line, {char} mm a character."),
        x_height=speaker.decimal(measured.x_height),
        pitch=speaker.decimal(measured.pitch),
        char=speaker.decimal(measured.char),
    )
    context = {
        "tab": "settings",
        "problem": told(request, problem) if problem else "",
        "typed": request.POST if problem else {},
        "mine": mine,
        "sheets": called(known.sheets, SHEETS, speaker),
        "envelopes": called(known.envelopes, ENVELOPES, speaker),
        "cuts": called(known.cuts, CUTS, speaker),
        "pictures": pictures,
        "trouble": trouble,
        "hand_word": hand_word,
        "bands": bands(),
        "sentence": sentence(speaker.language),
    }
    return render(request, "pages/paper/paper.html", context, status=status_of(problem) if problem else 200)


def _pictures(request: HttpRequest, mine: Stationery) -> tuple[list[tuple[str, str]], str]:
    """Where each page is, and what it shows; or why it can't be drawn."""
    here, speaker = desk(), speaker_of(request)
    try:
        count = len(sample(here.who, mine, speaker.language, here.now()))
    except Problem as problem:
        return [], told(request, problem)
    query = urlencode({"sheet": mine.sheet, "cut": mine.cut, "ink": mine.ink})
    return [
        (f"{reverse('paper-picture', args=[number])}?{query}", speaker.text(_PICTURES[number]))
        for number in range(min(count, len(_PICTURES)))
    ], ""
