"""The house's name with the legal form of another: Brezza S.p.A. for Brezza S.r.l."""

from collections.abc import Iterator

from seguito.core.folding import folded
from seguito.core.looks.finding import Finding
from seguito.core.looks.names.known import Standing
from seguito.core.looks.names.reading import Reading
from seguito.core.looks.names.rules import ORG

_LONGEST = 4  # letters: SpA, GmbH; longer ones (Limited, Company) are words, and often left out or added


def legal_form(reading: Reading) -> Iterator[Finding]:
    """Only where the house is known with a legal form of its own."""
    lasts = [house.name.split()[-1] for house in reading.roster.of(Standing.HOUSE)]
    recorded = {form: last for last in lasts if (form := _form(reading, last))}
    if not recorded:
        return
    for sighting in reading.sightings:
        read = _after(reading, sighting.last) if sighting.standing(Standing.HOUSE) else None
        if read and read[0] not in recorded:
            instead = f"{reading.text[sighting.start : sighting.end]} {next(iter(recorded.values()))}"
            yield ORG.finding(reading.text, sighting.start, read[1], (instead,), name=instead)


def _form(reading: Reading, last: str) -> str:
    """`srl` for S.r.l.; nothing for a word that is no legal form."""
    letters = folded(last).replace(".", "")
    return letters if letters in reading.words.house.legal and 1 < len(letters) <= _LONGEST else ""


def _after(reading: Reading, last: int) -> tuple[str, int] | None:
    """The legal form right after this word, and where it ends with its dot."""
    letters = ""
    found: tuple[str, int] | None = None
    for index in range(last + 1, min(last + 1 + _LONGEST, len(reading.tokens))):
        token = reading.tokens[index]
        if not reading.next_to(index) or len(letters) + len(token.fold) > _LONGEST:
            break
        letters += token.fold
        plain = token.fold == letters and not token.capital and letters in reading.words.ordinary
        if len(letters) > 1 and letters in reading.words.house.legal and not plain:
            dot = reading.text[token.end : token.end + 1] == "." and len(token.fold) == 1
            found = letters, token.end + dot
    return found
