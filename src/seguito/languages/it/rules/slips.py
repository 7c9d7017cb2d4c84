"""Slips that are told by the words alone, from the tables in `slips/`, and accents that are missing or wrong."""

from collections.abc import Iterator

from seguito.core.looks.language.prose import Hit, Sentence, Token
from seguito.core.looks.language.record import rule
from seguito.languages.it.lexicon import analyses
from seguito.languages.it.slips import found_in

_SAYS = {"en": "It is written “{better}”.", "it": "Si scrive «{better}»."}


@rule(
    "APOSTROPHE",
    severity="stop",
    says=_SAYS,
    wrong=[
        ["Qual'è il giorno migliore?", "Qual è il giorno migliore?"],
        ["Ancora un pò di pazienza.", "Ancora un po' di pazienza."],
        ["C'e una cosa, ma ce né un'altra.", "C'è una cosa, ma ce n'è un'altra."],
        ["Sono daccordo con qualcun'altro.", "Sono d'accordo con qualcun altro."],
    ],
    right=[
        "Qual è? Un po' qua, un po' là.",
        "C'è e ce n'è, me ne vado.",
        "D'accordo, qualcun altro lo farà, lungo il Po.",
    ],
)
def apostrophe(sentence: Sentence) -> Iterator[Hit]:
    for hit in found_in(sentence, "apostrophes"):
        if sentence.note[hit.start : hit.end] != "Po":
            yield hit


@rule(
    "JOINED",
    severity="stop",
    says=_SAYS,
    wrong=[
        ["Ora mai ci conosciamo.", "Ormai ci conosciamo."],
        ["Al meno due colleghi sorridevano.", "Almeno due colleghi sorridevano."],
        ["Vabene, a parte ilresto.", "Va bene, a parte ilresto."],
    ],
    right=["Infatti almeno qualcosa resta.", "Nei fatti, nel torno di un mese.", "Al mese, per fine anno."],
)
def joined(sentence: Sentence) -> Iterator[Hit]:
    yield from found_in(sentence, "joined")


@rule(
    "MISSPELT",
    severity="stop",
    says=_SAYS,
    wrong=[
        ["Le traccie sul terreno.", "Le tracce sul terreno."],
        ["Il metereologo era sicuro.", "Il meteorologo era sicuro."],
    ],
    right=["Le valigie e le ciliegie.", "Il meteorologo."],
)
def misspelt(sentence: Sentence) -> Iterator[Hit]:
    yield from found_in(sentence, "spellings")


_VOWELS = {"a": "à", "e": "èé", "i": "ì", "o": "ò", "u": "ù"}
_BARE = str.maketrans("àèéìòùáíóú", "aeeiouaiou")
# Words of their own that are never meant where a note has them: cosi (things), pero (a pear tree), sara (a name).
_MEANT = {
    "cosi": "così",
    "pero": "però",
    "sara": "sarà",
    "e'": "è",
    "è'": "è",
    "é": "è",
    "potra": "potrà",
    "verro": "verrò",
}
_NEEDLESS = frozenset("sò stò hò cò quì quà fà stà sà và hà mà sù fù blù nò trè mè tè' gnù".split())
_KEPT = frozenset(
    "po' di' da' fa' sta' va' be' mo' to' ca' de' a' co' ne' su' se' vo' pie' ve' te' so' vuo' vie' tie' dà sé".split()
)


@rule(
    "ACCENT",
    severity="stop",
    says={"en": "The accent: “{better}”.", "it": "L'accento: «{better}»."},
    wrong=[
        ["Non so perchè, ma é cosi.", "Non so perché, ma è così."],
        ["La citta e' piu bella di sera.", "La città è più bella di sera."],
        ["Quì si stà bene, cioé in pace.", "Qui si sta bene, cioè in pace."],
        ["Le sara utile, pero lunedi.", "Le sarà utile, però lunedì."],
    ],
    right=[
        "Perché è così, né più né meno: di' pure che va bene.",
        "Sara abita qui, un po' più in là, sotto un pero.",
        "Ha detto 'bravo'; caffè, falò, tè, sé.",
        "La virtù sta nel mezzo, ma la meta è là.",
        "La guardia, Piero, mi ha aperto.",
    ],
)
def accent(sentence: Sentence) -> Iterator[Hit]:
    previous: Token | None = None
    begins = True
    for token in sentence.tokens:
        if token.is_word:
            better = _with_right_accent(token, previous, begins=begins)
            if better:
                yield sentence.hit(token, token, better)
            begins = False
        previous = token


def _with_right_accent(token: Token, previous: Token | None, *, begins: bool) -> str:
    """The word with the accent that makes it one; empty for a word that is one already."""
    form = token.word
    if form in _MEANT:
        return _MEANT[form] if _is_meant(token, previous) else ""
    if form in _NEEDLESS:
        return form.translate(_BARE)
    named = token.capitalised and (len(form) < 5 or not begins) and form.isascii() and not form.endswith("'")
    if form in _KEPT or named or form[-1] not in "'aeiouàèéìòùáíóú" or len(form) > 30:
        return ""
    bare = form.rstrip("'").translate(_BARE)
    if not bare or (analyses(bare) if form.endswith("'") else analyses(form)):
        return ""
    return next((way for other in _VOWELS.get(bare[-1], "") if analyses(way := bare[:-1] + other) and way != form), "")


def _is_meant(token: Token, previous: Token | None) -> bool:
    """No tree (un pero), no name (Sara), no things (i cosi)."""
    if token.capitalised and token.word == "sara":
        return False
    return previous is None or previous.word not in {
        "il",
        "un",
        "del",
        "dal",
        "al",
        "nel",
        "sul",
        "i",
        "quei",
        "questi",
        "dei",
    }


@rule(
    "PAST_FOR_PRESENT",
    severity="ask",
    says={
        "en": "“{quote}” is what somebody did; do you mean “{better}”?",
        "it": "«{quote}» è passato e di un altro; intende «{better}»?",
    },
    wrong=[
        ["La ringraziò per la disponibilità.", "La ringrazio per la disponibilità."],
        ["Le inviò in allegato la tesi.", "Le invio in allegato la tesi."],
    ],
    right=["La ringrazio.", "Mio nonno le mandò i disegni.", "La salutò il custode?"],
)
def past_for_present(sentence: Sentence) -> Iterator[Hit]:
    if len(sentence.tokens) < 3:
        return
    pronoun, verb, after = sentence.tokens[:3]
    if (
        pronoun.word in {"la", "le", "vi", "ti"}
        and verb.word.endswith("ò")
        and after.text not in {"il", "lo", "l'", "i", "gli"}
    ):
        present = verb.word[:-1] + "o"
        if any(a.person == 1 and a.mood == "indicative" and a.tense == "present" for a in analyses(present)):
            yield sentence.hit(verb, verb, present)
