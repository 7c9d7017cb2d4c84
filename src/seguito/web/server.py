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
from seguito.web.keys import PAGE, kept_key
from seguito.web.listening import Listener
from seguito.web.story import end_story
from seguito.web.sweep import sweep_between_pages

_HOST = "127.0.0.1"
_PORT = "page.port"


def new_token() -> str:
    return secrets.token_urlsafe(32)


def serve(desk: Desk, port: int | None, ready: Callable[[str], None]) -> None:
    """Serve until interrupted. `port` 0: any free one; None: the folder's own, if it is free.

    `ready` gets the address with its one-time token.

    Raises OSError when the port is taken.
    """
    os.environ["SEGUITO_SECRET_KEY"] = kept_key(desk.home, PAGE)
    set_up(desk)
    from django.conf import settings
    from django.core.wsgi import get_wsgi_application

    settings.SECRET_KEY = os.environ["SEGUITO_SECRET_KEY"]
    listener = _listener(desk.home, port)
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


def _listener(home: Path, port: int | None) -> socket.socket:
    """At the port named; None: at the folder's own, chosen the first time so that addresses stay, else any free one."""
    kept = home / _PORT
    if port is not None:
        return _listening(port)
    try:
        return _listening(int(kept.read_text("ascii")))
    except (FileNotFoundError, ValueError, OverflowError):
        listener = _listening(0)
        kept.write_text(str(listener.getsockname()[1]), "ascii")
    except OSError:  # another page of the same folder is open, or another program came first
        listener = _listening(0)
    return listener


def _listening(port: int) -> socket.socket:
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    if os.name == "posix":
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((_HOST, port))
    except OSError:
        listener.close()
        raise
    return listener
