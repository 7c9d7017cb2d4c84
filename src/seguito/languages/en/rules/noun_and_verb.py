"""advice and advise, success and succeed: the grammar around them decides between noun and verb."""

import tomllib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from seguito.core.looks.language.prose import Hit, Sentence, Token
from seguito.core.looks.language.record import rule
from seguito.languages.en.grammar import group, is_adjective, may_be, next_word
from seguito.languages.en.lexicon import verb, word

_VAGUE = frozenset("some any much more this".split())
_ONLY_VERBS = frozenset({"advise", "breathe"})


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
