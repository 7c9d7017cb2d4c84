"""Where sentences begin and end in a note: greeting, body, sign-off."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from seguito.core.looks.language.prose import Kind, Place, Sentence, Token

_LONGEST_GREETING = 9  # words of "Dear Ms Anna Maria van der Berg and Mr Reed,"
_LONGEST_SIGN_OFF = 8
_MOST_CLOSING = 3  # …?”)
_ENDS = frozenset(".!?…")
_BEFORE_NUMBER = frozenset(":;,(")
_LONGEST_NUMBER = 2  # digits of an item in a list
_CLOSING = frozenset("\"”’'»)]")


def sentences_of(plain: str, tokens: Sequence[Token]) -> tuple[Sentence, ...]:
    """The sentences of a note in order. A line break ends one only where a paragraph, greeting or list item ends."""
    lines = _lines(plain, tokens)
    greeting, sign_off = _greeting_lines(lines), _sign_off_lines(lines)
    return tuple(
        Sentence(plain, cut[0].start, cut[-1].end, tuple(cut), place, frozenset(token.word for token in cut))
        for group, place in _paragraphs(plain, lines, greeting, sign_off)
        for cut in _cut(group, plain)
    )


def _lines(plain: str, tokens: Sequence[Token]) -> list[list[Token]]:
    """Tokens by line; empty lines are left out."""
    lines: list[list[Token]] = []
    for index, token in enumerate(tokens):
        if not index or "\n" in plain[tokens[index - 1].end : token.start]:
            lines.append([])
        lines[-1].append(token)
    return lines


def _words(line: Sequence[Token]) -> int:
    return sum(token.kind in {Kind.WORD, Kind.NAME} for token in line)


def _greeting_lines(lines: list[list[Token]]) -> int:
    """How many lines at the top are a greeting: one at most, short, and not the whole note."""
    if len(lines) < 2 or _words(lines[0]) > _LONGEST_GREETING:
        return 0
    return int(lines[0][-1].text not in {".", "?", "…"} and lines[0][0].kind is not Kind.MARK)


def _sign_off_lines(lines: list[list[Token]]) -> int:
    """How many lines at the foot are a sign-off: short ones that end with no full stop, after at least one other."""
    count = 0
    while count < len(lines) - 1 and count < 6:
        line = lines[-1 - count]
        if _words(line) > _LONGEST_SIGN_OFF or line[-1].text in _ENDS:
            break
        count += 1
    return count


def _paragraphs(
    plain: str, lines: list[list[Token]], greeting: int, sign_off: int
) -> Iterator[tuple[list[Token], Place]]:
    body_ends = len(lines) - sign_off
    for line in lines[:greeting]:
        yield line, Place.GREETING
    group: list[Token] = []
    for line in lines[greeting:body_ends]:
        if group and _breaks(plain, group[-1], line):
            yield group, Place.BODY
            group = []
        group.extend(line)
    if group:
        yield group, Place.BODY
    for line in lines[max(body_ends, greeting) :]:
        yield line, Place.SIGN_OFF


def _breaks(plain: str, last: Token, line: list[Token]) -> bool:
    """Whether a line begins something new: after an empty line, as a list item, or after the end of a sentence."""
    gap = plain[last.end : line[0].start]
    if re.search(r"\n\s*\n", gap) or line[0].text in {"-", "–", "—", "•", "*"} or is_numbered(line):
        return True
    return last.text in _ENDS or last.text == ":"


def _cut(tokens: list[Token], plain: str) -> Iterator[list[Token]]:
    """Split a paragraph after its full stops, question and exclamation marks, closing marks included."""
    sentence: list[Token] = []
    for token, following in pairwise(tokens):
        sentence.append(token)
        if _ends_sentence(sentence, following, plain):
            yield sentence
            sentence = []
    yield [*sentence, tokens[-1]]


def _ends_sentence(sentence: list[Token], following: Token, plain: str) -> bool:
    spaced = plain[sentence[-1].end : following.start] != ""
    index = len(sentence) - 1
    while index > max(0, len(sentence) - 1 - _MOST_CLOSING) and sentence[index].text in _CLOSING:
        index -= 1
    mark = sentence[index]
    if not spaced or mark.text not in _ENDS or index == 0:
        return False
    lower_follows = following.text[:1].islower()
    if index < len(sentence) - 1 and lower_follows:
        return False  # “Why here?” he asked.
    if mark.text == "…" or plain[max(0, mark.start - 2) : mark.end] == "...":
        return not lower_follows
    if mark.text == "." and lower_follows and _is_number_of_list(sentence[:index]):
        return False
    return mark.text != "." or not _is_initial(sentence[index - 1])


def is_numbered(tokens: Sequence[Token]) -> bool:
    """Whether an item of a list begins: “1. the certificate”, “2) the keys”."""
    return len(tokens) > 2 and _is_small_number(tokens[0]) and tokens[1].text in {".", ")"}


def _is_number_of_list(before: Sequence[Token]) -> bool:
    """“1.”, “: 1.” or “; 2.” within a sentence, or the one that follows such a number there."""
    number = before[-1]
    if not _is_small_number(number):
        return False
    last = str(int(number.text) - 1)
    return len(before) == 1 or before[-2].text in _BEFORE_NUMBER or any(token.text == last for token in before[:-1])


def _is_small_number(token: Token) -> bool:
    return token.kind is Kind.NUMBER and token.text.isdecimal() and len(token.text) <= _LONGEST_NUMBER


def _is_initial(token: Token) -> bool:
    """J. in “J. Reed”: its full stop ends no sentence. (That of an abbreviation is part of its token.)"""
    return len(token.text) == 1 and token.text.isupper() and token.text != "I"
