"""`seguito languagetool [URL [--elsewhere] | --off]`: a LanguageTool of one's own, asked in the second look too."""

from argparse import ArgumentParser, Namespace

from seguito.actions.languagetool import ask_languagetool, called, languagetool, leave_languagetool
from seguito.cli.terminal import Terminal
from seguito.errors import N_


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("url", nargs="?", metavar="URL", help=N_("where it answers: http://127.0.0.1:8081/v2"))
    parser.add_argument("--elsewhere", action="store_true", help=N_("it may be another machine: notes are sent there"))
    parser.add_argument("--off", action="store_true", help=N_("read without it again"))


def run(options: Namespace, terminal: Terminal) -> int:
    """0: it stands as told, and where it is asked, it answers; 3: it does not answer."""
    if options.off:
        leave_languagetool(terminal.home)
    elif options.url:
        ask_languagetool(terminal.home, options.url, elsewhere=options.elsewhere)
    address = languagetool(terminal.home)
    name = called(address) if address else None
    if terminal.as_json:
        terminal.answer({"url": str(address) if address else None, "answers_as": name})
    elif address:
        terminal.say(N_("{name} at {address} is asked in the second look too."), name=name, address=address)
    else:
        terminal.say(N_("The second look is made without LanguageTool."))
    return 0
