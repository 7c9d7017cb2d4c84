"""A note as words with their places: what stands between them, and where sentences begin."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from seguito.core.folding import folded
from seguito.core.looks.names.words import Phrase, Phrases

# Marks that belong to the letter before them, and signs that nobody sees (soft hyphen, joiners, directions).
_MARKS = "\u0300-\u036f"
_UNSEEN = "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
_WORD = re.compile(rf"[^\W_](?:[^\W_]|[{_MARKS}{_UNSEEN}])*")
_WITHOUT_UNSEEN = str.maketrans("", "", _UNSEEN)
# HTML that was pasted in with the words. Bounded, and no part takes what the next one can: linear.
TAG = re.compile(
    r"</?(?:a|abbr|b|big|blockquote|body|br|center|code|div|em|font|h[1-6]|head|hr|html|i|img|li|ol|p|pre|q|s|small|span"
    r"|strong|style|sub|sup|table|tbody|td|th|tr|u|ul)\b[^<>]{0,300}>",
    re.IGNORECASE,
)
_WITHOUT_EMPHASIS = str.maketrans("", "", "*_~`" + _UNSEEN)

# `linkedin.com/in/…`, `seguito.example`: a host written without its scheme.
_HOST = re.compile(
    r"[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,4}\.(?:com|org|net|edu|gov|io|co|eu|it|uk|ie|fr|de|es|ch|us|ca|dev|app|info"
    r"|me|example|test)(?=[/:?]|[.,;!)\]]*$)"
)

APOSTROPHES = "'’ʼ‘´`"
HYPHENS = "-‐‑"
_SENTENCE_ENDS = ".!?…:"
_OPENINGS = '«“"„([{<>•'


@dataclass(frozen=True, slots=True)
class Token:
    """A word of the note. `start`, `end`: code points of the text as given; `gap`: what stands before it.

    `word`: composed (NFC); `fold`: small letters without marks. `opens`: a sentence, line or quotation begins here.
    """

    start: int
    end: int
    word: str
    fold: str
    gap: str
    opens: bool

    @property
    def capital(self) -> bool:
        return self.word[:1].isupper() or self.word[:1].istitle()

    @property
    def shouted(self) -> bool:
        return len(self.word) > 1 and self.word.isupper()

    @property
    def glue(self) -> str:
        return glue(self.gap)


@lru_cache(maxsize=256)
def glue(gap: str) -> str:
    """What ties two words: an apostrophe, a hyphen, an ampersand, a space; "" for nothing.

    A dot or one line break is as good as a space.
    """
    gap = gap.translate(_WITHOUT_EMPHASIS)
    if len(gap) == 1 and gap in APOSTROPHES:
        return "'"
    if len(gap) == 1 and gap in HYPHENS:
        return "-"
    if gap.strip() in {"&", "+"}:
        return "&"
    if gap in {".", ". "} or (gap and not gap.strip() and gap.count("\n") < 2):
        return " "
    return ""


def tokens_of(text: str, abbreviations: frozenset[str] = frozenset()) -> tuple[Token, ...]:
    """Every word of the text but those in addresses of the net.

    `abbreviations`: folded words after which a dot ends no sentence.
    """
    return tuple(_tokens(text, abbreviations))


@lru_cache(maxsize=8192)
def name_words(name: str) -> tuple[Token, ...]:
    """The words of a name that somebody recorded."""
    return tokens_of(unicodedata.normalize("NFC", name))


def _tokens(text: str, abbreviations: frozenset[str]) -> Iterator[Token]:
    end, before = 0, ""
    bare = TAG.sub(lambda tag: " " * len(tag.group()), text.replace("\r\n", " \n").replace("\r", "\n"))
    for chunk in re.finditer(r"\S+", bare):
        if _is_address(chunk.group()):
            before = ""
            continue
        for match in _WORD.finditer(bare, chunk.start(), chunk.end()):
            gap = bare[end : match.start()]
            read = match.group().rstrip(_UNSEEN)
            word = read if read.isascii() else unicodedata.normalize("NFC", read.translate(_WITHOUT_UNSEEN))
            opens = end == 0 or _opens(gap, before in abbreviations or (len(before) == 1 and not before.isdigit()))
            before = folded(word)
            if before:
                end = match.start() + len(read)
                yield Token(match.start(), end, word, before, gap, opens)


def _is_address(chunk: str) -> bool:
    """E-mail, link, handle or hash tag: nothing in it is spelt as a name."""
    bare = chunk.lstrip("(<[\"'“«").lower()
    if bare.startswith(("www.", "@", "#")) or "://" in bare or _HOST.match(bare):
        return True
    at = bare.find("@")
    return at > 0 and "." in bare[at:]


def _opens(gap: str, after_abbreviation: bool) -> bool:
    if "\n" in gap or any(sign in gap for sign in _OPENINGS):
        return True
    if after_abbreviation and not gap.lstrip(".").strip():
        return False
    return any(sign in gap for sign in _SENTENCE_ENDS)


def new_paragraph(token: Token) -> bool:
    """An empty line stands before this word."""
    return token.gap.count("\n") > 1


def phrase_before(tokens: Sequence[Token], index: int, phrases: Phrases, reach: int = 0) -> Phrase | None:
    """The longest of the phrases that ends right before the word at `index`, at most `reach` words away from it."""
    for away in range(reach + 1):
        end = index - away
        for length in range(min(phrases.longest, end), 0, -1):
            phrase = tuple(token.fold for token in tokens[end - length : end])
            if phrase in phrases.of and not any(broken(t) for t in tokens[end - length + 1 : index + 1]):
                return phrase
    return None


def phrase_at(tokens: Sequence[Token], index: int, phrases: Phrases) -> Phrase | None:
    """The longest of the phrases that begins at the word at `index`."""
    for length in range(min(phrases.longest, len(tokens) - index), 0, -1):
        phrase = tuple(token.fold for token in tokens[index : index + length])
        if phrase in phrases.of:
            return phrase
    return None


def broken(token: Token) -> bool:
    """A sign stands before this word that a phrase does not run across."""
    return any(sign in token.gap for sign in '.!?…;:()[]«»“”"') or new_paragraph(token)
