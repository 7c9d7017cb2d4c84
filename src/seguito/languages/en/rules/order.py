"""Where subjects stand: behind the auxiliary after “only then”, and “my sister and I” rather than “I and my sister”."""

from collections.abc import Iterator

from seguito.core.looks.language.prose import Hit, Sentence, Token
from seguito.core.looks.language.record import rule
from seguito.languages.en.grammar import base_of, group, is_noun, may_be, words

_OPENINGS = (
    ("only", "then"),
    ("only", "now"),
    ("only", "later"),
    ("never", "before"),
    ("never",),
    ("rarely",),
    ("seldom",),
)


@rule(
    "ONLY_THEN",
    severity="ask",
    only_with="only never rarely seldom",
    says={
        "en": "After this opening “did” or “do” comes first: “{better}”.",
        "it": "Dopo questo inizio ci vuole «did» o «do»: «{better}».",
    },
    wrong=[
        ["Only then I understood the joke.", "Only then did I understand the joke."],
        ["Never I saw such a mill.", "Never did I see such a mill."],
    ],
    right=["Only then did I understand it.", "Then I understood it.", "Never mind; rarely, I think, it rains."],
)
def only_then(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for opening in _OPENINGS:
        size = len(opening)
        if len(tokens) < size + 3 or tuple(token.word for token in tokens[:size]) != opening:
            continue
        subject, verb = tokens[size], tokens[size + 1]
        past = may_be(verb, "d")
        base = base_of(verb.word, "d") if past else verb.word if may_be(verb, "v") else ""
        if subject.word in words("i we you they") and base:
            yield sentence.hit(subject, verb, f"{'did' if past else 'do'} {subject.text} {base}")
        return


@rule(
    "I_AND_MY",
    severity="ask",
    only_with="i",
    says={"en": "One names oneself last: “{better}”.", "it": "Ci si nomina per ultimi: «{better}»."},
    wrong=[
        ["I and my sister used to play shop.", "My sister and I used to play shop."],
        ["I know that I and my boss were late.", "I know that my boss and I were late."],
    ],
    right=["My sister and I played.", "I and others like it.", "It was late when you called I and my dog asleep."],
)
def i_and_my(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index, first in enumerate(tokens[:-4]):
        if first.word != "i":
            continue
        me, joint, owner, other, verb = tokens[index : index + 5]
        opens = index == 0 or tokens[index - 1].word in words("and but that because when , ;")
        acts = verb.word in group("be", "have", "do", "modals") or may_be(verb, "v", "d")
        if joint.word == "and" and opens and _is_mine(owner, other) and acts:
            whose = owner.text.capitalize() if index == 0 else owner.text
            yield sentence.hit(me, other, f"{whose} {other.text} and I")


def _is_mine(owner: Token, other: Token) -> bool:
    return owner.word in group("possessives") and is_noun(other)
