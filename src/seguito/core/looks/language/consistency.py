"""Rules of every language: a note that agrees with itself."""

import re
from collections.abc import Iterator
from itertools import combinations

from seguito.core.looks.language.prose import Hit, Kind, Place, Prose, Token
from seguito.core.looks.language.record import note_rule

_SHORTEST_NAME = 5


@note_rule(
    "QUOTES_MIXED",
    severity="hint",
    says={
        "en": "Straight and curly marks are mixed in this note.",
        "it": "In questo testo si mescolano virgolette o apostrofi dritti e curvi.",
    },
    wrong=[
        ['You said “come back”, and he said "stay".', ""],
        ["It’s late, and I don't mind.", "It’s late, and I don’t mind."],
    ],
    right=["It’s late, and I don’t mind “that”.", "It's late, and I don't mind \"that\"."],
)
def quotes_mixed(prose: Prose) -> Iterator[Hit]:
    """The first mark of the rarer kind. An inch or a minute after a figure is no quotation."""
    apostrophes = [m.start() for m in re.finditer(r"(?<=[^\W\d_])['’](?=[^\W\d_])", prose.text)]
    quotes = [m.start() for m in re.finditer(r"(?<!\d)\"|[“”]", prose.text)]
    for places, straight in ((apostrophes, "'"), (quotes, '"')):
        dry = [at for at in places if prose.text[at] == straight]
        curly = [at for at in places if prose.text[at] != straight]
        if dry and curly:
            at = min(dry, curly, key=len)[0]
            instead = {"'": ("’",), "’": ("'",)}.get(prose.text[at], ())
            yield Hit(at, at + 1, instead)


@note_rule(
    "NAME_TWO_WAYS",
    severity="ask",
    says={
        "en": "“{quote}” and “{other}”: is it the same name, spelt two ways?",
        "it": "«{quote}» e «{other}»: è lo stesso nome, scritto in due modi?",
    },
    wrong=[
        ["I met Ms Izaguirre, and then Mr Reed. Please thank Izagirre for me.", ""],
        ["The plan of Castellazzi was good; I told Castelazzi so.", ""],
    ],
    right=["I met Paolo and Paola, and Rossi's sister, Ms Rossi.", "The Germans like Germany."],
)
def name_two_ways(prose: Prose) -> Iterator[Hit]:
    """Two capitalised words inside sentences that differ by one inner letter, neither of them on the roster."""
    names = {token.word.removesuffix("'s"): token for token in _names(prose)}
    for one, other in combinations(names, 2):
        if _one_letter_apart(one, other):
            later = max(names[one], names[other], key=lambda token: token.start)
            first = min(names[one], names[other], key=lambda token: token.start)
            yield Hit(later.start, later.end, (), {"other": first.text})


def _names(prose: Prose) -> Iterator[Token]:
    for sentence in prose.sentences:
        for token in sentence.tokens[1 if sentence.place is Place.BODY else 0 :]:
            if token.kind is Kind.WORD and token.capitalised and len(token.text) >= _SHORTEST_NAME:
                yield token


def _one_letter_apart(one: str, other: str) -> bool:
    """One letter more or changed, and not at the end, where gender, number and language change a name."""
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) > 1 or short[:1] != long[:1] or short[-2:] != long[-2:]:
        return False
    if len(short) == len(long):
        return sum(a != b for a, b in zip(short, long, strict=True)) == 1 and len(short) > _SHORTEST_NAME
    return any(long[:at] + long[at + 1 :] == short for at in range(len(long))) and len(short) > _SHORTEST_NAME
