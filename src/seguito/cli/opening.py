"""`seguito opening [FILE.toml] [--title … --required …]`: a place to fill, and what it asks for."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from seguito.actions.openings import Opening, all_openings, close, opening_from, record_opening
from seguito.cli.matches import ask_labels
from seguito.cli.opened import Opened, opened
from seguito.cli.shapes import Shape
from seguito.cli.terminal import Terminal
from seguito.core.talent.opening_form import read_opening
from seguito.errors import N_


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", nargs="?", type=Path, help="a TOML file; without anything, all openings are listed")
    parser.add_argument("--title")
    parser.add_argument("--required", action="append", metavar="SKILL")
    parser.add_argument("--wished", action="append", metavar="SKILL")
    parser.add_argument("--language", action="append")
    parser.add_argument("--place")
    parser.add_argument("--text", help="the notice itself, in free words")
    parser.add_argument("--close", metavar="OPENING", help="it is filled, or given up")


def run(options: Namespace, terminal: Terminal) -> int:
    session = opened(terminal)
    one = _asked(options, session)
    found = (one,) if one else all_openings(session.who)
    if terminal.as_json:
        shapes = [_shape(each) for each in found]
        terminal.answer({"opening": shapes[0]} if one else {"openings": shapes})
        return 0
    if not found:
        terminal.say(N_("No openings yet. `seguito opening FILE.toml` records one."))
    for each in found:
        _show(each, session.terminal)
    if one and not one.closed_on:
        terminal.say(N_("Next: seguito match {id}"), id=one.id)
    return 0


def _asked(options: Namespace, session: Opened) -> Opening | None:
    now = session.terminal.now
    if options.close:
        return close(session.who, options.close, now)
    if options.file:
        return opening_from(session.who, options.file, now)
    by_hand = {name: getattr(options, name) for name in ("title", "required", "wished", "language", "place", "text")}
    told = {name: value for name, value in by_hand.items() if value}
    return record_opening(session.who, read_opening(told, {}), now) if told else None


def _shape(one: Opening) -> Shape:
    return {
        "id": one.id,
        "title": one.title,
        "required": ask_labels(one.asks, required=True),
        "wished": ask_labels(one.asks, required=False),
        "place": one.place,
        "languages": list(one.languages),
        "text": one.text,
        "opened_at": one.opened_at,
        "closed_on": one.closed_on,
    }


def _show(one: Opening, terminal: Terminal) -> None:
    terminal.line(f"{one.id}  {one.title}" + (f", {one.place}" if one.place else ""))
    terminal.line("  " + ", ".join(ask_labels(one.asks, required=True)))
    if wished := ask_labels(one.asks, required=False):
        terminal.line("  " + terminal.speaker.say(N_("wished: {skills}"), skills=", ".join(wished)))
    if one.closed_on:
        terminal.line("  " + terminal.speaker.say(N_("closed on {day}"), day=one.closed_on))
