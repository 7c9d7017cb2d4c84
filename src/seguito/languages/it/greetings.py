"""How an Italian note greets its reader and takes its leave (T4.3)."""

from seguito.core.drafting.titles import Addressed, addressed
from seguito.core.nouns import Form, Gender, Person
from seguito.languages.title_words import title_words

_NOBODY = "Buongiorno,"


def salutation(person: Person, language: str = "it") -> str:
    """`Gentile dottoressa Bianchi,` by the title, `Cara Giulia,` only where one says tu; the gender is never guessed.

    `language` may carry a region; all of them greet alike.
    """
    someone = addressed(person, title_words("it"))
    if person.form is Form.TU and someone.given:
        return f"{_dear_friend(someone.gender)} {someone.given},"
    title, name = someone.said_title, someone.name
    if title and someone.title and someone.title.given:
        return f"Gentile {title} {someone.given or someone.family},"
    if title and someone.family:
        return f"Gentile {title} {someone.family},"
    if someone.family and someone.gender:
        return f"Gentile {'signora' if someone.gender is Gender.F else 'signor'} {someone.family},"
    if someone.given:
        return f"Gentile {name},"
    return _NOBODY


def closing(person: Person, language: str = "it") -> str:
    """The leave that fits the greeting; the writer's name follows it."""
    return "Un caro saluto," if person.form is Form.TU else "Cordiali saluti,"


def spoken_name(person: Person) -> str:
    """The name by which the person is spoken of: without titles."""
    someone: Addressed = addressed(person, title_words("it"))
    return someone.given or someone.name or person.email


def _dear_friend(gender: Gender | None) -> str:
    return {Gender.F: "Cara", Gender.M: "Caro", None: "Ciao"}[gender]
