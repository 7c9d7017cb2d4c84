"""When it happened: tenses and the words of time beside them."""

import re
from collections.abc import Iterator, Sequence

from seguito.core.looks.language.prose import Hit, Kind, Sentence, Token
from seguito.core.looks.language.record import rule
from seguito.languages.en.grammar import (
    base_of,
    group,
    is_adverb,
    is_base_verb,
    may_be,
    participle_of,
    past_of,
    words,
)
from seguito.languages.en.lexicon import word

_YEAR = re.compile(r"(?:19|20)\d\d$")
_HAVE = frozenset("have has haven't hasn't i've you've we've they've".split())
_PRESENT_HAVE = _HAVE | {"he's", "she's", "it's"}
_STATES = frozenset(
    "work live study teach run know have own manage lead play speak use cook bake sing write travel belong love like want".split()
)
# Verbs of things done once, which a present tense beside “yesterday” can't mean.
_DEEDS = frozenset(
    "meet go come visit see speak talk discuss start finish choose send arrive leave receive take make get find read attend"
    " join buy lose win break pass call write begin learn work stay eat drink walk drive move open close show tell hear"
    " spend graduate apply complete decide enjoy notice watch listen try return".split()
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
            and _YEAR.match(follows[0].text)
            and (len(follows) < 2 or follows[1].kind is Kind.MARK)
        ):
            yield sentence.hit(token, token, "since")


@rule(
    "WILL_AFTER_WHEN",
    severity="stop",
    only_with="when if whenever until after before once unless soon",
    says={
        "en": "After “{when}” English uses the present for what is to come: “{better}”.",
        "it": "Dopo «{when}» l'inglese usa il presente per il futuro: «{better}».",
    },
    wrong=[
        ["When I will arrive in Dublin, I will call you.", "When I arrive in Dublin, I will call you."],
        ["I will write as soon as I will have the results.", "I will write as soon as I have the results."],
        ["If you will need a reference, I can send one.", "If you need a reference, I can send one."],
    ],
    right=[
        "I don't know when I will arrive.",
        "When will you arrive?",
        "If you will allow me, I will call.",
        "The day when he will retire is near.",
    ],
)
def will_after_when(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index, token in enumerate(tokens[:-3]):
        starts = index == 0 or tokens[index - 1].kind is Kind.MARK or tokens[index - 1].word in {"and", "but", "so"}
        soon = token.word == "as" and [t.word for t in tokens[index - 2 : index]] == ["as", "soon"]
        near = tokens[index + 1].word in {"i", "we", "you", "i'll", "we'll", "you'll"}
        later = token.word in {"until", "once", "unless"} or (token.word in {"before", "after"} and near) or soon
        if not (later or (starts and token.word in {"when", "if", "whenever"})):
            continue
        subject, will = tokens[index + 1], tokens[index + 2]
        contracted = subject.word.endswith("'ll") and token.word not in {"before", "after", "once", "until"}
        if contracted:
            will = subject
        elif will.word not in {"will", "won't"} or subject.word not in group("subjects") | {"everybody", "everyone"}:
            continue
        after = tokens[index + 2] if contracted else tokens[index + 3]
        polite = after.word in {
            "allow",
            "excuse",
            "forgive",
            "permit",
            "not",
            "let",
            "be",
            "please",
            "pardon",
            "only",
            "just",
        }
        if polite or not (is_base_verb(after) or after.word in {"have", "do"}):
            continue
        if starts and token.word in {"when", "whenever"} and sentence.text.rstrip().endswith("?"):
            continue
        if subject.word in {"he", "she", "it"} or will.word == "won't" or contracted:
            yield sentence.hit(will, after, when=token.text)
        else:
            yield sentence.hit(will, after, after.text, when=token.text)


@rule(
    "PRESENT_WITH_PAST_TIME",
    severity="ask",
    says={
        "en": "With “{time}” the verb stands in the past: “{better}”.",
        "it": "Con «{time}» il verbo va al passato: «{better}».",
    },
    wrong=[
        ["I finally choose the night course last week.", "I finally chose the night course last week."],
        ["Yesterday I meet your colleague.", "Yesterday I met your colleague."],
        ["The plan you show me yesterday is good.", "The plan you showed me yesterday is good."],
    ],
    right=[
        "I think that last week was fine.",
        "Did you see it yesterday?",
        "I want to thank you for the tour you gave me yesterday.",
        "I see that you came yesterday.",
    ],
)
def present_with_past_time(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index, token in enumerate(tokens[1:], start=1):
        if token.word not in _DEEDS or not word(token.word).may_be("v") or word(token.word).may_be("d"):
            continue
        at = index - 1
        while at > 0 and is_adverb(tokens[at]):
            at -= 1
        if tokens[at].word not in {"i", "we", "you", "they"} or (
            at and tokens[at - 1].word in group("modals", "do", "have", "be")
        ):
            continue
        first = tokens[0].word
        opens = at <= 2 and (
            first == "yesterday" or (first == "last" and tokens[1].word in group("time_units", "weekdays") | {"night"})
        )
        following = tokens[index + 1 : index + 9]
        time = tokens[0].text if opens else _time_behind(following)
        if time and not (not opens and _other_verb(following)):
            yield sentence.hit(token, token, past_of(token.word), time=time)


@rule(
    "IF_WOULD",
    severity="ask",
    only_with="if",
    says={
        "en": "After “if” the verb stands in the past: “{better}”.",
        "it": "Dopo «if» il verbo va al passato: «{better}».",
    },
    wrong=[
        ["If I would be in your place, I would stay.", "If I were in your place, I would stay."],
        ["If he would know it, he would laugh.", "If he knew it, he would laugh."],
    ],
    right=["If I were you, I would stay.", "I asked if I would be paid. If you would be so kind, call me."],
)
def if_would(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index in range(len(tokens) - 3):
        conditional, subject, would, verb = tokens[index : index + 4]
        opens = index == 0 or tokens[index - 1].text in {",", ";"} or tokens[index - 1].word in words("and but")
        if (
            not opens
            or conditional.word != "if"
            or would.word != "would"
            or subject.word not in words("i he she we they")
        ):
            continue
        past = {"be": "were", "have": "had", "do": "did"}.get(verb.word) or (
            past_of(verb.word) if is_base_verb(verb) else ""
        )
        if past and verb.word not in words("like prefer rather mind"):
            yield sentence.hit(would, verb, past)


@rule(
    "FIRST_TIME_PERFECT",
    severity="ask",
    only_with="time",
    says={
        "en": "After “the first time” English uses the perfect: “{better}”.",
        "it": "Dopo «the first time» l'inglese usa il perfetto: «{better}».",
    },
    wrong=[
        ["It is the first time that I see so many looms.", "It is the first time that I have seen so many looms."],
        ["This is the second time I write to you.", "This is the second time I have written to you."],
    ],
    right=[
        "It is the first time that I have seen it.",
        "The first time I see it, I smile.",
        "It was the first time I saw it.",
    ],
)
def first_time_perfect(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index in range(3, len(tokens) - 2):
        if tokens[index].word != "time" or tokens[index - 1].word not in words("first second third fourth only"):
            continue
        if tokens[index - 2].word not in {"the", "my"} or tokens[index - 3].word not in words("is it's this's that's"):
            continue
        at = index + 2 if tokens[index + 1].word == "that" else index + 1
        if at + 1 < len(tokens) and tokens[at].word in words("i we you they") and is_base_verb(tokens[at + 1]):
            verb = tokens[at + 1]
            yield sentence.hit(verb, verb, f"have {participle_of(verb.word)}")


@rule(
    "LAST_TIME_PAST",
    severity="ask",
    only_with="time",
    says={"en": "That time is over: “{better}”.", "it": "Quel momento è passato: «{better}»."},
    wrong=[
        ["The last time we speak, it rained.", "The last time we spoke, it rained."],
        ["The first time I meet you, you were busy.", "The first time I met you, you were busy."],
    ],
    right=[
        "The last time we spoke, it rained.",
        "The first time I see snow I will dance.",
        "Every time I see it, I smile.",
    ],
)
def the_last_time(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index in range(1, len(tokens) - 3):
        which, time, subject, verb = tokens[index : index + 4]
        over = any(
            t.word in words("was were had") or (may_be(t, "d") and not may_be(t, "v")) for t in tokens[index + 4 :]
        )
        opens = which.word in {"last", "first"} and time.word == "time" and subject.word in words("i we you they")
        if opens and over and verb.word in _DEEDS and not may_be(verb, "d"):
            yield sentence.hit(verb, verb, past_of(verb.word))


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
    return _time_behind(tokens[end + 1 : end + 11])


def _time_behind(tokens: Sequence[Token]) -> str:
    for index, token in enumerate(tokens):
        before = tokens[index - 1].word if index else ""
        if token.kind is Kind.MARK or token.word in group("conjunctions", "wh_words", "be", "have", "do", "modals") - {
            "as",
            "after",
            "before",
        }:
            return ""
        if token.word == "yesterday" and before not in {"of", "for", "since", "about", "from", "until", "on"}:
            return token.text
        unit = tokens[index + 1] if index + 1 < len(tokens) else None
        if (
            token.word == "last"
            and unit
            and unit.word
            in group("time_units", "weekdays", "months") | {"night", "spring", "summer", "autumn", "winter"}
        ):
            return (
                ""
                if before in {"the", "since", "of", "for", "about", "from", "until", "by"}
                else f"{token.text} {unit.text}"
            )
        if token.word == "ago":
            return token.text if "since" not in [t.word for t in tokens[:index]] else ""
        if token.word == "in" and unit and _YEAR.match(unit.text):
            return f"{token.text} {unit.text}"
        if may_be(token, "d", "z") and token.tag == "VERB" and before in group("subjects"):
            return ""
    return ""


def _names_a_time(tokens: Sequence[Token], index: int) -> bool:
    """Behind “since”: a year, a month, a length of time, or a clause in the past."""
    follows = tokens[index + 1 : index + 5]
    if not follows:
        return False
    first = follows[0].word
    if _YEAR.match(follows[0].text) or first in group("months", "weekdays") | {
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


def _other_verb(tokens: Sequence[Token]) -> bool:
    """Whether another verb, to which the time may belong, stands before it."""
    for token in tokens:
        if token.word in {"yesterday", "last", "ago"}:
            return False
        if token.word in group("be", "have", "do", "modals", "wh_words") | {"that", "to"} or (
            may_be(token, "d") and token.tag in {"VERB", ""}
        ):
            return True
    return False


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
