"""A mail that came, as far as one needs to know what it is."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from seguito.core.nouns import PersonName
from seguito.core.reasons import Reason
from seguito.errors import N_


class LetterKind(StrEnum):
    """What a mail turned out to be.

    ANSWER: to a note of ours. PERHAPS: its author alone can say. AWAY: a machine answered. DELAYED: our mail is still
    being tried. RETURNED: it could not be delivered.
    """

    ANSWER = "answer"
    PERHAPS = "perhaps"
    AWAY = "away"
    DELAYED = "delayed"
    RETURNED = "returned"


TOLD = {
    LetterKind.ANSWER: N_("{sender} has answered your note to {person} ({at}): {subject}"),
    LetterKind.PERHAPS: N_("{sender} has written ({at}): {subject}"),
    LetterKind.AWAY: N_("A machine answered your note to {person} ({at}): {subject}"),
    LetterKind.DELAYED: N_("Your note to {person} has not arrived yet; its server goes on trying ({why})"),
    LetterKind.RETURNED: N_("Your note to {person} did not arrive: {why}"),
}


@dataclass(frozen=True, slots=True)
class Failure:
    """What a server reports of one recipient (RFC 3464). `status`: like 5.1.1. `final`: it is not tried again.

    `message_id`: of the mail that it is about; `envelope`: what that mail was handed over with (ENVID), our delivery.
    """

    recipient: str
    status: str
    said: str
    message_id: str
    envelope: str
    final: bool


@dataclass(frozen=True, slots=True)
class Letter:
    """The head of a mail. `threads`: In-Reply-To and References, the nearest first. `by_machine`: nobody wrote it.

    `to_many`: it went to a list. `failures`: what it reports, where it is a report.
    """

    message_id: str
    threads: tuple[str, ...]
    sender: str
    address: str
    subject: str
    at: datetime
    by_machine: bool = False
    to_many: bool = False
    is_report: bool = False


@dataclass(frozen=True, slots=True)
class Sent:
    """A note that went out, or may have. `addresses`: all that its reader writes from, in small letters."""

    note: str
    delivery: str
    message_id: str
    reader: str
    addresses: frozenset[str]
    subject: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Noticed:
    """A letter that was kept. `person`: whom the note was for; `sender`: who wrote, in their own words.

    `text`: their own words, without quotations. `why`: of a report, what it says. `settled`: None while its author is
    asked whether it is an answer.
    """

    id: str
    kind: LetterKind
    note: str
    person: PersonName
    sender: str
    subject: str
    text: str
    at: datetime
    why: Reason | None = None
    settled: bool | None = None

    @property
    def asks(self) -> bool:
        return self.kind is LetterKind.PERHAPS and self.settled is None
