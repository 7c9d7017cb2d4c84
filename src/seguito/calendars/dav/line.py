"""One line to a WebDAV server: HTTP/1.1 over verified TLS, or in the clear on this machine alone.

Python's own client is enough for five verbs; the library for CalDAV would bring twelve others, one of which takes the
place of a package that half the world uses.
"""

import base64
import http.client
import ssl
from collections.abc import Mapping
from dataclasses import dataclass, field
from ipaddress import ip_address
from types import TracebackType
from typing import Self
from urllib.parse import urljoin, urlsplit

from seguito.core.reasons import Reason
from seguito.errors import N_, Problem

_PATIENCE = 30.0  # seconds for each answer
_MOST = 10_000_000  # bytes of an answer
_REDIRECTS = 5


class CalendarUrlWrong(Problem):
    id = "calendar-url-wrong"
    happened = N_("“{url}” names no calendar server.")
    safe = N_("Nothing was changed.")
    next_step = N_("Write it like https://dav.example.org/; without TLS only a server on this machine is spoken to.")


class CalendarOutOfReach(Problem):
    id = "calendar-out-of-reach"
    exit_code = 3
    happened = N_("The calendar server {host} could not be used: {why}")
    safe = N_("Your plans are kept; the calendar is brought up to date the next time.")
    next_step = N_("`seguito sync` tries it again.")


@dataclass(frozen=True, slots=True)
class Answer:
    """`etag`: as the server writes it, quotes included; empty where it gives none. `url`: after redirections."""

    status: int
    body: bytes
    etag: str
    url: str


@dataclass(frozen=True, slots=True)
class DavLogin:
    """Who logs in. The password is never shown, not even in a traceback."""

    user: str
    password: str = field(repr=False)


class DavLine:
    """An open line. It leaves the server's host for no redirection, so that a password goes nowhere else."""

    def __init__(self, url: str, login: DavLogin | None) -> None:
        """Raises CalendarUrlWrong."""
        parts = urlsplit(url.strip())
        self.host = parts.hostname or ""
        if not self.host or not (parts.scheme == "https" or (parts.scheme == "http" and _on_this_machine(self.host))):
            raise CalendarUrlWrong(url=url)
        self._place, self._port = parts[:2], parts.port
        self._headers = {"User-Agent": "Seguito"}
        if login is not None:
            pair = f"{login.user}:{login.password}".encode()
            self._headers["Authorization"] = f"Basic {base64.b64encode(pair).decode()}"
        self._line: http.client.HTTPConnection | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._line is not None:
            self._line.close()

    def ask(self, verb: str, url: str, body: bytes = b"", headers: Mapping[str, str] | None = None) -> Answer:
        """Raises CalendarOutOfReach where there is no answer, or one that nobody can use."""
        for _ in range(_REDIRECTS):
            if urlsplit(url)[:2] != self._place:
                raise self.trouble(Reason("", N_("it points to another server: {url}"), {"url": url}))
            status, said, got = self._once(verb, url, body, headers or {})
            target = got.get("Location", "")
            if status not in (301, 302, 307, 308) or not target:
                return Answer(status, said, got.get("ETag", ""), url)
            url = urljoin(url, target)
        raise self.trouble(Reason("", N_("it points from one address to the next without end")))

    def trouble(self, why: Reason) -> CalendarOutOfReach:
        return CalendarOutOfReach(host=self.host, why=why)

    def refused(self, answer: Answer) -> CalendarOutOfReach:
        """What an answer that was not hoped for says."""
        if answer.status in (401, 403):
            return self.trouble(Reason("", N_("it does not let this user in")))
        return self.trouble(Reason("", N_("it answered {status}"), {"status": answer.status}))

    def _once(
        self, verb: str, url: str, body: bytes, headers: Mapping[str, str]
    ) -> tuple[int, bytes, http.client.HTTPMessage]:
        parts = urlsplit(url)
        path = parts.path or "/"
        try:
            line = self._line = self._line or self._open()
            line.request(verb, path + (f"?{parts.query}" if parts.query else ""), body, {**self._headers, **headers})
            answer = line.getresponse()
            said = answer.read(_MOST + 1)
        except (OSError, http.client.HTTPException) as error:
            self._line = None
            why = getattr(error, "strerror", None) or str(error) or type(error).__name__
            raise self.trouble(Reason("", N_("“{why}”"), {"why": why})) from error
        if len(said) > _MOST:
            raise self.trouble(Reason("", N_("its answer is longer than anything that Seguito asked for")))
        if answer.will_close:
            self._line = None
        return answer.status, said, answer.headers

    def _open(self) -> http.client.HTTPConnection:
        if self._place[0] == "http":
            return http.client.HTTPConnection(self.host, self._port or 80, timeout=_PATIENCE)
        context = ssl.create_default_context()
        return http.client.HTTPSConnection(self.host, self._port or 443, timeout=_PATIENCE, context=context)


def _on_this_machine(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
