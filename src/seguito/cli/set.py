"""`seguito set person|organisation|application|interview ID FIELD=VALUE…`."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Mapping
from datetime import datetime

from seguito.actions import tell
from seguito.cli.opened import opened
from seguito.cli.terminal import Terminal
from seguito.cli.told import (
    Fields,
    application_fields,
    interview_fields,
    organisation_fields,
    person_fields,
    told_lines,
)
from seguito.core.fields import APPLICATION, INTERVIEW, ORGANISATION, PERSON, Field, Told, read_fields
from seguito.core.nouns import Who
from seguito.errors import N_

_Tell = Callable[[Who, str, Told, datetime], Fields]

_NOUNS: Mapping[str, tuple[Mapping[str, Field], _Tell]] = {
    "person": (PERSON, lambda who, wanted, told, now: person_fields(tell.tell_person(who, wanted, told, now))),
    "organisation": (
        ORGANISATION,
        lambda who, wanted, told, now: organisation_fields(tell.tell_organisation(who, wanted, told, now)),
    ),
    "application": (
        APPLICATION,
        lambda who, wanted, told, now: application_fields(tell.tell_application(who, wanted, told, now)),
    ),
    "interview": (
        INTERVIEW,
        lambda who, wanted, told, now: interview_fields(tell.tell_interview(who, wanted, told, now)),
    ),
}


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("noun", choices=list(_NOUNS))
    parser.add_argument("id", help=N_("an id, its beginning, or a name when it is clear"))
    parser.add_argument("told", nargs="+", metavar="FIELD=VALUE")
    parser.epilog = "; ".join(f"{noun}: {' '.join(fields)}" for noun, (fields, _) in _NOUNS.items())


def run(options: Namespace, terminal: Terminal) -> int:
    fields, apply = _NOUNS[options.noun]
    told = read_fields(options.told, fields)
    session = opened(terminal)
    now_known = apply(session.who, options.id, told, session.terminal.now)
    if terminal.as_json:
        terminal.answer({options.noun: now_known})
        return 0
    for line in told_lines(now_known, session.terminal.speaker):
        terminal.line(line)
    terminal.say(N_("The plan has been made again with it: `seguito plan`."))
    return 0
