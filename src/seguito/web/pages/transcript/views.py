"""A transcript of the talk: what it offers, to take or to leave. It is read and not kept."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from seguito.actions.debrief import so_far
from seguito.actions.transcript import NoTranscript, Offer, Transcript, TranscriptTooLong, listen, take
from seguito.core.decoding import decoded
from seguito.core.nouns import By, Person
from seguito.errors import Problem
from seguito.speech import Speaker
from seguito.web.desk import desk
from seguito.web.kinds import sign_of, word_of
from seguito.web.language import language_of, speaker_of
from seguito.web.problems import status_of, told

_LARGEST = 1_000_000  # bytes: some ten hours of talk; it may come back once, with the voices told
_VOICE = "voice:"


def transcript(request: HttpRequest, interview: str) -> HttpResponse:
    """A POST reads the file or the text, and shows what it offers; once more when voices were told whose they are."""
    if request.method != "POST":
        return _show(request, interview)
    here, language = desk(), language_of(request)
    file = request.FILES.get("file")
    name = (file.name if file else "") or "–"
    try:
        if file and (file.size or 0) > _LARGEST:
            raise TranscriptTooLong(file=name, length=file.size, longest=_LARGEST)
        text = decoded(file.read())[0] if file else request.POST.get("text", "")
        if not text.strip():
            raise NoTranscript(file=name)
        heard = listen(here.who, interview, text, name, _whose(request), language)
    except Problem as problem:
        return _show(request, interview, problem=problem)
    return _show(request, interview, heard, text)


@require_POST
def take_lines(request: HttpRequest, interview: str) -> HttpResponse:
    """The lines that were ticked."""
    here, language = desk(), language_of(request)
    try:
        take(here.who, interview, request.POST.getlist("line"), language, here.now())
    except Problem as problem:
        return _show(request, interview, problem=problem)
    return HttpResponseRedirect(reverse("debrief", args=[interview]))


def _whose(request: HttpRequest) -> dict[str, str]:
    chosen = {name.removeprefix(_VOICE): person for name, person in request.POST.items() if name.startswith(_VOICE)}
    return {voice: str(person) for voice, person in chosen.items() if person}


def _show(
    request: HttpRequest, wanted: str, heard: Transcript | None = None, text: str = "", problem: Problem | None = None
) -> HttpResponse:
    speaker = speaker_of(request)
    talk = heard.interview if heard else so_far(desk().who, wanted, language_of(request)).interview
    unknown = [one.name for one in heard.voices if one.name and not one.me and one.person is None] if heard else []
    context: dict[str, Any] = {
        "tab": "interviews",
        "talk": talk,
        "people": talk.panel,
        "heard": heard,
        "offers": [_offer(one, talk.panel, speaker) for one in heard.offers] if heard else [],
        "unknown": unknown,
        "text": request.POST.get("text", "") if problem else text,
        "problem": told(request, problem) if problem else "",
    }
    return render(request, "pages/transcript/transcript.html", context, status=status_of(problem) if problem else 200)


def _offer(offer: Offer, panel: Sequence[Person], speaker: Speaker) -> dict[str, Any]:
    heard, at = offer.suggestion.heard, offer.suggestion.at
    person = next((one for one in panel if one.id == heard.person), None)
    return {
        "line": offer.line,
        "kind": heard.kind.value,
        "sign": sign_of(heard.kind),
        "word": speaker.text(word_of(heard.kind)),
        "text": heard.text,
        "name": person.called if person else offer.suggestion.speaker,
        "mine": heard.by is By.ME,
        "due": speaker.day(heard.due_on) if heard.due_on else "",
        "at": "" if at is None else str(at).partition(".")[0],
    }
