"""Words that count or point, and their noun: molte persone, questa esperienza, ogni giorno, tre stagioni, tutte le carte."""

import itertools
from collections.abc import Iterator, Sequence

from seguito.core.looks.language.prose import Hit, Sentence
from seguito.core.looks.language.record import rule
from seguito.languages.it.agreeing import agreeing
from seguito.languages.it.determiners import family_of, pairs_of
from seguito.languages.it.phrases import could_only_be_noun, is_article, is_noun, next_to
from seguito.languages.it.uses import used_as
from seguito.languages.it.words import Pair, Word, words

_SINGULAR_ONLY = frozenset("qualche ogni qualsiasi qualunque".split())
_CLOCK = frozenset("alle dalle ore delle verso sulle numero punto capitolo articolo comma fase".split())
_WHOLE = frozenset("tutto tutta tutti tutte".split())
_IDIOMS = frozenset("orecchio occhio casa cuore sorriso naso gambe bocca pelle lacrime acqua fuoco".split())


@rule(
    "DETERMINER",
    severity="stop",
    says={
        "en": "“{word}” does not agree with “{noun}”.",
        "it": "«{word}» non si accorda con «{noun}».",
    },
    wrong=[
        ["Molti persone mi hanno parlato di voi.", "Molte persone mi hanno parlato di voi."],
        ["Questo esperienza mi è servita.", "Questa esperienza mi è servita."],
        ["Ho portato vostro lettera.", "Ho portato vostra lettera."],
        ["Ci sono altri ragioni per restare.", "Ci sono altre ragioni per restare."],
        ["In poche minuti ho capito.", "In pochi minuti ho capito."],
        ["Mi sono rimaste in testa le vostre regola.", "Mi sono rimaste in testa le vostre regole."],
    ],
    right=[
        "Molti amici e molte persone, tutta orecchie.",
        "Questo vale per tutti, e quella è casa mia.",
        "Mi piace molto pane e poco sale.",
    ],
)
def determiner(sentence: Sentence) -> Iterator[Hit]:
    read = words(sentence)
    for word in read:
        shown = word.reading.determiner_pairs
        if not shown or family_of(word.form) or not word.is_only("determiner", "pronoun", "adjective"):
            continue
        noun = next_to(read, word.index)
        if (
            noun is not None
            and noun.may_be("adjective")
            and (after := next_to(read, noun.index))
            and after.may_be("noun")
        ):
            continue  # i miei distinti saluti
        if noun is None or not _is_its_noun(word, noun) or noun.is_among(_IDIOMS) or shown & noun.pairs:
            continue
        better = [f"{word.token.text} {form}" for form in _in_number(noun, shown)]  # molte aziende
        if not _is_pointed_at(read, word, shown):
            better = [f"{form} {noun.token.text}" for form in _agreeing_with(word, noun)] + better
        yield sentence.hit(word.token, noun.token, *better, word=word.token.text, noun=noun.token.text)


def _is_pointed_at(read: Sequence[Word], word: Word, shown: frozenset[Pair]) -> bool:
    """Le vostre regola: article and possessive agree, so that the noun is the odd one."""
    article = read[word.index - 1] if word.index else None
    return bool(article and family_of(article.form) and pairs_of(article.form) & shown)


def _in_number(noun: Word, shown: frozenset[Pair]) -> tuple[str, ...]:
    same_gender = {gender for gender, _ in noun.pairs}
    better = (agreeing(noun.form, pair) for pair in sorted(shown) if pair[0] in same_gender)
    return tuple(dict.fromkeys(filter(None, better)))


def _is_its_noun(word: Word, noun: Word) -> bool:
    """After a possessive a verb's form is a noun's (il vostro lavoro); a pronoun may have a verb of its own."""
    if not word.may_be("pronoun"):
        return could_only_be_noun(noun)
    if noun.is_only("noun") or (noun.is_only("noun", "adjective") and noun.is_among(used_as("times"))):
        return True
    of_you = could_only_be_noun(noun) and all(
        a.person == 2 or a.mood == "subjunctive" for a in noun.finite
    )  # altri ragioni
    return of_you and bool(noun.finite) and not noun.may_be("adjective")


def _agreeing_with(word: Word, noun: Word) -> tuple[str, ...]:
    better = (agreeing(word.form, pair) for pair in sorted(noun.pairs))
    return tuple(dict.fromkeys(filter(None, better)))


@rule(
    "ONE_OF_MANY",
    severity="stop",
    says={
        "en": "After “{word}” the noun stands in the singular.",
        "it": "Dopo «{word}» il nome va al singolare.",
    },
    wrong=[
        ["Avevo qualche dubbi.", "Avevo qualche dubbio."],
        ["Ogni giorni passo davanti al cantiere.", "Ogni giorno passo davanti al cantiere."],
        ["Leggo qualsiasi libri.", "Leggo qualsiasi libro."],
    ],
    right=["Ogni tre giorni.", "Qualche dubbio, qualche città.", "Ogni mia idea e ogni serie."],
)
def one_of_many(sentence: Sentence) -> Iterator[Hit]:
    read = words(sentence)
    for word in read:
        if word.form not in _SINGULAR_ONLY:
            continue
        noun = next_to(read, word.index)
        if noun and could_only_be_noun(noun) and all(number == "p" for _, number in noun.pairs):
            better = (agreeing(noun.form, (gender, "s")) for gender, _ in sorted(noun.pairs))
            yield sentence.hit(noun.token, noun.token, *filter(None, better), word=word.token.text)


@rule(
    "MORE_THAN_ONE",
    severity="stop",
    says={
        "en": "After “{word}” the noun stands in the plural.",
        "it": "Dopo «{word}» il nome va al plurale.",
    },
    wrong=[
        ["Ho lavorato lì per tre stagione.", "Ho lavorato lì per tre stagioni."],
        ["Passerò fra due settimana.", "Passerò fra due settimane."],
        ["Torno tra 3 mese.", "Torno tra 3 mesi."],
        ["Ho allegato le due relazione.", "Ho allegato le due relazioni."],
        ["Scelgo quattro fotografia.", "Scelgo quattro fotografie."],
    ],
    right=[
        "Alle due domenica, il tre maggio, i sei film, le cinque città.",
        "Il capitolo due parte bene.",
        "Ventuno giorni, 2026 anno difficile.",
    ],
)
def more_than_one(sentence: Sentence) -> Iterator[Hit]:
    read = words(sentence)
    for word in read:
        noun = next_to(read, word.index)
        if noun is None or not could_only_be_noun(noun) or not _counts(word, noun):
            continue
        before = read[word.index - 1].form if word.index else ""
        if before in _CLOCK or any(number == "p" for _, number in noun.pairs):
            continue
        better = (agreeing(noun.form, (gender, "p")) for gender, _ in sorted(noun.pairs))
        yield sentence.hit(noun.token, noun.token, *filter(None, better), word=word.token.text)


_DAYS_AND_MONTHS = frozenset(
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre "
    "lunedì martedì mercoledì giovedì venerdì sabato domenica".split()
)
_COUNTED = frozenset("anno mese settimana giorno minuto volta persona candidato collega".split())


def _counts(word: Word, noun: Word) -> bool:
    """Written numbers count anything but months; figures only what is surely counted (articolo 3 comma 2)."""
    if noun.form in _DAYS_AND_MONTHS:
        return False
    if word.may_be("numeral") and word.is_only("numeral", "noun"):
        return True
    return word.form.isdecimal() and 1 < int(word.form) < 1000 and noun.is_among(_COUNTED)


@rule(
    "WHOLE",
    severity="stop",
    says={
        "en": "“{word}” does not agree with “{article}”.",
        "it": "«{word}» non si accorda con «{article}».",
    },
    wrong=[
        ["Ho portato tutto le carte.", "Ho portato tutte le carte."],
        ["Ho lavorato tutta il giorno.", "Ho lavorato tutto il giorno."],
    ],
    right=["Tutto il giorno, tutte le carte.", "Tutto le piace, tutti lo sanno.", "Tutti gli amici, tutta l'estate."],
)
def whole(sentence: Sentence) -> Iterator[Hit]:
    read = words(sentence)
    for word, article in itertools.pairwise(read):
        if word.form not in _WHOLE or not article.has_lemma("il") or not article.may_be("article"):
            continue
        noun = next_to(read, article.index)
        if noun is None or not (is_noun(read, noun.index) and is_article(read, article.index)):
            continue
        shown = pairs_of(article.form) & noun.pairs
        if shown and not shown & word.reading.determiner_pairs:
            better = (agreeing(word.form, pair) for pair in sorted(shown))
            yield sentence.hit(
                word.token, word.token, *filter(None, better), word=word.token.text, article=article.token.text
            )
