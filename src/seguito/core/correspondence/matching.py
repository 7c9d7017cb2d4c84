"""Which note a mail answers (T5.4): by what it says of itself, and only as a question by who wrote about what.

RFC 5322, 3.6.4 on Message-ID, In-Reply-To and References; RFC 3834 on automatic answers; RFC 3464 on reports.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from seguito.core.correspondence.letters import Failure, Letter, LetterKind, Sent

ASK_WITHIN = timedelta(days=30)  # a later mail of theirs is about something else
_CLOCKS_DIFFER = timedelta(minutes=5)  # a server's clock is not ours, and tells whole seconds
_PREFIX = re.compile(r"\s*(?:re|r|rif|aw|sv|antw|fwd?|i|tr|wg)\s*(?:\[\d{1,3}\])?\s*[:：]\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Match:
    """What a mail is, and which note of ours it is about."""

    kind: LetterKind
    sent: Sent


@dataclass(frozen=True, slots=True)
class SentMail:
    """What went out, to be looked up by a Message-ID or an address."""

    by_id: dict[str, Sent] = field(default_factory=dict)
    by_address: dict[str, tuple[Sent, ...]] = field(default_factory=dict)
    by_delivery: dict[str, Sent] = field(default_factory=dict)

    @classmethod
    def of(cls, sent: Sequence[Sent]) -> "SentMail":
        by_id: dict[str, Sent] = {}
        by_address: dict[str, tuple[Sent, ...]] = {}
        for one in sorted(sent, key=lambda one: one.at):
            by_id[one.message_id] = one
            for address in one.addresses:
                by_address[address] = (one, *by_address.get(address, ()))
        return cls(by_id, by_address, {one.delivery: one for one in sent})


def match(letter: Letter, mail: SentMail) -> Match | None:
    """What a mail is to us; None: it is none of our business. Reports are matched by `returned` instead."""
    if letter.is_report:
        return None
    sent = next((mail.by_id[one] for one in letter.threads if one in mail.by_id), None)
    if sent is not None:
        return Match(LetterKind.AWAY if letter.by_machine else LetterKind.ANSWER, sent)
    if letter.to_many:
        return None
    near = [one for one in mail.by_address.get(letter.address, ()) if _in_time(one, letter.at)]
    if not near:
        return None
    same = next((one for one in near if same_subject(one.subject, letter.subject)), None)
    if letter.by_machine:
        # An answering machine names the mail that it answers, in one way or another.
        return Match(LetterKind.AWAY, same or near[0])
    return Match(LetterKind.PERHAPS, same or near[0])


def returned(failures: Iterable[Failure], mail: SentMail) -> tuple[tuple[Failure, Match], ...]:
    """What a report says of notes of ours. A report about mail that is not ours is no business of ours."""
    found = []
    for failure in failures:
        sent = mail.by_delivery.get(failure.envelope) or mail.by_id.get(failure.message_id)
        if sent is not None:
            found.append((failure, Match(LetterKind.RETURNED if failure.final else LetterKind.DELAYED, sent)))
    return tuple(found)


def same_subject(one: str, other: str) -> bool:
    """Whether two subjects are of one conversation: without Re:, R: and the like, and without regard to case."""
    return bool(_bare(one)) and _bare(one) == _bare(other)


def _bare(subject: str) -> str:
    words = unicodedata.normalize("NFKC", subject).strip()
    while found := _PREFIX.match(words):
        words = words[found.end() :]
    return " ".join(words.casefold().split())


def _in_time(sent: Sent, at: datetime) -> bool:
    return sent.at - _CLOCKS_DIFFER <= at <= sent.at + ASK_WITHIN
