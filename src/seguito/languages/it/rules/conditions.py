"""What is only supposed: se avessi, verrei."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from seguito.core.looks.language.prose import Hit, Sentence
from seguito.core.looks.language.record import rule
from seguito.languages.it.conjugation import in_conditional, in_subjunctive
from seguito.languages.it.first_verb import EMBEDS, first_verb
from seguito.languages.it.phrases import is_past_participle
from seguito.languages.it.uses import moods
from seguito.languages.it.words import Word, words


@rule(
    "IF_SUBJUNCTIVE",
    severity="stop",
    says={
        "en": "In a condition, after “se”, the subjunctive: “{better}”.",
        "it": "In un'ipotesi, dopo «se», va il congiuntivo: «{better}».",
    },
    wrong=[
        ["Se avrei saputo, sarei venuta.", "Se avessi saputo, sarei venuta."],
        ["Verrei volentieri, se sarebbe possibile.", "Verrei volentieri, se fosse possibile."],
        ["Se me lo chiederebbe, partirei domani.", "Se me lo chiedesse, partirei domani."],
        ["Se vi servirebbe una mano, ci sono.", "Se vi servisse una mano, ci sono."],
        ["Se avevo saputo, avrei portato le tavole.", "Se avessi saputo, avrei portato le tavole."],
    ],
    right=[
        "Mi chiedo se sarebbe possibile; non so se potrei.",
        "Se avessi saputo, sarei venuta.",
        "Le domando se vorrebbe leggere, e se potrebbe rispondere.",
        "Se sarebbe meglio il mattino o la sera, me lo dica lei.",
    ],
)
def if_subjunctive(sentence: Sentence) -> Iterator[Hit]:
    read = words(sentence)
    for word in read:
        if (
            word.form != "se"
            or _asks(read, word.index)
            or (word.index and read[word.index - 1].form in {"anche", "come"})
        ):
            continue
        verb = first_verb(read, word.index + 1)
        if verb and (all(a.mood == "conditional" for a in verb.finite) or _is_pluperfect(read, verb)):
            yield sentence.hit(verb.token, verb.token, *in_subjunctive(verb.form, "imperfect"))


def _asks(read: Sequence[Word], index: int) -> bool:
    """Whether se is whether: after a verb or noun of asking, or where no other verb draws a conclusion."""
    before: list[Word] = []
    goes_on = index > 0 and read[index - 1].form in {"e", "ed", "o", "né"}
    for word in reversed(read[max(0, index - 9) : index]):
        if word.is_mark and not goes_on:
            break
        before.append(word)
    if any(word.is_among(moods().asking) or word.is_among(moods().asking_nouns) for word in before):
        return True
    if read[index].begins and _draws_conclusion(read, index):
        return False
    others = [word for word in (*read[:index], *read[index + 1 :]) if any(a.mood == "conditional" for a in word.finite)]
    return len(others) < 2


def _is_pluperfect(read: Sequence[Word], verb: Word) -> bool:
    """Se avevo saputo, avrei portato: what did not happen, with a past conditional after it."""
    had = verb.has_lemma("avere", "essere") and all(
        a.mood == "indicative" and a.tense == "imperfect" for a in verb.finite
    )
    participle = next((word for word in read[verb.index + 1 : verb.index + 3] if word.may_be("participle")), None)
    return bool(had and participle) and any(
        word.has_lemma("avere", "essere")
        and any(a.mood == "conditional" for a in word.finite)
        and is_past_participle(after)
        for word, after in pairwise(read[verb.index + 2 :])
    )


def _draws_conclusion(read: Sequence[Word], index: int) -> bool:
    """Se vi servirebbe una mano, ci sono: a comma, and nobody is asked anything after it."""
    comma = next((word.index for word in read[index:] if word.token.text == ","), 0)
    rest, condition = read[comma:], read[index:comma]
    asks = any(word.is_among(moods().asking) or word.token.text == "?" for word in rest)
    joined = any(word.form in {"e", "o", "sei"} for word in condition)
    return bool(comma) and not asks and not joined and any(word.finite for word in rest)


@rule(
    "CONDITIONAL_AFTER_IF",
    severity="stop",
    says={
        "en": "What follows from a condition stands in the conditional: “{better}”.",
        "it": "La conseguenza di un'ipotesi va al condizionale: «{better}».",
    },
    wrong=[
        ["Se fossi più giovane, accettassi subito.", "Se fossi più giovane, accetterei subito."],
        ["Se avessi tempo, venissi anch'io.", "Se avessi tempo, verrei anch'io."],
    ],
    right=[
        "Se fossi più giovane, accetterei.",
        "Se avessi tempo, vorrei che venisse anche lei.",
        "Se fosse così, e se avessi tempo, verrei.",
    ],
)
def conditional_after_if(sentence: Sentence) -> Iterator[Hit]:
    read = words(sentence)
    if not read or read[0].form != "se":
        return
    condition = first_verb(read, 1)
    comma = next((word.index for word in read if word.token.text == ","), 0)
    if condition is None or not comma or not _is_past_subjunctive(condition) or condition.index > comma:
        return
    for word in read[comma + 1 : comma + 5]:
        if word.form in EMBEDS | {"e", "o", "ma"}:
            return
        if word.finite:
            if _is_past_subjunctive(word):
                yield sentence.hit(word.token, word.token, *in_conditional(word.form))
            return


def _is_past_subjunctive(word: Word) -> bool:
    return bool(word.finite) and all(a.mood == "subjunctive" and a.tense == "imperfect" for a in word.finite)
