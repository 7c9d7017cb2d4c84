"""their, there or they're; whose or who's."""

from collections.abc import Iterator

from seguito.core.looks.language.prose import Hit, Sentence
from seguito.core.looks.language.record import rule
from seguito.languages.en.grammar import (
    may_be,
)
from seguito.languages.en.owning import is_owned, is_predicate, needs_possessive, says_of_subject


@rule(
    "THEIR_CONTRACTION",
    severity="stop",
    only_with="their there",
    says={"en": "“they're” here: it stands for “they are”.", "it": "Qui «they're»: sta per «they are»."},
    wrong=[
        ["They told me that their moving to Hull in May.", "They told me that they're moving to Hull in May."],
        ["I think their very proud of it.", "I think they're very proud of it."],
        ["You said that there launching the shop in autumn.", "You said that they're launching the shop in autumn."],
    ],
    right=[
        "I was told that their moving costs were paid.",
        "Their very kind porter, and there in the hall, a piano.",
        "People there launching boats waved, and I think there going is easy.",
    ],
)
def their_contraction(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index, token in enumerate(tokens):
        if token.word == "their" and is_predicate(tokens, index):
            yield sentence.hit(token, token, "they're")
        if token.word == "there" and index and tokens[index - 1].word in {"that", "because", "if", "think", "know"}:
            follows = tokens[index + 1 : index + 3]
            if len(follows) == 2 and says_of_subject(follows[0], follows[1]) and may_be(follows[0], "g"):
                yield sentence.hit(token, token, "they're")


@rule(
    "THEIR_POSSESSIVE",
    severity="stop",
    only_with="they're there",
    says={"en": "“their” says whose it is.", "it": "Il possessivo è «their»."},
    wrong=[
        ["The apprentices are proud of there benches.", "The apprentices are proud of their benches."],
        ["The nurses bring they're own mugs.", "The nurses bring their own mugs."],
        ["They showed me there own press.", "They showed me their own press."],
    ],
    right=["From there people can see the sea.", "They're people I like, and I know they're friends of yours."],
)
def their_possessive(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index, token in enumerate(tokens):
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        if token.word == "they're" and needs_possessive(tokens, index):
            yield sentence.hit(token, token, "their")
        if token.word == "there" and following and following.is_word:
            before = tokens[index - 1].word if index else ""
            owned = following.word == "own" or (
                before in {"of", "for", "with", "about"} and may_be(following, "p", "n")
            )
            if owned and not may_be(following, "r", "g") and following.tag not in {"VERB", "AUX"}:
                yield sentence.hit(token, token, "their")


@rule(
    "THERE_IS",
    severity="stop",
    only_with="their they're",
    says={"en": "“there” here: it says that something exists.", "it": "Qui «there»: dice che qualcosa esiste."},
    wrong=[
        ["Their are few agencies like yours.", "There are few agencies like yours."],
        ["I think their is a mistake on page two.", "I think there is a mistake on page two."],
        ["They're are two doors.", "There are two doors."],
    ],
    right=["There are few agencies like yours.", "Theirs is a good shop; their will is done."],
)
def there_is(sentence: Sentence) -> Iterator[Hit]:
    verbs = {
        "is",
        "are",
        "was",
        "were",
        "isn't",
        "aren't",
        "wasn't",
        "weren't",
        "has",
        "seems",
        "exists",
        "must",
        "should",
        "may",
    }
    for token, following in zip(sentence.tokens, sentence.tokens[1:], strict=False):
        if token.word in {"their", "they're"} and following.word in verbs:
            yield sentence.hit(token, token, "there")


@rule(
    "WHOSE_CONTRACTION",
    severity="stop",
    only_with="whose",
    says={
        "en": "“who's” here: it stands for “who is” or “who has”.",
        "it": "Qui «who's»: sta per «who is» o «who has».",
    },
    wrong=[
        ["The colleague whose leaving in June was kind.", "The colleague who's leaving in June was kind."],
        ["I know whose been there.", "I know who's been there."],
    ],
    right=["The man whose leaving party it was sang.", "A firm whose very name is a promise."],
)
def whose_contraction(sentence: Sentence) -> Iterator[Hit]:
    for index, token in enumerate(sentence.tokens):
        if token.word == "whose" and is_predicate(sentence.tokens, index):
            yield sentence.hit(token, token, "who's")


@rule(
    "WHOSE_POSSESSIVE",
    severity="stop",
    only_with="who's",
    says={"en": "“whose” asks or says to whom it belongs.", "it": "Il possessivo è «whose»."},
    wrong=[
        ["I wondered who's idea the kitchen was.", "I wondered whose idea the kitchen was."],
        ["Who's turn is it to make tea?", "Whose turn is it to make tea?"],
    ],
    right=["Who's there, and who's next?", "The porter, who's Greek, knows who's boss here."],
)
def whose_possessive(sentence: Sentence) -> Iterator[Hit]:
    for index, token in enumerate(sentence.tokens):
        if token.word == "who's" and is_owned(sentence.tokens, index):
            yield sentence.hit(token, token, "whose")
