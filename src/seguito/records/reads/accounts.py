"""The account that notes leave from, as a value. Its password is not among the records."""

from dataclasses import dataclass

from seguito.core.nouns import Who
from seguito.core.reasons import Reason
from seguito.records import models
from seguito.records.said import reason_value

SIGN_IN = "sign_in"  # among the workspace's settings


@dataclass(frozen=True, slots=True)
class SignIn:
    """By whose tokens the account is opened, and as which client. `tenant`: empty where the house's own is meant."""

    house: str
    client: str
    tenant: str = ""


@dataclass(frozen=True, slots=True)
class Account:
    """`paused_because`: nothing goes out by itself until that is mended. `files_sent_itself`: None while unknown.

    `listens`: while the page is open; None until the mailbox has been tried.
    `sign_in`: None where a password opens it.
    """

    id: str
    sender: str
    smtp_url: str
    imap_url: str
    user: str
    pace_seconds: int
    paused_because: Reason | None
    files_sent_itself: bool | None
    listens: bool | None = None
    sign_in: SignIn | None = None


def account_value(row: models.Account) -> Account:
    sign_in = row.workspace.settings.get(SIGN_IN)
    return Account(
        id=row.short,
        sender=row.sender,
        smtp_url=row.smtp_url,
        imap_url=row.imap_url,
        user=row.user,
        pace_seconds=row.pace_seconds,
        paused_because=reason_value(row.paused_because) if row.paused_because else None,
        files_sent_itself=row.files_sent_itself,
        listens=row.listens,
        sign_in=SignIn(**sign_in) if isinstance(sign_in, dict) else None,
    )


def account(who: Who) -> Account | None:
    """The account, or None where notes are carried by hand."""
    row = models.Account.objects.of(who).select_related("workspace").order_by("id").first()
    return account_value(row) if row else None


def sender_of(who: Who) -> str:
    """`Name <address>` of the account, or empty."""
    return str(models.Account.objects.of(who).order_by("id").values_list("sender", flat=True).first() or "")
