"""Whether an adjective after a noun may speak of another word: un gruppo di persone unito, sono uscita convinta."""

from collections.abc import Sequence

from seguito.languages.it.clauses import clause_start, finite_before
from seguito.languages.it.phrases import next_to
from seguito.languages.it.uses import used_as
from seguito.languages.it.words import Pair, Word, at


def says_it_of_another(read: Sequence[Word], noun: Word, adjective: Word) -> bool:
    """Whether the adjective may belong to another word than the noun before it."""
    wanted = adjective.reading.adjective_pairs
    after = next_to(read, adjective.index)
    if after and after.pairs & wanted and not after.is_only("participle") and not after.may_be("preposition"):
        return True  # in scena | nuovi lavori
    if (
        _shared_out(read, noun, adjective)
        or _earlier_owner(read, noun, wanted)
        or _outside_relative(read, noun, wanted)
    ):
        return True
    return _said_of_subject(read, noun, adjective)


def _shared_out(read: Sequence[Word], noun: Word, adjective: Word) -> bool:
    """Le lingue italiana e francese: each adjective speaks of one of several."""
    plural = all(number == "p" for _, number in noun.reading.noun_pairs)
    singular = all(number == "s" for _, number in adjective.reading.adjective_pairs)
    if not (plural and singular):
        return False
    joint, other = at(read, adjective.index + 1), at(read, adjective.index + 2)
    if joint is None or other is None or joint.form not in {"e", "ed", "o", "ma", ","}:
        return False
    return other.may_be("adjective") and all(number == "s" for _, number in other.reading.adjective_pairs)


_LINKS = frozenset(
    {"article", "joined", "preposition", "determiner", "adjective", "participle", "numeral", "noun", "pronoun"}
)


def _earlier_owner(read: Sequence[Word], noun: Word, wanted: frozenset[Pair]) -> bool:
    """Un gruppo di persone unito: a noun before, in one chain with this one, to which the adjective may belong."""
    for word in reversed(read[: noun.index]):
        if word.is_name or word.token.kind.value == "number":
            return True
        if word.form in {"e", "ed", "o", "né"} and any(number == "p" for _, number in wanted):
            return True
        if word.form in {"e", "ed", "o"}:
            continue
        if word.begins and any(a.person == 1 for a in word.finite) and read[word.index + 1].form in {"da", "qui", "lì"}:
            return False  # lavoro da anni nella scuola
        if not word.kinds & _LINKS or (word.may_be("participle") and _is_perfect(read, word)):
            return False
        if word.finite and _follows_relative(read, word):
            return False  # che tratta messaggi
        if word.may_be("noun") and word.reading.noun_pairs & wanted and not _stands_before(read, word):
            return True
    return False


def _follows_relative(read: Sequence[Word], word: Word) -> bool:
    """Che tratta, non segna: a verb, though its form is a noun's."""
    before = at(read, word.index - 1)
    return bool(before and (before.form in {"che", "non"} or before.is_only("clitic")))


def _stands_before(read: Sequence[Word], word: Word) -> bool:
    """La particolare condizione: an adjective before its noun, though it may be a noun elsewhere."""
    after = at(read, word.index + 1)
    return bool(
        word.may_be("adjective") and after and after.is_only("noun") and word.reading.adjective_pairs & after.pairs
    )


def _is_perfect(read: Sequence[Word], word: Word) -> bool:
    """Ho visto: of a verb, though visto may be a noun."""
    before = at(read, word.index - 1)
    return bool(before and before.finite and before.has_lemma("avere", "essere"))


def _outside_relative(read: Sequence[Word], noun: Word, wanted: frozenset[Pair]) -> bool:
    """I prodotti che consumano energia certificati: it belongs to what the relative speaks of."""
    joint, owner = at(read, clause_start(read, noun.index) - 1), at(read, clause_start(read, noun.index) - 2)
    return bool(joint and owner and joint.form in {"che", "cui"} and owner.reading.noun_pairs & wanted)


def _said_of_subject(read: Sequence[Word], noun: Word, adjective: Word) -> bool:
    """Sono uscita dalla sala convinta; è in realtà complesso: said of the subject whose number the verb shows."""
    start = clause_start(read, noun.index)
    verbs = finite_before(read, start, noun.index)
    if not verbs:
        return _said_without_verb(read[start : noun.index], adjective)
    numbers = {number for _, number in adjective.reading.adjective_pairs}
    if not any(a.number in numbers for verb in verbs for a in verb.finite):
        return False
    before = read[noun.index - 1]
    introducer = before if not before.may_be("adjective") else read[noun.index - 2]
    is_object = not introducer.kinds & {"preposition", "joined"}
    if adjective.may_be("participle") or adjective.is_among(used_as("states")):
        left = not is_object or any(verb.is_among(used_as("leaving") | used_as("copulas")) for verb in verbs)
        return left and not _follows_is(read, noun)
    if introducer.has_lemma("uno") or introducer.form in {"un", "un'"}:
        return False
    return any(verb.is_among(used_as("copulas")) for verb in verbs)


def _said_without_verb(before: Sequence[Word], adjective: Word) -> bool:
    """Uscendo dalla sala convinta, tornata dalla riunione contenta: of whoever a participle or gerund speaks."""
    wanted = adjective.reading.adjective_pairs
    state = adjective.may_be("participle") or adjective.is_among(used_as("states"))
    return any(
        word.is_name or (state and word.may_be("gerund") and word.form != "per") or _may_own(word, wanted)
        for word in before
    )


def _may_own(word: Word, wanted: frozenset[Pair]) -> bool:
    """A participle or pronoun of the gender and number that are wanted, or a pronoun that shows none (lui)."""
    shown = word.pairs | word.reading.determiner_pairs
    return bool(word.kinds & {"participle", "pronoun"} and (shown & wanted or not shown))


def _follows_is(read: Sequence[Word], noun: Word) -> bool:
    """È un settore complessa: what is said begins right after the verb, and holds the noun."""
    if noun.index < 2:
        return False
    return read[noun.index - 1].has_lemma("uno") and read[noun.index - 2].has_lemma("essere", "avere")
