"""One or several: nouns with the words that count them."""

from collections.abc import Iterator, Sequence

from seguito.core.looks.language.prose import Hit, Kind, Sentence, Token
from seguito.core.looks.language.record import rule
from seguito.languages.en.counting import MEASURED_BY, is_plural_here
from seguito.languages.en.grammar import (
    group,
    is_adjective,
    is_noun,
    is_only,
    is_singular,
    may_be,
    next_word,
    plural_of,
    words,
)

_COUNTED = group("plural_askers") - words("these those both")
# What stands in the singular before a noun that it measures: a two hour talk, a three bedroom flat.
_MEASURES = MEASURED_BY | words(
    "pound euro dollar metre meter kilometre point star man person way hand part piece line bedroom storey story course"
    " page word door wheel seat bed figure"
)
_NOT_COUNTED = group("uncountable", "collectives", "numbers") | words("billion more less other percent people o'clock")


@rule(
    "PLURAL_WANTED",
    severity="stop",
    says={
        "en": "After “{count}” the noun is plural: “{better}”.",
        "it": "Dopo «{count}» il nome va al plurale: «{better}».",
    },
    wrong=[
        ["I have three question about the rota.", "I have three questions about the rota."],
        ["I met two colleague of yours.", "I met two colleagues of yours."],
        ["You have so many project on one wall.", "You have so many projects on one wall."],
        ["I spent several happy year there.", "I spent several happy years there."],
    ],
    right=[
        "A two hour meeting, a three bedroom flat and two sheep.",
        "Many a question is asked; two more, and a few less.",
        "I have two English friends and three primary school children.",
    ],
)
def plural_wanted(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index, token in enumerate(tokens[:-1]):
        if token.word not in _COUNTED or (
            index and tokens[index - 1].word in words("a the one part no to") and token.word in group("numbers")
        ):
            continue
        at = index + 1
        if at < len(tokens) - 1 and is_adjective(tokens[at]) and not may_be(tokens[at], "n", "v"):
            at += 1
        doubtful = token.word in {"few", "many"} and may_be(tokens[at], "v") and _takes_object(tokens, at)
        if _is_lone_singular(tokens, at) and tokens[at].word not in _NOT_COUNTED and not doubtful:
            better = plural_of(tokens[at].word)
            if better:
                yield sentence.hit(tokens[at], tokens[at], better, count=token.text)


@rule(
    "ONE_OF_THE",
    severity="stop",
    only_with="of",
    says={"en": "One of several: “{better}”.", "it": "Uno fra molti: «{better}»."},
    wrong=[
        ["One of the reason I applied is the garden.", "One of the reasons I applied is the garden."],
        ["She is one of your oldest client.", "She is one of your oldest clients."],
    ],
    right=["One of the staff told me.", "It is one of the best in town.", "He is one of the family."],
)
def one_of_the(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index in range(len(tokens) - 3):
        if tokens[index].word not in words("one each two three") or tokens[index + 1].word != "of":
            continue
        if tokens[index + 2].word not in group("possessives") | words("the these those"):
            continue
        at = index + 3
        while (
            at < len(tokens) - 1
            and is_adjective(tokens[at])
            and (not may_be(tokens[at], "n") or tokens[at].tag == "ADJ")
        ):
            at += 1
        noun, after = tokens[at], next_word(tokens, at)
        counted = noun.word in (group("countable", "people") | words("reason thing")) - {"people"} and is_singular(noun)
        if counted and (after is None or not (may_be(after, "n", "p") and after.word != "i")):
            yield sentence.hit(noun, noun, plural_of(noun.word))


@rule(
    "THIS_THESE",
    severity="stop",
    only_with="this these those",
    says={"en": "“{better}”: one or several must agree.", "it": "«{better}»: singolare e plurale devono concordare."},
    wrong=[
        ["This numbers are the ones I meant.", "These numbers are the ones I meant."],
        ["These kind of work is what I miss.", "This kind of work is what I miss."],
        ["Those idea of yours made me laugh.", "That idea of yours made me laugh."],
    ],
    right=[
        "This means work, and this news is good.",
        "I know that people talk.",
        "These sales figures and those team players.",
        "This series is long.",
    ],
)
def this_these(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index, token in enumerate(tokens[:-1]):
        noun, after = tokens[index + 1], next_word(tokens, index + 1)
        verb_behind = after is not None and after.word in group("be", "have", "modals")
        if (
            token.word == "this"
            and is_plural_here(noun)
            and not _describes(noun, after)
            and (verb_behind or not may_be(noun, "z"))
        ):
            yield sentence.hit(token, noun, f"these {noun.text}")
        elif token.word in {"these", "those"} and (
            _is_one_kind(tokens, index + 1) or _is_shown(noun, after, tokens, index)
        ):
            better = {"these": "this", "those": "that"}[token.word]
            yield sentence.hit(token, noun, f"{better} {noun.text}")


@rule(
    "A_LOT_OF_THING",
    severity="stop",
    only_with="lot lots plenty",
    says={
        "en": "After “{count} of” what can be counted is plural: “{better}”.",
        "it": "Dopo «{count} of» ciò che si conta va al plurale: «{better}».",
    },
    wrong=[
        ["It will teach me a lot of new thing.", "It will teach me a lot of new things."],
        ["I have lots of question about the rota.", "I have lots of questions about the rota."],
    ],
    right=["It takes a lot of work and a lot of office space.", "It has a lot of character, and plenty of room."],
)
def a_lot_of_thing(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    counted = (group("countable", "people") | words("thing reason year day hour")) - words(
        "room work play detail school experience people company form garden glass design art help chance machine contact"
        " garden interview letter office town conversation"
    )
    for index, token in enumerate(tokens[:-2]):
        if token.word not in {"lot", "lots", "plenty"} or tokens[index + 1].word != "of":
            continue
        at = index + 2
        while at < len(tokens) - 1 and is_adjective(tokens[at]) and not may_be(tokens[at], "n", "v"):
            at += 1
        noun, after = tokens[at], next_word(tokens, at)
        alone = after is None or not (may_be(after, "n", "p", "g") or after.text in {"-", "/"})
        if noun.word in counted and is_singular(noun) and alone:
            yield sentence.hit(noun, noun, plural_of(noun.word), count=token.text)


def _describes(noun: Token, after: Token | None) -> bool:
    """“this sales team”: a plural before the noun that it describes."""
    return after is not None and may_be(after, "n", "p") and after.tag != "VERB"


def _is_one_kind(tokens: Sequence[Token], at: int) -> bool:
    """A lone singular behind “these”, or “kind of”, “sort of”."""
    noun, after = tokens[at], next_word(tokens, at)
    if noun.word in words("kind sort type"):
        return after is not None and after.word == "of"
    return _is_lone_singular(tokens, at) and noun.word not in _NOT_COUNTED and not may_be(noun, "v", "j", "r")


def _is_shown(noun: Token, after: Token | None, tokens: Sequence[Token], index: int) -> bool:
    """“those report you showed me”: a singular, with a relative clause behind it."""
    shown = after is not None and after.word in words("you i we they he she")
    opens = index == 0 or tokens[index - 1].kind is Kind.MARK or tokens[index - 1].word in group("prepositions")
    return shown and opens and is_singular(noun) and noun.word in group("countable") and noun.tag in {"NOUN", ""}


def _takes_object(tokens: Sequence[Token], at: int) -> bool:
    """“few care much about it”, “so many judge themselves by it”: a verb after all."""
    following = next_word(tokens, at)
    return following is not None and (
        following.word in group("objects", "articles", "small_adverbs")
        or following.word.endswith("selves")
        or following.word == "much"
    )


def _ends_measure(tokens: Sequence[Token], at: int) -> bool:
    """“two hour and I left”: a clause of its own follows, so nothing is left that the time would describe."""
    return tokens[at].word in group("time_units") and at + 2 < len(tokens) and tokens[at + 2].word in group("subjects")


def _is_lone_singular(tokens: Sequence[Token], at: int) -> bool:
    """A singular noun with no noun behind it that it would describe (“a two hour talk”)."""
    if at >= len(tokens):
        return False
    noun, after = tokens[at], next_word(tokens, at)
    if (
        not is_singular(noun)
        or not is_only(noun, "n", "v", "z")
        or not plural_of(noun.word)
        or noun.tag in {"VERB", "ADJ", "PROPN"}
    ):
        return False
    measured = after is not None and (
        is_noun(after) or after.word in words("old long wide high deep tall thick") or after.text in {"-", "‑"}
    )
    if noun.word in _MEASURES and measured:
        return False
    if noun.capitalised or (after is not None and after.word in {"and", "or"} and not _ends_measure(tokens, at)):
        return False
    if after is None or after.kind is Kind.MARK:
        return after is None or after.text not in {"-", "‑", "/", "&", "'", ","}
    if after.kind in {Kind.NAME, Kind.NUMBER} or after.capitalised:
        return False
    if may_be(after, "n", "p", "g"):
        return after.tag in {"ADP", "ADV"} or after.word in group("prepositions")
    return not may_be(noun, "v") or noun.tag == "NOUN"
