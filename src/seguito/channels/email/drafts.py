"""Drafts in the mailbox: a message laid there for its owner to send from their own program, known again, taken out."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

from imapclient import IMAPClient
from imapclient.exceptions import IMAPClientError
from imapclient.imapclient import DRAFT, DRAFTS

from seguito.channels.email.inbox.reading import subjects

_KNOWN = ("Drafts", "Draft", "Bozze", "Entwürfe", "Brouillons", "Borradores")
_MOST_ALIKE = 50  # mails to one address within some days

Put = Callable[[str, bytes, bytes, datetime], bytes]


@dataclass(frozen=True, slots=True)
class Marks:
    """By what a sent mail is known again: its Message-ID, else the header that only we write."""

    message_id: str
    delivery: str


@dataclass(frozen=True, slots=True)
class Likeness:
    """By what a mail may be known whose marks a program has changed. `since`: when ours was laid into Drafts."""

    address: str
    subject: str
    since: datetime


class Drafts:
    """The drafts of an open mailbox."""

    def __init__(self, client: IMAPClient, put: Put) -> None:
        self._client = client
        self._put = put
        self._folder: str | None = client.find_special_folder(DRAFTS) or _by_name(client)

    def lay(self, message: bytes, at: datetime) -> None:
        """Put it there, to be sent. The folder is made where there is none."""
        self._folder = self._folder or make_folder(self._client, "Drafts")
        self._put(self._folder, message, DRAFT, at)

    def holds(self, marks: Marks) -> bool:
        """Whether it lies there as we laid it."""
        return bool(self._numbers(marks))

    def holds_like(self, likeness: Likeness) -> bool:
        """Whether one like it lies there: a program lays a changed draft down anew, under another identifier."""
        return self._folder is not None and holds_like(self._client, self._folder, likeness)

    def take_out(self, marks: Marks) -> bool:
        """Take out what we laid there, and only that. False: it is not there, or the server takes none out alone."""
        numbers = self._numbers(marks)
        if not numbers or self._folder is None or not self._client.has_capability("UIDPLUS"):
            return False
        self._client.select_folder(self._folder)
        self._client.delete_messages(numbers, silent=True)
        self._client.uid_expunge(numbers)
        return not self._numbers(marks)

    def _numbers(self, marks: Marks) -> list[int]:
        if self._folder is None:
            return []
        self._client.select_folder(self._folder, readonly=True)
        found: list[int] = self._client.search(["UNDELETED", "HEADER", "Message-ID", marks.message_id])
        return found or list(self._client.search(["UNDELETED", "HEADER", "X-Seguito-Delivery", marks.delivery]))


def holds_like(client: IMAPClient, folder: str, likeness: Likeness) -> bool:
    """Whether a folder holds a mail to that address with that subject. Subjects are compared here: not every server
    searches in other letters than those of English.
    """
    client.select_folder(folder, readonly=True)
    day = (likeness.since - timedelta(days=1)).date()  # the server reckons days in a zone of its own
    numbers = client.search(["UNDELETED", "SINCE", day, "TO", likeness.address])[-_MOST_ALIKE:]
    wanted = _plain(likeness.subject)
    return any(_plain(subject) == wanted for subject in subjects(client, numbers))


def make_folder(client: IMAPClient, called: str) -> str:
    """A folder of that name where the owner's own lie; they see it."""
    prefix = ""
    if client.has_capability("NAMESPACE"):
        personal = client.namespace().personal
        prefix = personal[0][0] if personal else ""
    name = f"{prefix}{called}"
    client.create_folder(name)
    with suppress(IMAPClientError):
        client.subscribe_folder(name)
    return name


def _by_name(client: IMAPClient) -> str | None:
    """What programs of other languages call it, on a server that does not tell what its folders are for."""
    names = {name.rpartition(str_of(between))[2]: name for _, between, name in client.list_folders()}
    return next((names[known] for known in _KNOWN if known in names), None)


def str_of(between: bytes | None) -> str:
    """What stands between the names of nested folders."""
    return (between or b"/").decode("ascii", "replace")


def _plain(subject: str) -> str:
    return " ".join(subject.split()).casefold()
