"""Whose verb it is: the plain subjects of English sentences, found from the verb backwards.

Where a subject is not plain (collectives, quantities, two joined by “and”, inversion), there is none: a rule that asks
here stays silent rather than guess.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from seguito.core.looks.language.prose import Kind, Token
from seguito.languages.en.grammar import group, is_adverb, is_noun, is_plural, is_singular, may_be, words

_EARLY = 4  # “The old tools that”: only at the start of a sentence is it plain whose clause it is
_FARTHEST_PHRASES = 4  # “the list of names on the door of the shop”
_ALONE = group("everybody") | words("one neither either both many few several")
_ONE = words("one each everyone everybody everything nobody nothing somebody someone something anything news")
_SEVERAL = words("both several many few people police children")
_QUANTITIES = words(
    "number lot lots plenty half most some all none any rest majority minority percent couple range variety handful"
    " series"
)
_UNCERTAIN_HEADS = words("following neither either anyone anybody")
_UNCERTAIN_STARTS = words("what which whose neither either any no none half")
_JOINING = words("and or nor plus")
_JOINING_MARKS = frozenset({",", "&", "–", "—", "-", "/"})
_IN_PLACE = group("prepositions") - words("than as like past off up down until since before after except")
_CLAUSE_OPENERS = words(
    "that because although though if while when where but since how why whether whereas think know hope said say"
    " believe told me sure feel felt thought knew see saw"
)
_LONGEST_ASIDE = 14  # words between two commas
_LONGEST_RELATIVE = 7
_ASIDES = words("which who whose as from including together along with like unlike although though especially even")
_AROUND = group("objects", "small_adverbs", "prepositions") | words(
    "round up out off down away back around today yesterday every each last week month day year morning"
)
_SAYING = words("think know believe say said")


class Count(Enum):
    """How many the subject is."""

    ONE = "one"
    SEVERAL = "several"


@dataclass(frozen=True, slots=True)
class Subject:
    """The head of a subject, and how many it is."""

    head: Token
    count: Count


def subject_before(tokens: Sequence[Token], index: int) -> Subject | None:
    """The plain subject of the verb at `index`: “the list of suppliers”, “the people I met”; None where not plain."""
    at = index - 1
    while at >= 0 and is_adverb(tokens[at]):
        if tokens[at].word in {"there", "here"}:
            return None
        at -= 1
    aside = _over_aside(tokens, at)
    limit = index if aside == at else aside + 1
    end = _over_relative(tokens, _over_clause(tokens, aside))
    for _ in range(_FARTHEST_PHRASES):
        begin = _phrase_before(tokens, end)
        if begin is None:
            return None
        if begin > 2 and tokens[begin - 1].word == "that" and tokens[begin - 2].word in _IN_PLACE:
            begin -= 1  # “from that project”
        if begin > 1 and tokens[begin - 1].kind is Kind.WORD and tokens[begin - 1].word in _IN_PLACE:
            end = _over_relative(tokens, _over_clause(tokens, begin - 2))
            continue
        return _judged(tokens, begin, end, limit)
    return None


def _over_aside(tokens: Sequence[Token], at: int) -> int:
    """Step over “, which I attach,” and “, from the lathe to the kiln,”: what stands between commas."""
    if at < 0 or tokens[at].text != ",":
        return at
    for place in range(at - 1, max(0, at - _LONGEST_ASIDE), -1):
        if tokens[place].text == ",":
            return place - 1 if tokens[place + 1].word in _ASIDES else at
        if tokens[place].kind is Kind.MARK:
            return at
    return at


def _over_clause(tokens: Sequence[Token], at: int) -> int:
    """Step over “I met”, “that you sent me on Friday”: a relative clause with its own subject, if one stands here."""
    for place in range(at - 1, max(0, at - _LONGEST_RELATIVE), -1):
        named = place > 1 and tokens[place - 1].word in {"that", "which"}  # “the samples that you sent”
        head = place - 2 if named else place - 1
        if tokens[place].word not in words("i you we they he she") or not is_noun(tokens[head]):
            continue
        if named and may_be(tokens[head], "v", "d"):
            continue
        clause = tokens[place + 1 : at + 1]
        acts = [t for t in clause if may_be(t, "d", "v", "h") or t.word in group("have", "be", "modals")]
        others = [
            t
            for t in clause
            if t not in acts and t.word not in _AROUND and not (t.capitalised and t.word in group("weekdays"))
        ]
        complete = clause[-1].word not in group("modals", "do", "have") | {"to"}
        if acts and not others and complete and not any(t.word in _SAYING for t in clause):
            return head
    return at


def _over_relative(tokens: Sequence[Token], at: int) -> int:
    """Step over “that belonged to your father”: a relative clause whose pronoun is its subject, one verb in it."""
    for place in range(at - 1, max(0, at - 8), -1):
        token = tokens[place]
        if token.kind is Kind.MARK:
            return at
        if token.word not in {"that", "which", "who"}:
            continue
        verb, rest = tokens[place + 1], tokens[place + 2 : at + 1]
        finite = verb.tag == "VERB" and may_be(verb, "d", "z", "v") and place <= _EARLY
        others = any(t.tag in {"VERB", "AUX"} or t.word in group("be", "have", "modals") for t in rest)
        says = verb.word in group("takes_clause")
        return place - 1 if finite and not others and not says and rest and is_noun(tokens[place - 1]) else at
    return at


def _phrase_before(tokens: Sequence[Token], end: int) -> int | None:
    """Where the noun phrase that ends here begins."""
    if end < 0:
        return None
    head = tokens[end]
    if head.word in _ALONE:
        return end
    if head.word in group("objects") or not (is_noun(head) or (may_be(head, "n", "p") and not head.tag)):
        return None
    begin = end
    while begin > 0 and _belongs(tokens[begin - 1]):
        begin -= 1
        if tokens[begin].word in group("determiners") - words("all both such many few"):
            break
    return begin


def _belongs(token: Token) -> bool:
    """Adjectives, nouns, numbers, names and determiners before a noun."""
    if token.kind in {Kind.NUMBER, Kind.NAME} or (token.tag == "PROPN" and token.capitalised):
        return True
    if token.word in group("determiners", "numbers") - words("that what which"):
        return True
    return may_be(token, "j", "n", "h", "js") and token.tag in {"ADJ", "NOUN", "PROPN", "NUM", ""}


def _judged(tokens: Sequence[Token], begin: int, end: int, index: int) -> Subject | None:
    """How many the head is, unless something in or before the phrase makes it doubtful."""
    head, first = tokens[end], tokens[begin]
    if begin and not _opens_clause(
        tokens, begin - 1, alone=first is head, determined=first.word in group("determiners")
    ):
        return None
    phrase = tokens[begin:index]
    if any(t.word in _JOINING or t.text in _JOINING_MARKS for t in phrase) or any(t.word == "way" for t in phrase[:-1]):
        return None
    if head.word in _ONE or (head.word == "number" and first.word == "the" and first is tokens[end - 1]):
        return Subject(head, Count.ONE)
    if may_be(first, "g"):
        return None  # “Building large things is dear”
    if head.word in _SEVERAL:
        return Subject(head, Count.SEVERAL)
    if _is_doubtful(head, first):
        return None
    if head.word in group("uncountable"):
        return Subject(head, Count.ONE)
    if is_plural(head):
        return Subject(head, Count.SEVERAL)
    bare = first is head and not first.capitalised
    return Subject(head, Count.ONE) if is_singular(head) and not bare else None


def _is_doubtful(head: Token, first: Token) -> bool:
    """Collectives, quantities, sums, names, and plurals in form alone (politics, trousers, The Times)."""
    if head.word in group("collectives") | _QUANTITIES | _UNCERTAIN_HEADS or first.word in _UNCERTAIN_STARTS:
        return True
    if first.kind is Kind.NUMBER or first.word in group("numbers") or (head.capitalised and head.start != first.start):
        return True
    return is_singular(head) and head.word.endswith("s") and not head.word.endswith("ss")


def _opens_clause(tokens: Sequence[Token], at: int, *, alone: bool, determined: bool) -> bool:
    """A mark, a conjunction or a verb of saying before it: the phrase is the subject of a clause of its own."""
    token = tokens[at]
    if token.kind is Kind.MARK:
        return token.text not in _JOINING_MARKS | {"(", ")"} and not (token.text in {"“", '"'} and not determined)
    if (
        token.word == "that"
        and at
        and (is_noun(tokens[at - 1]) or tokens[at - 1].word in words("all something everything was"))
    ):
        return False  # “stuff that matters”: a relative clause
    return token.word in _CLAUSE_OPENERS and (determined or alone)
