"""Words that sound alike, where the grammar around them decides: advice and advise, then and than, to and too."""

import tomllib
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from seguito.core.looks.language.prose import Hit, Kind, Sentence, Token
from seguito.core.looks.language.record import rule
from seguito.languages.en.grammar import group, is_adjective, is_noun, is_only, may_be, next_word, words
from seguito.languages.en.lexicon import verb, word

_COMPARATIVES = frozenset("more less fewer rather better worse sooner farther".split())
_LIKE_COMPARATIVES = frozenset("later number matter offer other order water further".split())
_TAKES_TO = words(
    "listen listened talk talked speak spoke apply applies applied add added lead led leads come came owe owed reply replied"
    " belong belongs object objected appeal appeals amount amounts amounted extend extended refer refers referred go went"
)
_BEFORE_THAN = frozenset(
    "other else sooner different differently further otherwise prefer prefers preferred superior rather no hardly scarcely twice".split()
)
_VAGUE = frozenset("some any much more this".split())
_ONLY_VERBS = frozenset({"advise", "breathe"})
_TIMES = frozenset("if when once and but until since".split())
_LONGEST_COMPARISON = 7  # words between “more” and “than”


@rule(
    "NOUN_FOR_VERB",
    severity="stop",
    says={
        "en": "Here a verb is wanted: “{better}”; “{quote}” is the noun.",
        "it": "Qui ci vuole il verbo, «{better}»; «{quote}» è il sostantivo.",
    },
    wrong=[
        ["Could you advice me on the course?", "Could you advise me on the course?"],
        ["I hope to success in the exam.", "I hope to succeed in the exam."],
    ],
    right=["I listened to advice and went on to success.", "What a relief to you; and your advice to me was good."],
)
def noun_for_verb(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index, token in enumerate(tokens[1:], start=1):
        base = _verbs().get(token.word)
        before, following = tokens[index - 1], next_word(tokens, index)
        if base is None or following is None or may_be(following, "n", "p", "g"):
            continue
        after_pronoun = before.word in {"i", "we", "you", "they"} and _takes(following)
        after_to = before.word == "to" and (_takes(following) or tokens[index - 2].word in group("takes_to", "modals"))
        asks = (
            {"you", "i", "we", "they"} & {before.word} and tokens[index - 2].word in group("modals", "do")
            if index > 1
            else False
        )
        if before.word in group("modals", "do") - {"i'd"} or after_pronoun or after_to or asks:
            yield sentence.hit(token, token, base)


@rule(
    "VERB_FOR_NOUN",
    severity="stop",
    says={
        "en": "Here a noun is wanted: “{better}”; “{quote}” is the verb.",
        "it": "Qui ci vuole il sostantivo, «{better}»; «{quote}» è il verbo.",
    },
    wrong=[
        ["Your advise about the report saved me.", "Your advice about the report saved me."],
        ["She gave me some advise that I followed.", "She gave me some advice that I followed."],
        ["I took a deep breathe.", "I took a deep breath."],
    ],
    right=[
        "Those who advise us, and those that believe.",
        "I know that believe me not.",
        "Let your colleagues advise you.",
    ],
)
def verb_for_noun(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index, token in enumerate(tokens[1:], start=1):
        noun = _nouns().get(token.word)
        if noun is None:
            continue
        at = index - 1
        while at > 0 and is_adjective(tokens[at]) and not may_be(tokens[at], "n"):
            at -= 1
        owned = tokens[at].word in group("possessives", "articles") | {
            "some",
            "any",
            "much",
            "no",
            "this",
            "of",
            "for",
            "more",
        }
        following = next_word(tokens, index)
        if tokens[at].word == "no" and at + 1 < index:
            continue  # “I no longer believe”
        bare = following is None or not (may_be(following, "n") and following.tag != "VERB")
        vague = tokens[at].word in _VAGUE and token.word not in _ONLY_VERBS
        if owned and bare and not vague and tokens[at].word not in {"her", "who", "whose"}:
            yield sentence.hit(token, token, noun)


@rule(
    "PRINCIPAL_NOUN",
    severity="stop",
    only_with="principle",
    says={
        "en": "“principal” means main; “principle” is a rule to live by.",
        "it": "«principal» vuol dire principale; «principle» è un principio.",
    },
    wrong=[
        ["The principle idea behind it is good.", "The principal idea behind it is good."],
        ["Your principle market is Spain.", "Your principal market is Spain."],
    ],
    right=["The principle behind it is good.", "I agree in principle. Our principle means much to us."],
)
def principal_noun(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index, token in enumerate(tokens[1:-1], start=1):
        determined = tokens[index - 1].word in group("articles", "possessives", "demonstratives")
        following = tokens[index + 1]
        names = may_be(following, "n", "p") and not may_be(following, "z", "d") and following.tag in {"NOUN", ""}
        if token.word == "principle" and determined and names:
            yield sentence.hit(token, token, "principal")


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
        if (wants and is_only(following, "v")) or (
            names_whom and following.word in group("articles", "possessives", "objects")
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


def _compares(tokens: Sequence[Token], index: int) -> bool:
    """more, rather, better, smaller."""
    token = tokens[index]
    if token.word in _COMPARATIVES:
        return True
    return token.is_word and word(token.word).may_be("jr", "rr") and token.word not in _LIKE_COMPARATIVES


def _takes(following: Token) -> bool:
    return following.word in group("objects", "articles", "possessives", "demonstratives") or following.word in {
        "in",
        "that",
    }


@lru_cache(maxsize=1)
def _pairs() -> dict[str, dict[str, str]]:
    with (Path(__file__).parent.parent / "noun_and_verb.toml").open("rb") as file:
        return tomllib.load(file)


@lru_cache(maxsize=1)
def _verbs() -> dict[str, str]:
    """Nouns that stand where their verb should."""
    return {noun: pair["verb"] for noun, pair in _pairs().items() if pair.get("only") != "verb"}


@lru_cache(maxsize=1)
def _nouns() -> dict[str, str]:
    """Verbs that stand where their noun should; those that are nouns too are left out."""
    found: dict[str, str] = {}
    for noun, pair in _pairs().items():
        forms = verb(pair["verb"])
        if forms and pair.get("only") != "noun" and not word(pair["verb"]).may_be("n", "j"):
            found |= {pair["verb"]: noun}
    return found
