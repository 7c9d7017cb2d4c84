"""Places that a template or a draft left open."""

import re
from collections.abc import Iterator

from seguito.core.folding import folded
from seguito.core.looks.finding import Finding
from seguito.core.looks.names.reading import Reading
from seguito.core.looks.names.rules import PLACEHOLDER
from seguito.core.looks.names.tokens import TAG

# Every stretch is bounded, and no part of a pattern can take what the next one takes: linear on any text.
_BRACKETS = re.compile(r"\[[^\[\]]{1,400}\]")
_RIGHT_IN_BRACKETS = re.compile(r"\[(?:\d{1,3}|sic|…|\.\.\.|[ xX✓]|\^?\w{1,2})\]")
_ANGLES = re.compile(r"<<[^<>]{1,100}>>|<[^<>/=\"]{1,60}>")
_NAMED = (re.compile(r"«[^«»]{1,60}»"), re.compile(r"\([^()\n.…]{1,60}\)"))  # open places if what they hold says so
_ALWAYS = (
    re.compile(r"\{\{[^{}]{1,200}\}\}|\{%[^{}]{1,200}%\}|\$\{[^{}]{1,200}\}|\{[^{}]{1,200}\}"),
    re.compile(r"%[A-Za-z_]{2,30}%|\$[A-Z_]{3,30}\b|\b[A-Z]{2,15}_[A-Z_]{2,20}\b"),
    re.compile(r"_{3,}|\.{5,}|…{2,}"),
    re.compile(r"\b(?:X{3,}|Y{3,}|x{4,}|XX[:./]XX)\b|\?{3,}|#(?:N/A|NAME\?|REF!|VALUE!)"),
    re.compile(r"\b(?:dd|gg|xx|mm)[/.-](?:mm|dd|xx|gg)[/.-](?:yyyy|yy|aaaa|aa|xxxx|xx)\b", re.IGNORECASE),
)
_SIGNS = re.compile(r"[<>«»\[\]{}()_']")
_EMPTY = re.compile(r"[ \t]{0,3}(?:\.{2,4}|…|,|_+)")


def placeholders(reading: Reading) -> Iterator[Finding]:
    for places in (_between_signs, _by_shape, _in_greeting, _shouted, _in_words):
        for start, end in places(reading):
            yield PLACEHOLDER.finding(reading.text, start, end)


def _between_signs(reading: Reading) -> Iterator[tuple[int, int]]:
    text = reading.text
    for match in _BRACKETS.finditer(text):
        if not _RIGHT_IN_BRACKETS.fullmatch(match.group()) and not _quoted_aside(text, match):
            yield match.span()
    for match in _ANGLES.finditer(text):
        inner = match.group()
        if inner.startswith("<<") or (_is_word_for(reading, inner) and not TAG.fullmatch(inner)):
            yield match.span()
    for pattern in _NAMED:
        yield from (match.span() for match in pattern.finditer(text) if _is_word_for(reading, match.group()))


def _by_shape(reading: Reading) -> Iterator[tuple[int, int]]:
    for pattern in _ALWAYS:
        yield from (match.span() for match in pattern.finditer(reading.text))


def _in_words(reading: Reading) -> Iterator[tuple[int, int]]:
    """`TODO`, `lorem ipsum`; a single word only in capitals."""
    for mark in reading.words.placeholder_marks:
        for match in re.finditer(rf"\b{re.escape(mark)}\b", reading.text, re.IGNORECASE):
            if " " in mark or match.group().isupper():
                yield match.span()


def _is_word_for(reading: Reading, bracketed: str) -> bool:
    """`<Name>`, `«nome»`: what stands between the signs is the word for what should."""
    inner = " ".join(
        folded(bracketed.strip("<>«»[]{}()").replace("_", " ").replace("'", " ").replace("’", " ")).split()
    )
    told = inner.split(" ")[0] in reading.words.placeholder_verbs
    return told or inner in reading.words.placeholders or not inner.strip(".… ")


def _in_greeting(reading: Reading) -> Iterator[tuple[int, int]]:
    """`Dear …,`, `Dear undefined,`: a list that was merged, and had nothing to give."""
    salutation, words = reading.salutation, reading.words
    if salutation is None:
        return
    for index in salutation.slots:
        if reading.tokens[index].fold in words.not_merged and index not in reading.sighted:
            yield reading.tokens[index].start, reading.tokens[index].end
    first = reading.tokens[salutation.first]
    after = _EMPTY.match(reading.text, first.end)
    if after and not salutation.slots and not salutation.titles and first.fold in words.needing_a_name:
        yield first.start, after.end()


def _shouted(reading: Reading) -> Iterator[tuple[int, int]]:
    """`at COMPANY`, in a text that does not shout."""
    for index, token in enumerate(reading.tokens):
        if token.shouted and token.fold in reading.words.placeholders_shouted and index not in reading.sighted:
            neighbours = reading.tokens[max(0, index - 1) : index] + reading.tokens[index + 1 : index + 2]
            if not any(near.shouted and len(near.word) > 3 for near in neighbours):
                yield token.start, token.end


def _quoted_aside(text: str, match: re.Match[str]) -> bool:
    """A word that the writer put into a quotation, `“she [the director] said”`, or the text of a link."""
    if text[match.end() : match.end() + 1] == "(":
        return True
    line = text.rfind("\n", 0, match.start()) + 1
    before = text[max(line, match.start() - 300) : match.start()]
    return before.count("“") > before.count("”") or before.count("«") > before.count("»") or before.count('"') % 2 == 1
