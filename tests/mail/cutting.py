"""A proxy that cuts its first connection at a chosen point between a sender and its server, and lets the next pass."""

import contextlib
import socket
import threading
from collections.abc import Callable
from enum import StrEnum
from typing import Self


class Cut(StrEnum):
    BEFORE_BANNER = "C1 before the banner"
    AFTER_EHLO = "C2 after EHLO"
    AT_MAIL = "C3 at MAIL"
    AT_RCPT = "C4 at RCPT"
    AFTER_354 = "C5 after 354"
    MID_BODY = "C6 in the middle of the words"
    DOT_LOST = "C7 the dot is lost on the way"
    AS_DOT_ARRIVES = "C8a as the dot arrives"
    REPLY_SWALLOWED = "C8b the answer is lost on the way"
    AFTER_250 = "C9 after 250, before QUIT"
    REPLY_NEVER_COMES = "C10 the answer never comes"


class CuttingProxy:
    def __init__(self, upstream: int, cut: Cut) -> None:
        self._upstream, self._cut = upstream, cut
        self._first = True
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._open: list[socket.socket] = []
        self.url = f"smtp://127.0.0.1:{self._listener.getsockname()[1]}"

    def __enter__(self) -> Self:
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        for one in (self._listener, *self._open):
            _close(one)

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                cut, self._first = self._cut if self._first else None, False
                if cut is Cut.BEFORE_BANNER:
                    client.close()
                    continue
                server = socket.create_connection(("127.0.0.1", self._upstream))
                self._open += [client, server]
                _Wire(client, server, cut).run()


class _Wire:
    """One connection, forwarded line by line in both directions until it is cut."""

    def __init__(self, client: socket.socket, server: socket.socket, cut: Cut | None) -> None:
        self._client, self._server, self._cut = client, server, cut
        self._verb = b""
        self._in_words = self._dot_passed = False

    def run(self) -> None:
        for direction, ending in ((self._up, self._no_more_up), (self._down, self._die)):
            threading.Thread(target=self._until_it_ends, args=(direction, ending), daemon=True).start()

    def _until_it_ends(self, direction: Callable[[], None], ending: Callable[[], None]) -> None:
        with contextlib.suppress(OSError, ValueError):
            direction()
        with contextlib.suppress(OSError):
            ending()

    def _up(self) -> None:
        sent = 0
        for line in self._client.makefile("rb"):
            if self._in_words and line == b".\r\n":
                self._in_words, self._dot_passed = False, True
                if self._cut is Cut.DOT_LOST:
                    return self._die()
                self._server.sendall(line)
                if self._cut is Cut.AS_DOT_ARRIVES:
                    return _close(self._client)
                continue
            if not self._in_words:
                self._verb = line[:4].upper()
                if (self._cut, self._verb) in ((Cut.AT_MAIL, b"MAIL"), (Cut.AT_RCPT, b"RCPT")):
                    return self._die()
            self._server.sendall(line)
            sent += len(line) if self._in_words else 0
            if self._cut is Cut.MID_BODY and sent > 150:
                return self._die()
        return None

    def _no_more_up(self) -> None:
        """What was passed on is still answered, as far as anybody listens."""
        self._server.shutdown(socket.SHUT_WR)

    def _down(self) -> None:
        for line in self._server.makefile("rb"):
            if self._dot_passed and self._cut is Cut.REPLY_SWALLOWED:
                return self._die()
            if self._dot_passed and self._cut is Cut.REPLY_NEVER_COMES:
                continue
            self._in_words = self._in_words or (self._verb == b"DATA" and line.startswith(b"354"))
            self._client.sendall(line)
            ended = line[3:4] == b" "
            if self._cut is Cut.AFTER_EHLO and self._verb == b"EHLO" and ended:
                return self._die()
            if self._cut is Cut.AFTER_354 and self._in_words:
                return self._die()
            if self._cut is Cut.AFTER_250 and self._dot_passed:
                return self._die()
        return None

    def _die(self) -> None:
        _close(self._client)
        _close(self._server)


def _close(one: socket.socket) -> None:
    with contextlib.suppress(OSError):
        one.shutdown(socket.SHUT_RDWR)
    one.close()
