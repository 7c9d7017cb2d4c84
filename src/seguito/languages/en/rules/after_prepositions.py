"""The form of a verb behind a preposition and behind “to”."""

from collections.abc import Iterator

from seguito.core.looks.language.prose import Hit, Sentence, Token
from seguito.core.looks.language.record import rule
from seguito.languages.en.grammar import base_of, group, ing_of, is_base_verb, is_only, may_be, next_word, words
from seguito.languages.en.verbs import OBJECT_BEGINS, PEOPLE, is_inflected, is_verb_here, relative_before

_GIVEN = words("shown given taken met invited received offered told sent made written explained answered shared helped")
_GIVEN = words("shown given taken met invited received offered told sent made written explained answered shared helped")
_PREPOSITIONS = words("for of in about without by after before at from despite with against")
_WANTS = group("takes_to") | words("like love able going need needs needed try tried have had happy glad pleased")
_PLANS = words(
    "plan plans planned want wants wanted hope hopes hoped decided decision chance able ability ready willing try tried"
    " keen eager need needs needed going offer offered promise promised wish"
)
_HAS_OBJECT = group("articles", "possessives") | words("me us him them it you more about how")
_USED = words("used accustomed committed dedicated devoted opposed averse")
_BECOMES = group("be") | words("get got getting become became grown")
_SOFTENS = words("well not also very quite so never always")
_BEHIND_VERB = words("in at with for from on under together again here alongside alone")
_SOMETIMES_NOUNS = words("work visit start talk travel change")
_AT_WORK = words("at on late alone nights weekends shifts from")


@rule(
    "AFTER_PREPOSITION",
    severity="stop",
    says={
        "en": "After “{preposition}” the verb ends in -ing: “{better}”.",
        "it": "Dopo «{preposition}» il verbo va in -ing: «{better}».",
    },
    wrong=[
        ["Thank you for take the time.", "Thank you for taking the time."],
        ["Thank you for to show me the cellar.", "Thank you for showing me the cellar."],
        ["I am interested in learn how you work.", "I am interested in learning how you work."],
        ["I left without say goodbye.", "I left without saying goodbye."],
        ["I apologise for be late.", "I apologise for being late."],
    ],
    right=[
        "Thank you for work well done.",
        "I'm all for help at home, and for to-do lists.",
        "The man I wait for let me in.",
    ],
)
def after_preposition(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index, token in enumerate(tokens[:-2]):
        if token.word not in _PREPOSITIONS:
            continue
        at = index + 1
        if tokens[at].word == "be" and token.word in words("for of about without") and tokens[at + 1].is_word:
            yield sentence.hit(tokens[at], tokens[at], "being", preposition=token.text)
            continue
        with_to = (
            tokens[at].word == "to"
            and token.word in words("for of without after before by against despite")
            and at + 1 < len(tokens)
        )
        if token.word == "in" and index and tokens[index - 1].word == "as":
            continue
        if with_to or tokens[at].word == "not":
            at += 1
        form, following = tokens[at], next_word(tokens, at)
        better = ing_of(form.word) or {"have": "having", "do": "doing"}.get(form.word if with_to else "", "")
        acts = (with_to and (is_base_verb(form) or form.word in words("be have do"))) or is_verb_here(form, following)
        thanks = (
            token.word == "for"
            and tokens[index - 1].word in words("you thanks thank much again")
            and form.word == "let"
        )
        if (
            better
            and (acts or thanks)
            and (form.word != "let" or thanks)
            and (with_to or not relative_before(tokens, index))
        ):
            first = tokens[index + 1] if with_to else form
            yield sentence.hit(first, form, better, preposition=token.text)


@rule(
    "THANK_FOR_SHOWN",
    severity="stop",
    only_with="for",
    says={
        "en": "After “for” the verb ends in -ing: “{better}”.",
        "it": "Dopo «for» il verbo va in -ing: «{better}».",
    },
    wrong=[
        ["Thank you for shown me the roof.", "Thank you for showing me the roof."],
        ["Thanks again for invited us.", "Thanks again for inviting us."],
    ],
    right=["Thank you for showing me the roof.", "I thank you for received wisdom."],
)
def thank_for_shown(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index in range(1, len(tokens) - 2):
        before, token, form, whom = tokens[index - 1 : index + 3]
        thanked = token.word == "for" and before.word in words("you thanks much again")
        if thanked and form.word in _GIVEN and whom.word in OBJECT_BEGINS:
            yield sentence.hit(form, form, ing_of(base_of(form.word, "h", "d")))


@rule(
    "AFTER_TO",
    severity="stop",
    only_with="to",
    says={
        "en": "After “to” the verb stands in its base form: “{better}”.",
        "it": "Dopo «to» il verbo va alla forma base: «{better}».",
    },
    wrong=[
        ["I would like to thanking you for it.", "I would like to thank you for it."],
        ["I'd like to discussed the shifts.", "I'd like to discuss the shifts."],
        ["I would like to thanks you for it.", "I would like to thank you for it."],
        ["I want to went there.", "I want to go there."],
        ["Your plan to opening a shop is bold.", "Your plan to open a shop is bold."],
    ],
    right=[
        "I look forward to meeting you and am used to working late.",
        "Thanks to thanking, we met. I like it due to broken lifts.",
    ],
)
def after_to(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index, token in enumerate(tokens[1:-1], start=1):
        form, before = tokens[index + 1], tokens[index - 1].word
        if token.word != "to":
            continue
        base = "thank" if form.word in words("thanks thanking") else base_of(form.word, "d", "h", "g", "z")
        only_past = is_only(form, "d") and form.text.islower()
        thanks = form.word == "thanks" and before not in words("have had due")
        inflected = (
            (is_inflected(form) and not may_be(form, "p")) or is_only(form, "g") or thanks or form.word == "thanking"
        )
        following = next_word(tokens, index + 1)
        plans = may_be(form, "g") and before in _PLANS and following is not None and following.word in _HAS_OBJECT
        if (only_past or plans or (inflected and before in _WANTS)) and base and base != form.word:
            yield sentence.hit(form, form, base)


@rule(
    "TO_ING",
    severity="stop",
    only_with="to",
    says={
        "en": "This “to” is a preposition: the verb behind it ends in -ing.",
        "it": "Questo «to» è una preposizione: il verbo dopo va in -ing.",
    },
    wrong=[
        ["I look forward to meet Ms Reed.", "I look forward to meeting Ms Reed."],
        ["Looking forward to hear from you.", "Looking forward to hearing from you."],
        ["I am used to work with volunteers.", "I am used to working with volunteers."],
        ["I am used to work at night.", "I am used to working at night."],
        ["She is committed to teach every day.", "She is committed to teaching every day."],
    ],
    right=[
        "I used to work nights. The knife is used to cut bread.",
        "He moved forward to meet them. I look forward to work.",
    ],
)
def to_ing(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index, token in enumerate(tokens[:-1]):
        if token.word != "to" or index < 1:
            continue
        before, form = tokens[index - 1].word, tokens[index + 1]
        earlier = [t.word for t in tokens[max(0, index - 4) : index - 1]]
        looks = before == "forward" and bool(words("look looks looked looking") & set(earlier))
        used = before in _USED and bool(PEOPLE & set(earlier)) and _becomes(earlier)
        better = ing_of(form.word) or {"have": "having", "do": "doing"}.get(form.word, "")
        if (
            better
            and (looks or (used and not (before == "used" and form.word == "be")))
            and _is_deed(form, next_word(tokens, index + 1))
        ):
            yield sentence.hit(form, form, better)


def _becomes(earlier: list[str]) -> bool:
    """“am used to”, “got quite used to”: the last word is a form of be, or softens one."""
    if not earlier:
        return False
    return earlier[-1] in _BECOMES or (earlier[-1] in _SOFTENS and len(earlier) > 1 and earlier[-2] in _BECOMES)


def _is_deed(form: Token, following: Token | None) -> bool:
    """A verb behind “to”, not the noun of the same form: “forward to meet”, “used to work with”, not “used to work at night”."""
    if is_only(form, "v") or form.word in words("be have do") or is_verb_here(form, following):
        return True
    if following is None or not is_base_verb(form) or form.tag not in {"VERB", ""}:
        return False
    if form.word in _SOMETIMES_NOUNS:
        works = form.word == "work" and following.word in _AT_WORK
        return works or following.word in words("with for alongside together under the your")
    return following.word in _BEHIND_VERB
