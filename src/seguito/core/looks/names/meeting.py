"""Whether a day that the note speaks of is the interview's."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from seguito.core.days import DateMention
from seguito.core.looks.names.reading import Reading
from seguito.core.looks.names.tokens import phrase_at, phrase_before
from seguito.core.looks.names.words import Phrases

_FAR_BEFORE = 20  # words between "thank you for" and the day
_NEAR_BEFORE = 2  # words between "you told me" and the day on which it was told: more, and it is what was told
_FAR_AFTER = 8  # words between the day and "you told me"
_UNTIED_WITHIN = 5  # words before "our conversation" in which "look forward to" makes it another one


@dataclass(frozen=True, slots=True)
class _Cue:
    """Words for the interview, from `start` to `stop`; a day up to `reach` words later may be its own.

    `strict`: no clause may begin in between, not even without a comma. `spoken`: what was said, not where.
    """

    start: int
    stop: int
    reach: int
    strict: bool
    spoken: bool


@dataclass(frozen=True, slots=True)
class Days:
    """Every day that the note speaks of, with the words that it covers."""

    mentions: tuple[tuple[DateMention, range], ...]
    starts: frozenset[int]


def days_of(reading: Reading, mentions: Iterable[DateMention]) -> Days:
    """Days inside an address cover no word, and are none."""
    ends = [token.end for token in reading.tokens]
    starts = [token.start for token in reading.tokens]
    placed = [(m, range(bisect_right(ends, m.start), bisect_left(starts, m.end))) for m in mentions]
    covering = tuple((mention, words) for mention, words in placed if words)
    return Days(covering, frozenset(words.start for _, words in covering))


def is_the_meeting(reading: Reading, mention: DateMention, words: range, days: Days) -> bool:
    """A word for the interview stands near, in the same clause, and nothing makes it another day's.

    Deadlines and days to come are nobody's fault: they are left alone.
    """
    thanked = phrase_before(reading.tokens, words.start, reading.words.meeting.thanks)  # "grazie per oggi": no deadline
    if (mention.due_said and not thanked) or phrase_before(reading.tokens, words.start, reading.words.meeting.ahead):
        return False
    if mention.weekday_said is not None and mention.day_said is None and _attribute(reading, words):
        return any(cue.start == words.stop and not cue.spoken for cue in _cues(reading, _around(reading, words)))
    return any(
        _tied_before(reading, cue, words, days) or _tied_after(reading, cue, words, days)
        for cue in _cues(reading, _around(reading, words))
    )


def _tied_before(reading: Reading, cue: _Cue, words: range, days: Days) -> bool:
    """`our conversation on Tuesday`."""
    between = range(cue.stop, words.start)
    near = len(between) <= _NEAR_BEFORE
    if cue.spoken and between and any("," in reading.tokens[n].gap for n in (*between, words.start)):
        return False
    return (
        cue.stop <= words.start
        and len(between) <= cue.reach
        and (near or not phrase_before(reading.tokens, cue.start, reading.words.meeting.around, _NEAR_BEFORE))
        and not _parted(reading, between, days)
        and not _own_clause(reading, words)
        and not (cue.strict and _holds(reading, between, reading.words.meeting.clause_starts))
    )


def _tied_after(reading: Reading, cue: _Cue, words: range, days: Days) -> bool:
    """`on Tuesday you told me`, `on Tuesday, when you told me`; not `Tuesday is market day, you told me`."""
    when = phrase_at(reading.tokens, words.stop, reading.words.meeting.when) if cue.spoken else None
    between = range(words.stop + len(when or ()), cue.start)
    apart = cue.spoken and any("," in token.gap for token in reading.tokens[between.start : cue.start + 1])
    return (
        cue.start >= between.start
        and not apart
        and not phrase_before(reading.tokens, cue.start, reading.words.meeting.around, _NEAR_BEFORE)
        and len(between) <= _FAR_AFTER
        and not _parted(reading, between, days)
        and not (cue.spoken and _said_by_another(reading, between))
        and not _holds(reading, between, reading.words.meeting.afterthoughts)
    )


def _said_by_another(reading: Reading, between: range) -> bool:
    """`ieri il mio amico Pape mi ha spiegato`: somebody who was not there is the one who spoke."""
    stranger = bool(between) and reading.bare(between.stop - 1) and not reading.tokens[between.stop - 1].opens
    return stranger or _holds(reading, between, reading.words.person.kin)


def _attribute(reading: Reading, words: range) -> bool:
    """`the Monday market`: a day of the week that only says which market."""
    tokens = reading.tokens
    if not words.start or tokens[words.start - 1].fold not in reading.words.meeting.attributes:
        return False
    return words.stop < len(tokens) and tokens[words.stop].glue == " "


def _around(reading: Reading, words: range) -> range:
    """The sentence, as far as a word for the interview may stand away."""
    tokens = reading.tokens
    first, last = words.start, words.stop
    while first > max(0, words.start - _FAR_BEFORE - _UNTIED_WITHIN) and not _sentence_opens(reading, first):
        first -= 1
    while last < min(len(tokens), words.stop + 2 * _FAR_AFTER) and not _sentence_opens(reading, last):
        last += 1
    return range(first, last)


def _sentence_opens(reading: Reading, index: int) -> bool:
    token = reading.tokens[index]
    return token.opens and any(sign in token.gap for sign in ".!?…\n")


def _cues(reading: Reading, sentence: range) -> Iterator[_Cue]:
    """Every word for the interview in the sentence, but "before our conversation", "our next conversation"."""
    meeting = reading.words.meeting
    for phrases, reach, strict, spoken in (
        (meeting.events, _FAR_BEFORE, False, False),
        (meeting.thanks, _FAR_BEFORE, True, False),
        (meeting.said, _NEAR_BEFORE, True, True),
    ):
        for index in sentence:
            phrase = phrase_at(reading.tokens, index, phrases)
            if phrase and index + len(phrase) <= sentence.stop and not _untied(reading, sentence, index):
                yield _Cue(index, index + len(phrase), reach, strict, spoken)


def _untied(reading: Reading, sentence: range, index: int) -> bool:
    first = max(sentence.start, index - _UNTIED_WITHIN)
    return _holds(reading, range(first, index), reading.words.meeting.not_about)


def _parted(reading: Reading, between: range, days: Days) -> bool:
    """Between the interview and the day stands another day, or something still to come."""
    meeting = reading.words.meeting
    beyond = min(between.stop, len(reading.tokens) - 1)
    if any(n in days.starts for n in between) or any(";" in reading.tokens[n].gap for n in (*between, beyond)):
        return True
    return _holds(reading, between, meeting.not_about) or _holds(reading, between, meeting.ahead)


def _holds(reading: Reading, stretch: range, phrases: Phrases) -> bool:
    for index in stretch:
        phrase = phrase_at(reading.tokens, index, phrases)
        if phrase and index + len(phrase) <= stretch.stop:
            return True
    return False


def _own_clause(reading: Reading, words: range) -> bool:
    """`It was good to meet you, and yesterday I …`: a clause of its own begins with the day, or before it."""
    tokens, starts = reading.tokens, reading.words.meeting.clause_starts
    for index in range(words.start, max(0, words.start - _FAR_BEFORE), -1):
        if _sentence_opens(reading, index):
            return False
        joined = any(sign in tokens[index].gap for sign in ",;–—") or tokens[index - 1].fold in reading.words.joins
        if joined and (phrase_at(tokens, index, starts) or phrase_at(tokens, words.stop, starts)):
            return True
    return False
