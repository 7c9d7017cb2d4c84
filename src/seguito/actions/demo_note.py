"""One note of the demo's stories: written, looked at, approved and sent by the same actions as anybody's."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from seguito.actions.approve import approve
from seguito.actions.check_note import answer_finding, check_note
from seguito.actions.edit import edit
from seguito.actions.outbox import answer
from seguito.actions.send import send
from seguito.actions.sending import Outside
from seguito.core.nouns import Note, Who
from seguito.core.outbox import Answer


def tell_note(who: Who, note: Note, told: Mapping[str, Any], home: Path) -> None:
    """Written; and where the story says so, approved and sent: to a file, whose arrival is then confirmed."""
    edit(who, note.id, told["text"].lstrip(), told["subject"], told["written_at"])
    checked = check_note(who, note.id, home, told["written_at"])
    found = {finding.quote: finding.id for look in checked.looks for finding in look.findings}
    for quote, because in told.get("stays", {}).items():
        answer_finding(who, note.id, found[quote], because, home, told["written_at"])
    if "sent_at" not in told:
        return
    now = told["sent_at"]
    approve(who, note.id, told.get("because", ""), home, now, chance=f"demo.{note.id}")
    sent = send(who, note.id, now, Outside(home))
    answer(who, sent.deliveries[0].id, Answer.ARRIVED, now, Outside(home))
