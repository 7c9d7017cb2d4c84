"""Serving the page on this machine's loopback, and nowhere else."""

import gc
import os
import secrets
import socket
from collections.abc import Callable
from pathlib import Path
from threading import Thread

from waitress.server import create_server

from seguito.actions.warm import warm_up
from seguito.speech import LANGUAGES
from seguito.web.desk import Desk, set_up
from seguito.web.listening import Listener
from seguito.web.story import end_story
from seguito.web.sweep import sweep_between_pages

_HOST = "127.0.0.1"


def new_token() -> str:
    return secrets.token_urlsafe(32)


def serve(desk: Desk, port: int, ready: Callable[[str], None]) -> None:
    """Serve until interrupted. `port` 0: any free one. `ready` gets the address with its one-time token.

    Raises OSError when the port is taken.
    """
    os.environ["SEGUITO_SECRET_KEY"] = _key(desk.home)
    set_up(desk)
    from django.conf import settings
    from django.core.wsgi import get_wsgi_application

    settings.SECRET_KEY = os.environ["SEGUITO_SECRET_KEY"]
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    if os.name == "posix":
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind((_HOST, port))
    server = create_server(get_wsgi_application(), sockets=[listener], threads=4, ident=None)
    Thread(target=put_at_hand, args=(desk.language,), daemon=True).start()
    desk.listener = Listener(desk)
    if not desk.is_demo:
        desk.listener.start()
    ready(f"http://{_HOST}:{listener.getsockname()[1]}/?token={desk.token}")
    try:
        server.run()
    finally:
        server.close()
        desk.listener.stop()
        end_story()


def put_at_hand(first: str) -> None:
    """Dictionaries and rules, those of the language `first` before the others.

    What was loaded stays for good: the collector, which would stop a page for a tenth of a second to look through it
    all again, is told to leave it out. A page then makes some ten thousand objects and frees most by itself; without
    the old ones to compare with, the collector would look through what is left at every page, so it is told to wait,
    and what is left is swept up between pages.
    """
    warm_up(sorted(LANGUAGES, key=first.__ne__))
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 100)
    sweep_between_pages()


def _key(home: Path) -> str:
    """The key that signs this folder's cookies: kept, so that an open page survives a restart."""
    path = home / "page.key"
    try:
        descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError:
        return path.read_text("ascii")
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(secrets.token_urlsafe(48))
    return path.read_text("ascii")
