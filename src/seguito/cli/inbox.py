"""`seguito inbox [ID --yes|--no]`: what came, and a person's word on what may be an answer or an interview."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable
from typing import Any

from seguito.actions.add import AddedAll
from seguito.actions.notice import inbox, place
from seguito.actions.offered import is_offer, offers, settle
from seguito.cli.added import added_shape, tell_added
from seguito.cli.offers import offers_shape, tell_offers
from seguito.cli.opened import Opened, opened
from seguito.cli.terminal import Terminal
from seguito.core.correspondence.letters import TOLD, LetterKind, Noticed
from seguito.core.offers import Offered
from seguito.errors import N_, Problem


class WordWithoutLetter(Problem):
    id = "word-without-letter"
    happened = N_("It was not said which mail --yes or --no is about, or what is to be said of it.")
    safe = N_("Nothing was changed.")
    next_step = N_("seguito inbox LETTER --yes or --no; `seguito inbox` alone lists what came.")


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("letter", metavar="LETTER", nargs="?", help=N_("an id, its beginning, or a name"))
    said = parser.add_mutually_exclusive_group()
    said.add_argument(
        "--yes",
        dest="answer",
        action="store_true",
        default=None,
        help=N_("it answers my note · I go to this interview"),
    )
    said.add_argument("--no", dest="answer", action="store_false", help=N_("it is about something else · never mind"))


def run(options: Namespace, terminal: Terminal) -> int:
    if (options.letter is None) != (options.answer is None):
        raise WordWithoutLetter
    session = opened(terminal)
    if options.letter is None:
        _show(inbox(session.who), offers(session.who, session.terminal.now), session.terminal)
    elif is_offer(session.who, options.letter):
        _settle(options.letter, options.answer, session)
    else:
        _show((place(session.who, options.letter, options.answer, session.terminal.now),), (), session.terminal)
    return 0


def _show(letters: tuple[Noticed, ...], offered: tuple[Offered, ...], terminal: Terminal) -> None:
    if terminal.as_json:
        terminal.answer({**letters_shape(letters, terminal), **offers_shape(offered, terminal)})
        return
    tell_letters(letters, terminal)
    tell_offers(offered, terminal)
    if not letters and not offered:
        terminal.say(N_("Nothing has come back yet. `seguito sync` looks."))


def _settle(wanted: str, yes: bool, session: Opened) -> None:
    terminal = session.terminal
    offered, added = settle(session.who, wanted, yes, terminal.now)
    added = added or AddedAll((), ())
    if terminal.as_json:
        shapes = (letters_shape((), terminal), offers_shape((offered,), terminal), added_shape(added, terminal))
        terminal.answer({name: value for shape in shapes for name, value in shape.items()})
    elif added.interviews:
        tell_added(added, terminal)
    else:
        tell_offers((offered,), terminal)


def tell_letters(found: Iterable[Noticed], terminal: Terminal) -> None:
    """One letter a line, with the first of its words, and what its author can do."""
    for one in found:
        told = terminal.speaker.say(
            TOLD[one.kind],
            sender=one.sender,
            person=one.person.called,
            subject=one.subject or "…",
            at=one.at,
            why=one.why or "",
        )
        terminal.line(f"{one.id}  {told}")
        for line in one.text.splitlines()[:3]:
            terminal.line(f"    | {line}")
        if one.asks:
            terminal.say(
                N_("    Does it answer your note to {person}? seguito inbox {id} --yes, or --no"),
                person=one.person.called,
                id=one.id,
            )
        elif one.kind is LetterKind.RETURNED:
            terminal.say(
                N_("    Correct the address (seguito set person {id} email=…), then: seguito approve {note}"),
                id=one.person.id,
                note=one.note,
            )


def letters_shape(found: Iterable[Noticed], terminal: Terminal) -> dict[str, Any]:
    return {"letters": [_shape(one, terminal) for one in found]}


def _shape(one: Noticed, terminal: Terminal) -> dict[str, Any]:
    return {
        "id": one.id,
        "kind": one.kind,
        "note": one.note,
        "person": {"id": one.person.id, "name": one.person.name, "email": one.person.email or None},
        "from": one.sender,
        "subject": one.subject,
        "text": one.text,
        "at": one.at.astimezone(terminal.now.tzinfo),
        "message": terminal.speaker.reason(one.why) if one.why else None,
        "asks": one.asks,
    }
