"""Cut a note into words and sentences."""

import re
from collections.abc import Iterable, Iterator, Mapping
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
_RECENT = 8  # notes: each look, and the engine, cuts the same one


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
    if context is None and not tags:
        return _read(text, language, writing)
    plain = plain_text(text)
    known = context or Context()
    tokens = tuple(_told(_tokens(text, writing), name_words(known), tags))
    return Prose(text, plain, language, writing, known, tokens, sentences_of(plain, tokens))


@lru_cache(maxsize=_RECENT)
def _read(text: str, language: str, writing: Writing) -> Prose:
    plain, tokens = plain_text(text), _tokens(text, writing)
    return Prose(text, plain, language, writing, Context(), tokens, sentences_of(plain, tokens))


@lru_cache(maxsize=_RECENT)
def _tokens(text: str, writing: Writing) -> tuple[Token, ...]:
    """Whoever is known, and whatever an engine says."""
    plain = plain_text(text)
    pattern = _pattern(writing, addresses=_may_hold_address(plain))
    return tuple(
        Token(*match.span(), text[match.start() : match.end()], match.group().lower(), Kind(match.lastgroup or "mark"))
        for match in pattern.finditer(plain)
    )


def _told(tokens: Iterable[Token], names: frozenset[str], tags: Mapping[tuple[int, int], str]) -> Iterator[Token]:
    """The tokens with what is known of names, and the engine's tags."""
    for token in tokens:
        named = token.kind is Kind.WORD and token.capitalised and bare(token.word) in names
        tag = tags.get((token.start, token.end), "")
        if named or tag:
            kind = Kind.NAME if named else token.kind
            yield Token(token.start, token.end, token.text, token.word, kind, tag)
        else:
            yield token


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
