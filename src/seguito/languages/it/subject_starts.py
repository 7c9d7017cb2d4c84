"""Where a subject may begin: at the start of a clause, or after words that open it and have no verb of their own."""

from collections.abc import Iterator, Sequence

from seguito.languages.it.clauses import SUBORDINATES
from seguito.languages.it.noun_phrases import PREPOSITIONS, complements
from seguito.languages.it.phrases import is_surely_finite
from seguito.languages.it.uses import used_as
from seguito.languages.it.words import Word, at, form_at

_CLAUSE_OPENERS = SUBORDINATES - {"come", "cui"}
_COMPARE = frozenset({"sia", "più", "meno", "tanto", "meglio"})
_QUOTES = frozenset('«“"‘(')
_LEADING = frozenset(
    "oggi ieri domani invece pertanto perciò quindi dunque inoltre infatti allora poi ora adesso anche purtroppo certo "
    "forse soprattutto eppure tuttavia così qui lì là intanto spesso e ma però insomma comunque neppure nemmeno "
    "neanche persino perfino solo finalmente stamattina stasera".split()
)
_VERBAL = frozenset({"finite", "imperative", "infinitive", "gerund", "participle"})
_LONGEST_LEAD = 12  # words before the subject


def subject_starts(read: Sequence[Word]) -> Iterator[int]:
    """The places where a noun phrase would be the subject of the verb that follows it."""
    opened, compares, had_verb = True, False, False
    for word in read:
        if opened and not word.is_mark:
            yield from dict.fromkeys(_starts_at(read, word.index))
        compares = compares or word.form in _COMPARE
        had_verb = had_verb or is_surely_finite(word) or word.may_be("gerund")
        if word.token.text in _QUOTES and opened:
            continue
        if word.is_mark:
            opened = word.begins or (had_verb and word.token.text in {",", ";", ":"})
            had_verb = False
        elif word.index == 0 and word.kinds & {"preposition", "joined", "adverb"}:
            had_verb, opened = True, False  # nel 2013, il settore …
        else:
            opened = word.form in _CLAUSE_OPENERS and not (compares and word.form == "che")


def _starts_at(read: Sequence[Word], index: int) -> Iterator[int]:
    """A clause start, and the one after a leading word or complement: oggi | i colleghi, nei primi tempi | le prove."""
    yield index
    word = read[index]
    leads = word.form in _LEADING and (word.form not in {"e", "ed"} or word.begins or _opens_with_several(read, index))
    if leads or (word.form.endswith("mente") and word.is_only("adverb")):
        after = index + 1
    elif word.may_be("joined") or word.form in PREPOSITIONS:
        after = complements(read, index, frozenset())
        after += after > index and index == 0 and form_at(read, after) == ","
        yield from _past_lead(read, index)
    else:
        return
    following = at(read, after)
    if after > index and following and not following.is_mark and following.kinds & {"article", "determiner"}:
        yield after


def _opens_with_several(read: Sequence[Word], index: int) -> bool:
    """…, e le celle sono fredde: after a comma, and several things, which no other subject makes more."""
    after = at(read, index + 1)
    return form_at(read, index - 1) == "," and bool(after and after.form in {"i", "gli", "le"})


def _past_lead(read: Sequence[Word], index: int) -> Iterator[int]:
    """Tra le luci della sala | i ragazzi: the first noun phrase after complements that no preposition introduces."""
    for before, word in zip(read[index:], read[index + 1 : index + _LONGEST_LEAD], strict=False):
        if word.is_mark or word.form in SUBORDINATES or word.form in {"e", "ed", "o"}:
            return
        if word.kinds & _VERBAL and not word.kinds & {"noun", "adjective"}:
            return
        begins = word.may_be("article") and not word.may_be("noun")
        if begins and before.kinds <= {"noun", "adjective", "participle"} and before.kinds and not before.finite:
            if not _is_measure(read, word):
                yield word.index
            return


def _is_measure(read: Sequence[Word], article: Word) -> bool:
    """Una volta al mese la sera: a time is no subject."""
    noun = at(read, article.index + 1)
    return bool(noun and noun.is_among(used_as("times")))
