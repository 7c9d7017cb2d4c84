"""Cut a note into words and sentences."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType

from seguito.core.looks.context import Context
from seguito.core.looks.language.prose import Kind, Prose, Token, Writing
from seguito.core.looks.language.sentences import sentences_of

_PLAIN = str.maketrans({"’": "'", "ʼ": "'", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "‑": "-", "\t": " "})
_ADDRESS = (
    r"(?:https?://|www\.)[^\s<>\"“”«»]{0,300}[^\s<>\"“”«».,;:!?)\]'’]"
    r"|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}"
    r"|(?<!\w)[@#]\w[\w.-]{0,40}(?<![.-])"
    r"|\b[\w-]{1,40}\.(?:com|org|net|eu|it|io|uk|dev|ai|app|pdf|docx?|xlsx?|pptx?|csv|txt|zip|png|jpe?g|html?|js|py)\b"
)
_NUMBER = r"[+€$£]?\d[\d.,:/]*\d(?:st|nd|rd|th|°|ª|º|%|s)?(?!\w)|\d(?:st|nd|rd|th|°|ª|º|%|s)?(?!\w)|\w*\d\w*"


def plain_text(text: str) -> str:
    """The same length, with straight apostrophes and plain spaces."""
    return text.translate(_PLAIN)


def read(
    text: str,
    language: str,
    writing: Writing,
    context: Context | None = None,
    tags: Mapping[tuple[int, int], str] = MappingProxyType({}),
) -> Prose:
    """Cut a note into words and sentences. Linear in its length."""
    plain = plain_text(text)
    known = context or Context()
    tokens = tuple(_tokens(text, plain, writing, name_words(known), tags))
    return Prose(text, plain, language, writing, known, tokens, sentences_of(plain, tokens))


def _tokens(
    text: str, plain: str, writing: Writing, names: frozenset[str], tags: Mapping[tuple[int, int], str]
) -> Iterator[Token]:
    for match in _pattern(writing, addresses=_may_hold_address(plain)).finditer(plain):
        start, end = match.span()
        word = match.group().lower()
        kind = Kind(match.lastgroup or "mark")
        if kind is Kind.WORD and match.group()[0].isupper() and bare(word) in names:
            kind = Kind.NAME
        yield Token(start, end, text[start:end], word, kind, tags.get((start, end), ""))


def _may_hold_address(plain: str) -> bool:
    """Looking for addresses at every letter is slow; most notes have none."""
    return "@" in plain or "#" in plain or "/" in plain or bool(re.search(r"\w\.\w", plain))


@lru_cache
def _pattern(writing: Writing, *, addresses: bool) -> re.Pattern[str]:
    short = "|".join(re.escape(short) for short in sorted(writing.abbreviations, key=len, reverse=True)) or r"(?!)"
    return re.compile(
        rf"(?P<address>{_ADDRESS if addresses else '(?!)'})"
        rf"|(?P<word>\b(?:{short})(?!\w)|{writing.word})|(?P<number>{_NUMBER})|(?P<mark>[^\w\s]|_)",
        re.IGNORECASE,
    )


def bare(word: str) -> str:
    """A word without its possessive: Rita's, Reeds'."""
    return word.removesuffix("'s").removesuffix("'")


@lru_cache(maxsize=64)
def name_words(context: Context) -> frozenset[str]:
    """Lower-case words of every known name; particles of one or two letters alone are none."""
    names = [context.organisation, *context.organisation_also, context.candidate, context.to, *context.known_names]
    for person in context.interviewers:
        names += [person.name, *person.also]
    words = {word.lower() for name in names for word in re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)*", plain_text(name))}
    return frozenset(bare(word) for word in words if len(word) > 2)
