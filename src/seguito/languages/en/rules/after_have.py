"""Participles: behind have, and where have is missing."""

from collections.abc import Iterator, Sequence

from seguito.core.looks.language.prose import Hit, Kind, Sentence, Token
from seguito.core.looks.language.record import rule
from seguito.languages.en.grammar import (
    base_of,
    group,
    is_noun,
    is_only,
    may_be,
    next_word,
    participle_of,
    past_of,
    words,
)
from seguito.languages.en.lexicon import word
from seguito.languages.en.verbs import OBJECT_BEGINS, PRONOUNS, heads, relative_before

_OFTEN_BASE = words("live visit finish start call walk cook learn play study train travel work teach share help")


@rule(
    "AFTER_HAVE",
    severity="stop",
    says={
        "en": "After “{auxiliary}” stands the participle: “{better}”.",
        "it": "Dopo «{auxiliary}» ci vuole il participio: «{better}».",
    },
    wrong=[
        ["I have never saw a press so quiet.", "I have never seen a press so quiet."],
        ["She has went home.", "She has gone home."],
        ["We have discuss the shifts.", "We have discussed the shifts."],
        ["I should have wrote sooner.", "I should have written sooner."],
        ["I've spoke with your team.", "I've spoken with your team."],
        ["I have live in four towns.", "I have lived in four towns."],
        ["He has broke the mould.", "He has broken the mould."],
    ],
    right=[
        "I have work to do and have need of it. I have learned much.",
        "They had the saw mended. The time you have came to an end.",
        "Have fun, and have complete trust.",
    ],
)
def after_have(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index, at in heads(tokens, group("have") - {"having"}):
        auxiliary, form = tokens[index], tokens[at]
        reading = word(form.word)
        if (auxiliary.word == "have" and not index) or form.word.endswith("ed") or not form.text.islower():
            continue
        past = reading.may_be("d") and not reading.may_be("h") and (form.tag == "VERB" or reading.is_only("d"))
        base = is_only(form, "v") and form.tag in {"VERB", ""} and form.word not in words("let seem")
        base = base or _is_done_before(tokens, index, at)
        own_clause = auxiliary.word in words("have had") and index > 1 and tokens[index - 1].word in group("subjects")
        if own_clause and is_noun(tokens[index - 2]):
            continue
        if (past or base) and not relative_before(tokens, index):
            better = participle_of(base_of(form.word, "d", "v"))
            if better and better != form.word:
                yield sentence.hit(form, form, better, auxiliary=auxiliary.text)


@rule(
    "HAVE_ING",
    severity="stop",
    only_with="have has had i've you've we've they've",
    says={
        "en": "After “{auxiliary}” stands the participle: “{better}”.",
        "it": "Dopo «{auxiliary}» ci vuole il participio: «{better}».",
    },
    wrong=[
        ["I have always wanting to see it.", "I have always wanted to see it."],
        ["We have discussing it at length.", "We have discussed it at length."],
    ],
    right=["I have training in it, and we have parking.", "I have been wanting to see it. You had us laughing."],
)
def have_ing(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index, at in heads(tokens, words("have has had i've you've we've they've")):
        auxiliary, form = tokens[index], tokens[at]
        subject = "'" in auxiliary.word or (index > 0 and tokens[index - 1].word in group("subjects"))
        noun = may_be(form, "n", "p") or form.word in group("noun_ings")
        following = next_word(tokens, at)
        acts = following is not None and following.word in OBJECT_BEGINS | group("prepositions")
        if subject and acts and may_be(form, "g") and not noun and form.word != "going":
            yield sentence.hit(form, form, participle_of(base_of(form.word, "g")), auxiliary=auxiliary.text)


@rule(
    "USED_TO_ING",
    severity="stop",
    only_with="used",
    says={
        "en": "For a habit of the past: “used to” and the base form.",
        "it": "Per un'abitudine passata: «used to» e la forma base.",
    },
    wrong=[
        ["I used to working in a call centre.", "I used to work in a call centre."],
        ["We used to walking there.", "We used to walk there."],
    ],
    right=["I am used to working late.", "I got used to walking; people used to sitting still."],
)
def used_to_ing(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index in range(1, len(tokens) - 2):
        subject, used, to, form = tokens[index - 1 : index + 3]
        if (
            used.word == "used"
            and to.word == "to"
            and subject.word in PRONOUNS
            and may_be(form, "g")
            and not may_be(form, "v")
        ):
            yield sentence.hit(form, form, base_of(form.word, "g"))


@rule(
    "PARTICIPLE_ALONE",
    severity="stop",
    only_with="i we he she they you",
    says={
        "en": "“{quote}” needs “have”; alone, the past is “{better}”.",
        "it": "«{quote}» vuole «have»; da solo il passato è «{better}».",
    },
    wrong=[
        ["I seen the posters on my way out.", "I saw the posters on my way out."],
        ["We gone there twice.", "We went there twice."],
        ["I never seen such a hall.", "I never saw such a hall."],
        ["I think that he done it well.", "I think that he did it well."],
    ],
    right=[
        "Had I known, I'd have come.",
        "Have you seen it? Never had we gone so far.",
        "The one I, gone by then, missed.",
    ],
)
def participle_alone(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index, token in enumerate(tokens[1:], start=1):
        place = index - 1
        if tokens[place].word in words("never always just also already only"):
            place -= 1
        if place < 0 or tokens[place].word not in PRONOUNS:
            continue
        reading = word(token.word)
        alone = reading.may_be("h") and not reading.may_be("d", "v", "j", "n", "r", "p") and token.kind is Kind.WORD
        if not (alone or token.word in {"been", "done"}):
            continue
        before = tokens[place - 1].word if place else ""
        if before in group("have", "be", "modals", "do", "wh_words") | words("not as than") or "have" in before:
            continue
        better = {"been": "was", "done": "did"}.get(token.word) or past_of(base_of(token.word, "h"))
        yield sentence.hit(token, token, better)


def _is_done_before(tokens: Sequence[Token], index: int, at: int) -> bool:
    """“I have live in four towns”: a word that is a noun too, where only a participle fits."""
    form, following, auxiliary = tokens[at], next_word(tokens, at), tokens[index].word
    if form.word not in _OFTEN_BASE or following is None:
        return False
    subject = index > 0 and tokens[index - 1].word in PRONOUNS and auxiliary in words("have has had")
    contracted = auxiliary in words("i've you've we've they've")
    goes_on = group("articles", "possessives", "objects") | words("in with for at on to from as")
    noun = form.word in words("work help") and following.word in words("to for in")
    return (subject or contracted) and following.word in goes_on and not noun
