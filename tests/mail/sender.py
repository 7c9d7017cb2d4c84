"""Another process that sends, and dies or stops at a chosen point. `python -m tests.mail.sender HOME NOTE POINT SIGNAL`.

The points are reached by wrapping what the sender calls, so that the product holds nothing of them. It speaks in the
clear, on the loopback.
"""

import os
import signal
import smtplib
import socket
import sys
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Any

from seguito.actions import send, sending
from seguito.channels.email import imap
from seguito.channels.email.smtp import Patience
from seguito.records.database import open_home
from tests.mail.cast import NOW


class Point(StrEnum):
    BEFORE_CLAIM = "K0 before the claim"
    CLAIMED = "K1 claimed"
    AFTER_AUTH = "K2 after AUTH"
    AFTER_MAIL = "K3 after MAIL"
    AFTER_RCPT = "K4 after RCPT"
    AFTER_354 = "K5 after 354"
    MID_BODY = "K6 in the middle of the words"
    MARKED = "K7 marked, dot not sent"
    DOT_SENT = "K8 dot sent, answer unread"
    REPLY_READ = "K9 answer read, not written down"
    HANDED = "K10 handed, no copy filed"
    APPENDING = "about to file a copy"
    APPENDED = "K11 copy filed, not written down"
    NEVER = "never"


class Instruments:
    """Lets this process get `stop` the first time that it comes to a point."""

    def __init__(self, stop: signal.Signals) -> None:
        self._stop = stop
        self._reached = self._dotted = False

    def put_at(self, point: Point) -> None:
        places: dict[Point, Callable[[], None]] = {
            Point.BEFORE_CLAIM: lambda: self._before(sending, "claim"),
            Point.CLAIMED: lambda: self._after(sending, "claim"),
            Point.AFTER_AUTH: lambda: self._after_verb("AUTH"),
            Point.AFTER_MAIL: lambda: self._after_verb("MAIL"),
            Point.AFTER_RCPT: lambda: self._after_verb("RCPT"),
            Point.AFTER_354: lambda: self._after_verb("DATA"),
            Point.MID_BODY: self._in_the_words,
            Point.MARKED: lambda: self._after(sending, "mark"),
            Point.DOT_SENT: self._after_the_dot,
            Point.REPLY_READ: self._after_its_answer,
            Point.HANDED: lambda: self._before(send, "file_copies"),
            Point.APPENDING: lambda: self._before(imap.OpenMailbox, "file"),
            Point.APPENDED: lambda: self._after(imap.OpenMailbox, "file"),
            Point.NEVER: lambda: None,
        }
        places[point]()

    def _here(self) -> None:
        if not self._reached:
            self._reached = True
            os.kill(os.getpid(), self._stop)

    def _before(self, owner: Any, name: str) -> None:
        call = getattr(owner, name)

        def wrapped(*words: Any, **named: Any) -> Any:
            self._here()
            return call(*words, **named)

        setattr(owner, name, wrapped)

    def _after(self, owner: Any, name: str, when: Callable[..., bool] = lambda *_: True) -> None:
        call = getattr(owner, name)

        def wrapped(*words: Any, **named: Any) -> Any:
            answer = call(*words, **named)
            if when(*words):
                self._here()
            return answer

        setattr(owner, name, wrapped)

    def _after_verb(self, wanted: str) -> None:
        self._after(smtplib.SMTP, "docmd", lambda _, verb, *__: verb == wanted)

    def _in_the_words(self) -> None:
        call = socket.socket.sendall

        def in_two_halves(line: socket.socket, data: bytes) -> None:
            if b"X-Seguito-Delivery" not in data:
                return call(line, data)
            call(line, data[: len(data) // 2])
            self._here()
            return call(line, data[len(data) // 2 :])

        socket.socket.sendall = in_two_halves  # type: ignore[method-assign, assignment]

    def _after_the_dot(self) -> None:
        self._after(socket.socket, "sendall", lambda _, data: bytes(data) == b".\r\n")

    def _after_its_answer(self) -> None:
        def dotted(_: socket.socket, data: bytes) -> bool:
            self._dotted = self._dotted or bytes(data) == b".\r\n"
            return False

        self._after(socket.socket, "sendall", dotted)
        self._after(smtplib.SMTP, "getreply", lambda _: self._dotted)


def main(home: str, note: str, point: str, stop: str) -> None:
    Instruments(signal.Signals(int(stop))).put_at(Point(point))
    who = open_home(Path(home), NOW)
    outside = sending.Outside(Path(home), patience=Patience(answer=10, after_dot=10, mark_to_dot=1), copy_after=0.1)
    print(send.send(who, note, NOW, outside).deliveries[0].state)


if __name__ == "__main__":
    main(*sys.argv[1:])
