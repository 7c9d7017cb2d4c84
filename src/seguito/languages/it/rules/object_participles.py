"""The participle after avere: li ho visti, la borsa l'ho lasciata, ho sempre lavorato."""

import itertools
from collections.abc import Iterator, Sequence

from seguito.core.looks.language.prose import Hit, Sentence
from seguito.core.looks.language.record import rule
from seguito.languages.it.agreeing import agreeing
from seguito.languages.it.subjects import subject_at
from seguito.languages.it.uses import used_as
from seguito.languages.it.words import Pair, Word, at, words

_ADVERBS = frozenset(
    "molto più meno ben inoltre altresì così tanto troppo sempre già ancora anche davvero proprio poi subito mai assai abbastanza quasi ormai tutto particolarmente "
    "veramente estremamente decisamente sicuramente certamente sinceramente piacevolmente profondamente subito appena solo spesso".split()
)


@rule(
    "PRONOUN_PARTICIPLE",
    severity="stop",
    says={
        "en": "After “{pronoun}” the participle agrees with it.",
        "it": "Dopo «{pronoun}» il participio si accorda.",
    },
    wrong=[
        ["Li ho visto lavorare.", "Li ho visti lavorare."],
        ["Le foto gliele ho mandato ieri.", "Le foto gliele ho mandate ieri."],
        ["La lettera l'ho spedito ieri.", "La lettera l'ho spedita ieri."],
        ["La borsa con i campioni l'ho lasciato lì.", "La borsa con i campioni l'ho lasciata lì."],
        ["Le tavole le ho visto tutte.", "Le tavole le ho viste tutte."],
        ["Le vostre domande non le ho trovato facili.", "Le vostre domande non le ho trovate facili."],
        ["Tutti mi hanno trattati bene.", "Tutti mi hanno trattato bene."],
    ],
    right=[
        "Le ho scritto ieri, e le ho mandato i disegni.",
        "Li ho visti, l'ho vista, gliel'ho detto.",
        "La prima volta l'ho visto a Lodi.",
        "Li ho fatto entrare, li ho dovuto aspettare.",
    ],
)
def pronoun_participle(sentence: Sentence) -> Iterator[Hit]:
    read = words(sentence)
    for pronoun, verb in itertools.pairwise(read):
        if not verb.finite or not verb.has_lemma("avere"):
            continue
        wanted = _accusative(read, pronoun)
        participle = next((w for w in read[verb.index + 1 : verb.index + 4] if w.form not in _ADVERBS), None)
        if participle is None or not participle.may_be("participle") or _has_infinitive(read, participle):
            continue
        if _is_one(pronoun, participle):
            better = agreeing(participle.form, ("m", "s"))
            yield sentence.hit(participle.token, participle.token, better, pronoun=pronoun.token.text)
        if wanted is None:
            continue
        if participle.reading.adjective_pairs and wanted not in participle.reading.adjective_pairs:
            better = agreeing(participle.form, wanted)
            yield sentence.hit(
                participle.token, participle.token, better or participle.form, pronoun=pronoun.token.text
            )


_WITH_INFINITIVE = frozenset({"fatto", "lasciato", "dovuto", "potuto", "voluto", "saputo"})


def _has_infinitive(read: Sequence[Word], participle: Word) -> bool:
    """Li ho fatto entrare, le ho lasciato dire: the pronoun belongs to another verb."""
    after = at(read, participle.index + 1)
    return participle.form in _WITH_INFINITIVE and not (after and after.kinds and not after.may_be("infinitive"))


_SURE = {"li": ("m", "p"), "glieli": ("m", "p"), "gliele": ("f", "p"), "gliela": ("f", "s")}
_AFTER_DATIVE = {"li": ("m", "p"), "le": ("f", "p"), "la": ("f", "s")}


def _is_one(pronoun: Word, participle: Word) -> bool:
    """Mi hanno trattati: one person, and the participle of several."""
    return pronoun.form in {"mi", "ti"} and all(number == "p" for _, number in participle.reading.adjective_pairs)


def _accusative(read: Sequence[Word], pronoun: Word) -> Pair | None:
    """Whom or what a pronoun before avere stands for, where its form or the noun before it says so."""
    if pronoun.form in _SURE:
        return _SURE[pronoun.form]
    before = read[pronoun.index - 1] if pronoun.index else None
    if before and before.form in {"me", "te", "ce", "ve", "se"} and pronoun.form in _AFTER_DATIVE:
        return _AFTER_DATIVE[pronoun.form]
    if pronoun.form == "le" and any(word.form == "tutte" for word in read[pronoun.index + 2 : pronoun.index + 4]):
        return ("f", "p")
    if pronoun.form not in {"l'", "la", "le", "lo"} or before is None:
        return None
    end = before.index if before.token.text == "," or before.form == "non" else pronoun.index
    subject = subject_at(read, 0)
    if subject is None or subject.end != end or len(subject.pairs) != 1:
        return None
    pair = next(iter(subject.pairs))
    return pair if pronoun.form in {"l'", {"fs": "la", "fp": "le", "ms": "lo"}.get("".join(pair), "")} else None


@rule(
    "AVERE_PARTICIPLE",
    severity="ask",
    says={
        "en": "After “{verb}” the participle stays as it is: “{better}”.",
        "it": "Dopo «{verb}» il participio resta invariato: «{better}».",
    },
    wrong=[
        ["Ho sempre lavorata con i bambini.", "Ho sempre lavorato con i bambini."],
        ["Abbiamo parlati a lungo.", "Abbiamo parlato a lungo."],
    ],
    right=[
        "L'ho vista, li abbiamo aspettati, le cose che ho viste.",
        "Quante persone ha incontrate, e me ne ha mandate due.",
        "Ho aperta la porta, ho amici e ho fatti da raccontare.",
        "Mi ha sorpresa, ci ha accolti, si è vista.",
    ],
)
def avere_participle(sentence: Sentence) -> Iterator[Hit]:
    read = words(sentence)
    for verb in read:
        if not verb.finite or not verb.has_lemma("avere") or _has_object_before(read, verb):
            continue
        participle = next((w for w in read[verb.index + 1 : verb.index + 4] if w.form not in _ADVERBS), None)
        if (
            participle is None
            or not participle.is_only("participle", "adjective")
            or not participle.may_be("participle")
        ):
            continue
        pairs, after = participle.reading.adjective_pairs, subject_at(read, participle.index + 1)
        if participle.is_among(used_as("with_essere")):
            continue
        if pairs and ("m", "s") not in pairs and not (after and after.pairs & pairs):
            better = agreeing(participle.form, ("m", "s"))
            yield sentence.hit(participle.token, participle.token, better, verb=verb.token.text)


def _has_object_before(read: Sequence[Word], verb: Word) -> bool:
    """A pronoun or a relative before the verb, with which its participle may agree."""
    before = read[max(0, verb.index - 2) : verb.index]
    if any(word.may_be("clitic") for word in before):
        return True
    return any(word.form in {"che", "ch'", "quanti", "quante", "quali", "cui", "quanta"} for word in read[: verb.index])
