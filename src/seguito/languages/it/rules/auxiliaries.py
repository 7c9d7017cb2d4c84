"""Essere or avere: sono andata, ho lavorato, mi sono trovata, mi è piaciuto."""

import itertools
from collections.abc import Iterator, Sequence

from seguito.core.looks.language.prose import Hit, Sentence
from seguito.core.looks.language.record import rule
from seguito.languages.it.conjugation import same_form_of
from seguito.languages.it.uses import used_as
from seguito.languages.it.words import Word, words

_BETWEEN = frozenset(
    "già sempre mai ancora anche davvero poi subito proprio spesso quasi molto appena solo pure più".split()
)
_REFLEXIVE = {"mi": (1, "s"), "ti": (2, "s"), "ci": (1, "p"), "vi": (2, "p"), "si": (3, "")}


@rule(
    "AUXILIARY",
    severity="stop",
    says={
        "en": "“{participle}” goes with “{better}”, not with “{quote}”.",
        "it": "«{participle}» vuole «{better}», non «{quote}».",
    },
    wrong=[
        ["Ho andata a vedere la vetrina.", "Sono andata a vedere la vetrina."],
        ["Il corso mi ha piaciuto.", "Il corso mi è piaciuto."],
        ["Siamo lavorato due anni in fonderia.", "Abbiamo lavorato due anni in fonderia."],
        ["Lei ha stata chiara.", "Lei è stata chiara."],
    ],
    right=[
        "Sono andata e ho lavorato, mi è piaciuto e ha funzionato.",
        "Si è lavorato molto, la proposta è discussa, i cani sono stati abbaiati?",
        "Ho arrivi e partenze ogni giorno, ha nati e morti nel registro.",
        "Siamo abituati, sono creduti morti, ci siamo parlati.",
    ],
)
def auxiliary(sentence: Sentence) -> Iterator[Hit]:
    read = words(sentence)
    for verb in read:
        participle = _participle_after(read, verb)
        if participle is None:
            continue
        lemmas = _lemmas(participle)
        if _is(verb, "avere") and lemmas and lemmas <= used_as("with_essere"):
            better = same_form_of("essere", verb.form)
        elif _is(verb, "essere") and lemmas <= used_as("with_avere") and _is_no_passive(read, verb, participle):
            better = same_form_of("avere", verb.form)
        else:
            continue
        yield sentence.hit(verb.token, verb.token, *better, participle=participle.token.text)


def _is(verb: Word, lemma: str) -> bool:
    return bool(verb.finite) and verb.has_lemma(lemma) and not verb.may_be("numeral")


def _participle_after(read: Sequence[Word], verb: Word) -> Word | None:
    if not verb.finite or not verb.has_lemma("essere", "avere"):
        return None
    found = next((word for word in read[verb.index + 1 : verb.index + 4] if word.form not in _BETWEEN), None)
    return found if found and found.may_be("participle") and found.reading.adjective_pairs else None


def _lemmas(participle: Word) -> set[str]:
    """The verbs it may come from; none where it may be a noun's plural (arrivi, nati)."""
    if (
        participle.may_be("noun")
        and participle.form not in {"stato", "stata", "stati", "state"}
        and ("m", "p") in participle.pairs
    ):
        return set()
    return {a.lemma for a in participle.reading.analyses if a.mood == "participle" and a.tense == "past"}


def _is_no_passive(read: Sequence[Word], verb: Word, participle: Word) -> bool:
    """Sono lavorato: a first or second person, or a participle in the masculine singular after none (è telefonato)."""
    before = read[verb.index - 1].form if verb.index else ""
    if before in {"si", "s'", "ci", "vi", "mi", "ti", "c'", "ve", "ce"} or not _lemmas(participle):
        return False
    people = {(a.person, a.number) for a in verb.finite}
    singular = ("m", "s") in participle.reading.adjective_pairs
    if people & {(1, "p"), (2, "p")}:
        return singular or _lemmas(participle) <= used_as("never_passive")
    return _lemmas(participle) <= used_as("never_passive") and bool(people & {(1, "s"), (2, "s")} or singular)


@rule(
    "REFLEXIVE_AUXILIARY",
    severity="stop",
    says={
        "en": "A reflexive verb takes “essere”: “{better}”.",
        "it": "Un verbo riflessivo vuole «essere»: «{better}».",
    },
    wrong=[
        ["Mi ho trovata bene.", "Mi sono trovata bene."],
        ["Ci abbiamo divertiti.", "Ci siamo divertiti."],
        ["Si ha laureato a Pisa.", "Si è laureato a Pisa."],
    ],
    right=[
        "Mi sono trovata bene, mi ha trovata lei.",
        "Ci abbiamo messo un'ora, ci abbiamo pensato.",
        "Si ha ragione.",
    ],
)
def reflexive_auxiliary(sentence: Sentence) -> Iterator[Hit]:
    read = words(sentence)
    for pronoun, verb in itertools.pairwise(read):
        wanted = _REFLEXIVE.get(pronoun.form)
        participle = _participle_after(read, verb)
        if wanted is None or participle is None or not _is(verb, "avere"):
            continue
        if not any(a.person == wanted[0] and wanted[1] in {"", a.number} for a in verb.finite):
            continue
        many = pronoun.form == "ci" and participle.reading.adjective_pairs == {("m", "p")}  # ci abbiamo conosciuti
        surely = many or pronoun.form in {"mi", "ti"} or participle.is_among(used_as("reflexive"))
        if surely and (pronoun.form not in {"ci", "vi"} or ("m", "s") not in participle.reading.adjective_pairs):
            yield sentence.hit(verb.token, verb.token, *same_form_of("essere", verb.form))
