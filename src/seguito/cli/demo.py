"""`seguito demo`: a story in a throw-away folder, with the page open."""

import signal
import sys
import tempfile
from _thread import interrupt_main
from argparse import ArgumentParser, Namespace
from dataclasses import replace
from pathlib import Path
from threading import Thread

from seguito.actions.demo import tell_story
from seguito.actions.demo_after import chapters
from seguito.cli.opened import Opened, in_zone
from seguito.cli.terminal import Terminal
from seguito.cli.web import desk_of, serve_page
from seguito.errors import N_


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--port", type=int, default=0, metavar="N", help=N_("0: any free one"))
    parser.add_argument("--folder", type=Path, metavar="DIR", help=N_("keep the story in this empty folder"))
    parser.add_argument("--until-input-ends", action="store_true", help=N_("end when the standard input does"))
    parser.add_argument("--no-page", action="store_true", help=N_("tell the story, say where it lies, and end"))


def run(options: Namespace, terminal: Terminal) -> int:
    if options.folder or options.no_page:
        _tell(options.folder or Path(tempfile.mkdtemp(prefix="seguito-demo-")), options, terminal)
        return 0
    if options.until_input_ends:
        signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background job inherits it ignored
        Thread(target=_end_with_input, daemon=True).start()
    with tempfile.TemporaryDirectory(prefix="seguito-demo-", ignore_cleanup_errors=True) as folder:
        _tell(Path(folder), options, terminal)
    return 0


def _end_with_input() -> None:
    """Whoever started the story holds its input open; when they end, however they end, the story ends as by Ctrl+C."""
    while sys.stdin.read(1):
        pass
    interrupt_main()


def _tell(folder: Path, options: Namespace, terminal: Terminal) -> None:
    session, now = tell_story(folder)
    terminal = in_zone(replace(terminal, home=folder, now=now), session.me)
    terminal.say(N_("A story, in a folder of its own: {folder}. In it, it is {now}."), folder=folder, now=now)
    for steps in chapters(session.who) if not terminal.as_json else ():
        terminal.line()
        for step in steps:
            day = terminal.speaker.short_day(step.at.astimezone(terminal.speaker.zone).date())
            terminal.line(f"  {day:<11} {step.says[terminal.speaker.language]}")
    if options.no_page:
        if terminal.as_json:
            terminal.answer({"folder": folder, "now": now})
        return
    serve_page(desk_of(Opened(session.who, session.me, terminal), is_demo=True), options.port, terminal, browse=True)
