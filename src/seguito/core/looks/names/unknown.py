"""People named as if they had been there, whom nobody knows."""

from collections.abc import Iterator

from seguito.core.looks.finding import Finding
from seguito.core.looks.names.known import Form, Part, Standing
from seguito.core.looks.names.likeness import nearest
from seguito.core.looks.names.people import among_strangers, in_own_life, is_another, is_elsewhere, sentence_of
from seguito.core.looks.names.reading import Reading
from seguito.core.looks.names.rules import NAME_TYPO, NAME_UNKNOWN
from seguito.core.looks.names.tokens import phrase_at, phrase_before

_LONGEST = 4  # words of somebody's name


def unknown(reading: Reading) -> Iterator[Finding]:
    """After a title, in `as Paolo told me`, `you and Paolo`, `Paolo's question`; and in the signature.

    A name alone may be anybody's (a painter's, a sister's): nothing is asked about it.
    """
    if not reading.roster.people:
        return
    told_of = _told_of(reading)
    for index in range(len(reading.tokens)):
        if not reading.bare(index) or reading.in_greeting(index) or index in reading.entitled:
            continue
        if index in reading.signature or len(reading.tokens[index].word) == 1:
            continue
        titled = reading.tokens[index].fold not in told_of and _after_title(reading, index)
        if titled or _as_if_there(reading, index):
            last = _last(reading, index)
            tokens = reading.tokens[index : last + 1]
            meant = nearest(tokens, _people(reading), sure=True)
            if meant and not is_another(reading, tokens, *meant):
                start, end, name = reading.tokens[index].start, reading.tokens[last].end, meant[0].written
                yield NAME_TYPO.finding(reading.text, start, end, (name,), name=name)
                continue
            yield NAME_UNKNOWN.finding(reading.text, reading.tokens[index].start, reading.tokens[last].end)
    yield from _signature(reading)


def _people(reading: Reading) -> list[Form]:
    return [form for bearer in reading.roster.people for form in reading.roster.forms_of(bearer)]


def _last(reading: Reading, first: int) -> int:
    index = first
    while (
        index < first + _LONGEST
        and reading.next_to(index + 1)
        and reading.bare(index + 1)
        and not reading.is_common(index + 1)
    ):
        index += 1
    return index


def _after_title(reading: Reading, index: int) -> bool:
    titled = reading.titled.get(index)
    return bool(titled and reading.next_to(index) and titled.first not in reading.entitled)


def _told_of(reading: Reading) -> frozenset[str]:
    """Surnames after a title of people who were not there: a second time nobody need say so."""
    places = (index for index in reading.titled if index < len(reading.tokens) and _after_title(reading, index))
    return frozenset(reading.tokens[index].fold for index in places if _not_there(reading, index))


def _not_there(reading: Reading, index: int) -> bool:
    """`My teacher Mr Bell`, `a Mr Bell`, `I told you of Mr Bell`, `Mr Darcy would have`."""
    titled, fold = reading.titled[index], reading.tokens[index].fold
    before = titled.first - 1
    if fold in reading.words.renowned or fold in reading.words.capitalised:
        return True
    if before >= 0 and reading.tokens[before].fold in reading.words.person.mine and reading.next_to(titled.first):
        return True
    if in_own_life(reading, titled.first) or in_own_life(reading, index):
        return True
    last = _last(reading, index)
    if is_elsewhere(reading, titled.first, last):
        return True
    if titled.honorific.kind not in reading.words.titles and not as_if_there(reading, index, last):
        return True  # "Captain Cook", "don Milani"
    return among_strangers(reading, titled.first, last) and not _of_the_meeting(reading, titled.first, last)


def _of_the_meeting(reading: Reading, first: int, last: int) -> bool:
    """The sentence has thanked or greeted people before the name, or goes on with what they said."""
    person = reading.words.person
    before = range(sentence_of(reading, first).start, first)
    thanked = any(phrase_at(reading.tokens, n, of) for n in before for of in (person.with_people, person.quoted_by))
    return thanked or phrase_at(reading.tokens, last + 1, person.quoting_after) is not None


def _as_if_there(reading: Reading, index: int) -> bool:
    token = reading.tokens[index]
    words = reading.words
    elsewhere = (words.places, words.renowned, words.capitalised)
    if token.fold not in words.given or token.shouted or any(token.fold in names for names in elsewhere):
        return False
    if token.opens and token.fold in words.ordinary:
        return False
    last = _last(reading, index)
    if in_own_life(reading, index):
        return False
    if _of_ones_family(reading, last + 1):  # "as Paola Ricci told me", where Benedetta Ricci was there
        return as_if_there(reading, index, index) or as_if_there(reading, index, reading.sighted[last + 1].last)
    return not _goes_on(reading, last) and as_if_there(reading, index, last)


def as_if_there(reading: Reading, index: int, last: int) -> bool:
    """What stands around the name tells of somebody who was at the interview."""
    return any(told(reading, index, last) for told in (_speaks, _together, _owns, _listed, _placed))


def _of_ones_family(reading: Reading, index: int) -> bool:
    sighting = reading.sighted.get(index)
    there = sighting is not None and sighting.standing(Standing.READER, Standing.PANEL)
    return there and sighting is not None and sighting.form.part is Part.FAMILY and reading.next_to(index)


def _goes_on(reading: Reading, last: int) -> bool:
    """`Anna Karenina`, `Marco Polo Bridge`: more of a name that nobody here bears."""
    following = last + 1
    return reading.next_to(following) and reading.tokens[following].capital and following not in reading.titled


def _speaks(reading: Reading, index: int, last: int) -> bool:
    """`as Paolo said`, `Paolo told me`; a whole name only where it told the writer something."""
    person = reading.words.person
    if last == index and phrase_before(reading.tokens, index, person.quoted_by):
        return True
    said = phrase_at(reading.tokens, last + 1, person.quoting_after)
    if said is None or "," in reading.tokens[last + 1].gap:
        return False
    quoted = phrase_before(reading.tokens, index, person.quoting_before) is not None or _at_the_interview(
        reading, index
    )
    return (quoted and last == index) or len(said) > 1


def _at_the_interview(reading: Reading, index: int) -> bool:
    """`In our interview Paolo asked`, `what Paolo said when we met`: in the same sentence, and not after it."""
    meeting, tokens = reading.words.meeting, reading.tokens
    return any(
        phrase_at(tokens, n, meeting.events) and not phrase_before(tokens, n, meeting.around, 1)
        for n in sentence_of(reading, index)
    )


def _together(reading: Reading, index: int, last: int) -> bool:
    return last - index < 2 and phrase_before(reading.tokens, index, reading.words.person.with_people) is not None


def _listed(reading: Reading, index: int, last: int) -> bool:
    """`Anna and Paolo`, `Paolo and Anna`: in one breath with somebody who was there."""
    joins = reading.words.joins
    before = index - 2 if index > 1 and reading.tokens[index - 1].fold in joins else None
    after = last + 2 if last + 2 < len(reading.tokens) and reading.tokens[last + 1].fold in joins else None
    there = (Standing.READER, Standing.PANEL)
    return any(n in reading.sighted and reading.sighted[n].standing(*there) for n in (before, after) if n is not None)


def _placed(reading: Reading, index: int, last: int) -> bool:
    """`Paolo from your team`, `Paolo at reception`."""
    return last == index and phrase_at(reading.tokens, last + 1, reading.words.person.placed_after) is not None


def _owns(reading: Reading, index: int, last: int) -> bool:
    person = reading.words.person
    if last == index and phrase_before(reading.tokens, index, person.things_of):
        return True
    possessive = reading.tokens[last + 1 : last + 3]
    return (
        last == index
        and len(possessive) == 2
        and possessive[0].glue == "'"
        and possessive[0].fold == "s"
        and possessive[1].fold in person.things
    )


def _signature(reading: Reading) -> Iterator[Finding]:
    """Signed with a whole name that is not the candidate's."""
    candidates = reading.roster.of(Standing.CANDIDATE)
    line = [n for n in reading.signature if reading.tokens[n].capital]
    if not candidates or not line or any(n in reading.sighted for n in reading.signature):
        return
    words = [reading.tokens[n] for n in line]
    if len(words) > 1 and words[0].fold in reading.words.given and all(t.glue for t in words[1:]):
        name = candidates[0].name
        yield NAME_UNKNOWN.finding(reading.text, words[0].start, words[-1].end, (name,))
