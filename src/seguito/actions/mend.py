"""Writing what a finding suggests: the quoted words give way, and the note is read again."""

from datetime import datetime
from pathlib import Path

from seguito.actions.check_note import Checked, NoSuchFinding, check_note
from seguito.actions.edit import edit, note_to_edit
from seguito.core.nouns import Who


def mend(who: Who, wanted: str, finding: str, place: int, home: Path, now: datetime) -> Checked:
    """Replace the words that `finding` quotes by its suggestion number `place` (from 0). Raises NoSuchFinding."""
    checked = check_note(who, note_to_edit(who, wanted).id, home, now)
    for one in (one for result in checked.looks for one in result.findings if one.id == finding):
        if one.start is not None and one.end is not None and 0 <= place < len(one.suggestions):
            text = checked.note.text
            mended = text[: one.start] + one.suggestions[place] + text[one.end :]
            edit(who, checked.note.id, mended, None, now)
            return check_note(who, checked.note.id, home, now)
    raise NoSuchFinding(finding=finding, note=checked.note.id)
