"""Another house where the note speaks of its own: "I would love to join" whom?"""

from collections.abc import Iterator, Set

from seguito.core.looks.finding import Finding, Severity
from seguito.core.looks.names.known import Standing
from seguito.core.looks.names.reading import Reading
from seguito.core.looks.names.rules import ORG
from seguito.core.looks.names.tokens import phrase_before

_LONGEST = 8  # words of a house's name
_ELSEWHERE_REACH = 5  # words before "interview at X" in which "my last" tells of another house


def other_house(reading: Reading, taken: Set[int]) -> Iterator[Finding]:
    """Asked only where the words before leave no doubt that the house of this application is meant."""
    houses = reading.roster.of(Standing.HOUSE)
    index = 1
    while houses and index < len(reading.tokens):
        told = index not in taken and reading.bare(index) and _about_this_house(reading, index)
        last = _name_from(reading, index) if told else None
        if last is not None:
            start, end, name = reading.tokens[index].start, reading.tokens[last].end, houses[0].name
            yield ORG.finding(reading.text, start, end, (name,), Severity.ASK, name=name)
            index = last
        index += 1


def _name_from(reading: Reading, index: int) -> int | None:
    """The last word of an unknown name that begins here; None for places, brands, ordinary words and initials."""
    if reading.tokens[index].shouted or index in reading.entitled:
        return None
    last = index
    while last < index + _LONGEST and reading.next_to(last + 1) and reading.bare(last + 1):
        last += 1
    if all(reading.is_common(n) for n in range(index, last + 1)):
        return None
    goes_on = last + 1 in reading.sighted and reading.next_to(last + 1)
    return None if goes_on else last


def _about_this_house(reading: Reading, index: int) -> bool:
    if reading.tokens[index - 1].fold in reading.words.articles:
        index -= 1
    phrase = phrase_before(reading.tokens, index, reading.words.house.after)
    if not phrase:
        return False
    first = index - len(phrase)
    before = reading.tokens[max(0, first - _ELSEWHERE_REACH) : index]
    return not any(token.fold in reading.words.house.not_after for token in before)
