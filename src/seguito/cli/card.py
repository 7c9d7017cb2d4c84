"""`seguito card NOTE -o FILE.pdf`: print a note as a card, a letter, an envelope."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from seguito.actions.card import Paper, card
from seguito.cli.files import write_whole
from seguito.cli.opened import opened
from seguito.cli.terminal import Terminal
from seguito.errors import N_


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("note", help=N_("an id, its beginning, or its reader's name"))
    parser.add_argument("-o", dest="file", required=True, type=Path, metavar="FILE.pdf")
    parser.add_argument("--blank", action="store_true", help=N_("the monogram alone, for the pen"))
    parser.add_argument("--without-card", action="store_true", help=N_("only the ruled sheet and the envelopes"))
    parser.add_argument("--guide", action="store_true", help=N_("the ruled sheet that lies under the card"))
    parser.add_argument("--envelope", default="", metavar="c6,dl,c5,us-10,us-a2,us-a6")
    parser.add_argument("--sheet", metavar="a6|a5-fold|a5|us-a2|us-a6|letter-a4|letter-us")
    parser.add_argument("--cut", metavar="script|interlaced|plain")
    parser.add_argument("--ink", metavar="#rrggbb")


def run(options: Namespace, terminal: Terminal) -> int:
    session = opened(terminal)
    paper = Paper(
        card=not options.without_card,
        sheet=options.sheet,
        envelopes=tuple(name.strip() for name in options.envelope.split(",") if name.strip()),
        blank=options.blank,
        guide=options.guide,
        cut=options.cut,
        ink=options.ink,
    )
    pages = card(session.who, options.note, paper, terminal.speaker.language, session.terminal.now)
    write_whole(options.file, pages)
    if terminal.as_json:
        terminal.answer({"file": options.file, "bytes": len(pages)})
    else:
        terminal.say(N_("Printed to {file}. Print it at 100 %, not fitted to the page."), file=options.file)
    return 0
