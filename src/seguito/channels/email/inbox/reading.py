"""What is new in a folder, by its numbers (RFC 3501: UIDVALIDITY and UIDNEXT); nothing is marked as read."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from imapclient import IMAPClient
from imapclient.exceptions import IMAPClientError, ProtocolError
from imapclient.imapclient import JUNK

from seguito.channels.email.inbox.bodies import MOST_OF_A_MAIL
from seguito.channels.email.inbox.heads import MOST_OF_A_HEAD, WANTED, letter_of
from seguito.channels.email.inbox.invites import calendar_parts
from seguito.core.correspondence.letters import Letter

_AT_A_TIME = 500  # heads in one answer of the server
_HEAD = f"BODY.PEEK[HEADER.FIELDS ({' '.join(WANTED)})]<0.{MOST_OF_A_HEAD}>"
_MOST_OF_A_CALENDAR = 1_500_000  # bytes: an invite of 1 MB, in base64
_NOT_BUILT = (
    ProtocolError,
    RecursionError,
    ValueError,
    TypeError,
    IndexError,
)  # what imapclient raises
_MOST_LOST = 50  # connections, of one look
_WHOLE = f"BODY.PEEK[]<0.{MOST_OF_A_MAIL}>"


@dataclass(frozen=True, slots=True)
class Place:
    """How far a folder has been read: up to the mail of number `seen`, as long as `validity` stands."""

    folder: str
    validity: int
    seen: int


@dataclass(frozen=True, slots=True)
class Batch:
    """Heads, with their numbers, and how far the folder has been read after them."""

    letters: tuple[tuple[int, Letter], ...]
    place: Place


class Reading:
    """Reads an open mailbox. `open_line`: another line to it, for when one is lost amid an answer."""

    def __init__(self, client: IMAPClient, open_line: Callable[[], IMAPClient]) -> None:
        self._open_line = open_line
        self._lost = 0
        self._take(client)

    def _take(self, client: IMAPClient) -> None:
        self._client = client
        self._opened = ""
        client.normalise_times = False  # the server's own instants, with their zones

    def _open(self, folder: str) -> None:
        """A server may look through a whole folder each time that it is opened."""
        if self._opened != folder:
            self._client.select_folder(folder, readonly=True)
            self._opened = folder

    def folders(self) -> tuple[str, ...]:
        """Where answers come in: the inbox, and where one is most missed, among the junk."""
        junk = self._client.find_special_folder(JUNK)
        return ("INBOX", junk) if junk else ("INBOX",)

    def new(self, folder: str, place: Place | None, since: date) -> Iterator[Batch]:
        """Batch after batch of what has come since `place`; without one, or where numbers are void, since that day.

        One question to the server where nothing has come. A folder that is not there is empty.
        """
        status = self._client.folder_status(folder, ["UIDVALIDITY", "UIDNEXT"])
        validity, last = int(status[b"UIDVALIDITY"]), int(status[b"UIDNEXT"]) - 1
        known = place is not None and place.validity == validity
        if place is not None and known and place.seen >= last:
            return
        self._open(folder)
        # The server answers n:* with its last mail even where that lies before n.
        first = place.seen + 1 if place is not None and known else 1
        wanted: list[object] = ["UID", f"{first}:*"] if known else ["SINCE", since]
        numbers = sorted(number for number in self._client.search(wanted) if first <= number <= last)
        for start in range(0, len(numbers), _AT_A_TIME):
            some = numbers[start : start + _AT_A_TIME]
            yield Batch(tuple(self._heads(some)), Place(folder, validity, some[-1]))
        yield Batch((), Place(folder, validity, last))

    def begins(self, folder: str, number: int) -> bytes:
        """The first bytes of a mail; none when it is gone."""
        self._open(folder)
        answer = self._client.fetch([number], [_WHOLE]).get(number, {})
        return _body(answer)

    def calendars(self, folder: str, numbers: Sequence[int]) -> Iterator[tuple[int, bytes]]:
        """What calendars these mails carry, each as a mail of that one part; of all others nothing is fetched."""
        if not numbers:
            return
        self._open(folder)
        for number, structure in self._structures(folder, numbers):
            for part in calendar_parts(structure):
                wanted = f"BODY.PEEK[{part.section}]<0.{_MOST_OF_A_CALENDAR}>"
                content = _body(self._client.fetch([number], [wanted]).get(number, {}))
                if content:
                    yield number, part.head + content

    def _structures(self, folder: str, numbers: Sequence[int]) -> Iterator[tuple[int, object]]:
        """How mails are built. One that is built to hurt costs only itself: the others are then asked for singly.

        Some are told in a line so long that the rest of it is lost, and the connection with it: then on another one.
        """
        for start in range(0, len(numbers), _AT_A_TIME):
            some = list(numbers[start : start + _AT_A_TIME])
            try:
                answers = self._client.fetch(some, ["BODYSTRUCTURE"])
            except _NOT_BUILT:
                yield from self._singly(folder, some)
                continue
            except IMAPClientError:
                self._lost += 1
                if self._lost > _MOST_LOST:
                    return  # the lot is kept as far as it is known, and the look ends with the next question
                self._take(self._open_line())
                self._open(folder)
                yield from self._singly(folder, some)
                continue
            yield from ((number, answer.get(b"BODYSTRUCTURE")) for number, answer in sorted(answers.items()))

    def _singly(self, folder: str, numbers: Sequence[int]) -> Iterator[tuple[int, object]]:
        if len(numbers) > 1:
            for number in numbers:
                yield from self._structures(folder, [number])

    def _heads(self, numbers: list[int]) -> Iterator[tuple[int, Letter]]:
        for number, answer in sorted(self._client.fetch(numbers, [_HEAD, "INTERNALDATE"]).items()):
            at = answer.get(b"INTERNALDATE")
            yield number, letter_of(_body(answer), at.astimezone(UTC) if isinstance(at, datetime) else _NEVER)


def subjects(client: IMAPClient, numbers: Sequence[int]) -> Iterator[str]:
    """The subjects of these mails in the open folder."""
    if numbers:
        wanted = f"BODY.PEEK[HEADER.FIELDS (SUBJECT)]<0.{MOST_OF_A_HEAD}>"
        yield from (letter_of(_body(one), _NEVER).subject for one in client.fetch(numbers, [wanted]).values())


_NEVER = datetime(1970, 1, 1, tzinfo=UTC)


def _body(answer: dict[bytes, object]) -> bytes:
    found = next((value for key, value in answer.items() if key.startswith(b"BODY[")), b"")
    return found if isinstance(found, bytes) else b""
