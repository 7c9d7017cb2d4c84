"""A colleague named where the reader is meant, and the reader where a colleague is."""

from collections.abc import Iterator

from seguito.core.looks.finding import Finding, Severity
from seguito.core.looks.names.greeting import part_of
from seguito.core.looks.names.known import Bearer, Part, Standing
from seguito.core.looks.names.reading import Reading
from seguito.core.looks.names.rules import SWAP
from seguito.core.looks.names.sightings import Sighting
from seguito.core.looks.names.tokens import phrase_at, phrase_before

_LONGEST_SENTENCE = 60  # words
_ADDRESSED_WITHIN = 6  # words after "José," in which "your" tells that he is spoken to


def swaps(reading: Reading) -> Iterator[Finding]:
    reader = reading.reader
    if reader is None:
        return
    for sighting in reading.sightings:
        if reading.in_greeting(sighting.first) or sighting.first in reading.entitled:
            continue
        if reader in sighting.bearers:
            alone = all(form.bearer is reader or form.part is Part.WORDS for form in sighting.forms)
            if alone and _as_if_another(reading, sighting):
                yield SWAP.finding(reading.text, sighting.start, sighting.end, (), Severity.ASK, reader=reader.name)
        elif sighting.standing(Standing.PANEL) and (_spoken_to(reading, sighting) or _signs(reading, sighting)):
            yield SWAP.finding(
                reading.text, sighting.start, sighting.end, _instead(reading, sighting, reader), reader=reader.name
            )


def _instead(reading: Reading, sighting: Sighting, reader: Bearer) -> tuple[str, ...]:
    if _signs(reading, sighting):
        return tuple(b.name for b in reading.roster.of(Standing.CANDIDATE))
    return (part_of(reader, sighting.form.part),)


def _first_word(reading: Reading, sighting: Sighting) -> int:
    """Of the name with its title."""
    titled = reading.titled.get(sighting.first)
    return titled.first if titled else sighting.first


def _as_if_another(reading: Reading, sighting: Sighting) -> bool:
    """`you and Siobhán`, `as Siobhán told me`, to Siobhán; what others say of her between quotation marks is theirs."""
    tokens, person = reading.tokens, reading.words.person
    following = sighting.last + 1
    if sighting.first in reading.quoted or (reading.next_to(following) and tokens[following].capital):
        return False
    first = _first_word(reading, sighting)
    if phrase_before(tokens, first, person.quoting_before) and phrase_at(tokens, following, person.quoting_after):
        return True
    article = first > 0 and tokens[first - 1].fold in reading.words.articles
    return any(
        phrase_before(tokens, place, phrases)
        for place in ((first, first - 1) if article else (first,))
        for phrases in (person.beside_reader, person.with_people, person.quoted_by)
    )


def _signs(reading: Reading, sighting: Sighting) -> bool:
    """The note is signed with a panelist's name."""
    return sighting.first in reading.signature and not sighting.standing(Standing.CANDIDATE)


def _spoken_to(reading: Reading, sighting: Sighting) -> bool:
    """`Thank you, José.` or `José, your dashboard …`: the name stands apart, beside words for the one spoken to."""
    first = _first_word(reading, sighting)
    token = reading.tokens[first]
    after = reading.text[sighting.end : sighting.end + 2].lstrip()[:1] or "."
    if first and "," in token.gap and not token.opens and after in ",.!?;":
        return _called(reading, first) or (after in ".!?" and _last_word(reading, first))
    if first and token.opens and after == ",":
        return _addressed(reading, sighting.last)
    return False


def _called(reading: Reading, first: int) -> bool:
    """The words before the comma speak to somebody: `thank you again, …`."""
    person = reading.words.person
    for length in range(min(person.called_after.longest, first), 0, -1):
        if tuple(t.fold for t in reading.tokens[first - length : first]) in person.called_after.of:
            return True
    return False


def _last_word(reading: Reading, first: int) -> bool:
    """`Thank you for the walk, José.`: the sentence speaks to its reader, and the name at its end is in no list."""
    tokens, words = reading.tokens, reading.words
    before = tokens[first - 1]
    if first - 1 in reading.sighted or before.capital or before.fold in words.role.nouns | words.person.colleagues:
        return False
    start = first
    while start > max(0, first - _LONGEST_SENTENCE) and not (
        tokens[start].opens and any(sign in tokens[start].gap for sign in ".!?…\n")
    ):
        start -= 1
    return any(token.fold in words.person.you for token in tokens[start:first]) and not any(
        "," in token.gap for token in tokens[start + 1 : first]
    )


def _addressed(reading: Reading, last: int) -> bool:
    """The sentence goes on with `your`, and not with somebody else in between."""
    tokens = reading.tokens[last + 1 : last + 1 + _ADDRESSED_WITHIN]
    if not tokens or phrase_at(reading.tokens, last + 1, reading.words.person.kin):
        return False
    return tokens[0].fold in reading.words.person.you
