"""Giulia invites Ada, as Google, Outlook and others do: a mail with a calendar inside."""

import smtplib
import ssl
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from itertools import count

from tests.mail.stack import PASSWORD, MailServers

_numbers = count(1)


def stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


@dataclass(frozen=True)
class Invite:
    """One version of an event. `extra`: further lines of it."""

    to: str
    organiser: str
    starts_at: datetime
    uid: str = "talk-1@corp.test"
    summary: str = "Colloquio: Account manager presso Agenzia Fontana"
    sequence: int = 0
    method: str = "REQUEST"
    minutes: int = 45
    extra: tuple[str, ...] = ()

    def later(self, **changes: object) -> "Invite":
        return replace(self, sequence=self.sequence + 1, **changes)  # type: ignore[arg-type]

    @property
    def calendar(self) -> str:
        lines = (
            *("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//corp//test//EN", f"METHOD:{self.method}", "BEGIN:VEVENT"),
            f"UID:{self.uid}",
            f"DTSTAMP:{stamp(datetime.now(UTC))}",
            f"SEQUENCE:{self.sequence}",
            f"DTSTART:{stamp(self.starts_at)}",
            f"DTEND:{stamp(self.starts_at + timedelta(minutes=self.minutes))}",
            f"SUMMARY:{self.summary}",
            f"ORGANIZER;CN=Giulia Bianchi:mailto:{self.organiser}",
            f"ATTENDEE;CN=Giulia Bianchi;PARTSTAT=ACCEPTED:mailto:{self.organiser}",
            f"ATTENDEE;CN=Ada Rossi;RSVP=TRUE:mailto:{self.to}",
            *(("STATUS:CANCELLED",) if self.method == "CANCEL" else ()),
            *self.extra,
            *("END:VEVENT", "END:VCALENDAR", ""),
        )
        return "\r\n".join(lines)

    def mail(self, sender: str = "") -> bytes:
        return mailed(self.calendar, f"Giulia Bianchi <{sender or self.organiser}>", self.to, self.method)


def mailed(calendar: str, sender: str, to: str, method: str = "REQUEST") -> bytes:
    """A mail with a text, the calendar beside it, and the same calendar attached."""
    mail = EmailMessage()
    mail["Message-ID"] = f"<invite{next(_numbers)}@corp.test>"
    mail["From"], mail["To"], mail["Subject"] = sender, to, "Invitation"
    mail.set_content("See you then.\n")
    mail.add_alternative(calendar.encode(), "text", "calendar", params={"method": method, "charset": "utf-8"})
    mail.add_attachment(calendar.encode(), "application", "ics", filename="invite.ics")
    return mail.as_bytes()


def post(servers: MailServers, sender: str, to: str, mail: bytes) -> None:
    """Over SMTP, as any program does."""
    context = ssl.create_default_context(cafile=str(servers.authority))
    with smtplib.SMTP_SSL("localhost", servers.ports["submissions"], context=context) as line:
        line.login(sender, PASSWORD)
        line.sendmail(sender, [to], mail.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))
    servers.wait_until_quiet()
