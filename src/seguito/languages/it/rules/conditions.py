"""What is only supposed: se avessi, verrei."""

from collections.abc import Iterator, Sequence

from seguito.core.looks.language.prose import Hit, Sentence
from seguito.core.looks.language.record import rule
from seguito.languages.it.conjugation import in_conditional, in_subjunctive
from seguito.languages.it.first_verb import EMBEDS, first_verb
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
        if verb and all(a.mood == "conditional" for a in verb.finite):
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
    others = [word for word in (*read[:index], *read[index + 1 :]) if any(a.mood == "conditional" for a in word.finite)]
    return len(others) < 2


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
