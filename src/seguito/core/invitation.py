"""What an invite's own title tells of the house and the role."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from seguito.core.folding import folded


@dataclass(frozen=True, slots=True)
class TitleWords:
    """Words of the titles of invites, folded. Each is one word or several.

    `talk`: what the meeting is called and its rounds; `at`: stands before the house; `as_`: stands before the role;
    `with_`: stands before people, or before a house; `house`: marks of a house's name (LLC, S.p.A., Studio);
    `role`: words that a role's name ends or begins with.
    """

    talk: frozenset[str]
    at: frozenset[str]
    as_: frozenset[str]
    with_: frozenset[str]
    house: frozenset[str]
    role: frozenset[str]


@dataclass(frozen=True, slots=True)
class Guess:
    """House and role as the invite has them, each with whether it is only guessed. Empty: it does not say."""

    organisation: str
    role: str
    organisation_guessed: bool
    role_guessed: bool


_BREAKS = re.compile(r"\s+[-–—|•·/~]+\s+|\s*<+>+\s*|\s*[|•:;()\[\]]\s*|,\s+|\s*@\s+|\s+@")
_FINE = re.compile(r"[^\w'’.&+/-]+")


def read_title(title: str, domains: Sequence[str], people: Collection[str], words: TitleWords) -> Guess:
    """House and role from a title such as “Interview: Press officer at Jackson Spalding”.

    `domains`: of the people's addresses, free mail left out; `people`: names that are no house (panel and oneself).
    A part that the people's domain bears out, or that a word like “at” or “for” introduces, is read; anything else
    is guessed, and whoever asked must be asked.
    """
    parts = [
        part for part in _parts(title, words) if not _only_talk(part[1], words) and not _is_person(part[1], people)
    ]
    house, house_sure = _house(parts, domains, words)
    role, role_sure = _role([part for part in parts if part[1] != house], words)
    if not house and domains:
        house, house_sure = _from_domain(domains[0]), False
    return Guess(house, role, bool(house) and not house_sure, bool(role) and not role_sure)


def _parts(title: str, words: TitleWords) -> list[tuple[str, str]]:
    """The title's parts, each with the kind of word that introduced it: "at", "as", "with" or ""."""
    found: list[tuple[str, str]] = []
    for piece in _BREAKS.split(re.sub(r"\s@\s*", " at ", title)):
        lead, run = "", list[str]()
        tokens = piece.split()
        place = 0
        while place < len(tokens):
            kind, length = _introduces(tokens, place, words)
            if kind and place + length < len(tokens) + (not run):
                found.append((lead, " ".join(run)))
                lead, run = kind, []
                place += length
                continue
            run.append(tokens[place])
            place += 1
        found.append((lead, " ".join(run)))
    return [(lead, _trimmed(text, words)) for lead, text in found if _trimmed(text, words)]


def _introduces(tokens: Sequence[str], place: int, words: TitleWords) -> tuple[str, int]:
    for length in (3, 2, 1):
        phrase = folded(" ".join(tokens[place : place + length]))
        if len(tokens) - place < length:
            continue
        for kind, known in (("at", words.at), ("as", words.as_), ("with", words.with_)):
            if phrase in known:
                return kind, length
    return "", 0


def _trimmed(text: str, words: TitleWords) -> str:
    """Without the talk's own words at either end: “Press officer interview” is “Press officer”."""
    tokens = text.strip(" .,-–—").split()
    for length in (3, 2, 1, 3, 2, 1):
        while len(tokens) > length and folded(" ".join(tokens[:length])).strip(".,") in words.talk:
            tokens = tokens[length:]
        while len(tokens) > length and folded(" ".join(tokens[-length:])).strip(".,") in words.talk:
            tokens = tokens[:-length]
    return " ".join(tokens).strip(" .,-–—") if len(" ".join(tokens)) > 1 else ""


def _only_talk(text: str, words: TitleWords) -> bool:
    tokens = [token for token in _FINE.split(folded(text)) if token]
    single = {word for phrase in words.talk for word in phrase.split()}
    return all(token.strip(".") in single or token.strip(".").isdigit() for token in tokens)


def _is_person(text: str, people: Collection[str]) -> bool:
    tokens = set(_FINE.split(folded(text))) - {""}
    return any(tokens <= set(_FINE.split(folded(name))) for name in people if name.strip())


def _house(parts: Sequence[tuple[str, str]], domains: Sequence[str], words: TitleWords) -> tuple[str, bool]:
    for domain in domains:
        for _lead, text in parts:
            if _bears_out(domain, text):
                return text, True
    for lead, text in parts:
        if lead == "at":
            return text, True
    for lead, text in parts:
        if lead == "with" and not _names_role(text, words):
            return text, not domains
    for _lead, text in parts:
        if words.house & set(_FINE.split(folded(text))):
            return text, True
    rest = [text for lead, text in parts if lead != "as" and not _names_role(text, words)]
    return (rest[0], False) if rest else ("", False)


def _role(parts: Sequence[tuple[str, str]], words: TitleWords) -> tuple[str, bool]:
    for lead, text in parts:
        if lead == "as":
            return text, True
    for _lead, text in parts:
        if _names_role(text, words):
            return text, True
    return (parts[0][1], False) if parts else ("", False)


def _names_role(text: str, words: TitleWords) -> bool:
    return bool(words.role & set(_FINE.split(folded(text))))


def _bears_out(domain: str, text: str) -> bool:
    """Whether the domain is made of the part's letters: jacksonspalding.com and “Jackson Spalding”."""
    label = _label(domain)
    letters = "".join(c for c in folded(text) if c.isalnum())
    initials = "".join(word[0] for word in _FINE.split(folded(text)) if word)
    if len(letters) < 3 or len(label) < 2:
        return False
    return (
        letters == label
        or (min(len(letters), len(label)) >= 4 and (letters in label or label in letters))
        or (len(label) >= 3 and initials == label)
    )


def _label(domain: str) -> str:
    """The part of a domain that names its house: `careers.nemar-solutions.co.uk` → nemarsolutions."""
    labels = folded(domain).split(".")
    if len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in ("co", "com", "org", "net", "ac", "gov", "edu"):
        labels = labels[:-1]
    return "".join(c for c in (labels[-2] if len(labels) > 1 else labels[0]) if c.isalnum())


def _from_domain(domain: str) -> str:
    labels = folded(domain).split(".")
    name = labels[-2] if len(labels) > 1 else labels[0]
    if name in ("co", "com", "org", "net") and len(labels) > 2:
        name = labels[-3]
    return " ".join(word.capitalize() for word in name.split("-"))


def house_domains(addresses: Iterable[str], free_mail: Collection[str], mine: Collection[str]) -> tuple[str, ...]:
    """Domains of the panel's addresses that belong to a house, the commonest first."""
    counts: dict[str, int] = {}
    own = {address.rpartition("@")[2].lower() for address in mine}
    for address in addresses:
        domain = address.rpartition("@")[2].lower()
        if domain and domain not in free_mail and domain not in own:
            counts[domain] = counts.get(domain, 0) + 1
    return tuple(sorted(counts, key=lambda domain: -counts[domain]))
