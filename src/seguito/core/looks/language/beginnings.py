"""Rules of every language: how a sentence begins."""

from collections.abc import Iterator

from seguito.core.looks.language.prose import Hit, Place, Prose, Sentence
from seguito.core.looks.language.record import note_rule


@note_rule(
    "SENTENCE_CAPITAL",
    severity="stop",
    says={"en": "A sentence begins with a capital.", "it": "La frase comincia con la maiuscola."},
    wrong=[
        ["Thank you for the tour. the furnace was loud.", "Thank you for the tour. The furnace was loud."],
        ["it was a treat. Thank you.", "It was a treat. Thank you."],
    ],
    right=[
        "“Why here?” he asked. iPhones rang.",
        "Three things:\n\n- the pond,\n- the shed.",
        "We need: 1. a plan; 2. a key, and 3. a van.",
    ],
)
def sentence_capital(prose: Prose) -> Iterator[Hit]:
    """The first letter after a full stop; list items, brands (iPhone) and words after a colon may be small."""
    before: Sentence | None = None
    for sentence in prose.sentences:
        first = sentence.tokens[0]
        if sentence.place is Place.BODY and first.is_word and first.text.islower() and _needs_capital(prose, before):
            yield Hit(first.start, first.end, (first.text[0].upper() + first.text[1:],))
        before = sentence


def _needs_capital(prose: Prose, before: Sentence | None) -> bool:
    if before is None:
        return True
    if before.place is Place.GREETING:
        return prose.writing.capital_after_greeting or before.tokens[-1].text in {"!", "."}
    return before.tokens[-1].text not in {":", ";", ",", "-", "–", "—"} and before.tokens[0].is_word
