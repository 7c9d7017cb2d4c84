"""`seguito transcript INTERVIEW FILE [--who VOICE=PERSON]… [--take 1,3-5 or all]`: details that a transcript offers."""

from argparse import ArgumentParser, Namespace
from shlex import quote

from seguito.actions.debrief import people_by_id
from seguito.actions.transcript import Offer, Transcript, Voice, listen, take
from seguito.cli.editor import read_text
from seguito.cli.opened import opened
from seguito.cli.shapes import Shape, person_shape
from seguito.cli.terminal import Terminal
from seguito.core.nouns import Person
from seguito.errors import N_, Problem

_ALL = "all"


class NoSuchSuggestion(Problem):
    id = "no-such-suggestion"
    happened = N_("“{typed}” is none of the {count} suggestions.")
    safe = N_("Nothing was changed.")
    next_step = N_("Give their numbers, as in --take 1,3-5, or --take all.")


class WhoseVoice(Problem):
    id = "whose-voice"
    happened = N_("“{typed}” does not say whose voice it is.")
    safe = N_("Nothing was changed.")
    next_step = N_('Write it as in --who "Speaker 1=Giulia"; your own is =me.')


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("interview", help=N_("an id, its beginning, or a name"))
    parser.add_argument("file", help=N_("the .vtt, .srt or .txt that Meet, Teams or Zoom saved; it is not kept"))
    parser.add_argument(
        "--who", action="append", default=[], metavar="VOICE=PERSON", help=N_("whose voice it is; =me is my own")
    )
    parser.add_argument("--take", metavar="NUMBERS", help=N_("keep these suggestions: 1,3-5, or all"))


def run(options: Namespace, terminal: Terminal) -> int:
    session = opened(terminal)
    terminal = session.terminal
    language = terminal.speaker.language
    whose = dict(_voice_of(typed) for typed in options.who)
    heard = listen(session.who, options.interview, read_text(options.file), options.file, whose, language)
    chosen = _chosen(options.take, heard.offers) if options.take else ()
    if chosen:
        take(session.who, heard.interview.id, [offer.line for offer in chosen], language, terminal.now)
    if terminal.as_json:
        terminal.answer(_shape(heard, chosen))
    elif options.take:
        for offer in chosen:
            terminal.line(f"  {offer.line}")
        terminal.say(N_("Kept. Next: seguito draft {interview}"), interview=heard.interview.id)
    else:
        _show(heard, options.file, terminal)
    return 0


def _voice_of(typed: str) -> tuple[str, str]:
    voice, sign, person = typed.partition("=")
    if not (voice.strip() and sign and person.strip()):
        raise WhoseVoice(typed=typed)
    return voice.strip(), person.strip()


def _chosen(typed: str, offers: tuple[Offer, ...]) -> tuple[Offer, ...]:
    if typed.strip() == _ALL:
        return offers
    numbers: list[int] = []
    for part in typed.split(","):
        first, _, last = part.partition("-")
        try:
            span = range(int(first), int(last or first) + 1)
        except ValueError:
            span = range(0)
        if not span or span[0] < 1 or span[-1] > len(offers):
            raise NoSuchSuggestion(typed=part.strip(), count=len(offers))
        numbers += span
    return tuple(offers[number - 1] for number in dict.fromkeys(numbers))


def _shape(heard: Transcript, chosen: tuple[Offer, ...]) -> Shape:
    people = people_by_id(heard.interview.panel)
    return {
        "interview": heard.interview.id,
        "voices": [
            {"name": one.name, "person": person_shape(one.person) if one.person else None, "me": one.me}
            for one in heard.voices
        ],
        "suggestions": [
            {
                "number": number,
                "person": _person(offer, people),
                "kind": offer.suggestion.heard.kind,
                "by": offer.suggestion.heard.by,
                "text": offer.suggestion.heard.text,
                "due_on": offer.suggestion.heard.due_on,
                "voice": offer.suggestion.speaker,
                "at": None if offer.suggestion.at is None else offer.suggestion.at.total_seconds(),
                "line": offer.line,
                "taken": offer in chosen,
            }
            for number, offer in enumerate(heard.offers, 1)
        ],
    }


def _person(offer: Offer, people: dict[str, Person]) -> Shape | None:
    said_by = offer.suggestion.heard.person
    return person_shape(people[said_by]) if said_by else None


def _show(heard: Transcript, file: str, terminal: Terminal) -> None:
    for number, offer in enumerate(heard.offers, 1):
        at = "" if offer.suggestion.at is None else str(offer.suggestion.at).partition(".")[0]
        terminal.line(f"{number:>4}  {at:>8}  {offer.line}")
    if not heard.offers:
        terminal.say(N_("Nothing in it asks to be kept."))
    for voice in heard.voices:
        if not voice.me and voice.person is None:
            _ask_whose(voice, terminal)
    if heard.offers:
        terminal.say(
            N_("Keep what is worth it: seguito transcript {interview} {file} --take 1,3. The transcript is not kept."),
            interview=heard.interview.id, file=quote(file),
        )  # fmt: skip


def _ask_whose(voice: Voice, terminal: Terminal) -> None:
    if voice.name:
        terminal.say(N_('Whose voice is “{name}”? --who "{name}=…" tells.'), name=voice.name)
    else:
        terminal.say(N_("The transcript does not say who speaks."))
