"""than compares, then is about time."""

from collections.abc import Iterator, Sequence

from seguito.core.looks.language.prose import Hit, Kind, Sentence, Token
from seguito.core.looks.language.record import rule
from seguito.languages.en.grammar import group, next_word, words
from seguito.languages.en.lexicon import word

_COMPARED = words("me us him them mine ours yours theirs before usual ever expected")
_COMPARATIVES = frozenset("more less fewer rather better worse sooner farther".split())
_LIKE_COMPARATIVES = frozenset("later number matter offer other order water further".split())
_BEFORE_THAN = frozenset(
    "other else sooner different differently further otherwise prefer prefers preferred superior rather no hardly scarcely twice".split()
)
_TIMES = frozenset("if when once and but until since".split())
_LONGEST_COMPARISON = 7  # words between “more” and “than”


@rule(
    "THAN",
    severity="stop",
    only_with="then",
    says={
        "en": "To compare, “than”; “then” is about time.",
        "it": "Nei paragoni si usa «than»; «then» vuol dire allora, poi.",
    },
    wrong=[
        ["I learned more in that hour then in a month.", "I learned more in that hour than in a month."],
        [
            "I would rather ship a small release then promise a big one.",
            "I would rather ship a small release than promise a big one.",
        ],
        ["It was better then the first.", "It was better than the first."],
    ],
    right=[
        "If it is cheaper, then we buy it.",
        "I grew older and then I moved.",
        "It was easier then, and I knew no better then.",
    ],
)
def than(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index, token in enumerate(tokens):
        following = next_word(tokens, index)
        if (
            token.word != "then"
            or (index and tokens[index - 1].word in group("subjects"))
            or following is None
            or following.kind is Kind.MARK
            or following.word == "than"
        ):
            continue
        if (
            following.word in group("conjunctions", "wh_words") - {"when", "what", "before", "as"}
            or tokens[index - 1].kind is Kind.MARK
        ):
            continue
        begin = index
        while begin > 0 and tokens[begin - 1].kind is not Kind.MARK:
            begin -= 1
        clause = tokens[begin:index]
        near = range(max(begin, index - _LONGEST_COMPARISON), index)
        if any(_compares(tokens, at) for at in near) and not any(t.word in _TIMES for t in clause):
            yield sentence.hit(token, token, "than")


@rule(
    "THEN",
    severity="ask",
    only_with="than",
    says={"en": "In time, “then”; “than” compares.", "it": "Nel tempo si usa «then»; «than» serve ai paragoni."},
    wrong=[
        ["First we saw the pond, and than the shed.", "First we saw the pond, and then the shed."],
        ["Since than I have read it twice.", "Since then I have read it twice."],
    ],
    right=["It was better, and more so, than the first.", "I had no sooner left than it rained; other than that, no."],
)
def then(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index, token in enumerate(tokens):
        compares = any(_compares(tokens, at) or tokens[at].word in _BEFORE_THAN for at in range(index))
        if token.word == "than" and not compares:
            yield sentence.hit(token, token, "then")


@rule(
    "THAN_NOT_THAT",
    severity="stop",
    only_with="that",
    says={"en": "To compare, “than”.", "it": "Nei paragoni si usa «than»."},
    wrong=[
        ["He is more experienced that me.", "He is more experienced than me."],
        ["The hall was smaller that before.", "The hall was smaller than before."],
    ],
    right=["It is better that you wait.", "I know more that us two can do; the later that usual trains run."],
)
def than_not_that(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index, token in enumerate(tokens[1:-1], start=1):
        follows = tokens[index + 1 : index + 3]
        ends = len(follows) == 1 or follows[1].kind is Kind.MARK or follows[1].word in group("conjunctions")
        if token.word != "that" or follows[0].word not in _COMPARED or not ends:
            continue
        if any(_compares(tokens, at) for at in range(max(0, index - 3), index)):
            yield sentence.hit(token, token, "than")


def _compares(tokens: Sequence[Token], index: int) -> bool:
    """more, rather, better, smaller."""
    token = tokens[index]
    if token.word in _COMPARATIVES:
        return True
    return token.is_word and word(token.word).may_be("jr", "rr") and token.word not in _LIKE_COMPARATIVES
