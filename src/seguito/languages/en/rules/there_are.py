"""there is one, there are several; this is, these are."""

from collections.abc import Iterator, Sequence

from seguito.core.looks.language.prose import Hit, Kind, Sentence, Token
from seguito.core.looks.language.record import rule
from seguito.languages.en.agreeing import TO_PLURAL, TO_SINGULAR, WISHES
from seguito.languages.en.grammar import (
    group,
    is_adverb,
    is_plural,
    is_singular,
    may_be,
    words,
)
from seguito.languages.en.lexicon import word

_AMOUNTS = words(
    "number lot lots plenty few hundred thousand million dozen great good many total pair bunch host set or half couple"
    " range variety handful series some"
)
_ASKS_PLURAL = words(
    "two three four five six seven eight nine ten several many few various numerous both these those other some"
)
_TAKEN_AS_ONE = words("thirds years minutes hours weeks days months")


@rule(
    "THERE_ARE",
    severity="stop",
    only_with="there",
    says={"en": "Of several, “there {better}”.", "it": "Di più cose si dice «there {better}»."},
    wrong=[
        ["There is two details to mention.", "There are two details to mention."],
        ["There was many reasons to come.", "There were many reasons to come."],
        ["There has been three changes.", "There have been three changes."],
        ["There was three people in the room.", "There were three people in the room."],
    ],
    right=[
        "There is a table and two chairs, there is one of many, and there is more.",
        "There was much to see, and there is some bread.",
        "There is two thirds of a cake left.",
    ],
)
def there_are(sentence: Sentence) -> Iterator[Hit]:
    for index, verb in _there(sentence.tokens, words("is was isn't wasn't has hasn't")):
        if _begins_plural(sentence.tokens, index):
            yield sentence.hit(verb, verb, TO_PLURAL[verb.word])


@rule(
    "THERE_IS_ONE",
    severity="stop",
    only_with="there",
    says={"en": "Of one, “there {better}”.", "it": "Di una cosa sola si dice «there {better}»."},
    wrong=[
        ["There are a detail that I forgot.", "There is a detail that I forgot."],
        ["There were an old press in the hall.", "There was an old press in the hall."],
    ],
    right=[
        "There are a table and six chairs.",
        "There were a few, a couple, and a number of others.",
        "If there were a lift, I'd take it.",
    ],
)
def there_is_one(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index, verb in _there(tokens, words("are were aren't weren't")):
        follows, before = tokens[index : index + 9], {t.word for t in tokens[max(0, index - 4) : index]}
        if not follows or follows[0].word not in words("a an one") or before & WISHES - {"were"}:
            continue
        joined = any(t.word == "and" for t in follows) or any(t.word in _AMOUNTS for t in follows[:4])
        if not joined and any(is_singular(t) for t in follows[1:4]):
            yield sentence.hit(verb, verb, TO_SINGULAR[verb.word])


@rule(
    "THIS_ARE",
    severity="stop",
    only_with="this these those",
    says={"en": "“{better}”: one or several must agree.", "it": "«{better}»: singolare e plurale devono concordare."},
    wrong=[
        ["This are the plans.", "These are the plans."],
        ["I think these is the best loaf.", "I think this is the best loaf."],
    ],
    right=["This is the plan, and these are the loaves.", "People like this are rare. All of this were news to me."],
)
def this_are(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index, token in enumerate(tokens[:-1]):
        opens = (
            index == 0
            or tokens[index - 1].word in group("takes_clause") - words("like than as after before until since")
            or tokens[index - 1].kind is Kind.MARK
        )
        verb = tokens[index + 1]
        wished = {t.word for t in tokens[max(0, index - 3) : index]} & WISHES
        if opens and not wished and token.word == "this" and verb.word in {"are", "were"}:
            yield sentence.hit(token, verb, f"these {verb.text}")
        elif opens and token.word in {"these", "those"} and verb.word in {"is", "was", "has"}:
            yield sentence.hit(token, verb, f"{'this' if token.word == 'these' else 'that'} {verb.text}")


@rule(
    "HERE_ARE",
    severity="stop",
    only_with="here here's",
    says={"en": "Of several, “{better}”.", "it": "Di più cose si dice «{better}»."},
    wrong=[
        ["Here is the two documents you asked for.", "Here are the two documents you asked for."],
        ["Here's three things I took home.", "Here are three things I took home."],
    ],
    right=["Here is the two hour plan.", "Here is one of the two documents.", "Here are the documents."],
)
def here_are(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index, token in enumerate(tokens[:-3]):
        short = token.word == "here's"
        at = index + 1 if short else index + 2
        if not short and not (token.word == "here" and tokens[index + 1].word in {"is", "was"}):
            continue
        if tokens[at].word in group("articles", "possessives"):
            at += 1
        if at + 1 < len(tokens) and tokens[at].word in _ASKS_PLURAL - {"some"} and _begins_plural(tokens, at):
            if short:
                yield sentence.hit(token, token, f"{token.text[:4]} are")
            else:
                verb = tokens[index + 1]
                yield sentence.hit(verb, verb, TO_PLURAL[verb.word])


def _there(tokens: Sequence[Token], verbs: frozenset[str]) -> Iterator[tuple[int, Token]]:
    """“there is”, “there have been”: the verb, and where what exists begins."""
    for index, token in enumerate(tokens[:-2]):
        at = index + 1
        if token.word in verbs and tokens[at].word == "there" and not index:
            yield at + 1, token  # “Is there any room?”
            continue
        while token.word == "there" and at < len(tokens) and is_adverb(tokens[at]):
            at += 1
        if token.word != "there" or at >= len(tokens) or tokens[at].word not in verbs:
            continue
        begin = at + 1
        while begin < len(tokens) and (is_adverb(tokens[begin]) or tokens[begin].word in {"been", "not"}):
            begin += 1
        if begin < len(tokens) and (tokens[at].word not in {"has", "hasn't"} or tokens[begin - 1].word == "been"):
            yield begin, tokens[at]


def _begins_plural(tokens: Sequence[Token], index: int) -> bool:
    """two, many, several …, with a plural noun behind; or a bare plural."""
    first, follows = tokens[index], tokens[index + 1 : index + 5]
    if first.word in group("numbers") and follows and follows[0].word == "of":
        return len(follows) > 1 and follows[1].word in words("us them you these those the my your")
    if first.word in _ASKS_PLURAL or (first.kind is Kind.NUMBER and first.text.isdigit() and first.text != "1"):
        noun = next((t for t in follows if may_be(t, "n", "p")), None)
        several = noun is not None and (is_plural(noun) or noun.word == "people")
        return several and not any(t.word in _TAKEN_AS_ONE for t in follows)
    if first.word == "a":
        return bool(follows) and follows[0].word in words("few couple lot") and any(is_plural(t) for t in follows[1:4])
    return is_plural(first) and not word(first.word).may_be("z") and bool(follows) and follows[0].word != "and"
