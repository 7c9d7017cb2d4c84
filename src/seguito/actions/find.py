"""The servers of an address, found and tried: offline first, and by a real log-in before they are kept."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from seguito.actions.account import Stands, Told, set_account
from seguito.actions.outside import Outside
from seguito.channels.email.account import Login, imap_server, smtp_server
from seguito.channels.email.addresses import mailbox
from seguito.channels.email.finding.config_file import read_config
from seguito.channels.email.finding.found import Found, Source, guesses
from seguito.channels.email.finding.house import ask_house
from seguito.channels.email.finding.names import Roads
from seguito.channels.email.imap import MailboxOutOfReach, mailbox as open_mailbox
from seguito.channels.email.smtp import Line
from seguito.core.nouns import Who
from seguito.core.outbox import LoginRefused
from seguito.core.reasons import Reason
from seguito.reference.mail import mail_house

_Attempt = Callable[[str], tuple[Reason | None, bool]]


@dataclass(frozen=True, slots=True)
class ConfigFile:
    """A file of the person's own in Mozilla's form. `name`: as it was told."""

    data: bytes
    name: str


@dataclass(frozen=True, slots=True)
class Attempt:
    """One server that was logged in to. `why`: why that failed; None: it lets in."""

    url: str
    why: Reason | None


@dataclass(frozen=True, slots=True)
class Trial:
    """What came of trying. `kept`: the account, where both servers let in. `let_in`: False where one refused."""

    attempts: tuple[Attempt, ...]
    kept: Stands | None = None
    found: Found | None = None
    let_in: bool = True


def find(sender: str, config: ConfigFile | None, roads: Roads | None) -> Iterator[Found]:
    """What may be the servers of an address, the surest first. `roads` None: nobody is asked.

    A file of the person's own stands alone, and so does what the house says on its help pages; guesses come last.
    Raises AddressNotMailable, ConfigFileWrong.
    """
    box = mailbox(sender)
    if config is not None:
        yield read_config(config.data, box.address, Source.FILE, config.name)
        return
    known = mail_house(box.address)
    if known is not None and not known.is_guess:
        yield Found(
            Source.TABLE, known.name, box.address, (known.smtp,), (known.imap,),
            known.oauth, known.app_password, known.no_password,
        )  # fmt: skip
        return
    if roads is not None:
        yield from ask_house(box.address, roads)
    yield guesses(box.domain, box.address)


def try_and_keep(
    who: Who, sender: str, founds: Iterable[Found], password: str, outside: Outside, now: datetime
) -> Trial:
    """Log in to what was found, and keep the first that lets in for sending and, where it is named, for the mailbox.

    A server that refuses the log-in ends the search: it is the right one, and the password is not. What is doubtful
    gets no password. Raises what `set_account` can.
    """
    attempts: list[Attempt] = []
    for found in founds:
        if found.doubtful or found.no_password:
            continue
        login = Login(found.user, password)
        smtp, let_in = _first(found.smtp, lambda url, login=login: _sends(url, login, outside), attempts)  # type: ignore[misc]
        if not let_in:
            return Trial(tuple(attempts), found=found, let_in=False)
        if smtp is None:
            continue
        imap, let_in = _first(found.imap, lambda url, login=login: _keeps(url, login), attempts)  # type: ignore[misc]
        if not let_in:
            return Trial(tuple(attempts), found=found, let_in=False)
        told = Told(sender, smtp, imap or "", found.user, password)
        return Trial(tuple(attempts), set_account(who, told, outside.home, now), found)
    return Trial(tuple(attempts))


def _first(urls: Iterable[str], attempt: _Attempt, attempts: list[Attempt]) -> tuple[str | None, bool]:
    """The first server that lets in, if any, and whether none refused."""
    for url in urls:
        why, let_in = attempt(url)
        attempts.append(Attempt(url, why))
        if why is None or not let_in:
            return (url if why is None else None), let_in
    return None, True


def _sends(url: str, login: Login, outside: Outside) -> tuple[Reason | None, bool]:
    with Line(smtp_server(url), login, outside.patience) as line:
        trouble = line.greet()
    return (trouble.why if trouble else None), not isinstance(trouble, LoginRefused)


def _keeps(url: str, login: Login) -> tuple[Reason | None, bool]:
    try:
        with open_mailbox(imap_server(url), login):
            return None, True
    except MailboxOutOfReach as trouble:
        return trouble.why, trouble.let_in
