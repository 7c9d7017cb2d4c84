"""A calendar that the person watches: a file, an address, or one on a real server; it is read and never written."""

import threading
import urllib.request
from base64 import b64encode
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest

from seguito.calendars.apart import first_day, mailed_events, single_events
from tests.calendars.dav.radicale import CalendarServer
from tests.mail.invites import Invite
from tests.terminal import Seguito

NOW = "2026-12-01T09:00:00+01:00"
TALK = datetime(2026, 12, 3, 9, 0, tzinfo=UTC)
ADA, GIULIA = "ada@seguito.test", "giulia@corp.test"


def an_event(**told: Any) -> Invite:
    return Invite(ADA, GIULIA, **{"starts_at": TALK, "method": "PUBLISH", **told})


def a_calendar(*events: Invite) -> str:
    inner = (one.calendar.partition("METHOD:PUBLISH\r\n")[2].removesuffix("END:VCALENDAR\r\n") for one in events)
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n{''.join(inner)}END:VCALENDAR\r\n"


@pytest.fixture
def ada(seguito: Seguito) -> Seguito:
    seguito.at(NOW)("me", "name=Ada Rossi", f"email={ADA}", "zone=Europe/Rome")
    return seguito


class Subscribed(BaseHTTPRequestHandler):
    """A calendar at an address, as Google and others give one; it notes what it was asked."""

    calendar, asked = "", list[tuple[str, int]]()

    def do_GET(self) -> None:
        etag = f'"{abs(hash(self.calendar))}"'
        fresh = self.headers.get("If-None-Match") != etag
        self.asked.append(("GET", 200 if fresh else 304))
        self.send_response(200 if fresh else 304)
        self.send_header("ETag", etag)
        self.send_header("Content-Length", str(len(self.calendar)) if fresh else "0")
        self.end_headers()
        if fresh:
            self.wfile.write(self.calendar.encode())

    def log_message(self, *said: object) -> None:
        """Nothing to say."""


@pytest.fixture
def address() -> Iterator[str]:
    with HTTPServer(("127.0.0.1", 0), Subscribed) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        Subscribed.asked = []
        yield f"http://127.0.0.1:{running.server_port}/basic.ics"
        running.shutdown()


def theirs(server: CalendarServer, path: str, verb: str, body: str = "") -> None:
    """The person's own program."""
    request = urllib.request.Request(f"{server.url}ada/{path}", body.encode() or None, method=verb)  # noqa: S310 (our own server)
    request.add_header("Authorization", f"Basic {b64encode(b'ada:s3guito').decode()}")
    request.add_header("Content-Type", "text/calendar")
    urllib.request.urlopen(request, timeout=10).close()  # noqa: S310


def offered(answer: Any) -> list[str]:
    return [one["summary"] for one in answer["offers"]]


def test_a_file_on_the_disk_is_looked_into_and_each_interview_asked_for_once(ada: Seguito, tmp_path: Path) -> None:
    file = tmp_path / "mine.ics"
    other = an_event(uid="2", summary="Dentista")
    far = an_event(uid="3", starts_at=TALK + timedelta(days=90))
    file.write_bytes(a_calendar(an_event(), other, far).encode())
    assert offered(ada.json("calendar", "watch", file)) == [an_event().summary]
    assert offered(ada.json("sync")) == []
    ada("inbox", "Giulia Bianchi", "--yes")

    moved = an_event().later(starts_at=TALK + timedelta(days=1))
    file.write_bytes(a_calendar(moved, other, far).encode())
    assert [one["state"] for one in ada.json("sync")["interviews"]] == ["updated"]
    file.write_bytes(a_calendar(moved.later(extra=("STATUS:CANCELLED",)), other).encode())
    assert [one["state"] for one in ada.json("sync")["interviews"]] == ["cancelled"]


def test_what_lay_too_far_ahead_is_asked_for_when_its_time_comes(ada: Seguito, tmp_path: Path) -> None:
    file = tmp_path / "mine.ics"
    file.write_bytes(a_calendar(an_event(starts_at=TALK + timedelta(days=90))).encode())
    assert offered(ada.json("calendar", "watch", file)) == []
    ada.at("2027-02-01T09:00:00+01:00")
    assert len(offered(ada.json("sync"))) == 1


def test_an_address_costs_one_question_where_nothing_is_new(ada: Seguito, address: str) -> None:
    Subscribed.calendar = a_calendar(an_event())
    assert len(offered(ada.json("calendar", "watch", address))) == 1
    ada.json("sync")
    ada.json("sync")
    assert Subscribed.asked == [("GET", 200), ("GET", 304), ("GET", 304)]
    Subscribed.calendar = a_calendar(an_event(), an_event(uid="2", summary="Interview, Fontana"))
    assert offered(ada.json("sync")) == ["Interview, Fontana"]


def test_a_calendar_on_a_real_server_is_followed(ada: Seguito, server: CalendarServer) -> None:
    theirs(server, "mine/", "MKCALENDAR")
    theirs(server, "mine/1.ics", "PUT", a_calendar(an_event()))
    weekly = an_event(uid="2", summary="Interview practice", extra=("RRULE:FREQ=WEEKLY",))
    theirs(server, "mine/2.ics", "PUT", a_calendar(weekly))
    before = server.events()
    login = ("--user", "ada", "--password-stdin")
    told = ada("calendar", "watch", f"{server.url}ada/mine/", *login, "--json", typed="s3guito\n")
    assert offered(told.json) == [an_event().summary]
    assert ada("inbox", "Giulia Bianchi", "--yes").code == 0
    assert server.events() == before  # nothing is written there

    theirs(server, "mine/1.ics", "PUT", a_calendar(an_event().later(starts_at=TALK + timedelta(days=1))))
    assert [one["state"] for one in ada.json("sync")["interviews"]] == ["updated"]
    assert ada.json("sync")["interviews"] == []


def test_a_calendar_that_cannot_be_reached_is_said_and_may_be_left(ada: Seguito, tmp_path: Path) -> None:
    file = tmp_path / "mine.ics"
    file.write_bytes(a_calendar(an_event()).encode())
    ada("calendar", "watch", file)
    file.unlink()
    gone = ada("sync")
    assert gone.code != 0
    assert "mine.ics" in gone.out
    ada("calendar", "watch", "--off")
    assert ada("sync").code == 0
    assert ada.json("calendar", "watch")["watched"] is None


@pytest.mark.parametrize("url", ["http://cal.example.org/a.ics", "ftp://localhost/a.ics"])
def test_an_address_without_tls_is_not_watched(ada: Seguito, url: str) -> None:
    assert ada("calendar", "watch", url).code == 2
    assert ada.json("calendar", "watch")["watched"] is None


def test_one_broken_event_does_not_cost_the_others(ada: Seguito, tmp_path: Path) -> None:
    broken = "BEGIN:VEVENT\r\nUID:b\r\nDTSTART:20261203T100000\r\nRRULE:FREQ=SECONDLY\r\nDTEND:99999\r\nEND:VEVENT\r\n"
    text = a_calendar(an_event()).replace("BEGIN:VEVENT", f"{broken}BEGIN:VEVENT", 1)
    (tmp_path / "mine.ics").write_bytes(text.encode())
    assert len(offered(ada.json("calendar", "watch", tmp_path / "mine.ics"))) == 1


def test_each_event_takes_the_zones_along_that_it_names() -> None:
    zone = "BEGIN:VTIMEZONE\r\nTZID:Mine\r\nBEGIN:STANDARD\r\nDTSTART:16010101T000000\r\nEND:STANDARD\r\nEND:VTIMEZONE"
    event = "BEGIN:VEVENT\r\nUID:1\r\nDTSTART;TZID=Mine:20261203T100000\r\nEND:VEVENT"
    other = "BEGIN:VEVENT\r\nUID:2\r\nDTSTART:20261204T100000Z\r\nEND:VEVENT"
    text = "\r\n".join(("BEGIN:VCALENDAR", "METHOD:REQUEST", event, other, zone, "END:VCALENDAR"))
    first, second = single_events(text.encode())
    assert ("TZID:Mine" in first, "VTIMEZONE" in second) == (True, False)
    assert [first_day(one) for one in (first, second)] == ["2026-12-03", "2026-12-04"]
    assert "METHOD:REQUEST" in first
    assert mailed_events(b"no mail at all") == ()
