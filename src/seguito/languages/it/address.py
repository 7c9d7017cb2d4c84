"""What is said to the reader of a note: la ringrazio, le scrivo, le mando i disegni."""

from collections.abc import Sequence

from seguito.languages.it.uses import courtesy, used_as
from seguito.languages.it.words import Word, at

# Verbs of which the object may as well be somebody or something else.
_OF_ANYBODY = frozenset(
    "aspettare chiamare ascoltare conoscere seguire ammirare stimare rivedere raggiungere sentire".split()
)


def is_first_person(verb: Word) -> bool:
    return any(a.person == 1 for a in verb.finite)


def is_said_to_reader(read: Sequence[Word], pronoun: Word) -> bool:
    """Whether a la or le speaks to the reader, with no capital to show it."""
    verb = at(read, pronoun.index + 1)
    if verb is None or not is_first_person(verb):
        return False
    if verb.is_among(courtesy().accusative | courtesy().dative_alone) and not verb.is_among(_OF_ANYBODY):
        return True
    asks = verb.is_among(courtesy().dative_with_object) and has_object(read, verb.index + 1)
    opens = pronoun.begins or (pronoun.index > 0 and read[pronoun.index - 1].form in {"e", ",", ":", ";"})
    return pronoun.form == "le" and opens and asks


def has_object(read: Sequence[Word], index: int) -> bool:
    """Chiedo scusa, auguro una buona giornata, confermo che, invio in allegato il curriculum."""
    word = at(read, index)
    while word and (word.is_only("adverb") or word.form in {"ancora", "subito", "qui", "molto", "volentieri"}):
        word = at(read, word.index + 1)
    if word is None or word.is_mark:
        return False
    if word.form in {"che", "se", "scusa", "di"}:
        return True
    after = at(read, word.index + 1)
    if word.form == "in" and after and after.form == "allegato":
        return has_object(read, word.index + 2)
    if word.may_be("article") and after and after.kinds & {"noun", "adjective", "determiner"}:
        return not after.is_among(used_as("times"))
    return word.is_only("noun") and not word.is_among(used_as("times"))
