"""Is everything in order, and how to mend what is not."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from seguito.actions.languagetool import NoAnswer, called, languagetool
from seguito.actions.looks import three_looks
from seguito.actions.outside import Outside
from seguito.actions.tokens import NotSignedIn, leave_lies_in
from seguito.channels.email.secrets import Place, place
from seguito.core.looks.context import Context
from seguito.core.nouns import Who
from seguito.core.outbox import DeliveryState
from seguito.core.reasons import Reason
from seguito.errors import N_
from seguito.languages import available
from seguito.records.condition import condition
from seguito.records.reads.accounts import Account, account
from seguito.records.reads.deliveries import all_deliveries
from seguito.records.reads.people import me
from seguito.reference.postal import PostalRowWrong
from seguito.reference.postal.own import own_services

_LITTLE_ROOM = 50_000_000  # bytes
_FULL = 2


@dataclass(frozen=True, slots=True)
class Examined:
    """One thing that was looked at. `sound` None: nothing is wrong, but something is still to be done."""

    id: str
    sound: bool | None
    finding: Reason
    mend: Reason | None = None


def doctor(who: Who, home: Path) -> tuple[Examined, ...]:
    """Everything that was looked at, in the order in which it matters. Asks nobody but one's own LanguageTool."""
    return (
        *_folder(home),
        *_languages(),
        *_languagetool(home),
        *_post(home),
        _author(who),
        *_mail(who, home),
        *_outbox(who),
    )


def _folder(home: Path) -> Iterator[Examined]:
    found = condition(home)
    if found.fault:
        yield Examined(
            "records",
            False,
            Reason("", N_("The records in {path} are damaged: {fault}"), {"path": found.path, "fault": found.fault}),
            Reason("", N_("Put a copy back: seguito restore FILE.")),
        )
    else:
        yield Examined("records", True, Reason("", N_("The records in {path} are sound."), {"path": found.path}))
    if found.journal != "wal" or found.synchronous != _FULL:
        yield Examined(
            "durability",
            False,
            Reason("", N_("What is written might not survive a power cut (this disk takes no write-ahead log).")),
            Reason("", N_("Keep the data folder on a local disk: set SEGUITO_HOME.")),
        )
    if not found.only_mine:
        yield Examined(
            "privacy",
            False,
            Reason("", N_("Other accounts of this machine can read the records.")),
            Reason("", N_("chmod 600 {path}"), {"path": found.path}),
        )
    if found.free < _LITTLE_ROOM:
        yield Examined(
            "room",
            False,
            Reason("", N_("The disk has {free} MB left."), {"free": found.free // 1_000_000}),
            Reason("", N_("Free some room.")),
        )


def _languages() -> Iterator[Examined]:
    for language in available():
        try:
            three_looks("A.\n", language, Context(), frozenset())
        except (ImportError, OSError, RuntimeError) as error:
            yield Examined(
                f"language-{language}",
                False,
                Reason("", N_("Notes in “{language}” cannot be read: {why}"), {"language": language, "why": error}),
                Reason("", N_("Install Seguito again: pip install --force-reinstall seguito.")),
            )
        else:
            yield Examined(
                f"language-{language}", True, Reason("", N_("Notes in “{language}” are read."), {"language": language})
            )


def _languagetool(home: Path) -> Iterator[Examined]:
    address = languagetool(home)
    if address is None:
        return
    try:
        told = {"name": called(address), "address": address}
    except NoAnswer as silent:
        mend = Reason("", NoAnswer.next_step)
        yield Examined("languagetool", False, Reason("", NoAnswer.happened, silent.values), mend)
    else:
        yield Examined("languagetool", True, Reason("", N_("{name} at {address} answers."), told))


def _post(home: Path) -> Iterator[Examined]:
    try:
        own_services(home)
    except PostalRowWrong as wrong:
        what = Reason("", wrong.happened, wrong.values)
        yield Examined("post", False, what, Reason("", N_("Correct it there: until then your own rows do not count.")))


def _author(who: Who) -> Examined:
    author = me(who)
    if author is None or not author.name or not author.email:
        return Examined(
            "me",
            None,
            Reason("", N_("Nobody has said yet who writes.")),
            Reason("", N_('seguito me name="…" email=…')),
        )
    return Examined("me", True, Reason("", N_("Notes are signed by {name}."), {"name": author.name}))


_PASSWORD = {
    Place.KEYRING: N_("The password of {user} lies in the system's keyring."),
    Place.FILE: N_("The password of {user} lies in a file in the data folder that only you can read."),
}


_LEAVE = {
    Place.KEYRING: N_("The permission that {user} gave lies in the system's keyring."),
    Place.FILE: N_("The permission that {user} gave lies in a file in the data folder that only you can read."),
}


def _mail(who: Who, home: Path) -> Iterator[Examined]:
    found = account(who)
    if found is None:
        yield Examined(
            "account",
            None,
            Reason("", N_("No mail account is set up: notes are written to files for your own mail program.")),
            Reason("", N_("seguito account set --from … --smtp …")),
        )
        return
    yield Examined("account", True, Reason("", N_("Notes leave from {sender}."), {"sender": found.sender}))
    if not found.user:
        return
    if found.sign_in is not None:
        yield _leave(found, home)
        return
    lies_in = place(home, found.id)
    if lies_in is None:
        missing = Reason("", N_("The password of {user} is kept nowhere."), {"user": found.user})
        yield Examined("password", False, missing, Reason("", N_("seguito account set --password-stdin")))
    else:
        yield Examined("password", True, Reason("", _PASSWORD[lies_in], {"user": found.user}))


def _leave(found: Account, home: Path) -> Examined:
    lies_in = leave_lies_in(found, Outside(home))
    if lies_in is None:
        return Examined("leave", False, Reason("", NotSignedIn.happened, {"user": found.user}))
    return Examined("leave", True, Reason("", _LEAVE[lies_in], {"user": found.user}))


def _outbox(who: Who) -> Iterator[Examined]:
    for one in all_deliveries(who):
        if one.state in (DeliveryState.UNKNOWN, DeliveryState.REFUSED):
            yield Examined(
                "outbox",
                None,
                Reason("", N_("The note to {person} needs a word of yours."), {"person": one.to.called}),
                Reason("", N_("seguito outbox")),
            )
