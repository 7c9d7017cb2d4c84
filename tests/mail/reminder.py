"""Another process that reminds by mail, and dies at a chosen point. `python -m tests.mail.reminder POINT`."""

import os
import signal
import smtplib
import ssl
import sys
from collections.abc import Callable
from enum import StrEnum
from typing import Any

from seguito.actions import remind
from seguito.cli import main


class Point(StrEnum):
    CLAIMED = "claimed"
    IN_THE_WORDS = "in the middle of the words"
    MARKED = "marked, dot not sent"
    DOT_SENT = "dot sent, answer unread"
    ANSWERED = "answer read, not written down"


def _dies_after(owner: Any, name: str, when: Callable[..., bool] = lambda *_: True) -> None:
    call = getattr(owner, name)

    def wrapped(*words: Any, **named: Any) -> Any:
        answer = call(*words, **named)
        if when(*words):
            os.kill(os.getpid(), signal.SIGKILL)
        return answer

    setattr(owner, name, wrapped)


def _put_at(point: Point) -> None:
    match point:
        case Point.CLAIMED:
            _dies_after(remind, "claim_reminders")
        case Point.IN_THE_WORDS:
            _dies_after(smtplib.SMTP, "docmd", lambda _, verb, *__: verb == "DATA")
        case Point.MARKED:
            _dies_after(remind, "_mark")
        case Point.DOT_SENT:
            _dies_after(ssl.SSLSocket, "sendall", lambda _, data: bytes(data) == b".\r\n")
        case Point.ANSWERED:
            _dies_before(remind, "_write_down")


def _dies_before(owner: Any, name: str) -> None:
    def wrapped(*_: Any) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    setattr(owner, name, wrapped)


if __name__ == "__main__":
    _put_at(Point(sys.argv[1]))
    sys.exit(main(["watch", "--once"]))
