"""What goes with one alone: a, every, each."""

from collections.abc import Iterator

from seguito.core.looks.language.prose import Hit, Kind, Sentence
from seguito.core.looks.language.record import rule
from seguito.languages.en.grammar import (
    group,
    is_noun,
    is_plural,
    may_be,
    next_word,
    singular_of,
    words,
)


@rule(
    "A_WITH_PLURAL",
    severity="stop",
    only_with="a an",
    says={"en": "“{article}” goes with one: “{better}”.", "it": "«{article}» va col singolare: «{better}»."},
    wrong=[
        ["A persons like you is rare.", "A person like you is rare."],
        ["It was a lessons for me.", "It was a lesson for me."],
        ["I had an opportunities to try.", "I had an opportunity to try."],
    ],
    right=[
        "A few thoughts, a hundred people, a sales manager.",
        "A means to an end, a two weeks' stay, a species.",
        "A communications firm, and a thanks that is due.",
    ],
)
def a_with_plural(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index, token in enumerate(tokens[:-2]):
        noun, after = tokens[index + 1], tokens[index + 2]
        if (
            token.word not in {"a", "an"}
            or not is_plural(noun)
            or noun.word in group("collectives") | words("thanks works goods")
        ):
            continue
        if (
            (after.kind is Kind.MARK and after.text in {"-", "'", "’"})
            or is_noun(after)
            or may_be(after, "n", "g")
            or after.kind is Kind.NAME
        ):
            continue
        single = singular_of(noun.word)
        if single and single in group("countable", "people") | words(
            "lesson thing change choice question answer step place pleasure surprise"
        ):
            yield sentence.hit(noun, noun, single, article=token.text)


@rule(
    "EACH_WITH_PLURAL",
    severity="stop",
    only_with="every each another",
    says={"en": "“{each}” goes with one: “{better}”.", "it": "«{each}» va col singolare: «{better}»."},
    wrong=[
        ["Every employees had a key.", "Every employee had a key."],
        ["I liked each rooms.", "I liked each room."],
    ],
    right=["Every two weeks, and every other day.", "I gave them each letters. Every sales team, each of us."],
)
def each_with_plural(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index, token in enumerate(tokens[:-1]):
        noun, after = tokens[index + 1], next_word(tokens, index + 1)
        subject = index and tokens[index - 1].word in group("objects", "subjects") | {"gave"}
        if (
            (
                token.word in {"every", "each", "another"}
                and is_plural(noun)
                and not subject
                and not may_be(noun, "v", "z")
            )
            and noun.word not in group("collectives")
            and (after is None or not may_be(after, "n", "p") or after.tag == "VERB")
        ):
            yield sentence.hit(noun, noun, singular_of(noun.word), each=token.text)
