"""`seguito hand -o STRIP.pdf`, then `seguito hand --band B --lines WORD…`: the size of my own hand, in one minute."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from seguito.actions.hand import measure, my_hand, strip
from seguito.channels.card.hand import Hand
from seguito.cli.files import write_whole
from seguito.cli.opened import opened
from seguito.cli.terminal import Terminal
from seguito.errors import N_


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "-o", dest="file", type=Path, metavar="STRIP.pdf", help=N_("print the strip to copy a sentence on")
    )
    parser.add_argument("--paper", choices=("a4", "letter"), default="a4")
    parser.add_argument("--ink", default="#1f2f4f", metavar="#rrggbb")
    parser.add_argument("--band", help=N_("the band that you wrote in"))
    parser.add_argument(
        "--lines", nargs="+", default=[], metavar="WORD", help=N_("the last word of each of your lines")
    )


def run(options: Namespace, terminal: Terminal) -> int:
    session = opened(terminal)
    language = terminal.speaker.language
    if options.file:
        write_whole(options.file, strip(language, options.paper, options.ink, session.terminal.now.date()))
        terminal.say(
            N_("Print {file} at 100 %, copy its sentence into one band, then: seguito hand --band B --lines WORD …"),
            file=options.file,
        )
    hand = measure(session.who, options.band, options.lines, language) if options.band else my_hand(session.who)
    if terminal.as_json:
        terminal.answer({"hand": {"x_height": hand.x_height, "pitch": hand.pitch, "char": hand.char}})
    elif not options.file:
        _show(hand, terminal)
    return 0


def _show(hand: Hand, terminal: Terminal) -> None:
    terminal.say(
        N_("Your hand: small letters {x_height} mm high, {pitch} mm from line to line, {char} mm a character."),
        x_height=f"{hand.x_height:.1f}",
        pitch=f"{hand.pitch:.1f}",
        char=f"{hand.char:.1f}",
    )
