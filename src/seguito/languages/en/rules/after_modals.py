"""The form of a verb behind can, will and do."""

from collections.abc import Iterator, Sequence

from seguito.core.looks.language.prose import Hit, Kind, Sentence, Token
from seguito.core.looks.language.record import rule
from seguito.languages.en.grammar import (
    base_of,
    group,
    is_adverb,
    is_base_verb,
    is_only,
    may_be,
    next_word,
    words,
)
from seguito.languages.en.verbs import PRONOUNS, heads, is_inflected, is_noun_like, relative_before

_MODALS = group("modals") - {"i'd"}
_NOUNS_TOO = words("might can will must")
_NEGATED = words("don't doesn't didn't")
# Forms that the lexicon leaves to the closed classes.
_BASES = {
    "has": "have",
    "had": "have",
    "does": "do",
    "did": "do",
    "done": "do",
}
# Pasts that are verbs of their own too: to saw wood, to found a firm.
_PAST_AND_BASE = {"saw": "see", "felt": "feel", "found": "find", "left": "leave"}


@rule(
    "AFTER_MODAL",
    severity="stop",
    says={
        "en": "After “{modal}” the verb stands in its base form: “{better}”.",
        "it": "Dopo «{modal}» il verbo va alla forma base: «{better}».",
    },
    wrong=[
        ["You must to be proud of it.", "You must be proud of it."],
        ["I will sent you the drawings.", "I will send you the drawings."],
        ["It could takes a week.", "It could take a week."],
        ["I can starting in March.", "I can start in March."],
        ["Could you sent me the plan?", "Could you send me the plan?"],
    ],
    right=[
        "I might need to go, and all they could to help, they did.",
        "The might of it, a can opened by hand, and its own will left us.",
        "I would, sent there, go. Could you ask them? How can baking bread be hard?",
    ],
)
def after_modal(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index, at in heads(tokens, _MODALS):
        modal, form = tokens[index], tokens[at]
        if is_noun_like(tokens, index):
            continue
        if form.word in {"you", "we", "i", "they"} and at == index + 1 and at + 1 < len(tokens):
            form = tokens[at + 1]
            if not is_inflected(form) or may_be(form, "p") or relative_before(tokens, index):
                continue
        elif form.word == "to":
            after = next_word(tokens, at)
            subject = tokens[index - 1].word if index else ""
            aims = any(
                t.word in words("all everything what whatever best as than") for t in tokens[max(0, index - 4) : index]
            )
            takes = after is not None and (is_base_verb(after) or after.word in words("be have do"))
            if (
                after is not None
                and takes
                and not aims
                and (modal.word not in _NOUNS_TOO or subject in group("subjects"))
            ):
                yield sentence.hit(form, after, after.text, modal=modal.text)
            continue
        elif (
            form.word in _BASES
            and at == index + 1
            and index
            and tokens[index - 1].word in PRONOUNS | {"it", "this", "that"}
        ):
            yield sentence.hit(form, form, _BASES[form.word], modal=modal.text)
            continue
        elif form.word in _PAST_AND_BASE and at == index + 1 and _has_clause(tokens, at):
            yield sentence.hit(form, form, _PAST_AND_BASE[form.word], modal=modal.text)
            continue
        elif not _is_no_base(form) or (
            may_be(form, "g") and (not index or tokens[index - 1].word not in group("subjects"))
        ):
            continue
        base = base_of(form.word, "d", "h", "z", "g")
        if base and form.word != "fed":
            yield sentence.hit(form, form, base, modal=modal.text)


@rule(
    "AFTER_DO",
    severity="stop",
    only_with="do does did don't doesn't didn't",
    says={
        "en": "After “{auxiliary}” the verb stands in its base form: “{better}”.",
        "it": "Dopo «{auxiliary}» il verbo va alla forma base: «{better}».",
    },
    wrong=[
        ["You did not told me of the piano.", "You did not tell me of the piano."],
        ["I didn't knew about it.", "I didn't know about it."],
        ["He doesn't works on Fridays.", "He doesn't work on Fridays."],
        ["Did you went there?", "Did you go there?"],
        ["We didn't had time.", "We didn't have time."],
        ["Did you found the umbrella that I left?", "Did you find the umbrella that I left?"],
    ],
    right=[
        "What they did helped me.",
        "Those who didn't left early.",
        "Did you found the firm? I did not, told or untold, know.",
    ],
)
def after_do(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index, token in enumerate(tokens[:-1]):
        if token.word not in group("do") or relative_before(tokens, index):
            continue
        at = index + 1
        denied = token.word in _NEGATED or tokens[at].word == "not"
        opens = index == 0 or tokens[index - 1].kind is Kind.MARK or tokens[index - 1].word in group("wh_words")
        asked = not denied and opens and tokens[at].word in group("subjects")
        if not (denied or asked):
            continue
        if asked or tokens[at].word == "not":
            at += 1
        while at < len(tokens) and is_adverb(tokens[at]):
            at += 1
        if at >= len(tokens):
            continue
        beside = at == index + 1 and is_only(tokens[at], "d", "h", "z", "p") and may_be(tokens[at], "d", "h", "z")
        if tokens[at].word in _BASES and (asked or at == index + 1 or tokens[at - 1].word == "not"):
            yield sentence.hit(tokens[at], tokens[at], _BASES[tokens[at].word], auxiliary=token.text)
        elif tokens[at].word == "found" and (denied or asked) and not _is_founded(tokens, at):
            yield sentence.hit(tokens[at], tokens[at], "find", auxiliary=token.text)
        elif is_inflected(tokens[at]) or beside:
            yield sentence.hit(tokens[at], tokens[at], base_of(tokens[at].word, "d", "h", "z"), auxiliary=token.text)


@rule(
    "BE_AFTER_MODAL",
    severity="stop",
    says={"en": "“be” is missing: “{better}”.", "it": "Manca «be»: «{better}»."},
    wrong=[
        ["It would very helpful to know more.", "It would be very helpful to know more."],
        ["I would happy to come back.", "I would be happy to come back."],
    ],
    right=["It would be helpful.", "I would happily come. Would happy people stay?"],
)
def be_after_modal(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index, token in enumerate(tokens[:-2]):
        if (
            token.word not in words("would will could might may should i'd it'd would")
            or not index
            or is_noun_like(tokens, index)
        ):
            continue
        at = index + 1
        while at < len(tokens) - 1 and tokens[at].word in words("very really so also not always quite more"):
            at += 1
        adjective, following = tokens[at], next_word(tokens, at)
        if following is None or not is_only(adjective, "j"):
            continue
        if following.word in words("to if that for with in when and about of") | {".", ","} and tokens[index - 1].word in group("subjects"):  # fmt: skip
            yield sentence.hit(
                token,
                adjective,
                sentence.note[token.start : token.end] + " be" + sentence.note[token.end : adjective.end],
            )


def _is_no_base(form: Token) -> bool:
    """A form that can't stand behind a modal, whatever else it is."""
    if is_only(form, "d", "h", "z", "g"):
        return True
    return is_only(form, "d", "h", "j") and may_be(form, "d", "h") and not form.word.endswith("ed")


def _is_founded(tokens: Sequence[Token], at: int) -> bool:
    """“did you found the firm”: there it is a verb of its own."""
    return any(
        t.word in words("firm company shop club school charity group society business town studio bakery")
        for t in tokens[at : at + 5]
    )


def _has_clause(tokens: Sequence[Token], at: int) -> bool:
    """“saw that”, “felt how”, “found it”: what is seen or felt follows, no wood and no firm."""
    following = next_word(tokens, at)
    return following is not None and following.word in words("that how what you it why him them her me us your")
