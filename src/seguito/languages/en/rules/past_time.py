"""The past with the words of time beside it, and the first time."""

from collections.abc import Iterator, Sequence

from seguito.core.looks.language.prose import Hit, Sentence, Token
from seguito.core.looks.language.record import rule
from seguito.languages.en.grammar import (
    group,
    is_adverb,
    is_base_verb,
    may_be,
    participle_of,
    past_of,
    words,
)
from seguito.languages.en.lexicon import word
from seguito.languages.en.times import time_behind

# Verbs of things done once, which a present tense beside “yesterday” can't mean.
_DEEDS = frozenset(
    "meet go come visit see speak talk discuss start finish choose send arrive leave receive take make get find read attend"
    " join buy lose win break pass call write begin learn work stay eat drink walk drive move open close show tell hear"
    " spend graduate apply complete decide enjoy notice watch listen try return".split()
)


@rule(
    "FIRST_TIME_PERFECT",
    severity="ask",
    only_with="time",
    says={
        "en": "After “the first time” English uses the perfect: “{better}”.",
        "it": "Dopo «the first time» l'inglese usa il perfetto: «{better}».",
    },
    wrong=[
        ["It is the first time that I see so many looms.", "It is the first time that I have seen so many looms."],
        ["This is the second time I write to you.", "This is the second time I have written to you."],
    ],
    right=[
        "It is the first time that I have seen it.",
        "The first time I see it, I smile.",
        "It was the first time I saw it.",
    ],
)
def first_time_perfect(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index in range(3, len(tokens) - 2):
        if tokens[index].word != "time" or tokens[index - 1].word not in words("first second third fourth only"):
            continue
        if tokens[index - 2].word not in {"the", "my"} or tokens[index - 3].word not in words("is it's this's that's"):
            continue
        at = index + 2 if tokens[index + 1].word == "that" else index + 1
        if at + 1 < len(tokens) and tokens[at].word in words("i we you they") and is_base_verb(tokens[at + 1]):
            verb = tokens[at + 1]
            yield sentence.hit(verb, verb, f"have {participle_of(verb.word)}")


@rule(
    "PRESENT_WITH_PAST_TIME",
    severity="ask",
    says={
        "en": "With “{time}” the verb stands in the past: “{better}”.",
        "it": "Con «{time}» il verbo va al passato: «{better}».",
    },
    wrong=[
        ["I finally choose the night course last week.", "I finally chose the night course last week."],
        ["Yesterday I meet your colleague.", "Yesterday I met your colleague."],
        ["The plan you show me yesterday is good.", "The plan you showed me yesterday is good."],
    ],
    right=[
        "I think that last week was fine.",
        "Did you see it yesterday?",
        "I want to thank you for the tour you gave me yesterday.",
        "I see that you came yesterday.",
    ],
)
def present_with_past_time(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index, token in enumerate(tokens[1:], start=1):
        if token.word not in _DEEDS or not word(token.word).may_be("v") or word(token.word).may_be("d"):
            continue
        at = index - 1
        while at > 0 and is_adverb(tokens[at]):
            at -= 1
        if tokens[at].word not in {"i", "we", "you", "they"} or (
            at and tokens[at - 1].word in group("modals", "do", "have", "be")
        ):
            continue
        first = tokens[0].word
        opens = at <= 2 and (
            first == "yesterday" or (first == "last" and tokens[1].word in group("time_units", "weekdays") | {"night"})
        )
        following = tokens[index + 1 : index + 9]
        time = tokens[0].text if opens else time_behind(following)
        if time and not (not opens and _other_verb(following)):
            yield sentence.hit(token, token, past_of(token.word), time=time)


@rule(
    "LAST_TIME_PAST",
    severity="ask",
    only_with="time",
    says={"en": "That time is over: “{better}”.", "it": "Quel momento è passato: «{better}»."},
    wrong=[
        ["The last time we speak, it rained.", "The last time we spoke, it rained."],
        ["The first time I meet you, you were busy.", "The first time I met you, you were busy."],
    ],
    right=[
        "The last time we spoke, it rained.",
        "The first time I see snow I will dance.",
        "Every time I see it, I smile.",
    ],
)
def the_last_time(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index in range(1, len(tokens) - 3):
        which, time, subject, verb = tokens[index : index + 4]
        over = any(
            t.word in words("was were had") or (may_be(t, "d") and not may_be(t, "v")) for t in tokens[index + 4 :]
        )
        opens = which.word in {"last", "first"} and time.word == "time" and subject.word in words("i we you they")
        if opens and over and verb.word in _DEEDS and not may_be(verb, "d"):
            yield sentence.hit(verb, verb, past_of(verb.word))


def _other_verb(tokens: Sequence[Token]) -> bool:
    """Whether another verb, to which the time may belong, stands before it."""
    for token in tokens:
        if token.word in {"yesterday", "last", "ago"}:
            return False
        if token.word in group("be", "have", "do", "modals", "wh_words") | {"that", "to"} or (
            may_be(token, "d") and token.tag in {"VERB", ""}
        ):
            return True
    return False
