"""`seguito debrief INTERVIEW [--from FILE]`: write down what was said, while it is fresh."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from seguito.actions.debrief import Debriefed, debrief, form_of, people_by_id, take_form
from seguito.cli.editor import read_text, written
from seguito.cli.opened import Opened, opened
from seguito.cli.shapes import detail_shape
from seguito.cli.terminal import Terminal
from seguito.core.debrief.writing import FORM_HEADER
from seguito.core.decoding import decoded
from seguito.core.nouns import By, Detail, DetailKind, Interview
from seguito.errors import N_
from seguito.speech import Speaker

_MARKS = {
    DetailKind.INSIGHT: " ",
    DetailKind.ASIDE: "~",
    DetailKind.QUESTION: "?",
    DetailKind.PROMISE: "!",
    DetailKind.WHY_HERE: "*",
}
_MOST_NAMES = 8  # told in one line


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("interview", help=N_("an id, its beginning, or a name"))
    parser.add_argument("--from", dest="file", metavar="FILE", help=N_("add the lines of this file (- for stdin)"))


def run(options: Namespace, terminal: Terminal) -> int:
    session = opened(terminal)
    done = _from_file(options, session) if options.file else _in_editor(options, session)
    if terminal.as_json:
        people = people_by_id(done.interview.panel)
        terminal.answer(
            {
                "interview": done.interview.id,
                "details": [detail_shape(detail, people) for detail in done.details],
                "unplaced": [line.text for line in done.unplaced],
                "doubts": [terminal.speaker.reason(doubt) for doubt in done.doubts],
            }
        )
    else:
        _show(done, session.terminal)
    return 0


def _from_file(options: Namespace, session: Opened) -> Debriefed:
    text = read_text(options.file)
    terminal = session.terminal
    return debrief(session.who, options.interview, text, terminal.speaker.language, terminal.now)


def _in_editor(options: Namespace, session: Opened) -> Debriefed:
    terminal, speaker = session.terminal, session.terminal.speaker
    form = form_of(session.who, options.interview, (), speaker.language)
    form = form_of(session.who, options.interview, _header(form.interview, speaker), speaker.language)
    kept = terminal.home / "writing" / f"{form.interview.id}.txt"
    if kept.exists():
        _add_what_came_since(kept, form.text)
    text = written(form.text, kept)
    done = take_form(session.who, form, text, speaker.language, terminal.now)
    kept.unlink()
    return done


def _add_what_came_since(kept: Path, form: str) -> None:
    """A form that was never handed in lacks what was noted elsewhere meanwhile: as it is, it would take that out."""
    left, _ = decoded(kept.read_bytes())
    since = [line for line in form.splitlines() if line.strip() and line not in left.splitlines()]
    kept.write_text("\n".join([left.rstrip("\n"), *since, ""]), "utf-8")


def _header(talk: Interview, speaker: Speaker) -> list[str]:
    people = speaker.listed(person.called for person in talk.panel)
    first = next((person.given for person in talk.panel if person.given), "Giulia")
    return [speaker.say(line, people=people, name=first) if line else "" for line in FORM_HEADER]


def _show(done: Debriefed, terminal: Terminal) -> None:
    people = people_by_id(done.interview.panel)
    for detail in done.details:
        person = people.get(detail.person or "")
        called = person.called if person else _nobody(detail, terminal)
        terminal.line(f"  {called:<24} {_told(detail, terminal)}")
    for line in done.unplaced:
        terminal.say(N_("“{line}” is kept, with nobody's name on it. {why}"), line=line.text, why=line.why)
    for doubt in done.doubts:
        terminal.line(terminal.speaker.reason(doubt))
    if silent := [person.called for person in done.missing.nothing_from]:
        more = ["…"] if len(silent) > _MOST_NAMES else []
        terminal.say(N_("Nothing from {people} yet."), people=(*silent[:_MOST_NAMES], *more))
    if done.missing.why_here:
        terminal.say(N_("Why do you want to be there? One line with * keeps it."))
    terminal.say(N_("Next: seguito draft {interview}"), interview=done.interview.id)


def _nobody(detail: Detail, terminal: Terminal) -> str:
    return terminal.speaker.text(N_("me")) if detail.by is By.ME else ""


def _told(detail: Detail, terminal: Terminal) -> str:
    due = f"  ({terminal.speaker.day(detail.due_on)})" if detail.due_on else ""
    return f"{_MARKS[detail.kind]} {detail.text}{due}"
