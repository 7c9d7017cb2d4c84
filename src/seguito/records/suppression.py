"""Who was erased, as hashes, in a file beside the database: a copy that is put back brings nobody back.

It holds no name and no address: keyed hashes, and for each the key of the last record that could have been theirs
(keys grow with time), so that somebody who is met again later is not taken for a return.
"""

import json
import os
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from seguito.core.erasure import digests, name_digest
from seguito.core.nouns import Person
from seguito.records.models.row import new_id
from seguito.records.problems import ReadOnlyFolder

_FILE = "erased.json"


@dataclass(frozen=True, slots=True)
class Erased:
    """`until`: hash → the key (hex) that no record of that person's exceeded. `names`: hashes of names."""

    key: bytes
    until: dict[str, str]
    names: frozenset[str]

    def covers(self, record: str, emails: Iterable[str], phones: Iterable[str]) -> bool:
        """Whether a record (its key in hex; empty for one that is not made yet) is of somebody who was erased."""
        if not self.until:
            return False
        known = [self.until[one] for one in digests(self.key, record, emails, phones) if one in self.until]
        return any(not record or record <= last for last in known)

    def may_be(self, name: str) -> bool:
        """Whether somebody of that name was erased: perhaps a namesake."""
        return bool(self.names) and name_digest(self.key, name) in self.names


def erased(home: Path) -> Erased:
    """The list as it stands; empty where nobody was ever erased."""
    try:
        kept = json.loads((home / _FILE).read_text("utf-8"))
    except FileNotFoundError:
        return Erased(secrets.token_bytes(32), {}, frozenset())
    return Erased(bytes.fromhex(kept["key"]), kept["until"], frozenset(kept["names"]))


def suppress(home: Path, record: str, person: Person) -> None:
    """Put somebody on the list, safely on the disk before anything of theirs is erased."""
    known = erased(home)
    last = new_id().hex
    until = {**known.until, **dict.fromkeys(digests(known.key, record, person.emails, person.phones), last)}
    names = known.names | ({name_digest(known.key, person.name)} if person.name else set())
    _write(home / _FILE, {"key": known.key.hex(), "until": until, "names": sorted(names)})


def _write(path: Path, content: object) -> None:
    part = path.with_name(f".{path.name}.part")
    try:
        part.unlink(missing_ok=True)
        with os.fdopen(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w", encoding="utf-8") as file:
            json.dump(content, file, indent=1, sort_keys=True)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        raise ReadOnlyFolder(path=path.parent) from error
