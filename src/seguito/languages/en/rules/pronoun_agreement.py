"""Pronoun and verb: she has, they have; my sister and I are."""

from collections.abc import Iterator, Sequence

from seguito.core.looks.language.prose import Hit, Kind, Sentence, Token
from seguito.core.looks.language.record import rule
from seguito.languages.en.agreeing import ASKS_SUBJUNCTIVE, TO_PLURAL, TO_SINGULAR, WISHES, verb_place
from seguito.languages.en.grammar import (
    base_of,
    group,
    is_adverb,
    is_base_verb,
    is_noun,
    may_be,
    next_word,
    third_of,
    words,
)

_TO_FIRST = TO_PLURAL | {"is": "am", "are": "am", "was": "", "wasn't": "", "were": "was", "isn't": "am not"}
_ONE = group("everybody") - {"each"} | words("he she it")
_SEVERAL = words("we you they")
_PRONOUNS = _ONE | _SEVERAL | {"i"}


@rule(
    "PRONOUN_VERB",
    severity="stop",
    says={"en": "With “{subject}” the verb is “{better}”.", "it": "Con «{subject}» il verbo è «{better}»."},
    wrong=[
        ["She have a way of explaining.", "She has a way of explaining."],
        ["He don't use a computer.", "He doesn't use a computer."],
        ["We was early.", "We were early."],
        ["I has read the report.", "I have read the report."],
        ["He know every supplier by name.", "He knows every supplier by name."],
        ["Everybody were so kind.", "Everybody was so kind."],
        ["They knows the trade.", "They know the trade."],
    ],
    right=[
        "If I were you, and were he here, I'd stay.",
        "I insist that he be told and that she take the train.",
        "Does he know? Did it matter? Let it go; make it work; and I saw him leave.",
        "Neither of us were sorry. The people who know it love it.",
        "My brother and I were late, and people like you make it worth while.",
    ],
)
def pronoun_verb(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index, token in enumerate(tokens[:-1]):
        if token.word in _PRONOUNS and token.kind is Kind.WORD and _stands_as_subject(tokens, index):
            at = verb_place(tokens, index)
            better = _with_pronoun(tokens, at, token.word) if at else ""
            if better:
                yield sentence.hit(tokens[at], tokens[at], better, subject=token.text)


@rule(
    "TWO_TOGETHER",
    severity="stop",
    only_with="and",
    says={"en": "Two together take “{better}”.", "it": "Due insieme vogliono «{better}»."},
    wrong=[
        ["My sister and I was trained there.", "My sister and I were trained there."],
        ["My colleague and I am glad.", "My colleague and I are glad."],
        ["My brother and his wife runs a bakery.", "My brother and his wife run a bakery."],
        ["The pond and the shed was a treat.", "The pond and the shed were a treat."],
    ],
    right=[
        "My sister and I were trained there.",
        "You saw my sister, and I was glad.",
        "I met your sister and I was glad.",
    ],
)
def two_together(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    yield from _two_nouns(sentence)
    for index in range(2, len(tokens) - 1):
        joined = tokens[index].word == "i" and tokens[index - 1].word == "and" and is_noun(tokens[index - 2])
        opens = index == 2 or (index == 3 and tokens[0].word in group("determiners"))
        following = tokens[index + 1]
        if joined and opens and following.word in words("am was has"):
            yield sentence.hit(following, following, {"am": "are"}.get(following.word) or TO_PLURAL[following.word])


def _two_nouns(sentence: Sentence) -> Iterator[Hit]:
    """“My brother and his wife runs”, “he and his sister has”: each with its own determiner, at the start."""
    tokens = sentence.tokens
    joints = [index for index, token in enumerate(tokens[:6]) if token.word == "and"]
    if len(joints) != 1 or not 0 < joints[0] < len(tokens) - 3:
        return
    joint = joints[0]
    first, second = tokens[:joint], tokens[joint + 1]
    owners = group("possessives") | words("the this that")
    begins = first[0].word in owners or (len(first) == 1 and first[0].word in words("he she you we they") | {"i"})
    if not begins or second.word not in owners or any(_carries(t) or t.kind is Kind.MARK for t in first[1:]):
        return
    for index in range(joint + 2, min(joint + 5, len(tokens))):
        token = tokens[index]
        better = TO_PLURAL.get(token.word) or (
            base_of(token.word, "z") if may_be(token, "z") and token.tag == "VERB" else ""
        )
        if better and is_noun(tokens[index - 1]):
            yield sentence.hit(token, token, better)
        if _carries(token) or token.kind is Kind.MARK or token.word in group("prepositions"):
            return


def _carries(token: Token) -> bool:
    """A verb that carries a clause."""
    return token.word in group("be", "have", "do", "modals") or token.tag == "VERB"


def _stands_as_subject(tokens: Sequence[Token], index: int) -> bool:
    """Not “let it go”, “did he know”, “I saw you leave”, “I insist that she take” or “people who know it love it”."""
    if not index or tokens[index - 1].kind is Kind.MARK:
        return True
    before, pronoun = tokens[index - 1], tokens[index].word
    if before.word in {"and", "or"}:
        joined = index > 1 and (is_noun(tokens[index - 2]) or tokens[index - 2].word in group("subjects", "objects"))
        return not joined
    if before.word.endswith("'d") or before.word in group("articles") or tokens[index].text == "i":
        return False
    if before.word in words("before after since until"):
        return pronoun not in {"you", "it"}
    if before.word in group("modals", "do", "have", "be", "prepositions", "negations") | words(
        "nor plus than let lets"
    ):
        return False
    if {t.word for t in tokens[:index]} & ASKS_SUBJUNCTIVE or (before.word in WISHES and pronoun not in _SEVERAL):
        return False
    if not may_be(before, "v", "d", "z", "g", "h") or may_be(before, "r"):
        return True
    relative = any(t.word in words("who which what") for t in tokens[max(0, index - 5) : index])
    is_object = pronoun in {"it", "you"} and before.word in words("tell tells told show showed")
    says = before.word in group("takes_clause") - words("see saw hear heard") and not may_be(before, "g")
    return says and not relative and not is_object


def _with_pronoun(tokens: Sequence[Token], at: int, pronoun: str) -> str:
    """The form that goes with a pronoun, or empty where the one that stands there may be right."""
    token = tokens[at]
    wished = token.word == "were" and {t.word for t in tokens[max(0, at - 4) : at]} & WISHES
    if wished:
        return ""
    if pronoun == "i" or pronoun in _SEVERAL:
        known = (_TO_FIRST if pronoun == "i" else TO_PLURAL).get(token.word)
        if known is not None:
            return known
        third = may_be(token, "z") and (token.tag == "VERB" or not may_be(token, "p"))
        return base_of(token.word, "z") if third else ""
    if token.word in TO_SINGULAR:
        beside = tokens[at - 1].word == pronoun or is_adverb(tokens[at - 1])
        return TO_SINGULAR[token.word] if beside or token.word not in {"do", "have"} else ""
    following = next_word(tokens, at)
    may_stand = token.word in words("need dare please") or (at == 1 and pronoun in group("everybody"))
    if may_stand or (following is not None and following.word == "not"):
        return ""
    plain = is_base_verb(token) and not may_be(token, "j", "r", "d") and (token.tag == "VERB" or not may_be(token, "n"))
    return third_of(token.word) if plain else ""
