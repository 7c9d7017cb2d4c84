"""A participle that opens a clause of its own: finita la visita, viste le circostanze."""

from collections.abc import Iterator, Sequence

from seguito.core.looks.language.prose import Hit, Sentence
from seguito.core.looks.language.record import rule
from seguito.languages.it.agreeing import agreeing
from seguito.languages.it.determiners import pairs_of
from seguito.languages.it.phrases import is_past_participle, is_surely_finite
from seguito.languages.it.words import Word, at, form_at, words

_OPENING = frozenset("vedere dare finire terminare concludere considerare passare ricevere superare chiudere".split())


@rule(
    "ABSOLUTE_PARTICIPLE",
    severity="stop",
    says={"en": "“{word}” does not agree with “{noun}”.", "it": "«{word}» non si accorda con «{noun}»."},
    wrong=[
        ["Una volta finito la stagione, sono libera.", "Una volta finita la stagione, sono libera."],
        ["Visto le circostanze, ho aspettato.", "Viste le circostanze, ho aspettato."],
        ["Terminato la prova, siamo usciti.", "Terminata la prova, siamo usciti."],
    ],
    right=[
        "Finita la visita, viste le circostanze, siamo usciti.",
        "Visto che la sala era chiusa, dato il tempo, ho aspettato.",
        "Finito il turno e la riunione, sono tornata.",
        "Visto che la sera, da voi, è lunga.",
    ],
)
def absolute_participle(sentence: Sentence) -> Iterator[Hit]:
    read = words(sentence)
    for word in read:
        if not is_past_participle(word) and not word.begins:
            continue
        if not any(a.mood == "participle" and a.lemma in _OPENING for a in word.reading.analyses) or not _opens(
            read, word
        ):
            continue
        article, noun = at(read, word.index + 1), at(read, word.index + 2)
        if article is None or noun is None or not article.may_be("article") or not noun.may_be("noun"):
            continue
        pairs = pairs_of(article.form) & noun.reading.noun_pairs
        if pairs and word.reading.adjective_pairs.isdisjoint(pairs) and _closes(read, noun.index + 1):
            better = (agreeing(word.form, pair) for pair in sorted(pairs))
            yield sentence.hit(
                word.token, word.token, *filter(None, better), word=word.token.text, noun=noun.token.text
            )


def _closes(read: Sequence[Word], index: int) -> bool:
    """A comma ends the clause, and no verb or second noun phrase stands in it."""
    for word in read[index : index + 6]:
        if word.is_mark:
            return word.token.text == ","
        if word.form in {"e", "ed", "o", "che"} or is_surely_finite(word):
            return False
    return False


def _opens(read: Sequence[Word], word: Word) -> bool:
    """At the start of the sentence, or after una volta."""
    return word.begins or (form_at(read, word.index - 1) == "volta" and form_at(read, word.index - 2) == "una")
