"""Everything about one person gone, and nobody brought back by an import or by a copy that is put back."""

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from seguito.actions.cadence import stay_in_touch
from seguito.actions.plan import replan
from seguito.channels.email.compose import compose, outgoing
from seguito.core.erasure import Traces, traces_of
from seguito.core.nouns import Person, Who
from seguito.errors import N_, Problem
from seguito.languages import available
from seguito.languages.names import name_words_of
from seguito.records.copies import copies_in
from seguito.records.database import atomic, rehearsal
from seguito.records.reads.deliveries import Waiting, delivery
from seguito.records.reads.erasure import (
    Mention,
    come_back,
    eml_paths,
    held_about,
    merged_keys,
    met_with,
    naming,
    record_key,
)
from seguito.records.reads.interviews import interviews_with
from seguito.records.reads.keeping import applications_with
from seguito.records.reads.people import me, person
from seguito.records.suppression import erased, suppress
from seguito.records.writes.erasure import Remake, forget, index_again, take_out, wipe
from seguito.records.writes.keeping import keep_audit


class ThatIsYou(Problem):
    id = "that-is-you"
    happened = N_("That is you, whose records these are.")
    safe = N_("Nothing was erased.")
    next_step = N_("To erase everything, delete the data folder: {home}.")


@dataclass(frozen=True, slots=True)
class Leaving:
    """What goes with a person. `held`: rows by kind. `named_in`: words of others, which lose the name and stay.

    `copies`: earlier copies of the records in the data folder; they hold the person too, and go.
    """

    person: Person
    held: dict[str, int]
    named_in: tuple[Mention, ...]
    copies: tuple[Path, ...]


def what_goes(who: Who, wanted: str, home: Path) -> Leaving:
    """What `erase` would do. Changes nothing."""
    someone = person(who, wanted)
    author = me(who)
    if author is not None and author.id == someone.id:
        raise ThatIsYou(home=home)
    return Leaving(someone, held_about(who, someone.id), named_elsewhere(who, someone), copies_in(home))


def named_elsewhere(who: Who, someone: Person) -> tuple[Mention, ...]:
    """Where words that are not theirs name them: those would lose the name, and stay."""
    traces, talks = _traces(who, someone), interviews_with(who, someone.id)
    with rehearsal():
        forget(who, someone.id)
        return tuple(mention for found in naming(who, traces, talks) for mention in found.mentions)


def erase(who: Who, wanted: str, home: Path, now: datetime) -> Leaving:
    """Erase somebody: out of the records, the files beside them, and every copy that will ever be put back here."""
    leaving = what_goes(who, wanted, home)
    erase_all(who, [leaving.person], home, now)
    return leaving


def erase_all(who: Who, people: Sequence[Person], home: Path, now: datetime) -> None:
    """Erase several people at once, as `erase` does each."""
    for someone in people:
        # A copy from before a merge holds the same person twice: neither comes back.
        for record in (record_key(who, someone.id), *merged_keys(who, someone.id)):
            suppress(home, record, someone)
    _erase(who, people, home, now)
    for copy in copies_in(home):
        copy.unlink(missing_ok=True)


def erase_again(who: Who, home: Path, now: datetime) -> int:
    """Whoever was erased and came back with a copy or an import goes again; how many they were."""
    back = [person(who, one) for one in come_back(who, erased(home))]
    if back:
        _erase(who, back, home, now)
    return len(back)


def _erase(who: Who, people: Iterable[Person], home: Path, now: datetime) -> None:
    with atomic():
        for someone in people:
            _erase_one(who, someone, home, now)
    wipe(home)


def _erase_one(who: Who, someone: Person, home: Path, now: datetime) -> None:
    traces, files = _traces(who, someone), eml_paths(who, someone.id)
    talks, applications = interviews_with(who, someone.id), applications_with(who, someone.id)
    held = held_about(who, someone.id)
    forget(who, someone.id)
    take_out(who, naming(who, traces, talks), _remake(who), now)
    index_again()
    for talk in talks:
        replan(who, talk, now)
    for application in applications:
        stay_in_touch(who, application)
    keep_audit(who, "erased", "", held, now)
    for file in files:
        Path(file).unlink(missing_ok=True)
    _mend_files(home, traces)


def _traces(who: Who, someone: Person) -> Traces:
    author = me(who)
    others = [*met_with(who, someone.id), *([author] if author else [])]
    return traces_of(someone, others, _ordinary())


@lru_cache
def _ordinary() -> frozenset[str]:
    """Words of any language that may stand where a name could."""
    return frozenset().union(*(frozenset(name_words_of(language).ordinary) for language in available()))


def _remake(who: Who) -> Remake:
    """How the bytes of a mail are made anew from the words that stayed."""

    def remake(delivery_id: str, kept: Waiting) -> bytes:
        one = delivery(who, delivery_id)
        words = outgoing(
            kept.sender, kept.recipients, kept.subject, kept.text, kept.message_id, kept.in_reply_to, kept.references
        )
        made_at = one.first_claimed_at or one.handed_at
        return compose(words, delivery_id, made_at) if made_at else b""

    return remake


def _mend_files(home: Path, traces: Traces) -> None:
    """What is being written, and files for one's own mail program: without the name."""
    for file in (*(home / "writing").glob("*.txt"), *(home / "outbox").glob("*.eml")):
        before = file.read_text("utf-8", "surrogateescape")
        after = traces.taken_out(before, near=True)
        if after != before:
            part = file.with_name(f".{file.name}.part")
            with os.fdopen(os.open(part, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600), "wb") as mended:
                mended.write(after.encode("utf-8", "surrogateescape"))
            part.replace(file)
