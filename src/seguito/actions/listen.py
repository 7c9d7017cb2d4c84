"""Listening to the mailbox: it is looked into when something comes, and every few minutes whatever happens."""

from collections.abc import Callable
from datetime import timedelta

from seguito.actions.sending import Outside, login_of
from seguito.channels.email.account import AnyLogin, imap_server
from seguito.channels.email.imap import MailboxOutOfReach, mailbox
from seguito.core.nouns import Who
from seguito.core.reasons import Reason
from seguito.records.reads.accounts import Account, account

LOOKS_EVERY = timedelta(minutes=5)
_TRIES_AGAIN = (timedelta(seconds=30), timedelta(minutes=1), timedelta(minutes=2), LOOKS_EVERY, timedelta(minutes=15))
_NOT_LET_IN = timedelta(hours=1)  # a wrong password said over and over locks an account

Rest = Callable[[float], object]


def listen(
    who: Who,
    look: Callable[[], Reason | None],
    tell: Callable[[Reason], None],
    outside: Outside,
    enough: Callable[[], bool],
    rest: Rest,
) -> None:
    """Until `enough`. `look` looks into the mailbox, and says why it could not; `tell` hears why nothing is heard.

    `rest` waits so many seconds, less when it is enough or the account has changed.
    """
    failed = 0

    def looked() -> Reason | None:
        nonlocal failed
        trouble = look()
        failed = failed if trouble else 0
        return trouble

    while not enough():
        heard = listened_to(account(who))
        login = login_of(heard, outside) if heard else None
        if heard is None or login is None:
            rest(LOOKS_EVERY.total_seconds())
            continue
        try:
            _with_an_ear(who, heard, login, looked, enough)
        except MailboxOutOfReach as trouble:
            tell(trouble.why)
            wait = _TRIES_AGAIN[min(failed, len(_TRIES_AGAIN) - 1)] if trouble.let_in else _NOT_LET_IN
            failed += 1
            rest(wait.total_seconds())


def listened_to(found: Account | None) -> Account | None:
    """The account, if its mailbox has been tried and its owner has not said no."""
    return found if found and found.imap_url and found.listens and not found.paused_because else None


def _with_an_ear(
    who: Who, heard: Account, login: AnyLogin, look: Callable[[], Reason | None], enough: Callable[[], bool]
) -> None:
    """As long as the account stays as it is. The ear is open before the look, so that nothing comes between the two.

    Each round asks anew to be told, long before a server tires of it (RFC 2177: 29 minutes).
    """
    with mailbox(imap_server(heard.imap_url), login) as box:
        while not enough() and account(who) == heard:
            with box.listening() as ear:
                trouble = look()
                if trouble is None:
                    ear.wait(LOOKS_EVERY.total_seconds(), enough)
            if trouble is not None:
                raise MailboxOutOfReach(trouble)
