"""The account that notes leave from: its settings kept, its password put away, and both tried."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from seguito.actions.outside import Outside
from seguito.actions.sending import PasswordMissing, login_of
from seguito.actions.tell import tell_me
from seguito.actions.tokens import forget_tokens, keep_client, leave_lies_in
from seguito.channels.email import secrets
from seguito.channels.email.account import AnyLogin, imap_server, smtp_server
from seguito.channels.email.addresses import header_text, mailbox
from seguito.channels.email.imap import MailboxOutOfReach, mailbox as open_mailbox
from seguito.channels.email.oauth.question import Client
from seguito.channels.email.smtp import Line
from seguito.core.nouns import Who
from seguito.core.outbox import LoginRefused
from seguito.core.reasons import Reason
from seguito.errors import N_, Problem
from seguito.records.database import atomic
from seguito.records.reads.accounts import Account, SignIn, account
from seguito.records.reads.people import me
from seguito.records.writes.accounts import Settings, keep_account, keep_sign_in, resume, set_listening
from seguito.reference.mail import mail_house
from seguito.reference.mail.oauth import oauth_house


class NoAccount(Problem):
    id = "no-account"
    happened = N_("No mail account is set up here.")
    safe = N_("Nothing was changed.")
    next_step = N_('seguito account set --from "Name <mail>" --smtp smtps://host:465 --user … --password-stdin')
    on_page = N_("Set one up in the settings, under Mail.")


class NoClient(Problem):
    id = "no-client"
    happened = N_("{house} lets in only programs that it knows, and it was not said as which client Seguito comes.")
    safe = N_("Nothing was changed.")
    next_step = N_("Make one at {register} (docs/mail.md tells how), then add --client ID or, for Google, FILE.json.")


class TwoWaysIn(Problem):
    id = "two-ways-in"
    happened = N_("A password was given, and a provider whose tokens take its place.")
    safe = N_("Nothing was changed.")
    next_step = N_("Give one of them: --password-stdin, or --oauth and then `seguito account login`.")


@dataclass(frozen=True, slots=True)
class Told:
    """What the person says; None: as it was before. `oauth`: the house whose tokens open the account."""

    sender: str | None = None
    smtp_url: str | None = None
    imap_url: str | None = None
    user: str | None = None
    password: str | None = None
    pace_seconds: int | None = None
    oauth: str | None = None
    client: Client | None = None
    tenant: str | None = None


@dataclass(frozen=True, slots=True)
class Stands:
    """The account, and where its password lies, or the leave in its place; None: there is none."""

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
    sign_in = _sign_in(told, before, home)
    settings = _settings(told, before, home)
    with atomic():
        keep_account(who, settings, now)
        keep_sign_in(who, sign_in)
        _introduce(who, settings.sender, now)
    kept = the_account(who, home).account
    _put_away(told, before, kept, home)
    return the_account(who, home)


def the_account(who: Who, home: Path) -> Stands:
    """Raises `NoAccount`."""
    found = account(who)
    if found is None:
        raise NoAccount
    place = leave_lies_in(found, Outside(home)) if found.sign_in else secrets.place(home, found.id)
    return Stands(found, place)


def try_account(who: Who, outside: Outside) -> Tried:
    """Connect and log in to both servers; a pause ends when that works. Raises `NoAccount`, `PasswordMissing`."""
    found = the_account(who, outside.home).account
    login = login_of(found, outside)
    with Line(smtp_server(found.smtp_url), login, outside.patience) as line:
        trouble = line.greet()
    imap, let_in, folder = _try_mailbox(found, login)
    if found.imap_url and imap is None and found.listens is None:
        set_listening(who, found.id, True)
    if trouble is None:
        resume(who, found.id)
    smtp = trouble.why if trouble else None
    return Tried(found, smtp, imap, let_in and not isinstance(trouble, LoginRefused), folder)


def listen_to_mailbox(who: Who, listens: bool, home: Path) -> None:
    """Whether the mailbox is listened to while the page is open. Raises `NoAccount`."""
    set_listening(who, the_account(who, home).account.id, listens)


def _put_away(told: Told, before: Account | None, kept: Account, home: Path) -> None:
    """Keep what opens the account now, and forget what did before: tokens are for one house, client and user."""
    outside = Outside(home)
    if before and before.sign_in and (before.sign_in, before.user) != (kept.sign_in, kept.user):
        forget_tokens(kept, outside)
    if told.client is not None or (before and before.sign_in and kept.sign_in is None):
        keep_client(kept, told.client or Client(""), outside)
    had_password = before is not None and bool(before.user) and before.sign_in is None
    if told.password is not None:
        secrets.keep(home, kept.id, told.password)
    elif had_password and (kept.sign_in or not kept.user):
        secrets.forget(home, kept.id)


def _try_mailbox(found: Account, login: AnyLogin | None) -> tuple[Reason | None, bool, str]:
    if not found.imap_url:
        return None, True, ""
    if login is None:
        raise PasswordMissing(user=mailbox(found.sender).address)
    try:
        with open_mailbox(imap_server(found.imap_url), login) as box:
            return None, True, box.sent_folder or ""
    except MailboxOutOfReach as trouble:
        return trouble.why, trouble.let_in, ""


def _sign_in(told: Told, before: Account | None, home: Path) -> SignIn | None:
    """By whose tokens; a password that is told, or no user, takes their place.

    Raises TwoWaysIn, NoClient, NoSuchHouse, OAuthRowWrong.
    """
    was = before.sign_in if before else None
    if told.password is not None and told.oauth is not None:
        raise TwoWaysIn
    if told.password is not None or told.user == "":
        return None
    if told.oauth is None and was is None:
        return None
    house = oauth_house(told.oauth or (was.house if was else ""), home)
    same = was if was and was.house == house.id else None
    client = told.client.id if told.client else same.client if same else ""
    if not client:
        raise NoClient(house=house.name, register=house.register or house.name)
    tenant = told.tenant if told.tenant is not None else same.tenant if same else ""
    return SignIn(house.id, client, tenant)


def _settings(told: Told, before: Account | None, home: Path) -> Settings:
    sender = told.sender if told.sender is not None else before.sender if before else ""
    smtp_url = told.smtp_url if told.smtp_url is not None else before.smtp_url if before else ""
    imap_url = told.imap_url if told.imap_url is not None else before.imap_url if before else ""
    if sender and not smtp_url:
        smtp_url, known_imap = _known_servers(sender, told, home)
        imap_url = known_imap if told.imap_url is None else imap_url
    if not sender or not smtp_url:
        raise NoAccount
    box = mailbox(sender)
    smtp_server(smtp_url)
    if imap_url:
        imap_server(imap_url)
    user = told.user if told.user is not None else before.user if before else ""
    if not user and (told.password is not None or told.oauth is not None):
        user = box.address
    return Settings(str(box), smtp_url, imap_url, header_text(user), told.pace_seconds)


def _known_servers(sender: str, told: Told, home: Path) -> tuple[str, str]:
    """Of the house whose tokens are used, else of the address's house as it says itself; else none."""
    known = mail_house(mailbox(sender).address)
    if told.oauth is not None and (known is None or known.oauth != told.oauth):
        house = oauth_house(told.oauth, home)
        return house.smtp, house.imap
    return ("", "") if known is None or known.is_guess else (known.smtp, known.imap)


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
