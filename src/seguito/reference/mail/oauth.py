"""Houses that let programs into a mailbox by a token: the shipped table, and rows of one's own beside the records."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from ipaddress import ip_address
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from seguito.errors import N_, Problem

FILE = "oauth.toml"


class OAuthRowWrong(Problem):
    id = "oauth-row-wrong"
    happened = N_("{file} in the data folder cannot be read: {what}.")
    safe = N_("Nothing was changed.")
    next_step = N_("Its form is that of the shipped table, which docs/mail.md shows.")


class NoSuchHouse(Problem):
    id = "no-such-oauth"
    happened = N_("“{named}” is no provider that is known to let programs in by a token.")
    safe = N_("Nothing was changed.")
    next_step = N_("Known are: {known}. One's own can be added in oauth.toml of the data folder (docs/mail.md).")


@dataclass(frozen=True, slots=True)
class OAuthHouse:
    """What is needed to ask one house for a token (RFC 6749, 8252). Fields as `oauth.toml` explains them."""

    id: str
    name: str
    authorise: str
    token: str
    scopes: tuple[str, ...]
    also: tuple[tuple[str, str], ...] = ()
    tenant: str = ""
    back: str = "127.0.0.1"
    asks_secret: bool = False
    register: str = ""
    withdraw: str = ""
    smtp: str = ""
    imap: str = ""


def oauth_houses(home: Path) -> dict[str, OAuthHouse]:
    """By id; a row of one's own takes the place of a shipped one. Raises OAuthRowWrong."""
    shipped = tomllib.loads(files("seguito.reference.mail").joinpath(FILE).read_text("utf-8"))
    return {name: _house(name, row) for name, row in {**shipped, **_own(home)}.items()}


def oauth_house(named: str, home: Path) -> OAuthHouse:
    """Raises NoSuchHouse, OAuthRowWrong."""
    known = oauth_houses(home)
    if named not in known:
        raise NoSuchHouse(named=named, known=tuple(known))
    return known[named]


def _own(home: Path) -> Mapping[str, Any]:
    try:
        return tomllib.loads((home / FILE).read_text("utf-8-sig"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as wrong:
        raise OAuthRowWrong(file=FILE, what=str(wrong)) from wrong


def _house(name: str, row: Any) -> OAuthHouse:
    try:
        house = OAuthHouse(
            id=name,
            name=str(row["name"]),
            authorise=str(row["authorise"]),
            token=str(row["token"]),
            scopes=tuple(map(str, row["scopes"])),
            also=tuple((str(key), str(value)) for key, value in row.get("also", {}).items()),
            tenant=str(row.get("tenant", "")),
            back=str(row.get("back", "127.0.0.1")),
            asks_secret=bool(row.get("asks_secret", False)),
            register=str(row.get("register", "")),
            withdraw=str(row.get("withdraw", "")),
            smtp=str(row.get("smtp", "")),
            imap=str(row.get("imap", "")),
        )
    except (TypeError, KeyError, AttributeError) as wrong:
        raise OAuthRowWrong(file=FILE, what=f"[{name}] {wrong}") from wrong
    for url in (house.authorise, house.token):
        if not _is_private(url):
            raise OAuthRowWrong(file=FILE, what=f"[{name}] {url}")
    if house.back not in ("127.0.0.1", "localhost"):
        raise OAuthRowWrong(file=FILE, what=f"[{name}] {house.back}")
    return house


def _is_private(url: str) -> bool:
    """Over TLS, or never off this machine."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return False
    if parts.scheme == "https":
        return bool(host)
    try:
        return parts.scheme == "http" and (host == "localhost" or ip_address(host).is_loopback)
    except ValueError:
        return False
