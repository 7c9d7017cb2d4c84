"""Who the note greets, and whether that is its reader."""

from collections.abc import Iterator, Sequence

from seguito.core.folding import folded
from seguito.core.looks.finding import Finding
from seguito.core.looks.names.known import Bearer, Form, Part, Standing
from seguito.core.looks.names.likeness import half_of, nearest
from seguito.core.looks.names.people import is_another
from seguito.core.looks.names.reading import Reading
from seguito.core.looks.names.rules import CASE, GREETS_NOBODY, NAME_TYPO, NAME_UNKNOWN, SWAP
from seguito.core.looks.names.sightings import Fault, Sighting
from seguito.core.looks.names.spelling import misspelt

_SHORTEST_SHORT = 3  # letters of a short form that is but the beginning of a name


def greeting(reading: Reading) -> Iterator[Finding]:
    """Another panelist, a stranger or a misspelt name where the reader should stand."""
    if reading.salutation is None or not reading.roster.people:
        return
    slots = reading.salutation.slots
    sighted = list(dict.fromkeys(reading.sighted[n] for n in slots if n in reading.sighted))
    yield from _others(reading, sighted)
    for run in _bare_runs(reading, slots):
        yield from _judged(reading, run, sighted)
    yield from _nobody(reading, sighted)


def part_of(bearer: Bearer, part: Part) -> str:
    """What the bearer is called where somebody else was called by that part of a name."""
    match part:
        case Part.FAMILY if bearer.family:
            return bearer.family
        case Part.FULL:
            return bearer.name
    return bearer.given


def _single(part: Part) -> Part:
    """A whole name of one word, as `Bob` among the known names, is used as a given name."""
    return Part.GIVEN if part is Part.FULL else part


def is_short_for(short: str, bearer: Bearer) -> bool:
    """`Beni` is Beniamino's short form, `Bob` Robert's."""
    given = [folded(name) for name in bearer.given.split()]
    return any(len(short) >= _SHORTEST_SHORT and name.startswith(short) for name in given)


def _goes_by(short: str, bearer: Bearer, reading: Reading) -> bool:
    table = reading.words.nicknames
    given = [folded(name) for name in (bearer.given, *bearer.given.split())]
    return is_short_for(short, bearer) or any(short in table.get(name, ()) for name in given)


def greets_reader(reading: Reading) -> bool:
    """The reader's name stands in the greeting, be it misspelt or short; always where nobody knows who reads."""
    reader, slots = reading.reader, reading.salutation.slots if reading.salutation else ()
    if reader is None:
        return True
    if any(_misspelt(reading, run, reading.roster.forms_of(reader)) for run in _bare_runs(reading, slots)):
        return True
    sighted = [reading.sighted[n] for n in slots if n in reading.sighted]
    return any(reader in sighting.bearers or _recorded_short(sighting, reader, reading) for sighting in sighted)


def _others(reading: Reading, sighted: Sequence[Sighting]) -> Iterator[Finding]:
    """Somebody else greeted instead of the reader, or mixed into the reader's name."""
    reader = reading.reader
    if reader is None:
        return
    greeted = greets_reader(reading)
    for sighting in sighted:
        if reader in sighting.bearers or not _is_another(sighting, reader, reading):
            continue
        if not greeted or _mixed_in(reading, sighting, reader):
            whole = sighting.form.part is Part.FULL and sighting.first < sighting.last
            instead = part_of(reader, Part.FULL if whole else _single(sighting.form.part))
            yield SWAP.finding(reading.text, sighting.start, sighting.end, (instead,), reader=reader.name)


def _recorded_short(sighting: Sighting, reader: Bearer, reading: Reading) -> bool:
    return sighting.standing(Standing.OTHER) and _goes_by(folded(sighting.form.written), reader, reading)


def _is_another(sighting: Sighting, reader: Bearer, reading: Reading) -> bool:
    if sighting.standing(Standing.PANEL, Standing.CANDIDATE):
        return True
    if not sighting.standing(Standing.OTHER) or _recorded_short(sighting, reader, reading):
        return False
    short = folded(sighting.form.written)
    return any(_goes_by(short, bearer, reading) for bearer in reading.roster.of(Standing.PANEL))


def _mixed_in(reading: Reading, sighting: Sighting, reader: Bearer) -> bool:
    """`Dear Siobhán Carvalho`: right beside a part of the reader's own name."""
    before, after = reading.sighted.get(sighting.first - 1), reading.sighted.get(sighting.last + 1)
    return bool(
        (before and reader in before.bearers and reading.next_to(sighting.first))
        or (after and reader in after.bearers and reading.next_to(sighting.last + 1))
    )


def _bare_runs(reading: Reading, slots: Sequence[int]) -> Iterator[list[int]]:
    """Words in a row that neither a known name nor a word for a group explains."""
    run: list[int] = []
    for index in slots:
        explained = (
            (index in reading.sighted and not _is_a_house_titled(reading, index))
            or len(reading.tokens[index].word) == 1
            or _is_for_a_group(reading, index)
        )
        if run and (explained or index != run[-1] + 1 or not reading.next_to(index)):
            yield run
            run = []
        if not explained:
            run.append(index)
    if run:
        yield run


def _is_a_house_titled(reading: Reading, index: int) -> bool:
    """`Gentile dottor Lanfranchi` of Studio Lanfranchi: a person of that name, whom nobody knows."""
    sighting = reading.sighted[index]
    return sighting.first in reading.titled and all(b.standing is Standing.HOUSE for b in sighting.bearers)


def _is_for_a_group(reading: Reading, index: int) -> bool:
    """`team`, `tutti`; a particle with a capital is a name's: `Di Luca`."""
    token, words = reading.tokens[index], reading.words
    return token.fold in words.joins | words.collective and not (token.capital and token.fold in words.articles)


def _judged(reading: Reading, run: list[int], sighted: Sequence[Sighting]) -> Iterator[Finding]:
    tokens = reading.tokens[run[0] : run[-1] + 1]
    start, end = tokens[0].start, tokens[-1].end
    reader = reading.reader
    alone = reader is not None and not any(reader in sighting.bearers for sighting in sighted)
    wanted = (reader,) if reader and alone else reading.roster.people
    forms = [form for bearer in wanted for form in reading.roster.forms_of(bearer)]
    if not any(token.capital for token in tokens):
        yield from _in_small_letters(reading, run, forms)
        return
    split = _misspelt(reading, run, forms)
    if split:
        form, (first, last) = split
        yield misspelt(reading, form, first, last)
        return
    other = _somebody_else(reading, run)
    if other and reader:
        yield SWAP.finding(reading.text, start, end, (part_of(reader, other),), reader=reader.name)
    elif _greets_in_another_language(reading, run, sighted):
        return
    elif not any(_explains(reading, sighting, run) for sighting in sighted) and not _full(sighted, reader):
        instead = (_instead(reader, reading, run),) if reader else ()
        yield NAME_UNKNOWN.finding(reading.text, start, end, instead)


def _greets_in_another_language(reading: Reading, run: list[int], sighted: Sequence[Sighting]) -> bool:
    """`Estimado José,`: unknown words before the reader's name, in a line with no greeting that is known here."""
    salutation, reader = reading.salutation, reading.reader
    if salutation is None or reader is None or salutation.greetings or run[0] != salutation.first:
        return False
    return any(reader in sighting.bearers and sighting.first > run[-1] for sighting in sighted)


def _explains(reading: Reading, sighting: Sighting, run: list[int]) -> bool:
    """Beside a house, a role or another application's name, an unknown word is a part of it."""
    return sighting.first not in run and sighting.standing(Standing.HOUSE, Standing.ROLE, Standing.FORMER)


def _full(sighted: Sequence[Sighting], reader: Bearer | None) -> bool:
    """The reader's whole name stands there: what follows it is not a name."""
    return any(reader in s.bearers and any(f.part is Part.FULL for f in s.forms) for s in sighted)


def _instead(reader: Bearer, reading: Reading, run: list[int]) -> str:
    after_title = run[0] in reading.titled
    return part_of(reader, Part.FULL if len(run) > 1 else Part.FAMILY if after_title else Part.GIVEN)


def _in_small_letters(reading: Reading, run: list[int], forms: Sequence[Form]) -> Iterator[Finding]:
    """`Dear hope,`: an ordinary word anywhere else."""
    tokens = reading.tokens[run[0] : run[-1] + 1]
    found = nearest(tokens, forms, sure=False)
    if found:
        form, wrong = found
        rule = NAME_TYPO if wrong else CASE
        yield rule.finding(reading.text, tokens[0].start, tokens[-1].end, (form.written,), name=form.written)


def _misspelt(reading: Reading, run: list[int], forms: Sequence[Form]) -> tuple[Form, tuple[int, int]] | None:
    """The stretch of the run that comes nearest to a form, longer stretches first."""
    for length in range(len(run), 0, -1):
        for first in range(len(run) - length + 1):
            stretch = run[first : first + length]
            tokens = reading.tokens[stretch[0] : stretch[-1] + 1]
            found = nearest(tokens, forms, sure=True)
            if found and not is_another(reading, tokens, *found):
                return found[0], (stretch[0], stretch[-1])
            half = half_of(tokens, [form for form in forms if form.part is not Part.FULL])
            if half:
                return half, (stretch[0], stretch[-1])
    return None


def _somebody_else(reading: Reading, run: list[int]) -> Part | None:
    """The part of another panelist's name that these words come near to."""
    tokens = reading.tokens[run[0] : run[-1] + 1]
    for bearer in reading.roster.of(Standing.PANEL):
        found = nearest(tokens, reading.roster.forms_of(bearer), sure=False)
        if found:
            return found[0].part
        if (
            len(tokens) == 1
            and _goes_by(tokens[0].fold, bearer, reading)
            and not (reading.reader and _goes_by(tokens[0].fold, reading.reader, reading))
        ):
            return Part.GIVEN
    return None


def _nobody(reading: Reading, sighted: Sequence[Sighting]) -> Iterator[Finding]:
    """A greeting to a team or a house, where the note has a reader."""
    salutation = reading.salutation
    if salutation is None or reading.reader is None or salutation.titles:
        return
    slots = salutation.slots
    groups = all(n in reading.sighted or _is_for_a_group(reading, n) for n in slots)
    houses = all(
        sighting.standing(Standing.HOUSE, Standing.ROLE) and sighting.fault is Fault.NONE for sighting in sighted
    )
    if slots and groups and houses:
        start, end = reading.tokens[salutation.first].start, reading.tokens[salutation.last].end
        yield GREETS_NOBODY.finding(reading.text, start, end, reader=reading.reader.name)
