"""`seguito export [--person NAME [--page FILE.html]]`: everything, or all about one person, as JSON on stdout."""

import json
from argparse import ArgumentParser, Namespace
from pathlib import Path

from seguito.actions.about_person import about_person
from seguito.actions.export import export
from seguito.cli.files import write_whole
from seguito.cli.opened import Opened, opened
from seguito.cli.person_page import person_page
from seguito.cli.terminal import Terminal
from seguito.errors import N_


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--person", metavar="PERSON", help=N_("everything about one person, to be handed to them"))
    parser.add_argument("--page", type=Path, metavar="FILE.html", help=N_("with --person: the same as a page to read"))


def run(options: Namespace, terminal: Terminal) -> int:
    session = opened(terminal)
    if options.person:
        _about(options, session)
    else:
        export(session.who, terminal.out, session.terminal.now)
    return 0


def _about(options: Namespace, session: Opened) -> None:
    terminal, speaker = session.terminal, session.terminal.speaker
    document = about_person(session.who, options.person, terminal.now)
    if options.page:
        write_whole(options.page, person_page(document, speaker, terminal.now).encode())
    terminal.line(json.dumps(speaker.plain(document), ensure_ascii=False, indent=1))
