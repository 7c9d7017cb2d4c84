"""its or it's, your or you're, their, there or they're, whose or who's: told apart by what stands behind."""

from collections.abc import Iterator, Sequence

from seguito.core.looks.language.prose import Hit, Kind, Sentence, Token
from seguito.core.looks.language.record import rule
from seguito.languages.en.grammar import (
    back_over_adverbs,
    group,
    is_adverb,
    is_noun,
    is_only,
    may_be,
    next_word,
    predicates,
    words,
)

# Behind “it is”, “you are” and so on, never behind a possessive.
_AFTER_BE = frozenset("a an the been because going my our his her that what why how where when who got".split())


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
        if token.word == "its" and _is_predicate(sentence.tokens, index):
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
        if token.word == "it's" and _needs_possessive(sentence.tokens, index):
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
        if token.word == "your" and _is_predicate(sentence.tokens, index):
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
        if token.word == "you're" and _needs_possessive(sentence.tokens, index):
            yield sentence.hit(token, token, "your")


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
        if token.word == "their" and _is_predicate(tokens, index):
            yield sentence.hit(token, token, "they're")
        if token.word == "there" and index and tokens[index - 1].word in {"that", "because", "if", "think", "know"}:
            follows = tokens[index + 1 : index + 3]
            if len(follows) == 2 and _says_of_subject(follows[0], follows[1]) and may_be(follows[0], "g"):
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
        if token.word == "they're" and _needs_possessive(tokens, index):
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
        if token.word == "whose" and _is_predicate(sentence.tokens, index):
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
        if token.word == "who's" and _is_owned(sentence.tokens, index):
            yield sentence.hit(token, token, "whose")


def _is_predicate(tokens: Sequence[Token], index: int) -> bool:
    """What stands behind the possessive says something of a subject."""
    follows = tokens[index + 1 : index + 3]
    before = tokens[index - 1].word if index else ""
    if not follows or (before in group("prepositions") and follows[0].word != "a"):
        return False
    if follows[0].text in _AFTER_BE:
        return len(follows) < 2 or follows[1].word not in words("priori posteriori")
    if len(follows) < 2:
        return False
    if follows[0].word in words("not much far") or (is_adverb(follows[0]) and follows[0].word != "only"):
        return follows[1].is_word and not _bears_noun(follows[1], tokens, index + 3)
    if _is_plain_adjective(*follows):
        return True
    if is_only(follows[0], "g") and follows[1].word in group("determiners", "numbers", "objects", "prepositions"):
        return _begins_clause(tokens, index, follows[0]) and tokens[index].word != "its"
    return _says_of_subject(*follows) and _begins_clause(tokens, index, follows[0])


def _is_plain_adjective(word: Token, after: Token) -> bool:
    """“your unable to”, “its interesting, I know”: an adjective and nothing else, with no noun behind it."""
    if not is_only(word, "j") or word.word in group("stand_alone"):
        return False
    return after.word in group("prepositions", "conjunctions") - {"and", "or", "but"} or after.text in {
        ".",
        ",",
        "!",
        "?",
    }


def _bears_noun(token: Token, tokens: Sequence[Token], index: int) -> bool:
    """“their very kind porter”, “their very name”: a noun behind the adverb, with its adjectives or alone."""
    if may_be(token, "j", "jr", "js", "h", "g") and index < len(tokens):
        following = tokens[index]
        if following.kind is Kind.NAME or may_be(following, "n", "p", "j"):
            return True
    return token.tag == "NOUN" and may_be(token, "n", "p")


def _says_of_subject(word: Token, after: Token) -> bool:
    return after.word in predicates().get(word.word, ())


def _begins_clause(tokens: Sequence[Token], index: int, follows: Token) -> bool:
    """An -ing word behind a possessive may be a noun (“your leaving the firm”), unless a clause begins here."""
    if not may_be(follows, "g", "n") or tokens[index].word == "whose":
        return True
    at = back_over_adverbs(tokens, index)
    return (
        at < 0 or tokens[at].kind is Kind.MARK or tokens[at].word in group("takes_clause", "conjunctions", "wh_words")
    )


def _needs_possessive(tokens: Sequence[Token], index: int) -> bool:
    """A noun behind, and something before that takes an object: “has outgrown it's bay”, “of they're mugs”."""
    following = next_word(tokens, index)
    if following is None or not following.is_word:
        return False
    if following.word == "own":
        return True
    before = tokens[index - 1] if index else None
    if before is None or not before.is_word:
        return _owns_subject(tokens, index)
    if before.word in group("takes_clause", "be", "modals", "have") or not _is_owned(tokens, index):
        return False
    return before.word in group("prepositions", "objects") or (
        may_be(before, "v", "d", "z", "g", "h")
        and (
            before.tag in {"VERB", ""}
            or (index > 1 and (tokens[index - 2].word in group("subjects") or is_noun(tokens[index - 2])))
        )
    )


def _is_owned(tokens: Sequence[Token], index: int) -> bool:
    """A bare noun, with or without an adjective before it, that can't be said of anybody."""
    follows = tokens[index + 1 : index + 3]
    if len(follows) < 2 or follows[0].word in group("said_of_people") or follows[0].word in predicates():
        return False
    if is_only(follows[0], "n", "p", "v", "z", "d"):
        return may_be(follows[0], "n", "p")
    describes = may_be(follows[0], "j", "js", "g") if tokens[index].word == "it's" else may_be(follows[0], "j", "js")
    return describes and is_noun(follows[1])


def _owns_subject(tokens: Sequence[Token], index: int) -> bool:
    """“It's staff were kind”: a noun and its own verb behind."""
    follows = tokens[index + 1 : index + 3]
    return len(follows) == 2 and is_only(follows[0], "n", "p") and follows[1].word in group("be", "have")
