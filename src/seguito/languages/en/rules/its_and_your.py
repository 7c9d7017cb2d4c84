"""its or it's, your or you're: told apart by what stands behind."""

from collections.abc import Iterator

from seguito.core.looks.language.prose import Hit, Sentence
from seguito.core.looks.language.record import rule
from seguito.languages.en.grammar import is_only, may_be, words
from seguito.languages.en.owning import (
    is_predicate,
    needs_possessive,
)


@rule(
    "ITS_CONTRACTION",
    severity="stop",
    only_with="its",
    says={
        "en": "“{better}” here: it stands for “it is” or “it has”.",
        "it": "Qui «{better}»: sta per «it is» o «it has».",
    },
    wrong=[
        ["Its rare to meet such a team.", "It's rare to meet such a team."],
        ["I hear its been a hard year.", "I hear it's been a hard year."],
        ["Its a pity that I missed it.", "It's a pity that I missed it."],
    ],
    right=["The mill and its rare to-do lists.", "It lost its very soul, and its not inconsiderable charm."],
)
def its_contraction(sentence: Sentence) -> Iterator[Hit]:
    for index, token in enumerate(sentence.tokens):
        if token.word == "its" and is_predicate(sentence.tokens, index):
            yield sentence.hit(token, token, "it's")


@rule(
    "ITS_POSSESSIVE",
    severity="stop",
    only_with="it's",
    says={
        "en": "“its”, without an apostrophe, says whose it is.",
        "it": "Il possessivo è «its», senza apostrofo.",
    },
    wrong=[
        ["The firm has outgrown it's loading bay.", "The firm has outgrown its loading bay."],
        ["It treats it's cleaners as colleagues.", "It treats its cleaners as colleagues."],
        ["The shop has it's own oven.", "The shop has its own oven."],
    ],
    right=[
        "I think it's cleaners who know a house.",
        "It's people like her that I admire, and it's home to me.",
        "Because of it's being late, no; but it's worth it.",
    ],
)
def its_possessive(sentence: Sentence) -> Iterator[Hit]:
    for index, token in enumerate(sentence.tokens):
        if token.word == "it's" and needs_possessive(sentence.tokens, index):
            yield sentence.hit(token, token, "its")


@rule(
    "YOUR_CONTRACTION",
    severity="stop",
    only_with="your",
    says={"en": "“you're” here: it stands for “you are”.", "it": "Qui «you're»: sta per «you are»."},
    wrong=[
        ["If your still looking for a baker, I am here.", "If you're still looking for a baker, I am here."],
        ["Please say if your coming to the fair.", "Please say if you're coming to the fair."],
        ["Your welcome to visit.", "You're welcome to visit."],
    ],
    right=[
        "Your very first shop, and your always cheerful porters.",
        "When your building in Leeds opens, your right hand will need a rest.",
        "Your welcome was warm.",
    ],
)
def your_contraction(sentence: Sentence) -> Iterator[Hit]:
    for index, token in enumerate(sentence.tokens):
        if token.word == "your" and is_predicate(sentence.tokens, index):
            yield sentence.hit(token, token, "you're")


@rule(
    "YOUR_POSSESSIVE",
    severity="stop",
    only_with="you're",
    says={
        "en": "“your” says whose it is; “you're” stands for “you are”.",
        "it": "Il possessivo è «your»; «you're» sta per «you are».",
    },
    wrong=[
        ["Thank you for lending me you're copy of the guide.", "Thank you for lending me your copy of the guide."],
        ["I liked you're remark about kitchens.", "I liked your remark about kitchens."],
    ],
    right=["You're people of your word.", "I know you're home by six, and you're welcome."],
)
def your_possessive(sentence: Sentence) -> Iterator[Hit]:
    for index, token in enumerate(sentence.tokens):
        if token.word == "you're" and needs_possessive(sentence.tokens, index):
            yield sentence.hit(token, token, "your")


@rule(
    "OWNS_SUBJECT",
    severity="stop",
    only_with="it's you're",
    says={
        "en": "“{better}”, without “is” or “are”: it says whose it is, and the verb comes behind.",
        "it": "Qui ci vuole il possessivo «{better}»: il verbo viene dopo.",
    },
    wrong=[
        ["I think that it's roof needs repair.", "I think that its roof needs repair."],
        ["I hear that you're colleague knows the mill.", "I hear that your colleague knows the mill."],
    ],
    right=[
        "It's people who need it, and it's bread that helps.",
        "You're people's friends. I think it's time things changed.",
    ],
)
def owns_its_subject(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index, token in enumerate(tokens[:-2]):
        noun, verb = tokens[index + 1], tokens[index + 2]
        if token.word not in {"it's", "you're"} or not is_only(noun, "n", "v") or not may_be(noun, "n"):
            continue
        acts = verb.word in {"is", "was", "has"} or (may_be(verb, "z") and verb.tag == "VERB")
        if acts and noun.tag == "NOUN" and noun.word not in words("time people home"):
            yield sentence.hit(token, token, "its" if token.word == "it's" else "your")
