"""Known names that are written with other letters, capitals, accents, hyphens or spaces."""

from collections.abc import Iterator

from seguito.core.looks.finding import Finding, Severity
from seguito.core.looks.names.known import Form, Part, Standing
from seguito.core.looks.names.reading import Reading
from seguito.core.looks.names.rules import ACCENT, CASE, NAME_NEAR, NAME_TYPO, ORG
from seguito.core.looks.names.sightings import Fault, Sighting, fault_of


def spelling(reading: Reading) -> Iterator[Finding]:
    """Names that are theirs by every letter, and yet not as they are known."""
    for sighting in reading.sightings:
        if sighting.fault is not Fault.NONE and _counts(reading, sighting):
            yield _finding(reading, sighting)
        elif sighting.fault is Fault.NONE and _shouted_alone(reading, sighting):
            name = sighting.form.written
            yield CASE.finding(reading.text, sighting.start, sighting.end, (name,), name=name)


def misspelt(reading: Reading, form: Form, first: int, last: int, severity: Severity | None = None) -> Finding:
    """These words are meant as the form; of a given name of two words the whole is quoted."""
    name = _shouted(reading, form.written, first, last)
    start, end = _with_the_rest(reading, form, first, last)
    tokens = reading.tokens
    instead = reading.text[start : tokens[first].start] + name + reading.text[tokens[last].end : end]
    rule = NAME_NEAR if severity is Severity.ASK else NAME_TYPO
    return rule.finding(reading.text, start, end, (instead,), severity, name=name)


def _shouted_alone(reading: Reading, sighting: Sighting) -> bool:
    """`Dear Ms WASHINGTON`: a name in capitals where the greeting is not. Signatures may be."""
    own, form = reading.tokens[sighting.first : sighting.last + 1], sighting.form
    if not form.bearer.is_person or not all(token.shouted for token in own) or any(t.shouted for t in form.tokens):
        return False
    before = reading.tokens[sighting.first - 1] if sighting.first else None
    return reading.in_greeting(sighting.first) and before is not None and not before.shouted


def _shouted(reading: Reading, name: str, first: int, last: int) -> str:
    """The name as it is known, in capitals where the text shouts."""
    return name.upper() if all(token.shouted for token in reading.tokens[first : last + 1]) else name


def _with_the_rest(reading: Reading, form: Form, first: int, last: int) -> tuple[int, int]:
    """`Maria Grazie` whole, where `Maria` beside it is a part of the same given name."""
    start, end = reading.tokens[first].start, reading.tokens[last].end
    if form.part is not Part.GIVEN or " " not in form.bearer.given or " " in form.written:
        return start, end
    before, after = reading.sighted.get(first - 1), reading.sighted.get(last + 1)
    if before and reading.next_to(first) and _given_to(form, before):
        start = before.start
    if after and reading.next_to(last + 1) and _given_to(form, after):
        end = after.end
    return start, end


def _given_to(form: Form, sighting: Sighting) -> bool:
    return any(other.bearer is form.bearer and other.part is Part.GIVEN for other in sighting.forms)


def _finding(reading: Reading, sighting: Sighting) -> Finding:
    form, first, last = _narrowed(reading, sighting)
    name = _shouted(reading, form.written, first, last)
    rule = {Fault.CASE: CASE, Fault.ACCENT: ACCENT}.get(sighting.fault, NAME_TYPO)
    if sighting.fault is Fault.SIGNS and all(bearer.standing is Standing.HOUSE for bearer in sighting.bearers):
        rule = ORG
    start = reading.tokens[first].start
    end = sighting.end if last == sighting.last else reading.tokens[last].end
    return rule.finding(reading.text, start, end, (name,), name=name)


def _narrowed(reading: Reading, sighting: Sighting) -> tuple[Form, int, int]:
    """Of a whole name the half that is at fault: `Andrea lo Presti` is wrong in `lo Presti` alone."""
    form = sighting.form
    whole = form, sighting.first, sighting.last
    if form.part is not Part.FULL or not form.bearer.family:
        return whole
    halves = [
        half
        for half in _halves(reading, sighting)
        if fault_of(half[0], reading.tokens[half[1] : half[2] + 1], reading.words) is not Fault.NONE
    ]
    return halves[0] if len(halves) == 1 else whole


def _halves(reading: Reading, sighting: Sighting) -> Iterator[tuple[Form, int, int]]:
    for form in reading.roster.forms_of(sighting.form.bearer):
        if form.part not in {Part.GIVEN, Part.FAMILY} or form.written not in {form.bearer.given, form.bearer.family}:
            continue
        for first in (sighting.first, sighting.last + 1 - len(form.tokens)):
            read = reading.tokens[first : first + len(form.tokens)]
            if first >= sighting.first and tuple(token.fold for token in read) == form.folds:
                yield form, first, first + len(form.tokens) - 1
                break


def _counts(reading: Reading, sighting: Sighting) -> bool:
    form, first = sighting.form, sighting.first
    if any(bearer.standing is Standing.FORMER for bearer in sighting.bearers):
        return False
    if sighting.standing(Standing.ROLE):
        return sighting.fault is Fault.ACCENT and reading.tokens[first].capital
    certain = reading.in_greeting(first) or first in reading.titled
    if sighting.fault is Fault.CASE and not form.bearer.is_person and _one_of_many(reading, sighting):
        return False
    if first in reading.entitled and first == sighting.last and not certain:
        return False
    if form.part is Part.WORDS:
        return sighting.standing(Standing.HOUSE) and (first < sighting.last or not reading.is_common(first))
    torn = sighting.last - first + 1 > len(form.tokens)
    return certain or not torn or form.part is Part.FULL or not _each_means_something(reading, sighting)


def _one_of_many(reading: Reading, sighting: Sighting) -> bool:
    """`a kestrel`, in a note to Kestrel: the thing itself."""
    first, tokens = sighting.first, reading.tokens
    small = first == sighting.last and not tokens[first].capital
    return small and first > 0 and tokens[first - 1].fold in reading.words.person.mine


def _each_means_something(reading: Reading, sighting: Sighting) -> bool:
    """`San Filippo` is no Sanfilippo torn in two."""
    neighbours = (reading.sighted.get(sighting.first - 1), reading.sighted.get(sighting.last + 1))
    if any(n and set(n.bearers) & set(sighting.bearers) for n in neighbours):
        return False
    return all(reading.is_common(n) for n in range(sighting.first, sighting.last + 1))
