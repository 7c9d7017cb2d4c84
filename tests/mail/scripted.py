"""A server that answers each verb as it is told, or not at all, and keeps what it accepted.

For what no real server can be brought to do on demand: to fall silent, to hang up, to refuse in the middle of a message.
"""

import contextlib
import socket
import ssl
import threading
from dataclasses import dataclass, field
from enum import Enum
from typing import Self


class Odd(Enum):
    """What it does in place of an answer."""

    SILENCE = "says nothing"
    HANG_UP = "hangs up"


BANNER, DOT, IN_THE_WORDS = "banner", "dot", "in the words"
_USUAL = {
    BANNER: "220 scripted ESMTP",
    "EHLO": "250-scripted\r\n250-AUTH PLAIN LOGIN\r\n250 SIZE 1000000",
    "AUTH": "235 in",
    "MAIL": "250 ok",
    "RCPT": "250 ok",
    "DATA": "354 go on",
    DOT: "250 queued",
    "RSET": "250 ok",
    "NOOP": "250 ok",
    "QUIT": "221 bye",
}


@dataclass
class ScriptedServer:
    """`answers`: by verb, `BANNER`, `DOT`, or `IN_THE_WORDS` (said and hung up before the message's end)."""

    answers: dict[str, str | Odd] = field(default_factory=dict)
    tls: ssl.SSLContext | None = None
    accepted: list[bytes] = field(default_factory=list)
    heard: list[str] = field(default_factory=list)

    def __enter__(self) -> Self:
        self._over = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._port = int(self._listener.getsockname()[1])
        self._accepting = threading.Thread(target=self._accept, daemon=True)
        self._accepting.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)  # wakes whoever waits for the next client
        self._accepting.join()
        self._listener.close()

    @property
    def port(self) -> int:
        return self._port

    @property
    def url(self) -> str:
        return f"{'smtps://localhost' if self.tls else 'smtp://127.0.0.1'}:{self.port}"

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                line, _ = self._listener.accept()
                threading.Thread(target=self._talk, args=(line,), daemon=True).start()

    def _talk(self, line: socket.socket) -> None:
        with contextlib.suppress(OSError, _HungUp), line:
            if self.tls:
                line = self.tls.wrap_socket(line, server_side=True)
            with line:
                self._converse(line)

    def _converse(self, line: socket.socket) -> None:
        self._say(line, BANNER)
        words = line.makefile("rb")
        for spoken in words:
            verb, _, rest = spoken.decode("utf-8", "replace").strip().partition(" ")
            verb = verb.upper()
            self.heard.append(f"{verb} {rest}".strip())
            if self._say(line, verb) and verb == "DATA":
                self._listen(line, words)
            if verb == "QUIT":
                return

    def _listen(self, line: socket.socket, words: "socket.SocketIO") -> None:
        """The message, to its dot, unless this server does not hear it out."""
        heard = b""
        for spoken in words:
            if IN_THE_WORDS in self.answers and spoken.startswith(b"Subject"):
                self._say(line, IN_THE_WORDS)
                raise _HungUp
            if spoken == b".\r\n":
                break
            heard += spoken
        else:
            raise _HungUp
        answer = self.answers.get(DOT, _USUAL[DOT])
        if answer is not Odd.HANG_UP and not str(answer).startswith(("4", "5")):
            self.accepted.append(heard)
        self._say(line, DOT)

    def _say(self, line: socket.socket, verb: str) -> bool:
        """Answer, and tell whether the answer was a yes."""
        verb = "EHLO" if verb == "HELO" else verb
        answer = self.answers.get(verb, _USUAL.get(verb, "500 what?"))
        if answer is Odd.SILENCE:
            self._over.wait(20)
        if isinstance(answer, Odd):
            raise _HungUp
        line.sendall(answer.encode() + b"\r\n")
        return answer.startswith(("2", "3"))


class _HungUp(Exception):
    pass
