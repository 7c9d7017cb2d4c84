"""Forms of a verb that are none, and two verbs where one must be an infinitive."""

from collections.abc import Iterator

from seguito.core.looks.language.prose import Hit, Sentence
from seguito.core.looks.language.record import rule
from seguito.languages.it.slips import found_in
from seguito.languages.it.phrases import is_surely_finite
from seguito.languages.it.words import words

_MODALS = ("potere", "volere", "dovere", "sapere")


@rule(
    "VERB_FORM",
    severity="stop",
    says={"en": "The form of the verb is “{better}”.", "it": "La forma del verbo è «{better}»."},
    wrong=[
        ["Se mi dasse un giorno, verrei.", "Se mi desse un giorno, verrei."],
        ["Non potiamo fare a meno di lei.", "Non possiamo fare a meno di lei."],
        ["Ho aprito la busta.", "Ho aperto la busta."],
        ["Spero che vadino d'accordo.", "Spero che vadano d'accordo."],
    ],
    right=["Se mi desse un giorno, potessimo o vadano.", "Ho aperto, coperto e offerto.", "Le viti le potiamo a marzo."],
)
def verb_form(sentence: Sentence) -> Iterator[Hit]:
    for hit in found_in(sentence, "verb_forms"):
        if sentence.note[hit.start : hit.end].lower() != "potiamo" or not _has_plants(sentence):
            yield hit


def _has_plants(sentence: Sentence) -> bool:
    """Potiamo le viti: a form of potare."""
    return any(word.has_lemma("vite", "albero", "pianta", "rosa", "siepe", "ulivo", "olivo", "melo", "ramo") for word in words(sentence))


@rule(
    "MODAL_INFINITIVE",
    severity="stop",
    says={
        "en": "After “{modal}” the verb stands in the infinitive.",
        "it": "Dopo «{modal}» il verbo va all'infinito.",
    },
    wrong=[
        ["Vorrei ringrazio tutti.", "Vorrei ringraziare tutti."],
        ["Posso vengo domani.", "Posso venire domani."],
    ],
    right=["Vorrei ringraziare tutti.", "Se vuole le mando i disegni.", "Quando posso vengo volentieri."],
)
def modal_infinitive(sentence: Sentence) -> Iterator[Hit]:
    read = words(sentence)
    for modal, verb in zip(read, read[1:], strict=False):
        if not (modal.has_lemma(*_MODALS) and is_surely_finite(modal) and is_surely_finite(verb)) or modal.index > 2:
            continue
        persons = {(a.person, a.number) for a in modal.finite} & {(a.person, a.number) for a in verb.finite}
        opens = all(word.form in {"io", "non", "e", "ma", "quindi", "oggi"} for word in read[: modal.index])
        if opens and (1, "s") in persons and any(a.mood == "indicative" for a in verb.finite):
            lemma = next(a.lemma for a in verb.finite if a.mood == "indicative")
            yield sentence.hit(verb.token, verb.token, lemma, modal=modal.token.text)
