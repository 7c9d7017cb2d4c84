"""One form of address in one note: Lei or tu, and Suo with a capital everywhere or nowhere."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from seguito.core.looks.context import Context, Known
from seguito.core.looks.language.prose import Hit, Prose, Token
from seguito.core.looks.language.record import note_rule
from seguito.languages.it.address import is_first_person, is_said_to_reader
from seguito.languages.it.conjugation import in_person
from seguito.languages.it.uses import courtesy, is_person
from seguito.languages.it.words import Word, at, words

_POSSESSIVES = {"tuo": "suo", "tua": "sua", "tuoi": "suoi", "tue": "sue"}
_BACK = {formal: informal for informal, formal in _POSSESSIVES.items()}


@dataclass(frozen=True, slots=True)
class Address:
    """One word that says Lei (`formal`) or tu, and the same said the other way, where that is sure."""

    token: Token
    formal: bool
    other: str = ""


def _unquoted(prose: Prose) -> Iterator[tuple[Sequence[Word], Word]]:
    for sentence in prose.sentences:
        read = words(sentence)
        for word in read:
            if word.is_word and not any(start < word.token.start < end for start, end in prose.quoted):
                yield read, word


def _addresses(prose: Prose) -> Iterator[Address]:
    for read, word in _unquoted(prose):
        after = at(read, word.index + 1)
        address = _informal(read, word, after) or _formal(read, word, after)
        if address:
            yield address


def _informal(read: Sequence[Word], word: Word, after: Word | None) -> Address | None:
    form = word.form
    if form in _POSSESSIVES:
        return Address(word.token, False, _POSSESSIVES[form])
    if form == "tu" and not (after and after.form == "per"):
        return Address(word.token, False, "lei")
    if form in {"ti", "t'"} and after and after.is_word:
        return Address(word.token, False, _for_verb(after) if form == "ti" else "")
    if form in courtesy().informal_verbs and not word.may_be("noun"):
        return Address(word.token, False, next(iter(in_person(form, 3, "s")), ""))
    if any(a.clitics == ("ti",) and a.mood in {"infinitive", "gerund"} for a in word.reading.analyses):
        return Address(word.token, False, word.token.text[:-2] + _for_verb(word))
    return None


def _for_verb(verb: Word) -> str:
    dative = verb.is_among(courtesy().dative_alone | courtesy().dative_with_object)
    return "le" if dative else "la"


def _formal(read: Sequence[Word], word: Word, after: Word | None) -> Address | None:
    text = word.token.text
    if not word.begins and text in {"Lei", "La", "Le", "Suo", "Sua", "Suoi", "Sue"}:
        return Address(word.token, True, _BACK.get(word.form, "ti" if text in {"La", "Le"} else "tu"))
    if word.form in {"la", "le"} and is_said_to_reader(read, word):
        return Address(word.token, True, "ti")
    if _is_enclitic(word):
        return Address(word.token, True, text[:-2] + "ti")
    return None


def _is_enclitic(word: Word) -> bool:
    """Ringraziarla, scriverle, disturbarLa."""
    if not any(a.clitics in {("la",), ("le",)} and a.mood in {"infinitive", "gerund"} for a in word.reading.analyses):
        return False
    capital = word.token.text[-2].isupper()
    return capital or word.is_among(courtesy().said_to_readers)


_TU = Context(to="Marta Galli", interviewers=(Known("Marta Galli", gender="f"),))


@note_rule(
    "LEI_OR_TU",
    severity="ask",
    says={
        "en": "This note says both “Lei” and “tu” to its reader.",
        "it": "In questa nota si dà sia del Lei sia del tu.",
    },
    wrong=[
        [
            "La ringrazio del tempo e le scrivo del tuo consiglio.",
            "La ringrazio del tempo e le scrivo del suo consiglio.",
        ],
        ["Ti scrivo per ringraziarla della tua visita.", "Ti scrivo per ringraziarti della tua visita."],
        ["Le scrivo per dirti che la Sua idea mi piace.", "Le scrivo per dirle che la Sua idea mi piace."],
    ],
    right=[
        "La ringrazio e le scrivo per ringraziarla ancora.",
        "Ti ringrazio: hai ragione tu, e la mia collega ti saluta.",
        "Come diceva mia nonna, «aiutati che il ciel t'aiuta»; la ringrazio.",
        "Mi ha detto: «Tu hai stoffa». La ringrazio.",
    ],
    known=_TU,
)
def lei_or_tu(prose: Prose) -> Iterator[Hit]:
    found = list(_addresses(prose))
    formal = [address for address in found if address.formal]
    informal = [address for address in found if not address.formal]
    if not formal or not informal:
        return
    reader = prose.context.addressee
    known = reader.formal if reader else None
    if known is None and len(formal) == len(informal):
        odd = found  # nobody can tell which is meant
    else:
        odd = informal if (len(formal) > len(informal) if known is None else known) else formal
    for address in odd:
        suggestions = (address.other,) if address.other else ()
        yield Hit(address.token.start, address.token.end, suggestions)


@note_rule(
    "CAPITAL_COURTESY",
    severity="ask",
    says={
        "en": "Elsewhere in this note the courtesy form has a capital: “{better}”.",
        "it": "Altrove in questa nota la forma di cortesia ha la maiuscola: «{better}».",
    },
    wrong=[
        [
            "La ringrazio per il Suo tempo e per avermi mostrato il suo studio.",
            "La ringrazio per il Suo tempo e per avermi mostrato il Suo studio.",
        ],
        [
            "Resto a Sua disposizione e spero di rivederla presto.",
            "Resto a Sua disposizione e spero di rivederLa presto.",
        ],
        ["Scrivo a Lei e resto a sua disposizione.", "Scrivo a Lei e resto a Sua disposizione."],
    ],
    right=[
        "Resto a Sua disposizione e spero di rivederLa.",
        "La ringrazio per il suo tempo e resto a sua disposizione.",
        "Ringrazio Lei e la dottoressa Bianchi per avermi mostrato il suo studio.",
        "Ho visto il forno con il suo camino, e La ringrazio.",
    ],
)
def capital_courtesy(prose: Prose) -> Iterator[Hit]:
    capitals, small = 0, []
    for read, word in _unquoted(prose):
        if _is_capital(word):
            capitals += 1
        elif capital := _with_capital(read, word):
            small.append((word, capital))
    if capitals:
        for word, capital in small:
            yield Hit(word.token.start, word.token.end, (capital,))


def _is_capital(word: Word) -> bool:
    text = word.token.text
    if not word.begins and text in {"Lei", "La", "Le", "Suo", "Sua", "Suoi", "Sue"}:
        return True
    return text[-2:] in {"La", "Le"} and len(text) > 4 and any(a.clitics for a in word.reading.analyses)


def _with_capital(read: Sequence[Word], word: Word) -> str:
    """The same word with its capital, where it surely speaks to the reader; empty elsewhere."""
    text, after = word.token.text, at(read, word.index + 1)
    if text in {"suo", "sua", "suoi", "sue"} and _is_readers(read, word, after) and not _another(read, word.index):
        return text.capitalize()
    if text in {"la", "le"} and is_said_to_reader(read, word):
        return text.capitalize()
    if text == "lei" and word.index and _is_spoken_to(read[word.index - 1]) and not _another(read, word.index):
        return "Lei"
    last = text[-2:]
    if (
        last in {"la", "le"}
        and any(a.clitics in {("la",), ("le",)} for a in word.reading.analyses)
        and _is_to_reader(word)
    ):
        return text[:-2] + last.capitalize()
    return ""


def _is_spoken_to(before: Word) -> bool:
    """A lei, con lei, ringrazio lei."""
    return before.form in {"a", "con", "da", "per"} or (
        is_first_person(before) and before.is_among(courtesy().accusative)
    )


def _is_to_reader(word: Word) -> bool:
    return word.is_among(courtesy().said_to_readers | _MEETING)


_MEETING = frozenset({"rivedere", "incontrare", "risentire"})


def _is_readers(read: Sequence[Word], word: Word, after: Word | None) -> bool:
    """A suo that hangs on a verb (avermi mostrato il suo studio), or a set phrase of letters."""
    if after and after.is_among(courtesy().readers_own):
        return True
    for before in reversed(read[: word.index]):
        if (before.kinds & {"article", "joined", "preposition"} and not before.finite) or before.form == "che":
            continue
        return bool(before.kinds & {"infinitive", "participle", "finite", "gerund"}) and not before.may_be("noun")
    return False


def _another(read: Sequence[Word], index: int) -> bool:
    """Whether somebody else is named before, whose it may be."""
    return any(
        (word.is_name and word.form not in {"lei", "la", "le", "suo", "sua", "suoi", "sue"}) or is_person(word)
        for word in read[:index]
    )
