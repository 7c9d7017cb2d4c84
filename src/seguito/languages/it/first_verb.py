"""The verb of a clause that a joint opens: prima che il treno *parta*."""

from collections.abc import Sequence

from seguito.languages.it.clauses import is_introduced
from seguito.languages.it.determiners import family_of
from seguito.languages.it.phrases import is_article, verb_follows
from seguito.languages.it.words import Word

EMBEDS = frozenset(
    "che ch' chi cui quando se dove dov' come com' cos' quand' mentre perché quello quella quelli quelle quanto cosa "
    "coloro colui colei ciò".split()
)
_VERB_OR_NOUN = frozenset({"finite", "imperative", "noun", "adjective", "participle"})
PASSED_OVER = frozenset(
    "non già ancora mai anche sempre solo davvero poi forse tutto io tu lui lei noi voi loro egli ella".split()
)


def first_verb(read: Sequence[Word], index: int) -> Word | None:
    """The finite verb of the clause that begins here; None where another clause comes between, or nobody can tell."""
    if index < len(read) and read[index].form == "chi":
        index = _past_who(read, index + 1)
    for word in read[index : index + 14]:
        if word.is_mark or word.form in EMBEDS or word.may_be("gerund"):
            return None
        if word.index == index and _is_verbless(word):
            return None
        if word.form == "sia":
            return None if any(other.form == "sia" for other in read[word.index + 1 :]) else word
        if (
            word.kinds <= _VERB_OR_NOUN
            and word.finite
            and not is_introduced(read, word.index)
            and not _is_noun_here(read, word)
        ):
            return word
    return None


def _past_who(read: Sequence[Word], index: int) -> int:
    """Che chi arriva | trovi un volto: past the verb of chi, where it stands at once."""
    while index < len(read) and (read[index].is_only("clitic") or read[index].form in PASSED_OVER):
        index += 1
    return index + 1 if index < len(read) and read[index].finite else len(read)


def _is_verbless(word: Word) -> bool:
    """Benché stanca, prima che sorgere: no verb of its own follows the joint."""
    return word.is_only("infinitive") or (bool(word.reading.adjective_pairs) and not word.reading.determiner_pairs)


def _is_noun_here(read: Sequence[Word], word: Word) -> bool:
    """Whether a form that is a noun's as well stands as a noun: after la, l', gli or an adjective."""
    if not (word.may_be("noun") or word.may_be("adjective")) or word.has_lemma("essere", "avere"):
        return False
    before = read[word.index - 1] if word.index else None
    if before is None:
        return False
    if family_of(before.form) and is_article(read, before.index):
        return True
    if before.form != "che" and before.reading.determiner_pairs & word.pairs:
        return True
    if word.may_be("noun") and verb_follows(read, word.index + 1):
        return True
    return (
        not before.is_mark
        and not before.may_be("clitic")
        and before.form
        not in PASSED_OVER | {"che", "se", "benché", "sebbene", "affinché", "purché", "qualora", "nonostante"}
        and not before.is_name
    )


def wants_subjunctive(verb: Word, *, future_too: bool = True) -> bool:
    """Whether no analysis of the verb is a subjunctive."""
    if any(a.mood == "subjunctive" for a in verb.finite):
        return False
    later = any(a.mood == "conditional" or a.tense in {"future", "past"} for a in verb.finite)
    return future_too or not later


def matches(read: Sequence[Word], index: int, phrase: Sequence[str]) -> bool:
    return len(read) >= index + len(phrase) and all(
        word.form == form for word, form in zip(read[index:], phrase, strict=False)
    )
