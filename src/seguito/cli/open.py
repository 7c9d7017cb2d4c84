"""`seguito` alone: make what is missing, serve the page and open the browser."""

from argparse import ArgumentParser, Namespace

from seguito.cli.opened import opened
from seguito.cli.terminal import Terminal
from seguito.cli.web import desk_of, serve_page


def arguments(parser: ArgumentParser) -> None:
    """It takes nothing."""


def run(options: Namespace, terminal: Terminal) -> int:
    session = opened(terminal)
    serve_page(desk_of(session), None, session.terminal, browse=True)
    return 0
