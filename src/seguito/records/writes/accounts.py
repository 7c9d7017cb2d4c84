"""The account that notes leave from, kept."""

from dataclasses import asdict, dataclass
from datetime import datetime

from seguito.core.nouns import Who
from seguito.core.reasons import Reason
from seguito.records import models
from seguito.records.reads.accounts import SIGN_IN, Account, SignIn, account_value
from seguito.records.said import reason_row
from seguito.records.writes.settings import keep_setting


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person says about their account. `pace_seconds` None: as it was."""

    sender: str
    smtp_url: str
    imap_url: str = ""
    user: str = ""
    pace_seconds: int | None = None


def keep_account(who: Who, settings: Settings, now: datetime) -> Account:
    """Keep the settings in place of those before. A pause ends: they may be what was wrong."""
    row = models.Account.objects.of(who).order_by("id").first()
    if row is None:
        row = models.Account(workspace_id=who.workspace, made_at=now)
    if (row.imap_url, row.user) != (settings.imap_url, settings.user):
        row.files_sent_itself = None
        row.listens = False if row.listens is False else None
    row.sender, row.smtp_url = settings.sender, settings.smtp_url
    row.imap_url, row.user = settings.imap_url, settings.user
    row.paused_because = None
    if settings.pace_seconds is not None:
        row.pace_seconds = settings.pace_seconds
    row.save()
    return account_value(row)


def keep_sign_in(who: Who, sign_in: SignIn | None) -> None:
    """By whose tokens the account is opened; None: by a password."""
    keep_setting(who, SIGN_IN, asdict(sign_in) if sign_in else None)


def pause(who: Who, account_id: str, because: Reason) -> None:
    models.Account.objects.of(who).filter(short=account_id).update(paused_because=reason_row(because))


def resume(who: Who, account_id: str) -> None:
    models.Account.objects.of(who).filter(short=account_id).update(paused_because=None)


def learn_filing(who: Who, account_id: str, files_sent_itself: bool) -> None:
    """What was seen in Sent: whether the server puts a copy there by itself."""
    models.Account.objects.of(who).filter(short=account_id).update(files_sent_itself=files_sent_itself)


def set_listening(who: Who, account_id: str, listens: bool) -> None:
    """Whether its mailbox is listened to while the page is open."""
    models.Account.objects.of(who).filter(short=account_id).update(listens=listens)
