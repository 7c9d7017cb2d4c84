"""Mail addresses: what can be mailed, and in which letters a server takes it."""

import re
import unicodedata
from dataclasses import dataclass

import idna

from seguito.core.reasons import Reason
from seguito.errors import N_, Problem

LONGEST_ADDRESS = 254  # RFC 5321, 4.5.3.1.3, less the brackets
LONGEST_LOCAL_PART = 64
LONGEST_HOST = 253

_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_LOCAL_PART = re.compile(rf'{_ATOM}(?:\.{_ATOM})*|"(?:[ !#-\[\]-~]|\\[ -~])+"')
_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_HOST = re.compile(rf"{_LABEL}(?:\.{_LABEL})*")
_NAMED = re.compile(r"\s*(?P<name>.*?)\s*<(?P<address>[^<>]*)>\s*", re.DOTALL)
# Line ends would begin a header of their own; the rest have no business in a name or a subject.
_FORBIDDEN_CATEGORIES = frozenset({"Cc", "Cs", "Zl", "Zp"})


class AddressNotMailable(Problem):
    id = "address-not-mailable"
    happened = N_("“{address}” cannot be mailed: {why}.")
    safe = N_("Nothing was sent or changed.")
    next_step = N_("Correct the address, then do it again.")


class HeaderRefused(Problem):
    id = "header-refused"
    happened = N_("“{value}” holds a line break or another control character, which a mail's header cannot.")
    safe = N_("Nothing was sent or changed.")
    next_step = N_("Take it out of the name or the subject, then do it again.")


@dataclass(frozen=True, slots=True)
class Mailbox:
    """A name, which may be empty, and an address that a server takes (ASCII, its domain in punycode)."""

    name: str
    address: str

    @property
    def domain(self) -> str:
        return self.address.rpartition("@")[2]

    def __str__(self) -> str:
        return f"{self.name} <{self.address}>" if self.name else self.address


def mailbox(text: str) -> Mailbox:
    """Read `Name <address>` or an address alone, as a person types it.

    Raises `AddressNotMailable`, or `HeaderRefused` for a name that would break out of its header.
    """
    named = _NAMED.fullmatch(text)
    if named is None:
        return Mailbox("", mailable(text))
    return Mailbox(header_text(_unquoted(named["name"])), mailable(named["address"]))


def mailable(address: str) -> str:
    """The address in the letters that every server takes.

    A name before the @ in other letters needs SMTPUTF8 all the way to its reader, which no sender can know: it is
    refused here, before anybody says yes to the note, and not by a server days later.
    """
    address = address.strip()
    local, at, domain = address.rpartition("@")
    if not at or not local or not domain:
        raise AddressNotMailable(address=address, why=Reason("", N_("it needs one name, an @ and a domain")))
    if not local.isascii():
        raise AddressNotMailable(
            address=address, why=Reason("", N_("many servers take only plain letters before the @"))
        )
    if not _LOCAL_PART.fullmatch(local) or len(local) > LONGEST_LOCAL_PART:
        raise AddressNotMailable(
            address=address, why=Reason("", N_("“{part}” is no name of a mailbox"), {"part": local})
        )
    plain = f"{local}@{_plain_domain(domain, address)}"
    if len(plain) > LONGEST_ADDRESS:
        raise AddressNotMailable(address=address, why=Reason("", N_("it is too long")))
    return plain


def header_text(text: str) -> str:
    """The text in one line, its outer and doubled blanks taken away. Raises `HeaderRefused` for a control character."""
    if any(unicodedata.category(letter) in _FORBIDDEN_CATEGORIES and letter != "\t" for letter in text):
        raise HeaderRefused(value=ascii(text)[1:-1])
    return " ".join(text.split())


def _unquoted(name: str) -> str:
    if len(name) > 1 and name[0] == name[-1] == '"':
        return re.sub(r"\\(.)", r"\1", name[1:-1])
    return name


def _plain_domain(domain: str, address: str) -> str:
    """A domain as it stands in DNS. IDNA 2008 (RFC 5891), so that straße.de is not taken for strasse.de."""
    plain = plain_host(domain)
    labels = plain.split(".")
    if plain != "localhost" and (len(labels) < 2 or labels[-1].isdigit()):
        why = Reason("", N_("“{domain}” is no domain that mail can go to"), {"domain": domain})
        raise AddressNotMailable(address=address, why=why)
    return plain


def plain_host(host: str) -> str:
    """The name of a host as it stands in DNS, or nothing where it is none."""
    host = host.lower()
    if host.isascii():
        return host if _HOST.fullmatch(host) and len(host) <= LONGEST_HOST else ""
    try:
        return idna.encode(host, uts46=True).decode("ascii")
    except idna.IDNAError:
        return ""
