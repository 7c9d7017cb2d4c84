"""What is known about mail domains: where anybody has a mailbox, and where mail goes out. Data, one loader each."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any


@lru_cache
def free_mail() -> frozenset[str]:
    """Domains where anybody has a mailbox."""
    lines = files(__name__).joinpath("free_domains.txt").read_text("utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))


@dataclass(frozen=True, slots=True)
class MailHouse:
    """Where a house's mail goes out and lies. `app_password`: where a password for programs is made, or empty.

    `oauth`: whose tokens open a mailbox, or empty; `no_password`: nothing else does. `is_guess`: nobody has said so;
    these are the names that most houses use.
    """

    name: str
    smtp: str
    imap: str
    app_password: str = ""
    oauth: str = ""
    no_password: bool = False
    is_guess: bool = False


def mail_house(address: str) -> MailHouse | None:
    """The servers of an address's house: as it says itself, else by the usual names; None for what is no address."""
    domain = address.rpartition("@")[2].strip().lower()
    if "@" not in address or "." not in domain:
        return None
    known = _by_domain().get(domain)
    return known or MailHouse(domain, f"smtps://smtp.{domain}:465", f"imaps://imap.{domain}:993", is_guess=True)


def house_that_takes_mail(server: str) -> MailHouse | None:
    """The house behind the server that takes a domain's mail, as its MX record names it."""
    named = "." + server.rstrip(".").lower()
    return next((house for ending, house in _by_mail_server() if named.endswith("." + ending)), None)


@lru_cache
def _by_domain() -> dict[str, MailHouse]:
    return {domain: house for row, house in _rows() for domain in row["domains"]}


@lru_cache
def _by_mail_server() -> tuple[tuple[str, MailHouse], ...]:
    return tuple((ending, house) for row, house in _rows() for ending in row.get("mx", ()))


@lru_cache
def _rows() -> tuple[tuple[Mapping[str, Any], MailHouse], ...]:
    rows = tomllib.loads(files(__name__).joinpath("providers.toml").read_text("utf-8")).values()
    known = ("name", "smtp", "imap", "app_password", "oauth", "no_password")
    return tuple((row, MailHouse(**{key: row[key] for key in known if key in row})) for row in rows)
