"""Interviews come in by themselves, from a real mailbox: each is asked about once, and then followed."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from imapclient import IMAPClient

from tests.mail.invites import Invite, post, stamp
from tests.mail.stack import PASSWORD, MailServers
from tests.terminal import Seguito

pytestmark = pytest.mark.mail

SOON = datetime.now(UTC).replace(hour=9, minute=0, second=0, microsecond=0) + timedelta(days=3)


class Desk:
    """Ada, who has told nothing but who she is and where her mail lies."""

    def __init__(self, servers: MailServers, seguito: Seguito, number: int) -> None:
        self.servers, self.seguito = servers, seguito
        self.ada, self.giulia = f"ada{number}@seguito.test", f"giulia{number}@corp.test"
        seguito("me", "name=Ada Rossi", f"email={self.ada}", "zone=Europe/Rome")
        account = ("--from", f"Ada Rossi <{self.ada}>", "--smtp", servers.smtps, "--imap", servers.imaps)
        seguito("account", "set", *account, "--user", self.ada, "--password-stdin", typed=f"{PASSWORD}\n")

    def invite(self, **told: Any) -> Invite:
        return Invite(self.ada, self.giulia, **{"starts_at": SOON, **told})

    def comes(self, invite: Invite, sender: str = "") -> None:
        post(self.servers, sender or self.giulia, self.ada, invite.mail(sender))

    def appended(self, mail: bytes) -> None:
        """A mail that no server of ours would take in so."""
        with IMAPClient("localhost", self.servers.ports["imaps"]) as client:
            client.login(self.ada, PASSWORD)
            client.append("INBOX", mail)

    def sync(self) -> Any:
        return self.seguito.json("sync")

    def asks(self) -> list[str]:
        return [one["summary"] for one in self.seguito.json("inbox")["offers"] if one["asks"]]

    def yes(self) -> Any:
        [offer] = [one for one in self.seguito.json("inbox")["offers"] if one["asks"]]
        return self.seguito.json("inbox", offer["id"], "--yes")

    def plan(self) -> list[Any]:
        return [
            one for one in self.seguito.json("plan")["follow_ups"] if one["state"] not in ("superseded", "cancelled")
        ]


@pytest.fixture
def desk(mail_servers: MailServers, seguito: Seguito, number: int) -> Desk:
    return Desk(mail_servers, seguito, number)


def test_an_invite_is_offered_once_and_recorded_at_a_yes(desk: Desk) -> None:
    desk.comes(desk.invite())
    [offer] = desk.sync()["offers"]
    assert (offer["from"], offer["asks"], offer["kind"]) == ("Giulia Bianchi", True, "invite")
    assert datetime.fromisoformat(offer["starts_at"]) == SOON
    assert "Giulia Bianchi" in desk.seguito("due").out
    assert [one["id"] for one in desk.seguito.json("due")["offers"]] == [offer["id"]]
    desk.comes(desk.invite())  # once more, the same version
    assert desk.sync()["offers"] == []

    told = desk.yes()
    [talk] = told["interviews"]
    assert (talk["state"], [one["name"] for one in talk["people"]]) == ("new", ["Giulia Bianchi"])
    assert told["offers"][0]["asks"] is False
    assert desk.plan()
    assert desk.asks() == []
    assert "seguito inbox" not in desk.seguito("due").out
    assert desk.seguito.json("due")["offers"] == []


def test_a_no_is_never_asked_again_and_may_become_a_yes(desk: Desk) -> None:
    desk.comes(desk.invite())
    [offer] = desk.sync()["offers"]
    assert "left alone" in desk.seguito("inbox", offer["id"], "--no").out
    desk.comes(desk.invite().later(starts_at=SOON + timedelta(hours=2)))
    assert desk.sync()["offers"] == []
    assert desk.asks() == []
    assert desk.plan() == []
    assert desk.seguito.json("inbox", offer["id"], "--yes")["interviews"][0]["state"] == "new"


def test_what_is_recorded_moves_and_ends_without_being_asked(desk: Desk) -> None:
    desk.comes(desk.invite())
    desk.sync()
    desk.yes()
    moved = desk.invite().later(starts_at=SOON + timedelta(days=1))
    desk.comes(moved)
    done = desk.sync()
    assert ([one["state"] for one in done["interviews"]], done["offers"]) == (["updated"], [])
    assert datetime.fromisoformat(done["interviews"][0]["starts_at"]) == SOON + timedelta(days=1)

    desk.comes(moved.later(method="CANCEL"))
    assert [one["state"] for one in desk.sync()["interviews"]] == ["cancelled"]
    assert desk.plan() == []


def test_an_update_before_any_word_changes_the_question_alone(desk: Desk) -> None:
    desk.comes(desk.invite())
    desk.sync()
    moved = desk.invite().later(starts_at=SOON + timedelta(days=1))
    desk.comes(moved)
    [offer] = desk.sync()["offers"]
    assert datetime.fromisoformat(offer["starts_at"]) == SOON + timedelta(days=1)
    desk.comes(moved.later(method="CANCEL"))
    desk.sync()
    assert desk.asks() == []


@pytest.mark.parametrize("change", ["CANCEL", "REQUEST"])
def test_a_change_by_somebody_else_is_shown_and_not_applied(desk: Desk, change: str) -> None:
    """Whoever knows the UID could end an interview otherwise; a person alone can tell."""
    desk.comes(desk.invite())
    desk.sync()
    desk.yes()
    before = desk.plan()
    forged = desk.invite().later(method=change, starts_at=SOON + timedelta(days=1))
    desk.comes(forged, sender=f"eve{desk.giulia.partition('@')[0]}@seguito.test")
    done = desk.sync()
    assert done["interviews"] == []
    assert [one["kind"] for one in done["offers"]] == ["cancelled" if change == "CANCEL" else "moved"]
    assert desk.plan() == before
    assert "came from somebody else" in desk.seguito("inbox").out
    desk.seguito("inbox", done["offers"][0]["id"], "--no")
    assert desk.plan() == before


def test_a_calendar_that_is_merely_published_changes_nothing_by_itself(desk: Desk) -> None:
    desk.comes(desk.invite())
    desk.sync()
    desk.yes()
    desk.comes(desk.invite().later(method="PUBLISH", starts_at=SOON + timedelta(days=1)))
    done = desk.sync()
    assert (done["interviews"], [one["kind"] for one in done["offers"]]) == ([], ["moved"])


OTHERS: dict[str, dict[str, Any]] = {
    "a stand-up that repeats": {"summary": "Daily", "extra": ("RRULE:FREQ=DAILY",)},
    "every second": {"extra": ("RRULE:FREQ=SECONDLY",)},
    "a dentist": {"summary": "Dentista"},
    "a webinar": {"summary": "Webinar", "extra": tuple(f"ATTENDEE:mailto:a{n}@x.test" for n in range(40))},
    "long over": {"starts_at": SOON - timedelta(days=20)},
}


@pytest.mark.parametrize("kind", OTHERS)
def test_other_events_are_not_asked_about(desk: Desk, kind: str) -> None:
    desk.comes(desk.invite(**OTHERS[kind]))
    assert desk.sync()["offers"] == []


def test_one_time_of_a_series_may_be_an_interview(desk: Desk) -> None:
    desk.comes(desk.invite(extra=(f"RECURRENCE-ID:{stamp(SOON)}",)))
    assert len(desk.sync()["offers"]) == 1


@pytest.mark.parametrize(
    "head",
    [
        "Content-Type: text/calendar; charset=UTF-8; method=REQUEST",
        'Content-Type: application/octet-stream; name="invite.ics"',
        'Content-Type: application/octet-stream\r\nContent-Disposition: attachment; filename="Invite.ICS"',
    ],
)
def test_a_mail_that_is_nothing_but_a_calendar_is_read(desk: Desk, head: str) -> None:
    desk.appended(f"From: {desk.giulia}\r\nMIME-Version: 1.0\r\n{head}\r\n\r\n{desk.invite().calendar}".encode())
    assert len(desk.sync()["offers"]) == 1


HOSTILE = {
    "cut off": b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:x\r\n",
    "nothing": b"",
    "no calendar": b"\x00\xff\xfe" * 2_000,
    "ten thousand events": b"BEGIN:VCALENDAR\r\n" + b"BEGIN:VEVENT\r\nUID:u\r\nEND:VEVENT\r\n" * 10_000,
    "an endless line": b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:" + b"x" * 900_000,
    "nested without end": b"BEGIN:VCALENDAR\r\n" + b"BEGIN:VEVENT\r\n" * 400,
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_calendar_that_is_made_to_hurt_does_not_keep_the_next_from_being_offered(desk: Desk, kind: str) -> None:
    head = f"Message-ID: <bad@x>\r\nFrom: {desk.giulia}\r\nContent-Type: text/calendar; method=REQUEST\r\n\r\n"
    desk.appended(head.encode() + HOSTILE[kind])
    desk.comes(desk.invite())
    assert len(desk.sync()["offers"]) == 1


def test_a_mail_of_ten_thousand_parts_does_not_keep_the_next_from_being_offered(desk: Desk) -> None:
    nested = "".join(f"--b{n}\r\nContent-Type: multipart/mixed; boundary=b{n + 1}\r\n\r\n" for n in range(2_000))
    for boundary, body in (("b", "--b\r\n\r\nx\r\n" * 10_000), ("b0", nested)):
        head = f"From: {desk.giulia}\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary={boundary}\r\n\r\n"
        desk.appended((head + body).encode())
    desk.comes(desk.invite())
    assert len(desk.sync()["offers"]) == 1


def test_a_mail_that_is_told_in_an_endless_line_does_not_keep_the_next_from_being_offered(desk: Desk) -> None:
    """The library gives a line of more than a megabyte up, and with it the connection."""
    head = f"From: {desk.giulia}\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
    part = f'--b\r\nContent-Type: text/plain; name="{"n" * 400}"\r\n\r\nx\r\n'
    desk.comes(desk.invite())
    for _ in range(2):
        desk.appended((head + part * 5_000).encode())
    assert len(desk.sync()["offers"]) == 1
    assert desk.sync()["offers"] == []


def test_an_invite_of_last_month_is_not_dug_up_on_a_first_reading(desk: Desk) -> None:
    with IMAPClient("localhost", desk.servers.ports["imaps"]) as client:
        client.login(desk.ada, PASSWORD)
        client.append("INBOX", desk.invite().mail(), (), datetime.now(UTC) - timedelta(days=40))
    assert desk.sync()["offers"] == []


def test_the_name_of_somebody_who_is_erased_goes_out_of_an_open_offer(desk: Desk) -> None:
    desk.seguito("add", "--organisation", "Fontana", "--when", stamp(SOON), "--with", f"Giulia Bianchi <{desk.giulia}>")
    desk.comes(desk.invite(uid="other@corp.test"))
    assert desk.sync()["offers"]
    desk.seguito("erase", "Giulia Bianchi", "--yes")
    assert "Bianchi" not in json.dumps(desk.seguito.json("export"))
