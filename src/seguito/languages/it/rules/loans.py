"""English nouns in Italian: no -s in the plural."""

from collections.abc import Iterator
from itertools import pairwise

from seguito.core.looks.language.prose import Hit, Sentence
from seguito.core.looks.language.record import rule
from seguito.languages.it.lexicon import analyses
from seguito.languages.it.words import Word, words

# Those that Italian takes over with their -s, or that are plural in English only.
_KEPT = frozenset(
    "news fans jeans shorts leggings skills stakeholders practices resources relations sales analytics operations "
    "goods services business process stress express press boss class glass access wireless fitness burgers data "
    "corporates series species avances works studies systems games awards days".split()
)


@rule(
    "LOAN_PLURAL",
    severity="ask",
    says={
        "en": "In Italian an English noun has no -s in the plural: “{better}”.",
        "it": "In italiano i nomi inglesi restano uguali al plurale: «{better}».",
    },
    wrong=[
        ["Ho ricevuto molti feedbacks utili.", "Ho ricevuto molti feedback utili."],
        ["Ho seguito dei workshops a Faenza.", "Ho seguito dei workshop a Faenza."],
        ["Le mando i files di stampa.", "Le mando i file di stampa."],
        ["Ho gestito due teams in tre città.", "Ho gestito due team in tre città."],
    ],
    right=["I feedback e i workshop, le news, un paio di jeans.", "Le soft skills, i Beatles e i Rolling Stones."],
)
def loan_plural(sentence: Sentence) -> Iterator[Hit]:
    read = words(sentence)
    for before, loan in pairwise(read):
        form = loan.form
        if not form.endswith("s") or len(form) < 5 or not loan.is_word or loan.is_name or form in _KEPT:
            continue
        if any(a.kind != "noun" or a.number == "s" for a in analyses(form)) or not _is_loan(form[:-1]):
            continue
        earlier = read[before.index - 1] if before.index and _is_loan(before.form) else before  # dei social networks
        if not _are_several(earlier):
            continue
        yield sentence.hit(loan.token, loan.token, loan.token.text[:-1])


def _is_loan(form: str) -> bool:
    """A noun that has one form for singular and plural and ends in a consonant or a mute e: workshop, file."""
    return form[-1:] not in tuple("aiou") and any(a.kind == "noun" and not a.number for a in analyses(form))


def _are_several(before: Word) -> bool:
    """I, dei, molti, tre, utili: what stands before a plural in Italian."""
    shown = before.pairs | before.reading.determiner_pairs
    article = before.form in {"i", "gli", "le", "dei", "degli", "delle", "ai", "nei", "sui", "alle", "agli", "nelle"}
    return article or before.may_be("numeral") or (bool(shown) and all(number == "p" for _, number in shown))
