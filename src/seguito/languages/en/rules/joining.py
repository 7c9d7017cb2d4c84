"""Two sentences run into one: with a comma between them, or with nothing at all."""

from collections.abc import Iterator, Sequence

from seguito.core.looks.language.prose import Hit, Kind, Sentence, Token
from seguito.core.looks.language.record import rule
from seguito.languages.en.grammar import group, is_adverb, may_be, words

_SUBJECTS = words(
    "i we it he she they you this that there i'm we're it's he's she's they're you're that's i've we've i'd i'll"
)
_CONTRACTED = words("i'm we're it's he's she's they're you're that's i've we've i'd i'll")
# With one of these before the comma, the first half may hang on the second, or the whole be a figure of speech.
_HANGING = group("wh_words", "negations") | words(
    "when whenever if as although though since because while before after until once unless whether that whatever however"
    " wherever whoever than like nor or either neither less more no nobody nothing only let time day moment so such too"
)
_SAYS = words(
    "say said says think thought believe believed know knew hope suppose guess admit tell told hear heard understand"
    " understood imagine feel felt suspect presume gather confess fear trust mean wonder wrote find promise assure see"
)
_SHORTEST = 4  # words before the comma: “I came, I saw” is no slip
_ENDS = words("soon again yesterday today tomorrow")


@rule(
    "COMMA_SPLICE",
    severity="ask",
    says={
        "en": "Two sentences with only a comma between: a full stop, a semicolon or a word such as “and” parts them.",
        "it": "Due frasi divise solo da una virgola: ci vuole un punto, un punto e virgola o una parola come «and».",
    },
    wrong=[
        [
            "Thank you for meeting me, I really enjoyed our talk.",
            "Thank you for meeting me; I really enjoyed our talk.",
        ],
        ["I loved the old shop, it smells of wax.", "I loved the old shop; it smells of wax."],
        ["The tour was long and warm, I think of it still.", "The tour was long and warm; I think of it still."],
    ],
    right=[
        "I loved the shop; it smells of wax. When I came to you, it was late. The tour was long, I think.",
        "I came, I saw, I wrote. It is not the plan, it is the people. You asked me, and I said so, I believe.",
        "The sooner you call me, the better. If you like it, I am glad. You were right about it, you know.",
        "Thank you, as always, for the tea. She was late that day, you told me, and it was no trouble.",
    ],
)
def comma_splice(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    commas = [index for index, token in enumerate(tokens) if token.text == ","]
    if len(commas) != 1 or tokens[-1].text == "?" or any(t.text in {"“", '"', "‘", "…", "–", "—"} for t in tokens):
        return
    at = commas[0]
    left, right = tokens[:at], tokens[at + 1 :]
    if len(left) < _SHORTEST or not _stands_alone(left) or {t.word for t in left} & _HANGING:
        return
    if _is_clause(right) and len([t for t in right if t.is_word]) >= _SHORTEST - 1:
        subject = right[0].text
        yield sentence.hit(tokens[at], right[0], f"; {subject}", f". {subject[0].upper()}{subject[1:]}")


@rule(
    "RUN_ON",
    severity="ask",
    only_with="soon again yesterday today tomorrow",
    says={
        "en": "A new sentence seems to begin at “{quote}”: a full stop or a comma is missing.",
        "it": "Da «{quote}» sembra cominciare un'altra frase: manca un punto o una virgola.",
    },
    wrong=[
        ["I hope we can speak again soon you were very clear.", ""],
        ["I enjoyed the tour yesterday it was a treat to see the looms.", ""],
    ],
    right=[
        "I hope we can speak again soon; you were very clear.",
        "The last time I came again you were away. The tour you gave me today I will keep in mind.",
        "As I told you yesterday you are right. I know that tomorrow you will be away.",
    ],
)
def run_on(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index in range(_SHORTEST - 1, len(tokens) - 2):
        subject = tokens[index + 1]
        if tokens[index].word not in _ENDS or subject.word not in words("i you it we they he she"):
            continue
        left = tokens[: index + 1]
        hangs = {t.word for t in left} & (_HANGING | _SAYS - {"hope", "see"})
        carries = tokens[index + 2].word in group("be", "modals") - {"be"} | words("have has")
        if carries and not hangs and _stands_alone(left) and not any(t.text in {",", ";", ":"} for t in left):
            yield sentence.hit(subject, tokens[index + 2])


def _stands_alone(left: Sequence[Token]) -> bool:
    """A whole clause: thanks, a pronoun with its verb, or a determined noun with “was”."""
    first, second = left[0].word, left[1].word
    if (first, second) == ("thank", "you") or first == "thanks":
        return True
    if first in _CONTRACTED:
        return True
    if first in words("i we it he she they you this"):
        return _is_clause(left) and second not in _SAYS - {"hope"}
    if first in words("the my your our") and len(left) > _SHORTEST:
        return any(t.word in words("was were is are") for t in left[2:4]) and left[1].word not in words("sooner more")
    return False


def _is_clause(tokens: Sequence[Token]) -> bool:
    """A pronoun and the verb that it carries, at the start; and not “I think.” or “you know.” alone."""
    if len(tokens) < 3 or tokens[0].word not in _SUBJECTS:
        return False
    if tokens[0].word in _CONTRACTED:
        return True
    at = 1
    while at < len(tokens) - 1 and is_adverb(tokens[at]):
        at += 1
    verb, after = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else None
    aside = verb.word in _SAYS and (after is None or after.kind is Kind.MARK)
    finite = verb.word in group("be", "have", "do", "modals") or may_be(verb, "v", "d", "z")
    return finite and not aside and verb.word != "be"
