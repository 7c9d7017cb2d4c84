"""The account's own mailbox: is a copy of what went out there, and if nobody else files one, we do, once."""

import re
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from imapclient import IMAPClient
from imapclient.exceptions import IMAPClientAbortError, IMAPClientError, LoginError
from imapclient.imapclient import ALL, SEEN, SENT

from seguito.channels.email.account import AnyLogin, Privacy, Server, TokenLogin, private_line
from seguito.channels.email.drafts import Drafts, Likeness, Marks, holds_like, make_folder
from seguito.channels.email.inbox.reading import Reading
from seguito.channels.email.listening import Ear, listening
from seguito.channels.email.login import log_in_by_token
from seguito.channels.email.trouble import broken_line
from seguito.core.reasons import Reason
from seguito.errors import N_, Problem

_APPENDED = re.compile(rb"\[APPENDUID (\d+) (\d+)\]")
_FULL = re.compile(r"OVERQUOTA|quota exceeded|mailbox is full", re.IGNORECASE)  # RFC 5530, and what others say
_PAUSES = (0.1, 0.2, 0.4, 0.8, 1.0)
_ANSWER_WITHIN = 60.0


class MailboxOutOfReach(Exception):
    """The mailbox could not be opened or read. `let_in`: False where the log-in was refused."""

    def __init__(self, why: Reason, let_in: bool = True) -> None:
        super().__init__(why)
        self.why = why
        self.let_in = let_in


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy in a folder. `uid` is 0 where the server does not tell (RFC 4315), and means nothing after a change of
    `validity`.
    """

    folder: str
    validity: int
    uid: int


class NotKept(Exception):
    """The mailbox answered no to a message that was to be put there. Nothing else is wrong with the line."""

    def __init__(self, why: Reason) -> None:
        super().__init__(why)
        self.why = why


class OpenMailbox:
    """An open mailbox."""

    def __init__(self, open_line: Callable[[], IMAPClient], server: Server) -> None:
        self._open = open_line
        self._client = open_line()
        self._server = server

    @property
    def reading(self) -> Reading:
        """What has come in."""
        return Reading(self._client, self._open)

    def listening(self) -> AbstractContextManager[Ear]:
        """The inbox, listened to."""
        return listening(self._client)

    @cached_property
    def sent_folder(self) -> str | None:
        return self._client.find_special_folder(SENT)  # type: ignore[no-any-return]

    @cached_property
    def _all(self) -> str | None:
        return self._client.find_special_folder(ALL)  # type: ignore[no-any-return]

    @cached_property
    def drafts(self) -> Drafts:
        """What its owner has yet to send."""
        return Drafts(self._client, self._put)

    def find(self, marks: Marks) -> Copy | None:
        """A copy in Sent, else in All Mail. A hit proves that the mail went out; a miss proves nothing."""
        for folder in (self.sent_folder, self._all):
            copies = self._copies(folder, marks) if folder else ()
            if copies:
                return copies[0]
        return None

    def holds_like(self, likeness: Likeness) -> bool:
        """Whether Sent holds a mail to that address with that subject. It may be another one."""
        return bool(self.sent_folder) and holds_like(self._client, self.sent_folder or "", likeness)

    def has_come(self, marks: Marks) -> bool:
        """Whether a mail to oneself has arrived. It may be in another folder by now: only a hit proves something."""
        return any(self._copies(folder, marks) for folder in ("INBOX", self._all) if folder)

    def find_in_time(self, marks: Marks, seconds: float) -> Copy | None:
        """A copy, for which a server that files its own may need a moment."""
        end = time.monotonic() + seconds
        pauses = iter(_PAUSES)
        while (copy := self.find(marks)) is None and time.monotonic() < end:
            time.sleep(next(pauses, _PAUSES[-1]))
        return copy

    def file(self, message: bytes, sent_at: datetime) -> Copy:
        """Put a copy into Sent, as read. The folder is made where there is none."""
        folder = self.sent_folder = self.sent_folder or make_folder(self._client, "Sent")
        placed = _APPENDED.search(self._put(folder, message, SEEN, sent_at))
        return Copy(folder, int(placed[1]) if placed else 0, int(placed[2]) if placed else 0)

    def others(self, ours: Copy, marks: Marks) -> tuple[Copy, ...]:
        """Copies of the same mail beside ours, in our folder: the server files its own, but late."""
        return tuple(copy for copy in self._copies(ours.folder, marks) if copy != ours)

    def remove(self, ours: Copy) -> None:
        """Take away the copy that we filed, and only that: without its exact place nothing is touched."""
        if not ours.uid or not self._client.has_capability("UIDPLUS"):
            return
        selected = self._client.select_folder(ours.folder)
        if selected.get(b"UIDVALIDITY") == ours.validity:
            self._client.delete_messages([ours.uid], silent=True)
            self._client.uid_expunge([ours.uid])

    def _put(self, folder: str, message: bytes, flag: bytes, at: datetime) -> bytes:
        """Raises `NotKept` for a no that was read."""
        try:
            answer = self._client.append(folder, message, (flag,), at)
        except IMAPClientAbortError:
            raise
        except IMAPClientError as error:
            raise NotKept(_why(error, self._server)) from error
        return answer if isinstance(answer, bytes) else b""

    def _copies(self, folder: str, marks: Marks) -> tuple[Copy, ...]:
        validity = self._client.select_folder(folder, readonly=True).get(b"UIDVALIDITY", 0)
        # Gmail's All Mail holds the drafts as well.
        sent = ["UNDRAFT"] if folder == self._all else []
        found: list[int] = self._client.search([*sent, "HEADER", "Message-ID", marks.message_id])
        if not found:
            found = self._client.search([*sent, "HEADER", "X-Seguito-Delivery", marks.delivery])
        return tuple(Copy(folder, validity, uid) for uid in found)


@contextmanager
def mailbox(server: Server, login: AnyLogin) -> Iterator[OpenMailbox]:
    """The mailbox, logged in to and left again. Raises `MailboxOutOfReach`, also for what breaks while it is open."""
    try:
        with ExitStack() as lines:

            def open_line() -> IMAPClient:
                client = lines.enter_context(_client(server))
                _log_in(client, login, server)
                return client

            yield OpenMailbox(open_line, server)
    except (OSError, IMAPClientError) as error:
        raise MailboxOutOfReach(_why(error, server)) from error


def _client(server: Server) -> IMAPClient:
    private = server.privacy is Privacy.TLS
    return IMAPClient(
        server.host,
        server.port,
        ssl=private,
        ssl_context=private_line() if private else None,
        timeout=_ANSWER_WITHIN,
    )


def _log_in(client: IMAPClient, login: AnyLogin, server: Server) -> None:
    try:
        if isinstance(login, TokenLogin):
            log_in_by_token(client, login)
        elif client.has_capability("AUTH=PLAIN"):
            client.plain_login(login.user, login.password)
        else:
            client.login(login.user, login.password)
    except LoginError as error:
        told = {"server": str(server), "user": login.user, "reply": str(error)[:300]}
        raise MailboxOutOfReach(
            Reason("", N_("{server} did not let {user} in: {reply}"), told), let_in=False
        ) from error
    except Problem as problem:  # of whoever gives tokens
        why = Reason("", problem.happened, problem.values)
        raise MailboxOutOfReach(why, let_in=problem.exit_code == 3) from problem


def _why(error: Exception, server: Server) -> Reason:
    if _FULL.search(str(error)):
        return Reason("", N_("the mailbox at {server} is full"), {"server": str(server)})
    if isinstance(error, IMAPClientError):
        return Reason("", N_("{server} answered “{reply}”"), {"server": str(server), "reply": str(error)[:300]})
    return broken_line(error, server)
