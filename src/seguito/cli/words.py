"""`seguito words [add|remove WORD…]`: one's own words, which no look finds fault with."""

from argparse import ArgumentParser, Namespace

from seguito.actions.own_words import add_words, forget_words, own_words
from seguito.cli.terminal import Terminal
from seguito.errors import N_


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("action", nargs="?", choices=("add", "remove"))
    parser.add_argument("words", nargs="*", metavar="WORD")


def run(options: Namespace, terminal: Terminal) -> int:
    if options.action == "add":
        words = add_words(terminal.home, options.words)
    elif options.action == "remove":
        words = forget_words(terminal.home, options.words)
    else:
        words = tuple(sorted(own_words(terminal.home)))
    if terminal.as_json:
        terminal.answer({"words": list(words)})
        return 0
    for word in words:
        terminal.line(word)
    if not words:
        terminal.say(N_("None yet. `seguito words add WORD` keeps one."))
    return 0
