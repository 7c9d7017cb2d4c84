"""The article, and whatever changes its form like it: lo zio, gli amici, un'amica, quel problema."""

from collections.abc import Iterator

from seguito.core.looks.language.prose import Hit, Sentence
from seguito.core.looks.language.record import rule
from seguito.languages.it.determiners import Beginning, Family, Pair, beginning, family_of, pairs_of
from seguito.languages.it.phrases import is_article, next_to, pairs_after_article
from seguito.languages.it.words import Word, words

_MAY_BE_WHOLE = frozenset("la una della alla dalla nella sulla quella nessuna alcuna ciascuna bella".split())

_GODS = frozenset({"dèi", "dei"})  # gli dèi, agli dei
_NEVER_AFTER = frozenset({"article", "joined", "clitic", "preposition", "conjunction"})


@rule(
    "ARTICLE",
    severity="stop",
    says={
        "en": "“{article}” does not go with “{noun}”: “{better}”.",
        "it": "«{article}» non va con «{noun}»: «{better}».",
    },
    wrong=[
        ["Il zaino è rimasto da voi.", "Lo zaino è rimasto da voi."],
        ["Ho visto dei stand e un stampo.", "Ho visto degli stand e uno stampo."],
        ["Uno tavolo resta al ufficio acquisti.", "Un tavolo resta all'ufficio acquisti."],
        ["Gli colleghi mi hanno accolto.", "I colleghi mi hanno accolto."],
        ["Quei studenti erano bravi.", "Quegli studenti erano bravi."],
        ["La problema dei resi è un altra cosa.", "Il problema dei resi è un'altra cosa."],
        ["È stato un'onore, grazie al vostra accoglienza.", "È stato un onore, grazie alla vostra accoglienza."],
    ],
    right=[
        "Lo so, gli dico sempre che lo vedo bene e la porto con me.",
        "Lo zio e gli zii, gli amici e l'amico, uno zaino e un orso.",
        "Uno dei due arriva, l'altro no; quello dice di sì.",
        "Il suo studio, lo stesso studio, i più bei giardini, gli altri due.",
        "Lo iodio, il web, lo yogurt, l'hotel e i pneumatici.",
        "Il fare e il dire, il rosa e il blu, la mano e le dita.",
        "Gli dèi non fanno colloqui.",
        "Un'insegnante e un insegnante, la capitale e il capitale.",
    ],
)
def article(sentence: Sentence) -> Iterator[Hit]:
    read = words(sentence)
    for word in read:
        family, following = family_of(word.form), next_to(read, word.index)
        if (
            family is None
            or following is None
            or _is_roman(word, following)
            or not following.kinds.isdisjoint(_NEVER_AFTER)
        ):
            continue
        if not is_article(read, word.index) or following.form in _GODS:
            continue
        better = _better(family, word, following)
        if better:
            mended = better + ("" if better.endswith("'") else " ") + following.token.text
            yield sentence.hit(word.token, following.token, mended, article=word.token.text, noun=following.token.text)


def _is_roman(word: Word, following: Word) -> bool:
    """I grado, I fase: a numeral."""
    return word.token.text == "I" and (not word.begins or following.pairs == {("f", "s")})


def _better(family: Family, word: Word, following: Word) -> str:
    """The form that goes with the next word; empty if this one does, or nobody can tell."""
    begins, shown = beginning(following.form), pairs_of(word.form)
    possible = pairs_after_article(following)
    if begins is Beginning.UNSURE:
        if not possible or possible & shown:
            return ""
        begins = Beginning.PLAIN
    right = {family.form(pair, begins): pair for pair in sorted(possible or shown, key=lambda p: _unlike(p, shown))}
    if word.form in right or (word.form in _MAY_BE_WHOLE and (possible or shown) & shown):
        return ""
    return next(filter(None, right), "")


def _unlike(pair: Pair, shown: frozenset[Pair]) -> tuple[bool, bool]:
    """Best the gender and number that the form shows already, then its number."""
    return (pair not in shown, all(pair[1] != number for _, number in shown))
