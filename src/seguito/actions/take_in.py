"""Taking in people from other programs: read whole, shown first where one asks, and kept whole or not at all."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from seguito.actions.erase import erase_again
from seguito.actions.skills import vocabulary
from seguito.core.intake.incoming import Incoming, Reading, Unread
from seguito.core.intake.resume import is_resume, nothing_read, read_resume
from seguito.core.intake.table import read_table
from seguito.core.intake.vcard import read_vcards
from seguito.core.nouns import Who
from seguito.core.skills import Vocabulary, place_skill
from seguito.errors import N_, Problem
from seguito.languages.search import stems_of
from seguito.records.database import atomic, look_over
from seguito.records.suppression import Erased, erased
from seguito.records.writes.everything import put_in
from seguito.records.writes.intake import Prepared, keep_incoming
from seguito.records.writes.talent import NewSkill
from seguito.reference.columns import column_names
from seguito.reference.skills import spoken_language

_LARGEST = 200_000_000  # bytes


class FileUnreadable(Problem):
    id = "import-unreadable"
    happened = N_("{file} could not be read: {reason}.")
    safe = N_("Nothing was taken in.")
    next_step = N_("Name a CSV, a vCard (.vcf), a JSON Resume or an export of Seguito, in UTF-8.")


@dataclass(frozen=True, slots=True)
class Taken:
    """`people`: those of the file that were (or would be) kept. `unread`: with any of these nothing is taken in.

    `erased`: lines of people who were erased here, and `namesakes` of such: both are left out. `rows`: of an export.
    """

    done: bool
    people: tuple[Incoming, ...] = ()
    unread: tuple[Unread, ...] = ()
    columns: Mapping[str, str] | None = None
    erased: tuple[int, ...] = ()
    namesakes: tuple[Incoming, ...] = ()
    new: int = 0
    added: int = 0
    rows: int = 0


@dataclass(frozen=True, slots=True)
class Wishes:
    """How a file is to be read. `columns`: heading → field. `preview`: nothing is kept.

    `namesakes`: those who bear the name of somebody who was erased are other people.
    """

    columns: Mapping[str, str]
    preview: bool = False
    namesakes: bool = False


def take_in(who: Who, file: Path, wishes: Wishes, home: Path, now: datetime, told: Callable[[int], None]) -> Taken:
    """Take in a file, whatever of the four it is. Taken in twice, it changes nothing the second time."""
    text = _text(file)
    document = _document(text)
    if document is not None and isinstance(document, Mapping) and "tables" in document:
        return _export(who, document, wishes, home, now)
    reading = _reading(text, document, file, wishes)
    listed = erased(home)
    kept, gone, namesakes = _sorted_out(reading.people, listed, wishes)
    new = added = 0
    done = not reading.unread and not wishes.preview
    if done:
        words = vocabulary(who)
        with atomic():
            new, added = keep_incoming(who, [_prepared(one, words) for one in kept], now, told)
        look_over()
    return Taken(done, tuple(kept), reading.unread, reading.columns or None, gone, namesakes, new, added)


def _export(who: Who, document: Mapping[str, Any], wishes: Wishes, home: Path, now: datetime) -> Taken:
    if wishes.preview:
        return Taken(False, rows=sum(len(rows) for rows in document["tables"].values()))
    with atomic():
        rows = put_in(who, document)
    look_over()
    erase_again(who, home, now)
    return Taken(True, rows=rows)


def _text(file: Path) -> str:
    try:
        if file.stat().st_size > _LARGEST:
            raise FileUnreadable(file=file, reason=f"> {_LARGEST} B")
        data = file.read_bytes()
    except OSError as error:
        raise FileUnreadable(file=file, reason=error.strerror or error) from error
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")  # what spreadsheets on Windows still write


def _document(text: str) -> Any:
    if not text.lstrip().startswith("{"):
        return None
    try:
        return json.loads(text)
    except ValueError:
        return None


def _reading(text: str, document: Any, file: Path, wishes: Wishes) -> Reading:
    if is_resume(document):
        return read_resume(document, file.name)
    if text.lstrip()[:11].upper() == "BEGIN:VCARD":
        return read_vcards(text, file.name)
    if text.lstrip()[:1] in ("{", "["):
        return nothing_read()
    return read_table(text, column_names(), wishes.columns, file.name)


def _sorted_out(
    people: tuple[Incoming, ...], listed: Erased, wishes: Wishes
) -> tuple[list[Incoming], tuple[int, ...], tuple[Incoming, ...]]:
    kept, gone, namesakes = [], [], []
    for one in people:
        if listed.covers("", one.emails, one.phones):
            gone.append(one.line)
        elif one.name and listed.may_be(one.name) and not wishes.namesakes:
            namesakes.append(one)
        else:
            kept.append(one)
    return kept, tuple(gone), tuple(namesakes)


def _prepared(one: Incoming, words: Vocabulary) -> Prepared:
    held = [NewSkill(skill.id, skill.label) for skill in map(words.read, one.skills)]
    lacks = [NewSkill(skill.id, skill.label, held=False) for skill in map(words.read, one.missing)]
    speaks = [NewSkill(spoken_language(name)[0], name) for name in one.languages]
    lives = [NewSkill(place_skill(one.city), one.city)] if one.city else []
    return Prepared(one, (*held, *lacks, *speaks, *lives), stems_of(" ".join((one.because, one.role, *one.skills))))
