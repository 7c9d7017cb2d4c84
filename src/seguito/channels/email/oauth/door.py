"""The one door on this machine at which a browser brings a house's answer back: opened for one question, then shut.

Anybody on this machine may knock: a browser that fetches an icon, a scanner, a page that guesses. Whoever lacks the
question's `state` is sent away, and keeps nobody else waiting.
"""

import queue
import socket
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from types import TracebackType
from typing import ClassVar, Self

from seguito.channels.email.oauth.question import Question, answer_in, belongs_to
from seguito.errors import N_, Problem

_A_KNOCK = 10.0  # seconds for whoever knocks to say something


class NobodyCameBack(Problem):
    id = "nobody-came-back"
    exit_code = 1
    happened = N_("No answer of {house} came back within {minutes} minutes.")
    safe = N_("Nothing was changed, and nothing waits any more.")
    next_step = N_("`seguito account login` asks once more. Where the browser is on another machine: add --paste.")


class Door:
    """Open on the loopback while the block runs. `said`: the page for the browser that came back.

    It is served beside the program, since a browser in the terminal ends only after it was there.
    """

    def __init__(self, said: str) -> None:
        """Raises OSError where this machine has no port left."""
        self._server = _Server(said)
        self._thread = Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        self.port = str(self._server.server_address[1])

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def expect(self, asked: Question) -> None:
        """From now on the answer to this question is let in, and nobody else."""
        self._server.belongs = lambda answer: belongs_to(answer, asked)

    def answer(self, seconds: float) -> dict[str, str] | None:
        """The first answer that belongs to the question, or None where none came in time."""
        try:
            return self._server.answers.get(timeout=seconds)
        except queue.Empty:
            return None


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False  # whoever only knocked is not waited for
    allow_reuse_address = False

    def __init__(self, said: str) -> None:
        super().__init__(("127.0.0.1", 0), _Visit)
        self.said = said.encode("utf-8")
        self.belongs: Callable[[dict[str, str]], bool] = lambda _answer: False
        self.answers: queue.Queue[dict[str, str]] = queue.Queue(1)

    def handle_error(self, request: socket.socket | tuple[bytes, socket.socket], client_address: object) -> None:
        """Whoever hangs up in the middle is no news; what they asked may hold a code and is told nobody."""


class _Visit(BaseHTTPRequestHandler):
    server: _Server
    timeout: ClassVar[float] = _A_KNOCK
    server_version, sys_version = "Seguito", ""

    def do_GET(self) -> None:
        answer = answer_in(self.path)
        if not self.server.belongs(answer):
            self._say(404, b"")
            return
        try:
            self.server.answers.put_nowait(answer)
        except queue.Full:  # the first one counts
            self._say(404, b"")
            return
        self._say(200, self.server.said)

    def _say(self, status: int, page: bytes) -> None:
        self.send_response(status)
        for name, value in (
            ("Content-Type", "text/html; charset=utf-8"),
            ("Content-Length", str(len(page))),
            ("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
            ("Referrer-Policy", "no-referrer"),
            ("Cache-Control", "no-store"),
            ("Connection", "close"),
        ):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(page)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (its name in the base)
        """The address holds the code: it is written down nowhere."""
