"""What may be the servers of an address, and who says so."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from seguito.channels.email.account import Server, ServerUrlWrong


class Source(StrEnum):
    """Who says so, from the surest on."""

    TABLE = "table"  # the house's own help pages
    FILE = "file"  # a file that the person gave
    HOUSE = "house"  # the same file, on the house's own server
    DNS = "dns"  # the names of the services (RFC 6186, 8314)
    MAIL_SERVER = "mx"  # the house that takes the domain's mail
    GUESS = "guess"  # the names that most houses use


@dataclass(frozen=True, slots=True)
class Found:
    """Servers in the order to try them. `user`: who logs in. `oauth`, `app_password`, `no_password`: as `MailHouse`.

    `doubtful`: nobody vouches that these names belong to the address's domain, so no password goes there unasked.
    """

    source: Source
    name: str
    user: str
    smtp: tuple[str, ...]
    imap: tuple[str, ...]
    oauth: str = ""
    app_password: str = ""
    no_password: bool = False
    doubtful: bool = False


def guesses(domain: str, user: str) -> Found:
    """The names that most houses use, each with TLS and none without."""
    return Found(
        Source.GUESS,
        domain,
        user,
        (
            f"smtps://smtp.{domain}:465",
            f"smtp+starttls://smtp.{domain}:587",
            f"smtps://mail.{domain}:465",
            f"smtp+starttls://mail.{domain}:587",
        ),
        (f"imaps://imap.{domain}:993", f"imaps://mail.{domain}:993"),
    )


def usable(urls: Iterable[str], read: Callable[[str], Server]) -> tuple[str, ...]:
    """Those that name a server with a private line, each once. `read`: `smtp_server` or `imap_server`."""
    known: dict[str, None] = {}
    for url in urls:
        try:
            read(url)
        except ServerUrlWrong:
            continue
        known[url] = None
    return tuple(known)


def is_within(url: str, domain: str) -> bool:
    """Whether a server's name lies in the domain."""
    host = url.partition("://")[2].rpartition(":")[0].lower()
    return host == domain or host.endswith("." + domain)
