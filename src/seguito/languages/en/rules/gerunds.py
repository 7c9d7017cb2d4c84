"""Words with a preposition of their own and a verb in -ing behind it: insist on paying, capable of learning."""

from collections.abc import Iterator

from seguito.core.looks.language.prose import Hit, Sentence
from seguito.core.looks.language.record import rule
from seguito.languages.en.grammar import group, ing_of, is_base_verb, words

_PREPOSITIONS = {
    "insist": "on",
    "insists": "on",
    "insisted": "on",
    "capable": "of",
    "succeed": "in",
    "succeeds": "in",
    "succeeded": "in",
    "dream": "of",
    "dreamed": "of",
    "apologise": "for",
    "apologize": "for",
    "apologised": "for",
    "apologized": "for",
    "specialise": "in",
    "specialised": "in",
    "thinking": "of",
    "experienced": "in",
    "passionate": "about",
}


@rule(
    "OF_DOING",
    severity="stop",
    only_with="to",
    says={"en": "The set phrase is “{better}”.", "it": "La costruzione è «{better}»."},
    wrong=[
        ["I am capable to learn it.", "I am capable of learning it."],
        ["She insisted to pay for us.", "She insisted on paying for us."],
        ["I succeeded to finish it.", "I succeeded in finishing it."],
        ["I apologise to be late.", "I apologise for being late."],
    ],
    right=[
        "He is capable, to be fair.",
        "She insisted to me that it was free.",
        "They succeed to the throne. I dream to music.",
    ],
)
def of_doing(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index in range(len(tokens) - 2):
        first, to, verb = tokens[index : index + 3]
        preposition = _PREPOSITIONS.get(first.word)
        if (
            not preposition
            or to.word != "to"
            or (first.word == "thinking" and tokens[index - 1].word not in group("be"))
        ):
            continue
        better = ing_of(verb.word) or {"have": "having", "do": "doing"}.get(verb.word, "")
        if better and (is_base_verb(verb) or verb.word in words("be have do")):
            yield sentence.hit(first, verb, f"{first.text} {preposition} {better}")
