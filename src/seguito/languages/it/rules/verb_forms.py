"""Forms of a verb that are none, and two verbs where one must be an infinitive."""

from collections.abc import Iterator
from itertools import pairwise

from seguito.core.looks.language.prose import Hit, Sentence
from seguito.core.looks.language.record import rule
from seguito.languages.it.phrases import is_surely_finite
from seguito.languages.it.slips import found_in
from seguito.languages.it.words import Word, words

_MODALS = frozenset({"potere", "volere", "dovere", "sapere"})
_OPENING = frozenset("io non e ma quindi oggi".split())


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
    right=[
        "Se mi desse un giorno, potessimo o vadano.",
        "Ho aperto, coperto e offerto.",
        "Le viti le potiamo a marzo.",
    ],
)
def verb_form(sentence: Sentence) -> Iterator[Hit]:
    for hit in found_in(sentence, "verb_forms"):
        if sentence.note[hit.start : hit.end].lower() != "potiamo" or not _has_plants(sentence):
            yield hit


def _has_plants(sentence: Sentence) -> bool:
    """Potiamo le viti: a form of potare."""
    return any(
        word.has_lemma("vite", "albero", "pianta", "rosa", "siepe", "ulivo", "olivo", "melo", "ramo")
        for word in words(sentence)
    )


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
        ["Vorrei ringraziato anche lei.", "Vorrei ringraziare anche lei."],
    ],
    right=["Vorrei ringraziare tutti.", "Se vuole le mando i disegni.", "Quando posso vengo volentieri."],
)
def modal_infinitive(sentence: Sentence) -> Iterator[Hit]:
    read = words(sentence)
    for modal, verb in pairwise(read):
        if modal.index > 2 or not modal.is_among(_MODALS) or not is_surely_finite(modal):
            continue
        opens = all(word.form in _OPENING for word in read[: modal.index])
        lemma = _meant_after(modal, verb) if opens else ""
        if lemma:
            yield sentence.hit(verb.token, verb.token, lemma, modal=modal.token.text)


def _meant_after(modal: Word, verb: Word) -> str:
    """The infinitive of a verb that stands in the first person, or as a participle; empty for anything else."""
    if not any((a.person, a.number) == (1, "s") for a in modal.finite):
        return ""
    finite = is_surely_finite(verb) and [
        a for a in verb.finite if (a.person, a.number) == (1, "s") and a.mood == "indicative"
    ]
    if finite:
        return finite[0].lemma
    participle = verb.is_only("participle", "adjective") and [
        a for a in verb.reading.analyses if a.mood == "participle"
    ]
    return participle[0].lemma if participle and ("m", "s") in verb.reading.adjective_pairs else ""


@rule(
    "AVERE_INFINITIVE",
    severity="stop",
    says={
        "en": "After “{verb}” comes a participle, not an infinitive.",
        "it": "Dopo «{verb}» va un participio, non un infinito.",
    },
    wrong=[["Grazie per avermi dedicare tempo."], ["Abbiamo parlare a lungo."]],
    right=[
        "Grazie per avermi dedicato tempo.",
        "Ho da leggere e ho a che fare con voi.",
        "Vorrei avere, sapere, capire.",
    ],
)
def avere_infinitive(sentence: Sentence) -> Iterator[Hit]:
    for verb, following in pairwise(words(sentence)):
        if verb.has_lemma("avere") and following.is_only("infinitive") and not verb.may_be("noun"):
            yield sentence.hit(following.token, following.token, verb=verb.token.text)
