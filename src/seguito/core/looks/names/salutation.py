"""How a note greets: the words of greeting, the titles, and the names that stand there."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from seguito.core.looks.names.tokens import Token, phrase_at
from seguito.core.looks.names.words import Honorific, NameWords, Phrase

_LINES_LOOKED_AT = 8  # a letter may begin with place, date and an address
_LONGEST = 16  # words
_BARE_LONGEST = 5  # words of a greeting that is but a name: "Anna,"
_ENDS = ",;!:?"


@dataclass(frozen=True, slots=True)
class Titled:
    """A title in the text: its words from `first` to `last` (both included), `end` with its dot."""

    first: int
    last: int
    honorific: Honorific
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Greeting:
    """A word of greeting that agrees with the person: `Caro`."""

    first: int
    last: int
    phrase: Phrase


@dataclass(frozen=True, slots=True)
class Salutation:
    """The words from `first` to `last` (both included): `greetings` that agree, `titles`, and `slots`, all the rest."""

    first: int
    last: int
    greetings: tuple[Greeting, ...]
    titles: tuple[Titled, ...]
    slots: tuple[int, ...]


def honorific_at(text: str, tokens: Sequence[Token], index: int, words: NameWords, greeting: bool) -> Titled | None:
    """The longest title that begins at this word; in a greeting a small letter will do in any language."""
    best: Titled | None = None
    for honorific in words.honorifics:
        last = index + len(honorific.words) - 1
        if last >= len(tokens) or (best and last <= best.last):
            continue
        read = tokens[index : last + 1]
        if tuple(token.fold for token in read) != honorific.words or any(
            t.gap not in {".", ". ", "'", "’"} for t in read[1:]
        ):
            continue
        if honorific.capital and not read[0].capital and not greeting:
            continue
        end = read[-1].end
        if honorific.dotted and text[end : end + 1] != ".":
            continue
        best = Titled(index, last, honorific, read[0].start, end + (text[end : end + 1] == "."))
    return best


def salutation_of(text: str, tokens: Sequence[Token], words: NameWords) -> Salutation | None:
    """The first line that greets, near the top; else a first line that is but a name and a comma."""
    for first in _line_starts(tokens)[:_LINES_LOOKED_AT]:
        if phrase_at(tokens, first, words.greetings):
            return _parsed(text, tokens, first, words)
    return _bare(text, tokens, words)


def _line_starts(tokens: Sequence[Token]) -> list[int]:
    return [n for n, token in enumerate(tokens) if n == 0 or "\n" in token.gap]


def _bare(text: str, tokens: Sequence[Token], words: NameWords) -> Salutation | None:
    """`Anna,` or `Dottoressa Marchetti,` alone in the first line."""
    last = _last(text, tokens, 0)
    after = text[tokens[last].end :].lstrip() if tokens else ""
    if (
        not tokens
        or last >= _BARE_LONGEST
        or not after.startswith((",", "!"))
        or not after[1:].lstrip(" ").startswith("\n")
    ):
        return None
    return _parsed(text, tokens, 0, words)


def _last(text: str, tokens: Sequence[Token], first: int) -> int:
    """The last word before a sign or a new line ends the greeting."""
    last = first
    for index in range(first + 1, min(first + _LONGEST, len(tokens))):
        gap = tokens[index].gap
        if (
            "\n" in gap
            or any(sign in gap for sign in _ENDS)
            or (tokens[index].opens and "." in gap)
            or "–" in gap
            or "—" in gap
        ):
            return last
        last = index
    return last


def _parsed(text: str, tokens: Sequence[Token], first: int, words: NameWords) -> Salutation:
    last = _last(text, tokens, first)
    greetings: list[Greeting] = []
    titles: list[Titled] = []
    slots: list[int] = []
    index = first
    while index <= last:
        phrase = phrase_at(tokens, index, words.greetings)
        titled = honorific_at(text, tokens, index, words, greeting=True)
        if phrase and (not titled or phrase in words.agreeing) and (len(phrase) > 1 or not slots):
            greetings.append(Greeting(index, index + len(phrase) - 1, phrase))
            index += len(phrase)
        elif titled and titled.last <= last:
            titles.append(titled)
            index = titled.last + 1
        elif _runs_into_the_note(tokens, index, slots, words):
            last = index - 1
            break
        else:
            slots.append(index)
            index += 1
        if index > last:
            last = _goes_on(text, tokens, last, {greeting.phrase for greeting in greetings}, words)
    return Salutation(first, max(first, last), tuple(greetings), tuple(titles), tuple(slots))


def _runs_into_the_note(tokens: Sequence[Token], index: int, slots: Sequence[int], words: NameWords) -> bool:
    """`Hi Anna thanks for …`: nobody set a comma."""
    token = tokens[index]
    if not slots or token.capital or token.fold in words.joins | words.collective or not tokens[index - 1].capital:
        return False
    return token.fold in words.ordinary and not _leads_to_capital(tokens, index)


def _leads_to_capital(tokens: Sequence[Token], index: int) -> bool:
    """`van der Berg`: small words of at most five letters, then a capital."""
    for token in tokens[index : index + 3]:
        if token.capital:
            return True
        if len(token.fold) > 5 or not token.glue:
            return False
    return False


def _goes_on(text: str, tokens: Sequence[Token], last: int, used: Set[Phrase], words: NameWords) -> int:
    """`Cara Anna, caro Marco,`: another greeting follows the comma."""
    following = last + 1
    if following >= len(tokens) or "," not in tokens[following].gap or "\n" in tokens[following].gap:
        return last
    phrase = phrase_at(tokens, following, words.greetings)
    if phrase and (phrase in words.agreeing or phrase in used or phrase in set(_agreed(words))):
        return _last(text, tokens, following)
    return last


def _agreed(words: NameWords) -> Iterator[Phrase]:
    return (tuple(other.replace(".", " ").split()) for other in words.agreeing.values())
