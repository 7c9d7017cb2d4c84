"""What is known about mail domains: where anybody has a mailbox, and where mail goes out. Data, one loader each."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files


@lru_cache
def free_mail() -> frozenset[str]:
    """Domains where anybody has a mailbox."""
    lines = files(__name__).joinpath("free_domains.txt").read_text("utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))


@dataclass(frozen=True, slots=True)
class MailHouse:
    """Where a house's mail goes out and lies. `app_password`: where a password for programs is made, or empty.

    `is_guess`: nobody has said so; these are the names that most houses use.
    """

    name: str
    smtp: str
    imap: str
    app_password: str = ""
    is_guess: bool = False


def mail_house(address: str) -> MailHouse | None:
    """The servers of an address's house: as it says itself, else by the usual names; None for what is no address."""
    domain = address.rpartition("@")[2].strip().lower()
    if "@" not in address or "." not in domain:
        return None
    known = _houses().get(domain)
    return known or MailHouse(domain, f"smtps://smtp.{domain}:465", f"imaps://imap.{domain}:993", is_guess=True)


@lru_cache
def _houses() -> dict[str, MailHouse]:
    rows = tomllib.loads(files(__name__).joinpath("providers.toml").read_text("utf-8")).values()
    return {
        domain: MailHouse(row["name"], row["smtp"], row["imap"], row.get("app_password", ""))
        for row in rows
        for domain in row["domains"]
    }
