"""An account's servers: where they are, how the line to them is kept private, who logs in."""

import ipaddress
import ssl
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from urllib.parse import SplitResult, urlsplit

from seguito.channels.email.addresses import plain_host
from seguito.core.reasons import Reason
from seguito.errors import N_, Problem


class ServerUrlWrong(Problem):
    id = "server-url-wrong"
    happened = N_("“{url}” names no server that notes can go through: {why}.")
    safe = N_("The account was left as it was.")
    next_step = N_("Write it like {example}.")


class Privacy(StrEnum):
    """How a line is kept private. There is no fall-back from one to another."""

    TLS = "tls"
    STARTTLS = "starttls"
    LOOPBACK = "loopback"  # in the clear, and never off this machine


@dataclass(frozen=True, slots=True)
class Server:
    """Where a service listens."""

    host: str
    port: int
    privacy: Privacy

    def __str__(self) -> str:
        return f"{self.host}:{self.port}"


@dataclass(frozen=True, slots=True)
class Login:
    """Who logs in. The password is never shown, not even in a traceback."""

    user: str
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class TokenLogin:
    """Who logs in with a token. `token` gives a good one, `another` one in the place of what it gave last.

    Both may ask the house that gives tokens, and raise a `Problem` where it gives none.
    """

    user: str
    token: Callable[[], str] = field(repr=False)
    another: Callable[[], str] = field(repr=False)


AnyLogin = Login | TokenLogin


_SMTP = {
    "smtps": (Privacy.TLS, 465),
    "smtp+starttls": (Privacy.STARTTLS, 587),
    "smtp": (Privacy.LOOPBACK, 25),
}
_IMAP = {
    "imaps": (Privacy.TLS, 993),
    "imap": (Privacy.LOOPBACK, 143),
}
_SMTP_EXAMPLE = "smtps://smtp.example.com:465, smtp+starttls://smtp.example.com:587"
_IMAP_EXAMPLE = "imaps://imap.example.com:993"


def smtp_server(url: str) -> Server:
    """The server that a URL names. Raises `ServerUrlWrong`."""
    return _server(url, _SMTP, _SMTP_EXAMPLE)


def imap_server(url: str) -> Server:
    """The server that a URL names. Raises `ServerUrlWrong`."""
    return _server(url, _IMAP, _IMAP_EXAMPLE)


def private_line() -> ssl.SSLContext:
    """The rules for TLS: the server's certificate is verified, always, against the system's authorities.

    OpenSSL reads `SSL_CERT_FILE`, for a house with an authority of its own.
    """
    context = ssl.create_default_context()
    paths = ssl.get_default_verify_paths()
    if not context.cert_store_stats()["x509_ca"] and paths.capath is None:
        # Python from python.org on a Mac brings no authorities before its installer's last step was clicked.
        import certifi

        context.load_verify_locations(certifi.where())
    return context


def _server(url: str, known: dict[str, tuple[Privacy, int]], example: str) -> Server:
    parts, port = _split(url, example)
    if parts.scheme not in known:
        raise ServerUrlWrong(
            url=url, why=Reason("", N_("it begins with none of the words known here")), example=example
        )
    privacy, usual_port = known[parts.scheme]
    if parts.username is not None or parts.password is not None:
        bare = f"{parts.scheme}://{parts.hostname}"
        why = Reason("", N_("name and password do not belong into it; give them as --user and --password-stdin"))
        raise ServerUrlWrong(url=bare, why=why, example=example)
    if parts.path.strip("/") or parts.query or parts.fragment:
        raise ServerUrlWrong(url=url, why=Reason("", N_("nothing may follow the host and its port")), example=example)
    host = _host(parts.hostname or "")
    if not host:
        raise ServerUrlWrong(url=url, why=Reason("", N_("it names no host")), example=example)
    if privacy is Privacy.LOOPBACK and not _is_loopback(host):
        why = Reason("", N_("without TLS the note and the password could be read on the way to {host}"), {"host": host})
        raise ServerUrlWrong(url=url, why=why, example=example)
    return Server(host, port or usual_port, privacy)


def _split(url: str, example: str) -> tuple[SplitResult, int | None]:
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError as error:
        raise ServerUrlWrong(url=url, why=Reason("", N_("its host or port cannot be read")), example=example) from error
    if port == 0:
        raise ServerUrlWrong(url=url, why=Reason("", N_("its host or port cannot be read")), example=example)
    return parts, port


def _host(host: str) -> str:
    try:
        return str(ipaddress.ip_address(host))
    except ValueError:
        return plain_host(host)


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
