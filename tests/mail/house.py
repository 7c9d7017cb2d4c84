"""A house that lets programs in by tokens: it asks in the browser, gives tokens, renews them, and tells Dovecot of them.

It is strict where the standards are: a code is good once, for the client and the address that asked, with the verifier
that fits (RFC 7636). What renews is changed at each renewal, and the one before ends.
"""

import base64
import hashlib
import json
import secrets
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit
from urllib.request import urlopen

CLIENT = "seguito-of-ada"
SECRET = "no secret, says the house"


@dataclass
class House:
    """`rotates`: what renews changes. `lasts`: of a token, in seconds, as it says. `denies`: whoever asks gets a no."""

    port: int
    rotates: bool = True
    lasts: int = 3600
    denies: str = ""
    as_user: str = ""
    slow: float = 0.0
    broken: str = ""
    size: int = 40
    questions: list[dict[str, str]] = field(default_factory=list)
    forms: list[dict[str, str]] = field(default_factory=list)
    codes: dict[str, dict[str, str]] = field(default_factory=dict)
    leaves: dict[str, str] = field(default_factory=dict)
    tokens: dict[str, str] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def row(self) -> str:
        """As a row of one's own `oauth.toml`."""
        base = f"http://127.0.0.1:{self.port}"
        return (
            f'[own]\nname = "The Own House"\nauthorise = "{base}/{{tenant}}/authorise"\ntoken = "{base}/{{tenant}}/token"\n'
            f'tenant = "all"\nscopes = ["mail.read", "mail.send"]\nalso = {{ prompt = "consent" }}\n'
            f'register = "{base}/clients"\nwithdraw = "{base}/leaves"\n'
        )

    def known_in(self, home: Path) -> None:
        (home / "oauth.toml").write_text(self.row, "utf-8")

    @property
    def renewals(self) -> int:
        return sum(form["grant_type"] == "refresh_token" for form in self.forms)

    def end_tokens(self) -> None:
        """All that are out, before their time."""
        self.tokens.clear()

    def end_leaves(self) -> None:
        self.leaves.clear()

    def asked(self, words: dict[str, str]) -> str:
        """The address at which the browser goes on."""
        self.questions.append(words)
        back, state = words["redirect_uri"], words["state"]
        if self.denies:
            told = {"error": self.denies, "error_description": "Ada said no.\nTruly", "state": state}
            return f"{back}?{urlencode(told)}"
        code = secrets.token_urlsafe(12)
        self.codes[code] = {**words, "user": self.as_user or words["login_hint"]}
        return f"{back}?{urlencode({'code': code, 'state': state})}"

    def form(self, form: dict[str, str]) -> tuple[int, dict[str, Any]]:
        with self.lock:
            self.forms.append(form)
            if form.get("client_id") != CLIENT or form.get("client_secret", SECRET) != SECRET:
                return 401, {"error": "invalid_client", "error_description": "Who is that?"}
            user = self._by_code(form) if form["grant_type"] == "authorization_code" else self._by_leave(form)
            if user is None:
                return 400, {"error": "invalid_grant", "error_description": "Token has been expired or revoked."}
            token = secrets.token_urlsafe(self.size)
            self.tokens[token] = user
            told = {"access_token": token, "token_type": "Bearer", "expires_in": self.lasts}
            if form["grant_type"] == "authorization_code" or self.rotates:
                leave = secrets.token_urlsafe(32)
                self.leaves[leave] = user
                told["refresh_token"] = leave
            return 200, told

    def _by_code(self, form: dict[str, str]) -> str | None:
        asked = self.codes.pop(form.get("code", ""), None)
        digest = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        fits = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        if asked is None or asked["code_challenge_method"] != "S256" or asked["code_challenge"] != fits:
            return None
        same = asked["redirect_uri"] == form.get("redirect_uri") and asked["client_id"] == form["client_id"]
        return asked["user"] if same else None

    def _by_leave(self, form: dict[str, str]) -> str | None:
        leave = form.get("refresh_token", "")
        return self.leaves.pop(leave, None) if self.rotates else self.leaves.get(leave)


@contextmanager
def a_house(port: int = 0) -> Iterator[House]:
    server = ThreadingHTTPServer(("127.0.0.1", port), _Visit)
    server.daemon_threads = True
    server.house = House(server.server_address[1])  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server.house  # type: ignore[attr-defined]
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def visit(address: str) -> str:
    """What a browser does with an address: it goes where it is sent, and shows what is there."""
    with urlopen(address, timeout=10) as page:  # noqa: S310
        return str(page.read().decode())


def in_browser(address: str) -> threading.Thread:
    """The same, beside the program that waits for it."""
    thread = threading.Thread(target=visit, args=(address,), daemon=True)
    thread.start()
    return thread


class _Visit(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.0"

    @property
    def house(self) -> House:
        return self.server.house  # type: ignore[attr-defined,no-any-return]

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        if parts.path.endswith("/authorise"):
            self.send_response(302)
            self.send_header("Location", self.house.asked(dict(parse_qsl(parts.query, strict_parsing=True))))
            self.end_headers()
        elif parts.path == "/tokeninfo":
            user = self.house.tokens.get(parse_qs(parts.query)["access_token"][0])
            self._say(200, json.dumps({"email": user, "active": "true"} if user else {"active": "false"}))
        else:
            self._say(404, "")

    def do_POST(self) -> None:
        raw = self.rfile.read(int(self.headers["Content-Length"])).decode("ascii")
        threading.Event().wait(self.house.slow)
        if self.house.broken == "redirects":
            self.send_response(307)
            self.send_header("Location", f"http://127.0.0.1:{self.house.port}/elsewhere/token")
            self.end_headers()
            return
        if self.house.broken:
            self._say(int(self.house.broken), "<html>not now</html>")
            return
        status, told = self.house.form(dict(parse_qsl(raw, strict_parsing=True)))
        self._say(status, json.dumps(told))

    def _say(self, status: int, text: str) -> None:
        body = text.encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_words: object) -> None:
        """Nobody reads it."""
