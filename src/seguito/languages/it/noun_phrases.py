"""What follows a noun and belongs to it: adjectives that agree, and complements with a preposition."""

from collections.abc import Sequence

from seguito.languages.it.phrases import could_only_be_noun, is_surely_finite
from seguito.languages.it.words import Pair, Word, at, form_at

PREPOSITIONS = frozenset("di a da in con su per tra fra d' ad senza".split())
_PLACES = frozenset("ufficio reparto settore area servizio sala centro capo punto responsabile".split())
_DEGREES = frozenset("più meno molto così sempre ben meglio".split())


def complements(read: Sequence[Word], index: int, pairs: frozenset[Pair]) -> int:
    """Past adjectives that agree, and what follows with a preposition: luminosa di Trieste, al secondo piano."""
    while index < len(read):
        word = read[index]
        degree = word.form in _DEGREES and index + 1 < len(read)
        said = read[index + 1] if degree else word
        if is_said_with(said, pairs):
            index = past_names(read, index + 1 + degree)
            second = at(read, index + 1)
            if form_at(read, index) in {"e", "ed", "ma"} and second and is_said_with(second, pairs):
                index += 2  # letti e approvati
        elif _is_before_verb(read, word, pairs):
            index += 1
        elif word.form in {"di", "a"} and index + 1 < len(read) and read[index + 1].is_only("infinitive"):
            index = _past_object(read, index + 2)
        elif word.may_be("joined") or word.form in PREPOSITIONS:
            after = _complement(read, index + 1)
            if after == index + 1:
                break
            index = after
        else:
            break
    return index


def _past_object(read: Sequence[Word], index: int) -> int:
    """La scelta di chiudere | la domenica: what the infinitive may have with it."""
    article, noun = at(read, index), at(read, index + 1)
    has_object = article and noun and article.may_be("article") and noun.is_only("noun")
    return index + 2 if has_object else index


def _is_before_verb(read: Sequence[Word], word: Word, pairs: frozenset[Pair]) -> bool:
    """La prova pratica è andata: a verb follows at once, so that what may be one as well is an adjective."""
    after = at(read, word.index + 1)
    nominal = word.may_be("adjective") and word.kinds <= {"adjective", "noun", "participle", "finite", "imperative"}
    agrees = not word.reading.adjective_pairs.isdisjoint(pairs)
    return nominal and agrees and bool(after and after.has_lemma("essere", "avere") and is_surely_finite(after))


def is_said_with(word: Word, pairs: frozenset[Pair]) -> bool:
    """An adjective after its noun; forms of voi and commands are none there (le norme armonizzate)."""
    if word.reading.adjective_pairs.isdisjoint(pairs):
        return False
    if word.is_only("adjective", "participle"):
        return True
    if word.may_be("adjective") and word.kinds <= {"adjective", "participle", "noun", "infinitive"}:
        return not word.may_be("infinitive") or word.form.endswith("are")  # la luce solare; but il dovere
    numbers = {number for _, number in pairs}
    is_one = word.may_be("participle") and word.kinds <= {"adjective", "participle", "finite", "imperative", "noun"}
    return is_one and all(a.person < 3 or (numbers and a.number not in numbers) for a in word.finite)


def _is_named(read: Sequence[Word], index: int) -> bool:
    """A noun of a complement; after an article or an adjective it may look like an adverb (al primo piano)."""
    word, before = read[index], read[index - 1]
    introduced = before.kinds & {"joined", "article", "adjective"} and not before.finite
    return could_only_be_noun(word) or bool(
        introduced and word.may_be("noun") and word.is_only("noun", "adjective", "adverb")
    )


def past_names(read: Sequence[Word], index: int) -> int:
    """La dottoressa Anna Bianchi."""
    while index < len(read) and read[index].is_name:
        index += 1
    return index


def _complement(read: Sequence[Word], index: int) -> int:
    """Past the noun or name of a complement, its determiners and adjectives; `index` itself if there is none."""
    start = index
    if index < len(read) and read[index].form in {"quale", "quali", "cui"}:
        return start
    while index < len(read) and (
        (read[index].kinds & {"article", "determiner", "numeral"} and not read[index].finite)
        or read[index].token.kind.value == "number"
    ):
        index += 1
    names = past_names(read, index)
    if names > index:
        return names
    while index + 1 < len(read) and read[index].is_only("adjective") and could_only_be_noun(read[index + 1]):
        index += 1
    if index < len(read) and read[index].is_only("adverb", "noun"):
        return index + 1  # di ieri, di qui
    if index >= len(read) or not _is_named(read, index):
        return start
    noun = read[index]
    index += 1
    while index < len(read) and read[index].is_only("adjective", "participle") and read[index].pairs & noun.pairs:
        index += 1
    if index + 1 < len(read) and read[index].form == "così" and read[index + 1].may_be("participle"):
        index += 2
    if noun.form in _PLACES and index < len(read) and read[index].is_only("noun"):
        index += 1  # dell'ufficio spedizioni
    return index
