"""How an English note greets its reader and takes its leave (T4.3)."""

import re

from seguito.core.drafting.titles import Addressed, addressed
from seguito.core.nouns import Form, Gender, Person
from seguito.languages.title_words import title_words

_NOBODY = "Hello,"
_WITH_A_STOP = {"Dr", "Mr", "Ms", "Mrs", "Mx"}  # in American spelling; British spelling drops the full stop
_INITIALS = re.compile(r"(?<=\S\S)(?:\s+[^\W\d_]\.?)+$")


def salutation(person: Person, language: str = "en") -> str:
    """`Dear Ms Reed,` where a title is known, else `Dear Alice,`; a title is never guessed.

    `language`: `en-US` writes `Dear Ms. Reed,`; `en` keeps to how the title is on record.
    """
    someone = addressed(person, title_words("en"))
    name = _title_and_name(someone, person, language) or _plain_name(someone, person)
    return f"Dear {name}," if name else _NOBODY


def closing(person: Person, language: str = "en") -> str:
    """The leave that fits the greeting; the writer's name follows it."""
    someone = addressed(person, title_words("en"))
    formal = person.form is not Form.TU and (person.form is Form.LEI or bool(someone.said_title))
    return "Kind regards," if formal else "Best wishes,"


def spoken_name(person: Person) -> str:
    """The name by which the person is spoken of: without titles and middle initials."""
    someone = addressed(person, title_words("en"))
    return _first_name(someone) or someone.name or person.email


def _title_and_name(someone: Addressed, person: Person, language: str) -> str:
    if person.form is Form.TU and someone.given:
        return ""
    title = someone.said_title
    if not title and person.form is Form.LEI and someone.gender:
        title = "Ms" if someone.gender is Gender.F else "Mr"
    if not title:
        return ""
    if someone.title and someone.title.given and someone.given:
        return f"{title} {_first_name(someone)}"
    return f"{_punctuated(title, person.title, language)} {someone.family}" if someone.family else ""


def _plain_name(someone: Addressed, person: Person) -> str:
    first = _first_name(someone)
    if not first:
        return ""
    if len(first.split()[0].strip(".")) < 2:  # J. R. Smith goes by nothing shorter that we know
        return someone.name
    return someone.name if person.form is Form.LEI else first


def _first_name(someone: Addressed) -> str:
    """Without middle initials: John F. is greeted as John."""
    return _INITIALS.sub("", someone.given)


def _punctuated(title: str, recorded: str, language: str) -> str:
    if title not in _WITH_A_STOP:
        return title
    region = language.partition("-")[2].upper()
    american = region == "US" or (not region and recorded.strip().endswith("."))
    return f"{title}." if american else title
