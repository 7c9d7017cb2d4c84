"""Family in the singular stands without an article: mia madre, not la mia madre."""

from collections.abc import Iterator

from seguito.core.looks.language.prose import Hit, Sentence
from seguito.core.looks.language.record import rule
from seguito.languages.it.determiners import family_of
from seguito.languages.it.words import at, words

_KIN = frozenset(
    "madre padre fratello sorella marito moglie figlio figlia zio zia nonno nonna cugino cugina suocero suocera "
    "cognato cognata genero nuora".split()
)
_MINE = frozenset("mio mia tuo tua suo sua nostro nostra vostro vostra".split())
_BARE = {"il": "", "la": "", "lo": "", "del": "di ", "della": "di ", "al": "a ", "alla": "a ", "dal": "da ", "dalla": "da "}  # fmt: skip


@rule(
    "KIN_ARTICLE",
    severity="stop",
    says={
        "en": "Family in the singular takes no article: “{better}”.",
        "it": "Con i nomi di famiglia al singolare l'articolo non va: «{better}».",
    },
    wrong=[
        ["La mia madre ha lavorato in filanda.", "Mia madre ha lavorato in filanda."],
        ["Ho imparato dal mio padre.", "Ho imparato da mio padre."],
    ],
    right=[
        "Mia madre e mio padre, i miei fratelli, la mia mamma e la loro figlia.",
        "La mia sorella maggiore, il mio zio di Lodi, la mia cara nonna, il mio nonno paterno.",
    ],
)
def kin_article(sentence: Sentence) -> Iterator[Hit]:
    read = words(sentence)
    for article, mine, kin in zip(read, read[1:], read[2:], strict=False):
        if kin.form not in _KIN or mine.form not in _MINE or article.form not in _BARE or not family_of(article.form):
            continue
        after = at(read, kin.index + 1)
        described = after and (after.may_be("adjective") or after.form in {"di", "che", "del", "della", "da"})
        if not described:
            better = f"{_BARE[article.form]}{mine.token.text} {kin.token.text}"
            yield sentence.hit(article.token, kin.token, better)
