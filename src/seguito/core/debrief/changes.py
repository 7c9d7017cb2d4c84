"""What a new reading changes in what is already kept."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from seguito.core.debrief.reading import Heard
from seguito.core.nouns import Detail

_THE_SAME_LINE = 0.6  # share of the words: below it, a line was replaced rather than edited


@dataclass(frozen=True, slots=True)
class Changes:
    """`kept` and `changed` carry the ids that notes already know; `added` have none yet."""

    kept: tuple[Detail, ...]
    changed: tuple[Detail, ...]
    added: tuple[Heard, ...]
    removed: tuple[Detail, ...]


def new_among(heard: Sequence[Heard], known: Sequence[Detail]) -> tuple[Heard, ...]:
    """What is not kept yet: a file read twice adds nothing the second time."""
    keys = {_key(detail) for detail in known}
    return tuple(one for one in heard if one.key not in keys)


def changes(heard: Sequence[Heard], known: Sequence[Detail]) -> Changes:
    """What an edited form changes. A line that was mended keeps its detail's id, and so its place in the notes."""
    by_key = {one.key: one for one in heard}
    kept = tuple(detail for detail in known if _key(detail) in by_key)
    gone = [detail for detail in known if _key(detail) not in by_key]
    changed, added = [], []
    for one in new_among(heard, known):
        before = max(gone, key=lambda detail: _likeness(detail, one), default=None)
        if before is None or _likeness(before, one) < _THE_SAME_LINE:
            added.append(one)
            continue
        gone.remove(before)
        changed.append(mended(before, one))
    return Changes(kept, tuple(changed), tuple(added), tuple(gone))


def mended(before: Detail, heard: Heard) -> Detail:
    """The detail as its line reads now. It stays the same one."""
    return replace(before, person=heard.person, kind=heard.kind, by=heard.by, text=heard.text, due_on=heard.due_on)


def _key(detail: Detail) -> tuple[str | None, str, str, str]:
    return (detail.person, detail.kind.value, detail.by.value, " ".join(detail.text.split()))


def _likeness(detail: Detail, heard: Heard) -> float:
    """From 0 to 1: the share of the words of both that stand in the same order."""
    return SequenceMatcher(None, detail.text.casefold().split(), heard.text.casefold().split()).ratio()
