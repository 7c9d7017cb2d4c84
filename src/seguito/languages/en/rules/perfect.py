"""The perfect, and since and for beside it."""

from collections.abc import Iterator, Sequence

from seguito.core.looks.language.prose import Hit, Kind, Sentence, Token
from seguito.core.looks.language.record import rule
from seguito.languages.en.grammar import (
    base_of,
    group,
    is_adverb,
    may_be,
    participle_of,
    past_of,
    words,
)
from seguito.languages.en.times import YEAR, time_behind

_HAVE = frozenset("have has haven't hasn't i've you've we've they've".split())
_PRESENT_HAVE = _HAVE | {"he's", "she's", "it's"}
_STATES = frozenset(
    "work live study teach run know have own manage lead play speak use cook bake sing write travel belong love like want".split()
)


@rule(
    "PERFECT_WITH_PAST_TIME",
    severity="stop",
    only_with="have has i've you've we've they've",
    says={
        "en": "With a time that is over (“{time}”) English uses the simple past: “{better}”.",
        "it": "Con un tempo concluso («{time}») l'inglese usa il passato semplice: «{better}».",
    },
    wrong=[
        ["Yesterday I have met your colleague.", "Yesterday I met your colleague."],
        ["I have visited the showroom last week.", "I visited the showroom last week."],
        ["I've finished the course two years ago.", "I finished the course two years ago."],
        ["She has left the firm in 2019.", "She left the firm in 2019."],
    ],
    right=[
        "I have thought of yesterday, and I've been here since last week.",
        "I have read what you wrote last week.",
        "Over the last year I have met many.",
    ],
)
def perfect_with_past_time(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index, token in enumerate(tokens):
        if token.word not in _HAVE or (index and tokens[index - 1].word in group("modals", "prepositions") | {"'d"}):
            continue
        if index and tokens[index - 1].word.endswith("'d"):
            continue
        at = index + 1
        while at < len(tokens) and (is_adverb(tokens[at]) or tokens[at].word in {"not", "never"}):
            at += 1
        if at >= len(tokens) or not (
            may_be(tokens[at], "h")
            or tokens[at].word == "been"
            or (may_be(tokens[at], "d") and tokens[at].word.endswith("ed"))
        ):
            continue
        time = _past_time(tokens, index, at)
        past = "was" if tokens[at].word == "been" else past_of(base_of(tokens[at].word, "h", "d"))
        subject = token.text.partition("'")[0] if "'" in token.word else ""
        if time and past and not token.word.endswith("n't") and at == index + 1:
            better = f"{subject} {past}".strip()
            yield sentence.hit(token, tokens[at], better, time=time)
        elif time and past:
            yield sentence.hit(token, tokens[at], time=time)


@rule(
    "PRESENT_SINCE",
    severity="stop",
    only_with="since",
    says={
        "en": "What began then and goes on: “{better}”.",
        "it": "Per ciò che dura da allora: «{better}».",
    },
    wrong=[
        ["I work here since 2019.", "I have worked here since 2019."],
        ["I am working here since three years.", "I have been working here since three years."],
        ["I know the owner since I was a girl.", "I have known the owner since I was a girl."],
    ],
    right=["I work late since I like it.", "I have worked here since 2019.", "It is two years since we met."],
)
def present_since(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index, token in enumerate(tokens):
        if token.word == "since" and index > 1 and _names_a_time(tokens, index):
            found = _present_before(tokens, index)
            if found:
                yield sentence.hit(*found[:2], found[2])


@rule(
    "PRESENT_FOR",
    severity="ask",
    only_with="for",
    says={
        "en": "If it has lasted until now: “{better}”.",
        "it": "Se dura fino a oggi: «{better}».",
    },
    wrong=[
        ["I am working in this trade for six years.", "I have been working in this trade for six years."],
        ["I live in Ghent for ten years now.", "I have lived in Ghent for ten years now."],
    ],
    right=["I will work here for six years.", "I work for ten firms.", "I am going abroad for two years."],
)
def present_for(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index, token in enumerate(tokens[:-2]):
        follows = tokens[index + 1 : index + 4]
        years = any(t.word in {"years", "decades", "ages"} for t in follows) and follows[0].word not in {
            "the",
            "this",
            "another",
        }
        if token.word == "for" and years and index > 1:
            found = _present_before(tokens, index)
            if found:
                yield sentence.hit(*found[:2], found[2])


@rule(
    "FOR_SINCE",
    severity="stop",
    only_with="since for",
    says={
        "en": "A length of time takes “for”; a starting point takes “since”.",
        "it": "Una durata vuole «for»; un momento d'inizio vuole «since».",
    },
    wrong=[
        ["I have been a baker since ten years.", "I have been a baker for ten years."],
        ["I have known her for 2018.", "I have known her since 2018."],
        ["I have lived here since a long time.", "I have lived here for a long time."],
    ],
    right=["It is ten years since we met.", "I have known her since two weeks before Easter.", "A budget for 2018."],
)
def for_since(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index, token in enumerate(tokens[:-1]):
        follows = tokens[index + 1 : index + 4]
        perfect = any(t.word in _PRESENT_HAVE | {"had", "i'd"} for t in tokens[:index])
        if token.word == "since" and _is_length(follows):
            after = tokens[index + 1 + _length(follows) :]
            if not after or after[0].word not in {"ago", "before", "after", "earlier", "or"}:
                yield sentence.hit(token, token, "for")
        elif (
            token.word == "for"
            and perfect
            and YEAR.match(follows[0].text)
            and (len(follows) < 2 or follows[1].kind is Kind.MARK)
        ):
            yield sentence.hit(token, token, "since")


@rule(
    "SINCE_PRESENT",
    severity="stop",
    only_with="since",
    says={
        "en": "What began then and still goes on takes the perfect: “{better}”.",
        "it": "Ciò che è cominciato allora e dura ancora vuole il perfetto: «{better}».",
    },
    wrong=[
        ["Since 2019 I work in a bakery.", "Since 2019 I have worked in a bakery."],
        ["Since last May we live in Turin.", "Since last May we have lived in Turin."],
    ],
    right=[
        "Since 2019 I have worked in a bakery.",
        "Since you work late, I know you are busy.",
        "Since then I know it.",
    ],
)
def since_present(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    if len(tokens) < 4 or tokens[0].word != "since" or not _names_a_time(tokens, 0):
        return
    for index in range(2, min(6, len(tokens) - 1)):
        before = tokens[index - 1]
        if (before.word in group("be", "have", "do", "modals") and before.text != "May") or may_be(before, "d"):
            return
        pronoun, verb = tokens[index].word, tokens[index + 1]
        if pronoun in {"i", "we", "they", "you"} and verb.word in words("work live study teach run manage play"):
            yield sentence.hit(verb, verb, f"have {participle_of(verb.word)}")
            return


def _past_time(tokens: Sequence[Token], start: int, end: int) -> str:
    """A time that is over, in the clause of this verb: before its subject, or behind it."""
    head = [t.word for t in tokens[:start]]
    if head and head[0] == "yesterday" and len(head) <= 4:
        return tokens[0].text
    if (
        len(head) >= 3
        and head[0] == "last"
        and head[1] in group("time_units", "weekdays", "months") | words("night spring summer autumn winter")
        and len(head) <= 5
    ):
        return f"{tokens[0].text} {tokens[1].text}"
    return time_behind(tokens[end + 1 : end + 11])


def _names_a_time(tokens: Sequence[Token], index: int) -> bool:
    """Behind “since”: a year, a month, a length of time, or a clause in the past."""
    follows = tokens[index + 1 : index + 5]
    if not follows:
        return False
    first = follows[0].word
    if YEAR.match(follows[0].text) or first in group("months", "weekdays") | {
        "then",
        "last",
        "school",
        "university",
        "childhood",
        "yesterday",
    }:
        return True
    if _is_length(follows):
        return True
    return first in group("subjects") and any(
        t.word in {"was", "were", "left", "began", "started", "finished", "moved", "met", "came"} for t in follows[1:3]
    )


def _is_length(follows: Sequence[Token]) -> bool:
    """three years, a long time, many weeks."""
    return _length(follows) > 0


def _length(follows: Sequence[Token]) -> int:
    words = [t.word for t in follows]
    for size in (2, 3):
        if len(words) >= size and words[size - 1] in group("time_units") | {"time", "ages"}:
            head = words[: size - 1]
            if head[0] in group("numbers") | {"a", "an", "many", "several", "some", "few"} or head[0].isdigit():
                return 0 if head == ["a"] and words[1] in {"time"} else size
    return 1 if words[:1] == ["ages"] else 0


def _present_before(tokens: Sequence[Token], index: int) -> tuple[Token, Token, str] | None:
    """A present of the same clause, pronoun first: “I work”, “she is living”; with what it should be."""
    if any(token.word in words("if when whereas unless whenever") for token in tokens[:index]):
        return None
    for at in range(index - 1, max(-1, index - 9), -1):
        token = tokens[at]
        if token.kind is Kind.MARK or token.word in _PRESENT_HAVE - {"he's", "she's", "it's"} | group(
            "modals", "wh_words"
        ) | {"had", "that", "if"}:
            return None
        before = tokens[at - 1] if at else None
        if before is None:
            return None
        if (
            token.word in _STATES
            and before.word in {"i", "we", "you", "they"}
            and (at < 2 or tokens[at - 2].word not in group("do", "modals", "have"))
        ):
            return token, token, f"have {participle_of(token.word) or 'had'}"
        base = base_of(token.word, "g")
        if base in _STATES | {"look", "wait", "do", "make", "train"} and before.word in {
            "am",
            "i'm",
            "are",
            "we're",
            "you're",
            "they're",
        }:
            whom = {"am": "", "are": "", "i'm": "I ", "we're": "we ", "you're": "you ", "they're": "they "}[before.word]
            return before, token, f"{whom}have been {token.text}"
    return None
