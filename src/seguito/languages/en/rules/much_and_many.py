"""much and many, little and few, less and fewer."""

from collections.abc import Iterator

from seguito.core.looks.language.prose import Hit, Sentence
from seguito.core.looks.language.record import rule
from seguito.languages.en.counting import MEASURED_BY, is_plural_here
from seguito.languages.en.grammar import (
    group,
    is_noun,
    is_only,
    may_be,
    next_word,
    words,
)

_NEVER_A_FEW = words("time money help patience experience information advice knowledge space luck practice")


@rule(
    "MANY_MUCH",
    severity="stop",
    only_with="many few",
    says={"en": "What can't be counted takes “{better}”.", "it": "Ciò che non si conta vuole «{better}»."},
    wrong=[
        ["We did not have many time to talk.", "We did not have much time to talk."],
        ["I got many informations from you, and many advice.", "I got many informations from you, and much advice."],
        ["I have few experience with kilns.", "I have little experience with kilns."],
        ["I had only a few time to look.", "I had only a little time to look."],
    ],
    right=[
        "Many time zones, many work shifts, and few help desks.",
        "Many a time. Much time, little experience, few people.",
    ],
)
def many_much(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index, token in enumerate(tokens[:-1]):
        noun, after = tokens[index + 1], next_word(tokens, index + 1)
        a_few = token.word == "few" and index and tokens[index - 1].word == "a" and noun.word not in _NEVER_A_FEW
        better = {"many": "much", "few": "little"}.get(token.word)
        if (
            better
            and noun.word in group("uncountable") - {"staff"}
            and not a_few
            and (after is None or not is_noun(after))
        ):
            yield sentence.hit(token, token, better)


@rule(
    "MUCH_MANY",
    severity="stop",
    only_with="much little",
    says={"en": "What can be counted takes “{better}”.", "it": "Ciò che si conta vuole «{better}»."},
    wrong=[
        ["There were much people in the hall.", "There were many people in the hall."],
        ["I have so much questions.", "I have so many questions."],
        ["I did not see much empty shelves.", "I did not see many empty shelves."],
        ["I have little doubts left.", "I have few doubts left."],
    ],
    right=[
        "I liked it as much things go.",
        "Much as people talk, little things count.",
        "How much women earn; so much children's work.",
    ],
)
def much_many(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index, token in enumerate(tokens[1:-1], start=1):
        noun, before = tokens[index + 1], tokens[index - 1].word
        if index + 2 < len(tokens) and is_only(noun, "j", "v") and may_be(noun, "j"):
            noun = tokens[index + 2]  # “much empty shelves”
        several = is_plural_here(noun) or noun.word == "people"
        if (
            token.word == "much"
            and several
            and before not in words("how as pretty still")
            and noun.word not in words("thanks goods")
        ):
            yield sentence.hit(token, token, "many")
        if token.word == "little" and several and before in words("have had has with very"):
            yield sentence.hit(token, token, "few")


@rule(
    "LESS_FEWER",
    severity="ask",
    only_with="less",
    says={"en": "What can be counted takes “fewer”.", "it": "Ciò che si conta vuole «fewer»."},
    wrong=[
        ["There were less people than last year.", "There were fewer people than last year."],
        ["I made less mistakes this time.", "I made fewer mistakes this time."],
    ],
    right=[
        "It costs less euros go further.",
        "Less than ten people came, in less than two hours.",
        "No less people than thought.",
    ],
)
def less_fewer(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index, token in enumerate(tokens[:-1]):
        noun = tokens[index + 1]
        several = (is_plural_here(noun) or noun.word in words("people mistakes")) and noun.word not in MEASURED_BY
        if token.word == "less" and several and (not index or tokens[index - 1].word not in words("no or costs any")):
            yield sentence.hit(token, token, "fewer")
