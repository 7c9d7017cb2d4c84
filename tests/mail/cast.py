"""Ada has said yes to a note to Giulia: what sending starts from."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from seguito.core.nouns import Appointment, Note, Who
from seguito.records.database import atomic, database_file, open_home
from seguito.records.writes.accounts import Settings, keep_account
from seguito.records.writes.interviews import keep_application, keep_interview
from seguito.records.writes.notes import Frozen, Laid, keep_approval, keep_sheet, revise
from seguito.records.writes.people import keep_organisation, keep_person

NOW = datetime(2026, 12, 2, 11, 30, tzinfo=UTC)
ENDED = datetime(2026, 12, 2, 10, 45, tzinfo=UTC)
TEXT = "Gentile dottoressa Bianchi,\n\n.mi ha colpito che i più giovani presentino il loro lavoro.\n\nAda Rossi\n"


@cache
def empty_records() -> bytes:
    """The tables, made once: every test takes a copy."""
    with TemporaryDirectory() as folder:
        open_home(Path(folder), NOW)
        copy = Path(folder) / "copy.db"
        with closing(sqlite3.connect(database_file(Path(folder)))) as made, closing(sqlite3.connect(copy)) as target:
            made.backup(target)
        return copy.read_bytes()


def a_home(home: Path) -> Who:
    home.mkdir(mode=0o700, exist_ok=True)
    database_file(home).write_bytes(empty_records())
    return open_home(home, NOW)


def an_account(who: Who, smtp: str, imap: str = "", sender: str = "ada@seguito.test", user: str = "") -> str:
    with atomic():
        settings = Settings(f"Ada Rossi <{sender}>", smtp, imap, user, pace_seconds=0)
        return keep_account(who, settings, NOW).id


def an_approved_note(
    who: Who,
    message_id: str,
    to: str = "giulia@corp.test",
    sender: str = "ada@seguito.test",
    name: str = "Giulia Bianchi",
    channel: str = "email",
) -> Note:
    """A note to somebody on a panel, with its author's yes to words, reader and Message-ID."""
    with atomic():
        house = keep_organisation(who, "Agenzia Fontana")
        person = keep_person(who, name, [to], house)
        application = keep_application(who, house, "Account manager")
        talk = Appointment(starts_at=ENDED.replace(hour=10, minute=0), ends_at=ENDED, zone="Europe/Rome")
        interview = keep_interview(who, application, talk, [person], NOW)
        note = keep_sheet(who, interview.id, Laid(person.id, channel, "it", "thanks", "Grazie", TEXT, ()), NOW)
        note = revise(who, note.id, "Grazie per ieri", TEXT, NOW)
        frozen = Frozen(f"Ada Rossi <{sender}>", (f"{name} <{to}>",) if to else (), message_id)
        keep_approval(who, note.id, frozen, NOW)
    return note
