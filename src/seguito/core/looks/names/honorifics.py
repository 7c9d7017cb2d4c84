"""Titles and greetings against the recorded gender and title of whoever they are given to; nothing is guessed."""

from collections.abc import Iterator, Set

from seguito.core.looks.finding import Finding, Severity
from seguito.core.looks.names.greeting import greets_reader
from seguito.core.looks.names.known import Bearer, Standing
from seguito.core.looks.names.likeness import nearest
from seguito.core.looks.names.reading import Reading
from seguito.core.looks.names.rules import HONORIFIC, RECORDED, TITLE
from seguito.core.looks.names.salutation import Greeting, Salutation, Titled
from seguito.core.looks.names.sightings import Sighting
from seguito.core.looks.names.tokens import name_words


def honorifics(reading: Reading) -> Iterator[Finding]:
    """A title of the wrong gender or of another kind, and `Caro` for a woman."""
    salutation = reading.salutation
    for titled in reading.titled.values():
        bearers = _given_to(reading, titled)
        yield from _titled(reading, titled, bearers)
    if salutation:
        for word in salutation.greetings:
            yield from _greeted(reading, salutation, word)


def _given_to(reading: Reading, titled: Titled) -> tuple[Bearer, ...]:
    """Everybody on the panel that the title may be given to."""
    for index in range(titled.last + 1, min(titled.last + 4, len(reading.tokens))):
        sighting = reading.sighted.get(index)
        if sighting and sighting.standing(Standing.READER, Standing.PANEL):
            return _meant(reading, sighting, in_greeting=reading.in_greeting(index))
        if sighting or not reading.next_to(index) or index not in reading.titled:
            break
    if reading.in_greeting(titled.first) and reading.reader and not _names_another(reading):
        return (reading.reader,)
    return ()


def _meant(reading: Reading, sighting: Sighting, in_greeting: bool) -> tuple[Bearer, ...]:
    """Those on the panel who bear the name; where the note greets, the reader before a namesake."""
    if in_greeting and reading.reader and reading.reader in sighting.bearers:
        return (reading.reader,)
    return tuple(b for b in sighting.bearers if b.standing in {Standing.READER, Standing.PANEL})


def _names_another(reading: Reading) -> bool:
    """The greeting holds a name, known or not, that is not the reader's; a misspelt one counts as the reader's."""
    slots = reading.salutation.slots if reading.salutation else ()
    own = reading.roster.forms_of(reading.reader) if reading.reader else ()
    return any(
        reading.reader not in reading.sighted[n].bearers
        if n in reading.sighted
        else reading.tokens[n].capital and not nearest((reading.tokens[n],), own, sure=True)
        for n in slots
    )


def _titled(reading: Reading, titled: Titled, bearers: tuple[Bearer, ...]) -> Iterator[Finding]:
    gender = titled.honorific.gender
    if (
        not bearers
        or _mistaken_for_reader(reading, titled, bearers)
        or any(titled.honorific.words in _recorded(bearer) for bearer in bearers)
    ):
        return
    if gender and all(bearer.gender and bearer.gender != gender for bearer in bearers):
        yield _finding(reading, titled, bearers[0], titled.honorific.opposite)
        return
    if len(bearers) == 1 and bearers[0].title:
        yield from _of_another_kind(reading, titled, bearers[0])


def _mistaken_for_reader(reading: Reading, titled: Titled, bearers: tuple[Bearer, ...]) -> bool:
    """Somebody else is greeted in the reader's place: the name is at fault, and the title may be the reader's."""
    return reading.in_greeting(titled.first) and not greets_reader(reading) and reading.reader not in bearers


def _recorded(bearer: Bearer) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(token.fold for token in name_words(word)) for word in (bearer.title, *bearer.title.split()))


def _of_another_kind(reading: Reading, titled: Titled, bearer: Bearer) -> Iterator[Finding]:
    """`Mrs` for a `Ms`, `Ms` for a `Dr`: asked, unless the recorded title may be left out so."""
    kinds = {h.kind for h in reading.words.honorifics if h.words in _recorded(bearer)}
    used = titled.honorific.kind
    if _may_stand(reading, used, kinds):
        return
    softer = _is_softer(reading, used, kinds)
    rule, severity = (TITLE, Severity.HINT) if softer else (HONORIFIC, Severity.ASK)
    yield rule.finding(
        reading.text,
        titled.start,
        titled.end,
        (bearer.title,),
        severity,
        name=bearer.name,
        recorded=bearer.title,
        **_record(bearer),
    )


def _greeted(reading: Reading, salutation: Salutation, word: Greeting) -> Iterator[Finding]:
    """`Caro Anna`: the greeting agrees with the person right after it, or with the reader where no name follows."""
    masculine = word.phrase in reading.words.agreeing
    feminine = next((m for m, f in reading.words.agreeing.items() if _folds(f) == word.phrase), None)
    if not masculine and not feminine:
        return
    bearer = _greeted_by(reading, salutation, word)
    if bearer is not reading.reader and not greets_reader(reading):
        return
    if bearer is None or bearer.gender is None or (bearer.gender == "m") == masculine:
        return
    start, end = reading.tokens[word.first].start, reading.tokens[word.last].end
    end += reading.text[end : end + 1] == "."
    instead = reading.words.agreeing[word.phrase] if masculine else ".".join(feminine or ())
    yield HONORIFIC.finding(
        reading.text,
        start,
        end,
        (_dressed(instead, reading.text[start:end]),),
        None,
        name=bearer.name,
        **_record(bearer),
    )


def _folds(written: str) -> tuple[str, ...]:
    return tuple(token.fold for token in name_words(written))


def _greeted_by(reading: Reading, salutation: Salutation, word: Greeting) -> Bearer | None:
    following = [n for n in salutation.slots if n > word.last]
    people = [reading.sighted[n] for n in following if n in reading.sighted]
    if people:
        bearers = _meant(reading, people[0], in_greeting=True)
        return bearers[0] if len(bearers) == 1 else None
    return reading.reader if not any(reading.tokens[n].fold in reading.words.collective for n in following) else None


def _finding(reading: Reading, titled: Titled, bearer: Bearer, opposite: str) -> Finding:
    quote = reading.text[titled.start : titled.end]
    better = _better(reading, opposite, bearer)
    instead = (_dressed(better, quote),) if better else ()
    return HONORIFIC.finding(reading.text, titled.start, titled.end, instead, None, name=bearer.name, **_record(bearer))


def _better(reading: Reading, opposite: str, bearer: Bearer) -> str:
    """The same title for the other gender; the recorded one, where that would be asked about (`Ms` for a `Dr`)."""
    kinds = {h.words: h.kind for h in reading.words.honorifics}
    recorded = {kinds[words] for words in _recorded(bearer) if words in kinds}
    other = kinds.get(_folds(opposite), "")
    return opposite if _may_stand(reading, other, recorded) or _is_softer(reading, other, recorded) else bearer.title


def _may_stand(reading: Reading, used: str, recorded: Set[str]) -> bool:
    """The kind of title may be used for a person of the recorded kinds; always, where nothing says that it may not."""
    table = reading.words.titles
    return not recorded or not recorded <= set(table) or used not in table or any(used in table[k] for k in recorded)


def _is_softer(reading: Reading, used: str, recorded: Set[str]) -> bool:
    return any(used in reading.words.softer.get(kind, ()) for kind in recorded)


def _record(bearer: Bearer) -> dict[str, str]:
    """What is on record of somebody, as the message says it in each language: a woman, titled “Dr”."""
    told = {}
    for language, words in RECORDED.items():
        titled = words["titled"].format(title=bearer.title) if bearer.title else ""
        told[f"recorded_{language}"] = ", ".join(filter(None, (words.get(bearer.gender or "", ""), titled)))
    return told


def _dressed(instead: str, quote: str) -> str:
    """With the capital and the dot of what it replaces."""
    dotted = quote.endswith(".") and "." not in instead and len(instead) < 5
    shaped = instead + "." if dotted else instead
    if quote.isupper() and len(quote.rstrip(".")) > 2:
        return shaped.upper()
    return shaped[:1].upper() + shaped[1:] if quote[:1].isupper() else shaped[:1].lower() + shaped[1:]
