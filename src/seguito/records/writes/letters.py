"""What came back, kept."""

from seguito.core.correspondence.letters import Letter as Head, LetterKind, Sent
from seguito.core.nouns import Who
from seguito.core.reasons import Reason
from seguito.records import models
from seguito.records.said import reason_row


def keep_letter(who: Who, head: Head, kind: LetterKind, sent: Sent, text: str, why: Reason | None) -> str | None:
    """Keep it; its id, or None when it was kept before: the same mail may lie in two folders."""
    delivery = models.Delivery.objects.of(who).get(short=sent.delivery)
    row, new = models.Letter.objects.get_or_create(
        workspace_id=who.workspace,
        message_id=head.message_id,
        delivery=delivery,
        defaults={
            "person_id": delivery.note.to_id,
            "note_id": delivery.note_id,
            "kind": kind,
            "sender": head.sender,
            "subject": head.subject,
            "text": text,
            "why": reason_row(why) if why else None,
            "at": head.at,
        },
    )
    return row.short if new else None


def settle_letter(who: Who, letter: str, is_answer: bool) -> None:
    models.Letter.objects.of(who).filter(short=letter).update(settled=is_answer)


def keep_place(who: Who, account: str, folder: str, validity: int, seen: int) -> None:
    """How far a folder has been read."""
    models.ReadFolder.objects.update_or_create(
        workspace_id=who.workspace,
        account=models.Account.objects.of(who).get(short=account),
        folder=folder,
        defaults={"validity": validity, "seen": seen},
    )
