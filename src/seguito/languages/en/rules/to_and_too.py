"""to and too."""

from collections.abc import Iterator, Sequence

from seguito.core.looks.language.prose import Hit, Kind, Sentence, Token
from seguito.core.looks.language.record import rule
from seguito.languages.en.grammar import group, is_noun, is_only, may_be, words
from seguito.languages.en.lexicon import word

_TAKES_TO = words(
    "listen listened talk talked speak spoke apply applies applied add added lead led leads come came owe owed reply replied"
    " belong belongs object objected appeal appeals amount amounts amounted extend extended refer refers referred go went"
)


@rule(
    "TOO",
    severity="stop",
    only_with="to",
    says={"en": "More than enough, or also: “too”.", "it": "Troppo, o anche: «too»."},
    wrong=[
        ["It was to late to ask.", "It was too late to ask."],
        ["The hall was to small for us.", "The hall was too small for us."],
        ["I ate far to much.", "I ate far too much."],
        ["I would like to come, to.", "I would like to come, too."],
        ["I would like to see the workshop to.", "I would like to see the workshop too."],
        ["You showed to much patience.", "You showed too much patience."],
        ["May I bring my camera to?", "May I bring my camera too?"],
    ],
    right=[
        "I am used to early mornings.",
        "It is dear to many, and similar to other halls.",
        "The man I gave it to, and the one I talked to.",
    ],
)
def too(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index, token in enumerate(tokens):
        if token.word != "to" or not index:
            continue
        before, follows = tokens[index - 1], tokens[index + 1 : index + 3]
        closes = bool(follows) and follows[0].text in {".", "!", "?"}
        much = (
            before.tag == "VERB"
            and before.word not in _TAKES_TO
            and bool(follows)
            and follows[0].word in {"much", "many"}
        )
        if much and may_be(before, "d", "v", "z"):
            yield sentence.hit(token, token, "too")
            continue
        also = closes and (before.text == "," or _also_at_the_end(tokens, index))
        if also or (len(follows) == 2 and _is_too_much(before, follows[0], follows[1], sentence)):
            yield sentence.hit(token, token, "too")


@rule(
    "TO",
    severity="stop",
    only_with="too",
    says={
        "en": "Before a verb, “to”; “too” means also, or more than enough.",
        "it": "Davanti al verbo «to»; «too» vuol dire anche, o troppo.",
    },
    wrong=[
        ["I would like too see the pond.", "I would like to see the pond."],
        ["Thanks too you and your team.", "Thanks to you and your team."],
        ["It moved from Monday too Tuesday.", "It moved from Monday to Tuesday."],
    ],
    right=["You were too kind to see me.", "I, too, see the pond."],
)
def to(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index, token in enumerate(tokens[:-1]):
        if token.word != "too" or not index:
            continue
        following, before = tokens[index + 1], tokens[index - 1]
        wants = before.word in group("takes_to") | {
            "like",
            "love",
            "able",
            "glad",
            "happy",
            "need",
            "going",
            "used",
            "forward",
            "have",
        }
        names_whom = before.word in {
            "thanks",
            "due",
            "thank",
            "next",
            "according",
            "similar",
            "came",
            "went",
            "go",
            "come",
            "want",
        }
        spans = index > 1 and tokens[index - 2].word == "from" and following.kind in {before.kind, Kind.NAME}
        if (
            (spans and following.text[:1].isupper())
            or (wants and is_only(following, "v"))
            or (names_whom and following.word in group("articles", "possessives", "objects"))
        ):
            yield sentence.hit(token, token, "to")


def _also_at_the_end(tokens: Sequence[Token], index: int) -> bool:
    """“I would like to see the workshop to.”: one plain clause, its object named, and “to” left over."""
    clause = tokens[:index]
    asks = any(
        t.word in group("wh_words") | {"that", "whom", "used", "want", "happy", "glad", "someone", "something"}
        for t in clause
    )
    subjects = sum(t.word in group("subjects") for t in clause)
    moves = words(
        "go went come came listen listened talk talked speak spoke write wrote belong get got move moved used return"
    )
    named = is_noun(tokens[index - 1]) and tokens[index - 2].word in group("articles", "possessives", "demonstratives")
    return (
        named
        and not asks
        and subjects == 1
        and (tokens[0].word in group("subjects") or tokens[0].word in words("may can could"))
        and not any(t.word in moves for t in clause)
    )


def _is_too_much(before: Token, adjective: Token, after: Token, sentence: Sentence) -> bool:
    """“was to late to”: something is, and the adjective has no noun behind it."""
    if before.word not in group("be") | {
        "far",
        "way",
        "much",
        "bit",
        "little",
        "never",
        "not",
        "all",
        "a",
        "seemed",
        "felt",
        "it's",
        "seems",
        "came",
    }:
        return False
    form = word(adjective.word)
    if adjective.word not in {"much", "many", "late", "soon", "often", "few"} and not (
        form.may_be("j") and not form.may_be("v", "n")
    ):
        return adjective.word in {
            "long",
            "slow",
            "cold",
            "warm",
            "dry",
            "busy",
            "quiet",
            "open",
            "early",
        } and after.word in {"to", "for"}
    return (
        after.kind is Kind.MARK
        or after.word in group("prepositions", "conjunctions")
        or adjective.word in {"much", "many"}
    )
