"""The account that notes leave from: its settings kept, its password put away, and both tried."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from seguito.actions.sending import Outside, PasswordMissing, login_of
from seguito.actions.tell import tell_me
from seguito.channels.email import secrets
from seguito.channels.email.account import Login, imap_server, smtp_server
from seguito.channels.email.addresses import header_text, mailbox
from seguito.channels.email.imap import MailboxOutOfReach, mailbox as open_mailbox
from seguito.channels.email.smtp import Line
from seguito.core.nouns import Who
from seguito.core.outbox import LoginRefused
from seguito.core.reasons import Reason
from seguito.errors import N_, Problem
from seguito.records.database import atomic
from seguito.records.reads.accounts import Account, account
from seguito.records.reads.people import me
from seguito.records.writes.accounts import Settings, keep_account, resume


class NoAccount(Problem):
    id = "no-account"
    happened = N_("No mail account is set up here.")
    safe = N_("Nothing was changed.")
    next_step = N_('seguito account set --from "Name <mail>" --smtp smtps://host:465 --user … --password-stdin')
    on_page = N_("Set one up in the settings, under Mail.")


@dataclass(frozen=True, slots=True)
class Told:
    """What the person says; None: as it was before."""

    sender: str | None = None
    smtp_url: str | None = None
    imap_url: str | None = None
    user: str | None = None
    password: str | None = None
    pace_seconds: int | None = None


@dataclass(frozen=True, slots=True)
class Stands:
    """The account, and where its password lies; None: there is none."""

    account: Account
    password_in: secrets.Place | None


@dataclass(frozen=True, slots=True)
class Tried:
    """What connecting and logging in showed; None: all is well. `let_in`: False where a log-in was refused."""

    account: Account
    smtp: Reason | None
    imap: Reason | None
    let_in: bool
    sent_folder: str


def set_account(who: Who, told: Told, home: Path, now: datetime) -> Stands:
    """Keep what is said, and what is not said as it was; nothing is connected to.

    Who I am is filled in from it where nobody has said so yet. Raises a `Problem` for what cannot be mailed from,
    reached privately, or kept.
    """
    before = account(who)
    settings = _settings(told, before)
    with atomic():
        kept = keep_account(who, settings, now)
        _introduce(who, settings.sender, now)
    if told.password is not None:
        secrets.keep(home, kept.id, told.password)
    elif before and before.user and not kept.user:
        secrets.forget(home, kept.id)
    return Stands(kept, secrets.place(home, kept.id))


def may_mail(who: Who) -> bool:
    """Whether an account is set up; without one, sending makes a file."""
    return account(who) is not None


def the_account(who: Who, home: Path) -> Stands:
    """Raises `NoAccount`."""
    found = account(who)
    if found is None:
        raise NoAccount
    return Stands(found, secrets.place(home, found.id))


def try_account(who: Who, outside: Outside) -> Tried:
    """Connect and log in to both servers; a pause ends when that works. Raises `NoAccount`, `PasswordMissing`."""
    found = the_account(who, outside.home).account
    login = login_of(found, outside)
    with Line(smtp_server(found.smtp_url), login, outside.patience) as line:
        trouble = line.greet()
    imap, let_in, folder = _try_mailbox(found, login)
    if trouble is None:
        resume(who, found.id)
    smtp = trouble.why if trouble else None
    return Tried(found, smtp, imap, let_in and not isinstance(trouble, LoginRefused), folder)


def _try_mailbox(found: Account, login: Login | None) -> tuple[Reason | None, bool, str]:
    if not found.imap_url:
        return None, True, ""
    if login is None:
        raise PasswordMissing(user=mailbox(found.sender).address)
    try:
        with open_mailbox(imap_server(found.imap_url), login) as box:
            return None, True, box.sent_folder or ""
    except MailboxOutOfReach as trouble:
        return trouble.why, trouble.let_in, ""


def _settings(told: Told, before: Account | None) -> Settings:
    sender = told.sender if told.sender is not None else before.sender if before else ""
    smtp_url = told.smtp_url if told.smtp_url is not None else before.smtp_url if before else ""
    if not sender or not smtp_url:
        raise NoAccount
    imap_url = told.imap_url if told.imap_url is not None else before.imap_url if before else ""
    box = mailbox(sender)
    smtp_server(smtp_url)
    if imap_url:
        imap_server(imap_url)
    user = told.user if told.user is not None else before.user if before else ""
    if not user and told.password is not None:
        user = box.address
    return Settings(str(box), smtp_url, imap_url, header_text(user), told.pace_seconds)


def _introduce(who: Who, sender: str, now: datetime) -> None:
    """A person who has set up an account has said who they are."""
    box, known = mailbox(sender), me(who)
    told: dict[str, object] = {}
    if box.name and not (known and known.name):
        told["name"] = box.name
    if not (known and known.emails):
        told["email"] = (box.address,)
    if told:
        tell_me(who, told, now)
