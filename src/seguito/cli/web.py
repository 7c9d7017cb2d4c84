"""`seguito web [--port N]`: serve the page on this machine."""

from argparse import ArgumentParser, Namespace

from seguito.cli.browser import opened_in_browser
from seguito.cli.opened import Opened, opened
from seguito.cli.terminal import Terminal
from seguito.errors import N_, Problem
from seguito.web.desk import Desk
from seguito.web.server import new_token, serve


class PortTaken(Problem):
    id = "port-taken"
    exit_code = 3
    happened = N_("Port {port} cannot be listened on: {reason}.")
    safe = N_("Nothing was changed.")
    next_step = N_("Name another with --port, or leave it out: a free one is found.")


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--port", type=int, metavar="N", help=N_("0: any free one; else that of last time"))


def run(options: Namespace, terminal: Terminal) -> int:
    session = opened(terminal)
    serve_page(desk_of(session), options.port, session.terminal, browse=False)
    return 0


def desk_of(session: Opened, is_demo: bool = False) -> Desk:
    terminal = session.terminal
    return Desk(
        home=terminal.home,
        who=session.who,
        zone=terminal.zone,
        language=terminal.speaker.language,
        began=terminal.now,
        token=new_token(),
        is_demo=is_demo,
    )


def serve_page(desk: Desk, port: int | None, terminal: Terminal, browse: bool) -> None:
    """Serve until Ctrl+C. `browse`: open the browser where there is one."""

    def ready(address: str) -> None:
        if terminal.as_json:
            terminal.out.write(f'{{"url": "{address}"}}\n')
            terminal.out.flush()
            return
        if browse and opened_in_browser(address):
            terminal.say(N_("The page is open in your browser: {address}"), address=address)
        else:
            terminal.say(N_("Open this address in a browser on this machine: {address}"), address=address)
        terminal.say(N_("Ctrl+C ends the story.") if desk.is_demo else N_("Ctrl+C ends it. Everything is kept."))
        terminal.out.flush()

    try:
        serve(desk, port, ready)
    except OSError as error:
        raise PortTaken(port=port, reason=error.strerror or error) from error
