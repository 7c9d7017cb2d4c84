"""How much of a thing: molta voglia, poca esperienza, tante domande."""

from collections.abc import Iterator

from seguito.core.looks.language.prose import Hit, Sentence
from seguito.core.looks.language.record import rule
from seguito.languages.it.agreeing import agreeing
from seguito.languages.it.words import Word, words

_MUCH = frozenset("molto poco tanto troppo parecchio".split())
_HAVING = frozenset("avere mettere dare servire volere mostrare trovare".split())


@rule(
    "MUCH_OF",
    severity="stop",
    says={"en": "“{word}” goes with “{noun}”: “{better}”.", "it": "«{word}» si accorda con «{noun}»: «{better}»."},
    wrong=[
        ["Ho molto voglia di cominciare.", "Ho molta voglia di cominciare."],
        ["Lo guardavano con molto attenzione.", "Lo guardavano con molta attenzione."],
        ["Avete poco persone in sala.", "Avete poche persone in sala."],
    ],
    right=[
        "Ho molta voglia e molto lavoro.",
        "Ho molto apprezzato la visita, e con molto garbo mi ha detto di no.",
        "Sono molto amica di Sara, ho molto bisogno di voi.",
    ],
)
def much_of(sentence: Sentence) -> Iterator[Hit]:
    read = words(sentence)
    for before, much, noun in zip(read, read[1:], read[2:], strict=False):
        if much.form not in _MUCH or not _is_thing(noun) or noun.is_name or not _has(before):
            continue
        if ("m", "s") not in noun.reading.noun_pairs:
            better = (agreeing(much.form, pair) for pair in sorted(noun.reading.noun_pairs))
            yield sentence.hit(
                much.token, much.token, *filter(None, better), word=much.token.text, noun=noun.token.text
            )


def _is_thing(noun: Word) -> bool:
    """No participle or adjective (ho molto apprezzato); voglia is a verb only elsewhere."""
    return noun.may_be("noun") and noun.is_only("noun", "finite", "imperative")


def _has(before: Word) -> bool:
    return before.form == "con" or (
        before.is_among(_HAVING) and bool(before.kinds & {"finite", "infinitive", "gerund"})
    )
