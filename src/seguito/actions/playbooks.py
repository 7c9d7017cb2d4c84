"""Playbooks: which there are, what adopting one would change, and what came of them on one's own record (T6.1)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from seguito.actions.plan import replan
from seguito.actions.strategy import strategy_named
from seguito.core.looks.context import Context, Said
from seguito.core.looks.substance.beside import drawn_on
from seguito.core.nouns import DetailKind, Who
from seguito.core.playbooks import Playbook
from seguito.core.results import Case, Group, results
from seguito.languages.substance import substance_words
from seguito.records.database import atomic, rehearsal
from seguito.records.reads.follow_ups import Planned, all_planned
from seguito.records.reads.interviews import interviews_for, open_interviews
from seguito.records.reads.stories import Went, adopted_playbook, own_playbook, own_playbooks, thanks_that_went
from seguito.records.writes.stories import adopt_for, adopt_for_all, keep_playbook
from seguito.reference.playbooks import DEFAULT, PlaybookUnreadable, playbook_told, shipped, text_of

OWN_FILE = "playbook.toml"  # what a playbook is called that came from no file
_HOUR, _DAY = timedelta(hours=1), timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Listed:
    playbook: Playbook
    own: bool
    adopted: bool


@dataclass(frozen=True, slots=True)
class Change:
    """One follow-up before and after; None where it is not planned."""

    before: Planned | None
    after: Planned | None

    @property
    def planned(self) -> Planned:
        found = self.after or self.before
        if found is None:
            raise LookupError("a change of nothing")
        return found


@dataclass(frozen=True, slots=True)
class Adoption:
    playbook: Playbook
    changes: tuple[Change, ...]
    adopted: bool


def all_playbooks(who: Who) -> tuple[Listed, ...]:
    """Those that ship, the default first, then one's own."""
    current, own = adopted_playbook(who) or DEFAULT, own_playbooks(who)
    names = [*(name for name in shipped() if name not in own), *own]
    return tuple(Listed(strategy_named(who, name), name in own, name == current) for name in names)


def the_playbook(who: Who, wanted: str) -> Playbook:
    """By its name, or as its file tells it: whatever is wrong there is named with its line."""
    return _wanted(who, wanted)[0]


def adopt(who: Who, wanted: str, application: str, yes: bool, now: datetime) -> Adoption:
    """What adopting a playbook changes in the plan; with `yes` it is adopted. `application` empty: for everything."""
    book, text = _wanted(who, wanted)
    return _adopt(who, book, text, application, yes, now)


def adopt_told(who: Who, text: str, yes: bool, now: datetime) -> Adoption:
    """The same for a playbook of one's own as it is written: for everything."""
    return _adopt(who, playbook_told(text, OWN_FILE), text, "", yes, now)


def _adopt(who: Who, book: Playbook, text: str, application: str, yes: bool, now: datetime) -> Adoption:
    with atomic() if yes else rehearsal():
        talks = interviews_for(who, application) if application else open_interviews(who)
        before = _standing(who)
        if text:
            keep_playbook(who, book.id, text, now)
        if application:
            adopt_for(who, application, book.id)
        else:
            adopt_for_all(who, book.id)
        for talk in talks:
            replan(who, talk, now)
        changes = _changes(before, _standing(who))
    return Adoption(book, changes, yes)


def file_of(who: Who, name: str) -> str:
    """The text of a playbook's file: one's own, else the one that ships. Raises PlaybookUnknown."""
    own = own_playbook(who, name)
    return text_of(name) if own is None else own


def own_results(who: Who) -> tuple[Group, ...]:
    """What came of one's own thank-you notes."""
    everywhere = adopted_playbook(who) or DEFAULT
    return results(_case(went, everywhere) for went in thanks_that_went(who))


def _wanted(who: Who, wanted: str) -> tuple[Playbook, str]:
    """A playbook and, where it came in a file, its text."""
    if not wanted.lower().endswith(".toml"):
        return strategy_named(who, wanted), ""
    file = Path(wanted)
    try:
        text = file.read_text("utf-8-sig")
    except (OSError, ValueError) as wrong:
        raise PlaybookUnreadable(file=file.name, reason=str(wrong).rstrip(".")) from wrong
    return playbook_told(text, file.name), text


def _standing(who: Who) -> dict[str, Planned]:
    return {one.follow_up.key: one for one in all_planned(who) if not one.settled}


def _changes(before: dict[str, Planned], after: dict[str, Planned]) -> tuple[Change, ...]:
    keys: Iterable[str] = dict.fromkeys([*before, *after])
    pairs = (Change(before.get(key), after.get(key)) for key in keys)
    return tuple(pair for pair in pairs if _window(pair.before) != _window(pair.after))


def _window(planned: Planned | None) -> object:
    return planned and planned.follow_up.window


def _case(went: Went, everywhere: str) -> Case:
    said = tuple(Said(speaker or None, DetailKind(kind), text, key) for speaker, kind, text, key in went.said)
    context = Context(to=went.to, details=said, used=went.used)
    used = drawn_on(went.text, context, substance_words(went.language))
    days = (went.answered_at - went.sent_at).total_seconds() / 86_400 if went.answered_at else None
    return Case(
        playbook=went.playbook or everywhere,
        channel=went.channel,
        timing=_timing(went),
        used_details=bool(used),
        days=days,
        next_round=went.again,
        offer=went.offer,
    )


def _timing(went: Went) -> str:
    if went.ended_at is None:
        return "later"
    after = went.sent_at - went.ended_at
    return "hour" if after <= _HOUR else "day" if after <= _DAY else "later"
