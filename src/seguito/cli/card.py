"""`seguito card NOTE -o FILE.pdf`: print a note as a card, a letter, an envelope."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from seguito.actions.card import Paper, card
from seguito.cli.opened import opened
from seguito.cli.terminal import Terminal
from seguito.errors import N_, Problem


class NotPrinted(Problem):
    id = "pdf-not-written"
    exit_code = 3
    happened = N_("{file} could not be written: {reason}.")
    safe = N_("The note is as it was; no half page was left behind.")
    next_step = N_("Name a file in a folder that this account may write to.")


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("note", help="an id, its beginning, or its reader's name")
    parser.add_argument("-o", dest="file", required=True, type=Path, metavar="FILE.pdf")
    parser.add_argument("--blank", action="store_true", help="the monogram alone, for the pen")
    parser.add_argument("--guide", action="store_true", help="the ruled sheet that lies under the card")
    parser.add_argument("--envelope", default="", metavar="c6,dl,c5,us-10,us-a2,us-a6")
    parser.add_argument("--sheet", default="a6", metavar="a6|a5-fold|a5|us-a2|us-a6|letter-a4|letter-us")
    parser.add_argument("--cut", default="script", metavar="script|interlaced|plain")
    parser.add_argument("--ink", default="#1f2f4f", metavar="#rrggbb")


def run(options: Namespace, terminal: Terminal) -> int:
    session = opened(terminal)
    paper = Paper(
        sheet=options.sheet,
        envelopes=tuple(name.strip() for name in options.envelope.split(",") if name.strip()),
        blank=options.blank,
        guide=options.guide,
        cut=options.cut,
        ink=options.ink,
    )
    pages = card(session.who, options.note, paper, terminal.speaker.language, session.terminal.now)
    _write(options.file, pages)
    if terminal.as_json:
        terminal.answer({"file": options.file, "bytes": len(pages)})
    else:
        terminal.say(N_("Printed to {file}. Print it at 100 %, not fitted to the page."), file=options.file)
    return 0


def _write(file: Path, pages: bytes) -> None:
    """Whole or not at all: it is made beside its place and moved there."""
    part = file.with_name(f".{file.name}.part")
    try:
        part.write_bytes(pages)
        part.replace(file)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise NotPrinted(file=file, reason=error.strerror or error) from error
