"""Names that are nearly, but not quite, spelt as a known one."""

from collections.abc import Iterator, Sequence

from seguito.core.looks.finding import Finding, Severity
from seguito.core.looks.names.known import Bearer, Form, Part, Standing
from seguito.core.looks.names.likeness import half_of, nearest, squashed
from seguito.core.looks.names.people import among_strangers, in_other_name, in_own_life, is_a_place, is_another
from seguito.core.looks.names.reading import Reading
from seguito.core.looks.names.spelling import misspelt
from seguito.core.looks.names.tokens import Token

_LONGEST = 4  # words of a name that are compared at once
_PARTICLE = 4  # letters of the longest small word inside a name
_ACRONYM = 6  # letters: shorter words in capitals are initials of something


def typos(reading: Reading) -> Iterator[Finding]:
    """Only words with a capital are compared, and only where nothing known explains them."""
    index = 0
    while index < len(reading.tokens):
        found = _at(reading, index) if _may_begin(reading, index) else None
        if found:
            form, severity, last = found
            yield misspelt(reading, form, index, last, severity)
            index = last
        index += 1


def _may_begin(reading: Reading, index: int) -> bool:
    """A word with a capital, or a small one that may be a name's particle; in the greeting others have judged."""
    token = reading.tokens[index]
    if not (token.capital or (len(token.fold) <= _PARTICLE and _capital_follows(reading, index))):
        return False
    if index in reading.sighted or reading.in_greeting(index):
        return False
    return not any(titled.first <= index <= titled.last for titled in reading.titled.values())


def _capital_follows(reading: Reading, index: int) -> bool:
    return any(reading.bare(n) for n in range(index + 1, min(index + 3, len(reading.tokens))) if reading.next_to(n))


def _at(reading: Reading, first: int) -> tuple[Form, Severity, int] | None:
    """The longest stretch from here that is nearly a known name."""
    for last in range(min(first + _LONGEST, len(reading.tokens)) - 1, first - 1, -1):
        stretch = range(first, last + 1)
        if not (reading.bare(last) or _hyphened(reading, last)) or any(n in reading.sighted for n in stretch):
            continue
        if any(not reading.next_to(n) for n in stretch[1:]):
            continue
        sure = _surely(reading, first, last)
        if sure:
            return sure, Severity.STOP, last
        alone = _alone(reading, first, last)
        if alone:
            return *alone, last
    return None


def _hyphened(reading: Reading, index: int) -> bool:
    """`woo` of Hyun-woo."""
    return reading.tokens[index].glue == "-" and reading.next_to(index) and reading.bare(index - 1)


def _surely(reading: Reading, first: int, last: int) -> Form | None:
    """Something beside the words says that a name stands there, and whose: more letters may be wrong."""
    tokens, roster = reading.tokens[first : last + 1], reading.roster
    if not any(_plainly_other(reading, n) for n in range(first, last + 1)):
        form = _meant(tokens, _beside(reading, first, last))
        if form:
            return form
    if first in reading.titled or (first - 1 in reading.titled and reading.next_to(first)):
        form = _meant(tokens, [f for b in roster.people for f in roster.forms_of(b) if f.part is not Part.GIVEN])
        if form:
            return form
    if first in reading.signature:
        return _meant(tokens, [f for b in roster.of(Standing.CANDIDATE) for f in roster.forms_of(b)], half=False)
    return None


def _meant(tokens: Sequence[Token], forms: Sequence[Form], half: bool = True) -> Form | None:
    found = nearest(tokens, forms, sure=True)
    if found:
        return found[0]
    return half_of(tokens, [f for f in forms if f.part is not Part.FULL]) if half else None


def _plainly_other(reading: Reading, index: int) -> bool:
    """A word of another kind beside a name: Monday, or an ordinary word where a sentence begins."""
    token, words = reading.tokens[index], reading.words
    return token.fold in words.capitalised or (token.opens and token.fold in words.ordinary)


def _beside(reading: Reading, first: int, last: int) -> list[Form]:
    """What may still be missing of the name of whoever is named, rightly, right before or after these words."""
    named: dict[Bearer, set[Part]] = {}
    for neighbour, tied in ((first - 1, first), (last + 1, last + 1)):
        sighting = reading.sighted.get(neighbour)
        if sighting and reading.next_to(tied) and not reading.tokens[tied].gap.strip():
            for form in sighting.forms:
                if form.bearer.is_person and form.part in {Part.GIVEN, Part.FAMILY}:
                    named.setdefault(form.bearer, set()).add(form.part)
    return [form for bearer, parts in named.items() for form in reading.roster.forms_of(bearer) if _lacks(form, parts)]


def _lacks(form: Form, named: set[Part]) -> bool:
    """The other half of the name; of a given name of two words the other word."""
    if form.part is Part.GIVEN and (" " in form.bearer.given or Part.GIVEN not in named):
        return True
    return form.part is Part.FAMILY and Part.FAMILY not in named


def _alone(reading: Reading, first: int, last: int) -> tuple[Form, Severity] | None:
    """A name with nothing beside it: few wrong letters, and nothing else that it may be."""
    tokens = reading.tokens[first : last + 1]
    single = first == last
    if first in reading.entitled or any(t.shouted and len(t.word) < _ACRONYM for t in tokens):
        return None
    if single and (not tokens[0].capital or _explained(reading, first) or in_other_name(reading, first)):
        return None
    if not all(t.capital or len(t.fold) <= _PARTICLE for t in tokens) or _begins_small(reading, first):
        return None
    found = nearest(tokens, _known_forms(reading, single), sure=False)
    if not found or _is_a_family(reading, first, last) or is_a_place(reading, first, last):
        return None
    form, wrong = found
    given = single and tokens[0].fold in reading.words.given
    family = single and tokens[0].fold in reading.words.family
    if single and in_own_life(reading, first):
        return None
    if given and (is_another(reading, tokens, form, wrong) or among_strangers(reading, first, last)):
        return None
    if family and wrong > 1:
        return None
    return form, Severity.ASK if given or family else Severity.STOP


def _is_a_family(reading: Reading, first: int, last: int) -> bool:
    """`two O'Dowds`, `the Petersons of my street`: a whole family, and no letter too many."""
    if first and reading.tokens[first].glue in {"'", "-"}:
        first -= 1
    letters, words = squashed(reading.tokens[first : last + 1]), reading.words
    told = bool(first) and reading.tokens[first - 1].fold in words.articles
    ones = [letters.removesuffix(ending) for ending in words.family_plurals if letters.endswith(ending)]
    known = (form for one in ones for form in reading.roster.by_squash.get(one, ()))
    return bool(ones and told) or any(form.part is Part.FAMILY for form in known)


def _begins_small(reading: Reading, first: int) -> bool:
    """`e Luca`, `di Luca`: a small word of the sentence, and no particle of De Luca's name."""
    token = reading.tokens[first]
    return not token.capital and token.fold in reading.words.joins | reading.words.articles


def _explained(reading: Reading, index: int) -> bool:
    fold, words = reading.tokens[index].fold, reading.words
    return any(fold in names for names in (words.ordinary, words.capitalised, words.places, words.renowned))


def _known_forms(reading: Reading, single: bool) -> list[Form]:
    wanted = {Standing.READER, Standing.PANEL, Standing.CANDIDATE, Standing.OTHER}
    return [
        form
        for form in reading.roster.forms
        if form.bearer.standing in wanted and form.part is not Part.WORDS and (single or len(form.tokens) > 1)
    ]
