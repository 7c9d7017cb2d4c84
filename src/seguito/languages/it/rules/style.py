"""Matters of taste: hints that hold nobody back."""

import itertools
from collections.abc import Iterator

from seguito.core.looks.language.prose import Hit, Sentence
from seguito.core.looks.language.record import rule
from seguito.languages.it.words import words

_SET = frozenset(
    "esempio eccezione ogni oggi hoc un una un' uno interim honorem libitum es. eccetto ora oltranza uso opera ovest est".split()
)


@rule(
    "D_EUFONICA",
    severity="hint",
    says={"en": "Before this word “{better}” is enough.", "it": "Davanti a questa parola basta «{better}»."},
    wrong=[
        ["Un taccuino ed una domanda.", "Un taccuino e una domanda."],
        ["Ho scritto ad Ilaria.", "Ho scritto a Ilaria."],
    ],
    right=["Ed ecco che ed Elena arrivano.", "Ad Ancona, ad esempio, ad ogni modo, ad un amico."],
)
def d_eufonica(sentence: Sentence) -> Iterator[Hit]:
    read = words(sentence)
    for word, following in itertools.pairwise(read):
        if (
            word.form in {"ed", "ad", "od"}
            and following.token.is_word
            and not (word.form == "ad" and following.form in _SET)
        ) and following.form[0] not in _ALIKE[word.form[0]]:
            yield sentence.hit(word.token, word.token, word.form[0])


_ALIKE = {"e": "eèéh", "a": "aàh", "o": "oòh"}


@rule(
    "D_MISSING",
    severity="hint",
    says={"en": "Two equal vowels meet: “{better}”.", "it": "Si scontrano due vocali uguali: «{better}»."},
    wrong=[
        ["Tecnici e esperti.", "Tecnici ed esperti."],
        ["Comincio a amare il legno.", "Comincio ad amare il legno."],
    ],
    right=["Tecnici ed esperti, ad amare.", "Marta e io, a Torino e a Ivrea."],
)
def d_missing(sentence: Sentence) -> Iterator[Hit]:
    read = words(sentence)
    for word, following in itertools.pairwise(read):
        meets = following.form[:1] == word.token.text and len(following.form) > 2 and not following.token.capitalised
        if meets and word.token.text in {"e", "a"} and following.is_word:
            yield sentence.hit(word.token, word.token, word.form + "d")


@rule(
    "ELISION",
    severity="ask",
    says={"en": "Mostly written “{better}”.", "it": "Di solito si scrive «{better}»."},
    wrong=[
        ["La azienda è antica.", "L'azienda è antica."],
        ["Vengo dalla Albania e dalla officina.", "Vengo dalla Albania e dall'officina."],
        ["Ho una amica in officina.", "Ho un'amica in officina."],
    ],
    right=[
        "L'azienda e la iarda, una onesta persona, e la ritiro.",
        "La invito, la aspetto, la invidia mi è estranea?",
    ],
)
def elision(sentence: Sentence) -> Iterator[Hit]:
    read = words(sentence)
    for word, noun in itertools.pairwise(read):
        elided = _ELIDED.get(word.form)
        if (
            elided
            and noun.is_only("noun")
            and noun.form[0] in "aeo"
            and not noun.token.capitalised
            and _is_italian(noun.form)
        ):
            yield sentence.hit(word.token, noun.token, elided + noun.token.text)


def _is_italian(form: str) -> bool:
    """La e-mail, la app: writers leave the article of foreign words whole."""
    return form[-1] in "aeioàèéìòù" and "-" not in form and len(form) > 3


_ELIDED = {
    "la": "l'", "lo": "l'", "una": "un'", "della": "dell'", "alla": "all'", "dalla": "dall'", "nella": "nell'", "sulla": "sull'",
    "quella": "quell'", "nessuna": "nessun'",
}  # fmt: skip
