"""A person's name out of an invite: what CN holds, or nothing where it only repeats the address."""

import re

from seguito.calendars.mending import from_percents
from seguito.core.folding import folded
from seguito.reference.calendars import after_comma

_MOST_LETTERS = 200
_ADDRESS = re.compile(r"[<(\[]?(?:mailto:)?[^\s<>()\[\]@]+@[^\s<>()\[\]@]+[>)\]]?", re.IGNORECASE)
_AFTER_THE_NAME = re.compile(
    r"\s*(?:\([^()]*\)|\[[^\[\]]*\]|\s\|\s.*|\s(?:via|tramite)\s.*|\s[-–—]\s.*)\s*$", re.IGNORECASE
)
_NO_NAME = re.compile(r"[\d&/@]")
_NO_GIVEN_NAME = re.compile(r"[\d&/@]|\b(?:and|e|und|et|y|of|for|di|per)\b", re.IGNORECASE)
_QUOTES = "\"'“”‘’«» \t"
_MOST_GIVEN_NAMES = 4


def person_name(cn: str, email: str | None) -> str | None:
    """The name in the order "given family", titles kept; None where there is no name but an address.

    "Bianchi, Giulia" is turned round, "Giulia Bianchi, PhD" and "Giulia, Recruiter" are not. A department in
    brackets, the house after a bar, the program after "via" are no part of a name.
    """
    name = " ".join(from_percents(cn)[:_MOST_LETTERS].split()).strip(_QUOTES)
    name = " ".join(_ADDRESS.sub(" ", name).split()).strip(_QUOTES)
    while (shorter := _AFTER_THE_NAME.sub("", name)) != name and shorter:
        name = shorter
    if not any(letter.isalpha() for letter in name) or _is_mailbox(name, email):
        return None
    return _turned_round(name, email)


def _is_mailbox(name: str, email: str | None) -> bool:
    """Is it what stands before the @, as a mailbox is written: `giulia.bianchi`, `gbianchi`?"""
    mailbox = (email or "").partition("@")[0]
    return name.casefold() == mailbox.casefold() and (name == name.lower() or "." in name or "_" in name)


def _turned_round(name: str, email: str | None) -> str:
    words = after_comma()
    parts = [part for piece in name.split(",") if (part := piece.strip())]
    tail: list[str] = []
    while len(parts) > 1 and _belongs_after(parts[-1]):
        tail.insert(0, parts.pop())
    if len(parts) == 3 and _bare(parts[1]) in words.suffixes:  # Smith, Jr., John
        tail.insert(0, parts.pop(1))
    if len(parts) == 2 and _are_family_and_given(parts[0], parts[1], email):
        titles, family = _titles_of(parts[0])
        parts = [" ".join((*titles, parts[1], family))]
    return ", ".join((*parts, *tail))


def _are_family_and_given(family: str, given: str, email: str | None) -> bool:
    """Nothing speaks against it: no digits, no "and", not too long, and no address that says the opposite."""
    if len(given.split()) > _MOST_GIVEN_NAMES or _NO_GIVEN_NAME.search(given) or _NO_NAME.search(family):
        return False
    mailbox, _, domain = folded(email or "").partition("@")
    if _is_house(given, domain) and not _is_house(family, domain):
        return False  # "Giulia Bianchi, Acme" at acme.example
    first, *more = folded(family).split()
    words = [word for word in re.split(r"[^a-z]+", mailbox) if word]
    family_comes_first = bool(more) and len(words) > 1 and words[0] == first
    return not family_comes_first or first in folded(given).split()


def _is_house(words: str, domain: str) -> bool:
    """Does the domain carry that name: the whole of one of its labels, or a label's long beginning?"""
    name = "".join(re.findall(r"[a-z]+", folded(words)))
    labels = (label.replace("-", "") for label in domain.split("."))
    return bool(name) and any(label == name or (len(name) > 5 and label.startswith(name)) for label in labels)


def _belongs_after(part: str) -> bool:
    """Is it what follows a name after a comma: PhD, Jr., Inc., Head of Talent?"""
    words = after_comma()
    bare = _bare(part)
    if bare in words.suffixes or bare in words.firms:
        return True
    return any(word in words.roles for word in re.split(r"[^\w-]+", part.casefold()))


def _titles_of(family: str) -> tuple[list[str], str]:
    """`Dr. Bianchi` → the title, and the name after it."""
    words = family.split()
    titles: list[str] = []
    while len(words) > 1 and _bare(words[0]) in after_comma().titles:
        titles.append(words.pop(0))
    return titles, " ".join(words)


def _bare(text: str) -> str:
    return re.sub(r"\s+", " ", folded(text).replace(".", "").replace("(", "").replace(")", "")).strip()
