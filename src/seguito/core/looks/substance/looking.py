"""The third look: is there anything in this note that only this conversation could have put there?"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from seguito.core.looks.context import Context, Said
from seguito.core.looks.finding import Finding, Severity, numbered
from seguito.core.looks.language.composing import composed
from seguito.core.looks.substance import rules
from seguito.core.looks.substance.details import WHY_KINDS, Trace, details_in, own_details, told_to_all
from seguito.core.looks.substance.panel import joined, passages_of_both
from seguito.core.looks.substance.particular import particular_words, particularity
from seguito.core.looks.substance.reading import Names, Reading, names_of, read_note
from seguito.core.looks.substance.resentment import bitterness
from seguito.core.looks.substance.stock import Stock, StockPhrase, stock_in
from seguito.core.looks.substance.weighing import Weighing, weigh
from seguito.core.looks.substance.words import SubstanceWords
from seguito.core.looks.substance.wrong_person import misplaced
from seguito.core.nouns import Purpose

# Words of a note's own, uncommon ones whole: below the first it could go to anyone, from the second on to nobody else.
# A note that is no thanks has other things to say, and little is enough. (Of 136 notes that carry no detail, 62 of the
# 65 generic ones have 2.2 at most, 70 of the 71 particular ones 2.3 at least.)
_GENERIC, _PARTICULAR, _LITTLE = 1.5, 2.25, 1.0
_ERRANDS = frozenset({Purpose.NUDGE, Purpose.ANSWER})  # that ask or answer one thing: a plain one is no empty one
_HINTED = 0.5  # of a detail that is only touched on
_MANY_PHRASES = 2  # sentences with a stock phrase that are more than a slip
_SOME, _MOST = 0.3, 0.65  # share of a note made of stock phrases: to ask about, to stop
_AT_LENGTH = 4  # sentences, none of them about dates, prices and papers
_CARD_WORDS, _EMAIL_WORDS = 200, 12
_QUOTE = 160  # characters of another note, or of a detail, in a message


@dataclass(frozen=True)
class Facts:
    """A note with everything that the rules ask about it, each worked out once and only if asked."""

    text: str
    context: Context
    words: SubstanceWords

    @cached_property
    def names(self) -> Names:
        return names_of(self.context)

    @cached_property
    def reading(self) -> Reading:
        return read_note(self.text, self.words, self.names)

    @cached_property
    def stock(self) -> Stock:
        return stock_in(self.reading, self.words)

    @cached_property
    def weighing(self) -> Weighing:
        return weigh(self.reading, self.stock, self.words)

    @cached_property
    def panel(self) -> tuple[tuple[str, Reading], ...]:
        """The other notes: to whom, and what; the card beside the e-mail to the same reader too (T2.3).

        A list from outside may hold the note itself: the same words to the same reader. Those of the records never do.
        """
        notes = ((note, composed(note.text).text) for note in self.context.panel_notes)
        return tuple(
            (note.to, read_note(text, self.words, self.names))
            for note, text in notes
            if note.id or text != self.text or (self.context.to and note.to != self.context.to)
        )

    @cached_property
    def own(self) -> tuple[Said, ...]:
        return own_details(self.context, self.words)

    @cached_property
    def traces(self) -> tuple[Trace, ...]:
        return details_in(self.reading, self.own, self.words, self.names)

    @cached_property
    def particularity(self) -> float:
        earlier = (read_note(composed(text).text, self.words, self.names) for text in self.context.earlier_notes)
        elsewhere = (*(note for _, note in self.panel), *earlier)
        return particularity(particular_words(self.reading, self.stock, elsewhere, frozenset(self.weighing.praise)))

    @property
    def own_words(self) -> float:
        """What no other note has: uncommon words, and what there is of the detail that is used most."""
        return self.particularity + _HINTED * max((trace.weight for trace in self.traces), default=0.0)


def look_at_substance(text: str, language: str, context: Context, words: SubstanceWords) -> tuple[Finding, ...]:
    """Everything that the third look finds in a note, in reading order (T2.5, T3.1 to T3.5, T5.5)."""
    note = composed(text)
    facts = Facts(note.text, context, words)
    found = (
        *_length(facts),
        *_stock_phrases(facts),
        *_no_detail(facts),
        *_same_as_panel(facts),
        *_self_praise(facts),
        *_no_why_here(facts),
        *_resentment(facts),
        *_wrong_person(facts),
    )
    return numbered(note.back(found))


def _count(text: str) -> int:
    return sum(any(letter.isalnum() for letter in piece) for piece in text.split())


def _length(facts: Facts) -> Iterator[Finding]:
    """A card by all that the hand must write, an e-mail by what stands between greeting and sign-off."""
    if facts.context.channel == "card":
        count = _count(facts.text)
        if count > _CARD_WORDS:
            yield rules.TOO_LONG.finding(facts.text, None, None, words=count, limit=_CARD_WORDS)
        return
    count = sum(_count(facts.text[line.start : line.end]) for line in facts.reading.body)
    if facts.context.channel == "email" and count < _EMAIL_WORDS:
        yield rules.TOO_SHORT.finding(facts.text, None, None, words=count, limit=_EMAIL_WORDS)


def _stock_phrases(facts: Facts) -> Iterator[Finding]:
    """One courtesy is no finding; the more a note is made of stock phrases, the graver."""
    stock = facts.stock
    told = [phrase for phrase in stock.phrases if not phrase.courtesy]
    severity = _gravity(facts, told)
    for phrase in stock.phrases if severity is not Severity.HINT else told:
        instead = {f"instead_{face}": text for face, text in facts.words.instead[phrase.theme].items()}
        made_of_it = f"{round(stock.share * 100)} %"
        yield rules.STOCK_PHRASE.finding(
            facts.text, phrase.start, phrase.end, (), severity, made_of_it=made_of_it, **instead
        )


def _gravity(facts: Facts, told: Sequence[StockPhrase]) -> Severity:
    """Stock phrases in several sentences make a note of them; a courtesy counts where hardly anything else is there."""
    stock = facts.stock
    most = stock.share >= _MOST
    spans = stock.phrases if most and facts.context.purpose == "thanks" else told
    sentences = sum(any(line.start <= phrase.start < line.end for phrase in spans) for line in facts.reading.body)
    if not told or sentences < _MANY_PHRASES or stock.share < _SOME:
        return Severity.HINT
    return Severity.STOP if most and len(told) >= _MANY_PHRASES else Severity.ASK


def _no_detail(facts: Facts) -> Iterator[Finding]:
    """Stop only what is both unmatched and unparticular; ask in between (T3.1, T3.4)."""
    context = facts.context
    if not context.details or any(trace.carried or trace.said.id in context.used for trace in facts.traces):
        return
    enough = _PARTICULAR if context.purpose == "thanks" else _LITTLE
    if context.used & {said.id for said in context.details} or facts.own_words >= enough:
        return
    stops = facts.own_words < _GENERIC and context.purpose == "thanks" and facts.own
    told = [_cut(said.text) for said in facts.own or context.details][:3]
    severity = Severity.STOP if stops else Severity.HINT if context.purpose in _ERRANDS else Severity.ASK
    yield rules.NO_DETAIL.finding(facts.text, None, None, (), severity, told="; ".join(told))


def _same_as_panel(facts: Facts) -> Iterator[Finding]:
    """Each passage once, beside the note that comes nearest to it: another reader's, or the same one's (T2.3, T3.2)."""
    told: list[tuple[int, int]] = []
    shared = told_to_all(facts.context, facts.words, facts.names)
    found = [
        (passage, to, other)
        for to, other in facts.panel
        for passage in joined(passages_of_both(facts.reading, other, facts.words, shared), facts.text)
    ]
    for passage, to, other in sorted(found, key=lambda each: -each[0].weight):
        start, end = passage.here
        if any(start < e and s < end for s, e in told):
            continue
        told.append(passage.here)
        theirs = _cut(other.text[slice(*passage.there)])
        because = rules.READ_TWICE if to == facts.context.to else rules.COMPARED
        yield rules.SAME_AS_PANEL.finding(facts.text, start, end, (), None, person=to, theirs=theirs, **because)


def _self_praise(facts: Facts) -> Iterator[Finding]:
    weighing = facts.weighing
    if not weighing.praise_outweighs:
        return
    figures = {
        "praise": len(weighing.praise),
        "sentences": weighing.sentences,
        "why": len(weighing.why_here),
        "them": weighing.about_them,
    }
    for start, end in _runs(facts, [(line.start, line.end) for line in weighing.praise]):
        yield rules.SELF_PRAISE.finding(facts.text, start, end, (), None, **figures)


def _runs(facts: Facts, spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans with only space between them, joined."""
    joined_spans: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined_spans and not facts.text[joined_spans[-1][1] : start].strip():
            joined_spans[-1] = (joined_spans[-1][0], end)
        else:
            joined_spans.append((start, end))
    return joined_spans


def _no_why_here(facts: Facts) -> Iterator[Finding]:
    weighing = facts.weighing
    if facts.context.purpose != "thanks" or weighing.why_here or not weighing.sentences:
        return
    if any(line.says("declines") for line in facts.reading.body):
        return
    particular = facts.own_words >= _PARTICULAR and not weighing.praise_outweighs
    if particular and (facts.context.channel == "card" or _implied(weighing)):
        return
    if any(
        trace.said.kind in WHY_KINDS and (trace.carried or trace.said.id in facts.context.used)
        for trace in facts.traces
    ):
        return
    yield rules.NO_WHY_HERE.finding(
        facts.text, None, None, sentences=weighing.sentences, mine=weighing.about_me, them=weighing.about_them
    )


def _implied(weighing: Weighing) -> bool:
    """Whether a particular note shows without a reason what the house is to its author."""
    return bool(weighing.warm) or (weighing.sentences >= _AT_LENGTH and not weighing.practical)


def _resentment(facts: Facts) -> Iterator[Finding]:
    passages = tuple(bitterness(facts.reading, facts.context.purpose))
    for bitter in passages:
        if bitter.words:
            severity = Severity.STOP if bitter.open else Severity.ASK
            yield rules.RESENTMENT.finding(facts.text, bitter.start, bitter.end, (), severity, words=bitter.words)
    for start, end in _runs(facts, [(bitter.start, bitter.end) for bitter in passages if not bitter.words]):
        yield rules.NO_GOOD_WORD.finding(facts.text, start, end)


def _wrong_person(facts: Facts) -> Iterator[Finding]:
    if not facts.context.details:
        return
    for wrong in misplaced(facts.reading, facts.context, facts.words, facts.names):
        yield rules.WRONG_PERSON_DETAIL.finding(
            facts.text,
            wrong.line.start,
            wrong.line.end,
            (),
            Severity.STOP if wrong.plain else Severity.ASK,
            owner=wrong.said.person,
            told=_cut(wrong.said.text),
            given_to=wrong.credited or facts.context.to,
        )


def _cut(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _QUOTE else flat[: _QUOTE - 1].rstrip() + "…"
