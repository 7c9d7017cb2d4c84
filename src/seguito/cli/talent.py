"""`seguito talent [add|show|renew|ask|end|notice|expire …]`: the recruiter's file."""

import csv
from argparse import ArgumentParser, Namespace

from seguito.actions.retention import expire, talent_rows
from seguito.actions.talent import (
    Filed,
    Impressed,
    add,
    ask_renewal,
    notice_given,
    renew,
    show,
    the_file,
    withdraw,
)
from seguito.cli.matches import closer_shape, filed_shape, show_closer, show_filed
from seguito.cli.moments import read_day
from seguito.cli.opened import Opened, opened
from seguito.cli.shapes import person_shape
from seguito.cli.terminal import Terminal
from seguito.core.intake.table import write_table
from seguito.errors import N_


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--csv", action="store_true", help="the file as a table, safe to open in a spreadsheet")
    verbs = parser.add_subparsers(dest="verb", metavar="add|show|renew|ask|end|notice|expire")
    _add_arguments(verbs.add_parser("add"))
    for verb in ("show", "ask", "end", "renew", "notice"):
        one = verbs.add_parser(verb)
        one.add_argument("person", help="an id, its beginning, an address, or a name")
        _json(one)
        if verb == "renew":
            one.add_argument("--consent-until", required=True, metavar="DATE")
            one.add_argument("--consent-words", default="", help="the words by which it was given")
        if verb == "notice":
            one.add_argument("--on", required=True, metavar="DATE")
    over = verbs.add_parser("expire")
    over.add_argument("--yes", action="store_true", help="erase those whose time is over")
    _json(over)


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("person", help='somebody who is known, or "Name Family <address>"')
    parser.add_argument("--because", default="", help="what impressed, in your own words")
    parser.add_argument("--consent-until", metavar="DATE")
    parser.add_argument("--consent-words", default="", help="the words by which it was given")
    for name, what in (("skill", "SKILL[: what shows it]"), ("missing", "SKILL"), ("language", "L"), ("place", "P")):
        parser.add_argument(f"--{name}", action="append", default=[], metavar=what)
    parser.add_argument("--email", default="")
    parser.add_argument("--available", default="")
    parser.add_argument("--source", default="", help="where this is from")
    parser.add_argument("--short-list", action="store_true", help="check in now and then")
    parser.add_argument("--namesake", action="store_true", help="not the person of that name who was erased")
    _json(parser)


def _json(parser: ArgumentParser) -> None:
    """`--json` may stand before or behind the verb."""
    parser.add_argument("--json", action="store_true", default=False)


def run(options: Namespace, terminal: Terminal) -> int:
    session = opened(terminal)
    match options.verb:
        case None:
            _list(options, session)
        case "add":
            _add(options, session)
        case "expire":
            _expire(options, session)
        case _:
            _one(_asked(options, session), session)
    return 0


def _asked(options: Namespace, session: Opened) -> Filed:
    who, now = session.who, session.terminal.now
    match options.verb:
        case "show":
            return show(who, options.person, now)
        case "ask":
            return ask_renewal(who, options.person, now)
        case "end":
            return withdraw(who, options.person, now)
        case "notice":
            return notice_given(who, options.person, read_day(options.on, "--on"), now)
    until = read_day(options.consent_until, "--consent-until")
    return renew(who, options.person, until, options.consent_words, now)


def _one(filed: Filed, session: Opened) -> None:
    if session.terminal.as_json:
        session.terminal.answer({"talent": filed_shape(filed)})
    else:
        show_filed(filed, session.terminal)


def _add(options: Namespace, session: Opened) -> None:
    terminal = session.terminal
    told = Impressed(
        because=options.because,
        held=tuple(options.skill),
        missing=tuple(options.missing),
        languages=tuple(options.language),
        places=tuple(options.place),
        available=options.available,
        source=options.source,
        short_list=options.short_list,
        consent_until=read_day(options.consent_until, "--consent-until") if options.consent_until else None,
        consent_words=options.consent_words,
        email=options.email,
        namesake=options.namesake,
    )
    filed, nearer = add(session.who, options.person, told, terminal.home, terminal.now)
    if terminal.as_json:
        terminal.answer({"talent": filed_shape(filed), "openings": [closer_shape(one) for one in nearer]})
    else:
        show_filed(filed, terminal)
        show_closer(nearer, terminal)


def _list(options: Namespace, session: Opened) -> None:
    terminal = session.terminal
    if options.csv:
        csv.writer(terminal.out).writerows(write_table(talent_rows(session.who, terminal.now)))
        return
    file = the_file(session.who, terminal.now)
    if terminal.as_json:
        terminal.answer(
            {
                "talent": [filed_shape(one) for one in file.open],
                "closed": [filed_shape(one) for one in file.closed],
                "over_soon": [{"person": person_shape(one.person), "keep_until": one.keep_until} for one in file.soon],
            }
        )
        return
    if not file.open and not file.closed:
        terminal.say(N_("Nobody yet. `seguito talent add PERSON --because …` adds somebody."))
    for one in (*file.open, *file.closed):
        show_filed(one, terminal)
    for over in file.soon:
        terminal.say(
            N_("{person} may be kept until {day}, and is then erased."),
            person=over.person.name,
            day=over.keep_until,
        )


def _expire(options: Namespace, session: Opened) -> None:
    terminal = session.terminal
    gone = expire(session.who, terminal.home, terminal.now, options.yes)
    if terminal.as_json:
        people = [{"person": person_shape(one.person), "keep_until": one.keep_until} for one in gone]
        terminal.answer({"erased": options.yes, "over": people})
        return
    for one in gone:
        terminal.say(N_("{person}: their time was over on {day}."), person=one.person.name, day=one.keep_until)
    if gone and not options.yes:
        terminal.say(N_("Nothing has been erased. Do it with: seguito talent expire --yes"))
    if not gone:
        terminal.say(N_("Nobody's time is over."))
