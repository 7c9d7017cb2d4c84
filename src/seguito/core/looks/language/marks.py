"""Rules of every language: marks and the spaces around them."""

import re
from collections.abc import Iterator

from seguito.core.looks.language.prose import Hit, Kind, Place, Prose
from seguito.core.looks.language.record import note_rule
from seguito.core.looks.language.sentences import is_numbered

_SPACED_BEFORE = re.compile(
    r"(?<=[\w)\]\"”’»'])[ \t]+(?:[,;:.!?](?![\w.)(\-/|*DPp])|,(?=[^\W\d_])|[;!?](?=[^\W\d_]{2}))"
)
_UNSPACED_AFTER = re.compile(r"(?<=[^\W\d_])[,;!?](?=[^\W\d_])|(?<=[a-zà-ÿ]{2})\.(?=[A-ZÀ-Þ][a-zà-ÿ]*\b(?!\.))")
_TWICE = re.compile(r",,+|;;+|::+|(?<!\.)\.\.(?!\.)|,\.|;\.")
_DOUBLE_SPACE = re.compile(r"(?<=\S)[ \t\u00a0]{2,}(?=[^\W\d_])")
_CLOSES = {")": "(", "]": "[", "”": "“", "»": "«"}


@note_rule(
    "SPACE_BEFORE_MARK",
    severity="stop",
    says={"en": "No space before this mark.", "it": "Prima di questo segno non ci vuole lo spazio."},
    wrong=[
        ["Thank you for the tour , and for tea.", "Thank you for the tour, and for tea."],
        ["May I come again ?", "May I come again?"],
        ["Thank you for the tour ,the tea and the map.", "Thank you for the tour, the tea and the map."],
        ["The tour was long ,but it was a treat.", "The tour was long, but it was a treat."],
    ],
    right=["It costs .5 of a cent :-) …", "I said: “Yes!”, and left.", "Odds of 3 ,5 say little."],
)
def space_before_mark(prose: Prose) -> Iterator[Hit]:
    for match in _SPACED_BEFORE.finditer(prose.plain):
        mark, follows = match.group().strip(), prose.plain[match.end() : match.end() + 1]
        yield Hit(match.start(), match.end(), (f"{mark} " if follows.isalpha() else mark,))


@note_rule(
    "NO_SPACE_AFTER_MARK",
    severity="stop",
    says={"en": "A space is missing after this mark.", "it": "Dopo questo segno manca lo spazio."},
    wrong=[
        ["I saw the garden,the pond and the shed.", "I saw the garden, the pond and the shed."],
        ["I was early.You were earlier.", "I was early. You were earlier."],
        ["That was all.I left at ten.", "That was all. I left at ten."],
    ],
    right=["Write to me at ann@example.org, or see www.Example.org.", "It costs 3,50 at 10:30, e.g. on Friday."],
)
def no_space_after_mark(prose: Prose) -> Iterator[Hit]:
    addresses = [(t.start, t.end) for t in prose.tokens if t.kind is Kind.ADDRESS]
    for match in _UNSPACED_AFTER.finditer(prose.plain):
        at = match.start()
        if not any(start <= at < end for start, end in addresses):
            before, after = _word_before(prose.plain, at), _word_after(prose.plain, match.end())
            quote = prose.plain[before:after]
            yield Hit(before, after, (quote[: at - before + 1] + " " + quote[at - before + 1 :],))


@note_rule(
    "DOUBLED_MARK",
    severity="stop",
    says={"en": "One mark is enough here.", "it": "Qui basta un segno solo."},
    wrong=[
        ["I saw the garden,, and the pond.", "I saw the garden, and the pond."],
        ["I would love to see it again..", "I would love to see it again."],
    ],
    right=["I wondered ... and then I knew…", "Is that so?! Well!!"],
)
def doubled_mark(prose: Prose) -> Iterator[Hit]:
    for match in _TWICE.finditer(prose.plain):
        marks = match.group()
        yield Hit(match.start(), match.end(), ("." if "." in marks else marks[-1],))


@note_rule(
    "DOUBLE_SPACE",
    severity="hint",
    says={"en": "Two spaces where one is enough.", "it": "Due spazi dove ne basta uno."},
    wrong=[["I saw  the garden.", "I saw the garden."], ["Thank you  for that.", "Thank you for that."]],
    right=["I saw the garden.\n  And the pond.", "I saw the garden.\n\nAnd the pond."],
)
def double_space(prose: Prose) -> Iterator[Hit]:
    for match in _DOUBLE_SPACE.finditer(prose.text):
        yield Hit(match.start(), match.end(), (" ",))


@note_rule(
    "UNPAIRED",
    severity="ask",
    says={"en": "This mark opens or closes alone.", "it": "Questo segno si apre o si chiude da solo."},
    wrong=[
        ["The tour (which took an hour was a treat.", ""],
        ["You said “come back in May, and I will.", ""],
        ["The tour which took an hour) was a treat.", ""],
    ],
    right=["The tour (an hour) was a treat :-)", "1) the garden\n2) the pond\n\na) “so” and b) «so»"],
)
def unpaired(prose: Prose) -> Iterator[Hit]:
    """Brackets and curly quotes within a paragraph; smileys and the numbers of a list are none."""
    open_at: list[tuple[str, int]] = []
    for match in re.finditer(r"\n\s*\n|[()\[\]“”«»]", prose.text):
        mark, at = match.group(), match.start()
        if not mark.strip():
            yield from (Hit(position, position + 1) for _, position in open_at)
            open_at = []
        elif mark in _CLOSES.values():
            if not _is_smiley(prose.text, at):
                open_at.append((mark, at))
        elif open_at and open_at[-1][0] == _CLOSES[mark]:
            open_at.pop()
        elif not (_is_smiley(prose.text, at) or _is_number_of_list(prose.text, at)):
            yield Hit(at, at + 1)
    yield from (Hit(position, position + 1) for _, position in open_at)


@note_rule(
    "NO_FULL_STOP",
    severity="ask",
    says={"en": "The sentence has no full stop.", "it": "Alla frase manca il punto."},
    wrong=[
        [
            "Thank you for the tour. I would love to come back in the spring",
            "Thank you for the tour. I would love to come back in the spring.",
        ],
        [
            "Dear Ann,\n\nThank you for the long and cold tour of the ice factory\n\nBest\nTom",
            "Dear Ann,\n\nThank you for the long and cold tour of the ice factory.\n\nBest\nTom",
        ],
    ],
    right=["Dear Ann,\n\nThank you for the tour.\n\nKind regards from a rainy Turin\nTom", "Many thanks,\nTom"],
)
def no_full_stop(prose: Prose) -> Iterator[Hit]:
    """Long enough to be a sentence, in the body, the last of its paragraph, with nothing at its end."""
    for sentence in prose.sentences:
        last = sentence.tokens[-1]
        follows = prose.text[sentence.end :]
        words = sum(token.is_word for token in sentence.tokens)
        ends_paragraph = not follows.strip() or follows.startswith(("\n\n", "\r\n\r\n"))
        listed = sentence.tokens[0].kind is Kind.MARK or is_numbered(sentence.tokens)
        if sentence.place is Place.BODY and last.text[-1].isalpha() and words > 7 and ends_paragraph and not listed:
            yield Hit(last.start, last.end, (f"{last.text}.",))


def _word_before(text: str, at: int) -> int:
    while at > 0 and text[at - 1].isalpha():
        at -= 1
    return at


def _word_after(text: str, at: int) -> int:
    while at < len(text) and text[at].isalpha():
        at += 1
    return at


def _is_smiley(text: str, at: int) -> bool:
    return bool(re.search(r"[:;=8xX]['\-o]?$", text[max(0, at - 3) : at])) and (at < 2 or not text[at - 2].isalnum())


def _is_number_of_list(text: str, at: int) -> bool:
    return bool(re.search(r"(?:^|[\s(])(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4})$", text[max(0, at - 5) : at]))
