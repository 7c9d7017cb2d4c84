"""The plan on a real calendar server: in a calendar of its own, moved and removed as the plan moves."""

import threading
import urllib.request
from base64 import b64encode
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from seguito.calendars.dav.line import CalendarOutOfReach, CalendarUrlWrong, DavLine, DavLogin
from tests.calendars.dav.radicale import CalendarServer
from tests.terminal import Seguito

TALK = ("add", "--organisation", "Agenzia Fontana", "--when", "2026-12-02T10:00", "--lasts", "45")


@pytest.fixture
def ada(seguito: Seguito, server: CalendarServer) -> Seguito:
    seguito.at("2026-12-01T09:00:00+01:00")
    seguito("me", "name=Ada Rossi", "email=ada@seguito.test", "zone=Europe/Rome")
    seguito(*TALK, "--with", "Giulia Bianchi <giulia@corp.test>")
    told = seguito("calendar", "set", server.url, "--user", "ada", "--password-stdin", typed="s3guito\n")
    assert told.code == 0, told.err
    return seguito


def theirs(server: CalendarServer, path: str, verb: str, body: bytes = b"", **headers: str) -> None:
    """Another program at the same server."""
    request = urllib.request.Request(f"{server.url}ada/{path}", body or None, headers, method=verb)  # noqa: S310 (our own server)
    request.add_header("Authorization", f"Basic {b64encode(b'ada:s3guito').decode()}")
    urllib.request.urlopen(request, timeout=10).close()  # noqa: S310


def titles(server: CalendarServer) -> set[str]:
    return {
        line.removeprefix("SUMMARY:")
        for event in server.events().values()
        for line in event.splitlines()
        if line.startswith("SUMMARY:")
    }


def test_the_plan_lies_there_with_its_alarms_and_the_link_for_the_phone(ada: Seguito, server: CalendarServer) -> None:
    events = server.events()
    assert len(events) >= 2
    debrief = next(event for event in events.values() if "mailto:" in event.replace("\r\n ", ""))
    assert "BEGIN:VALARM" in debrief
    assert "METHOD:" not in debrief


def test_nothing_is_written_twice_and_what_moves_moves(ada: Seguito, server: CalendarServer) -> None:
    before = server.events()
    ada("calendar", "test")
    assert server.events() == before

    ada("set", "interview", "Fontana", "starts_at=2026-12-03T10:00", "ends_at=2026-12-03T10:45")
    ada("sync")
    after = server.events()
    assert after.keys() == before.keys()
    assert all("20261203" in event or "20261204" in event for event in after.values() if "mailto:" in event)
    assert after != before


def test_what_is_done_is_taken_away(ada: Seguito, server: CalendarServer) -> None:
    before = server.events()
    ada("debrief", "Fontana", "--from", "-", typed="Giulia ~ keeps bees\n")
    ada("sync")
    assert len(server.events()) < len(before)


def test_what_the_person_took_away_or_changed_over_there_stays_so(ada: Seguito, server: CalendarServer) -> None:
    first, second, *_ = sorted(server.events())
    theirs(server, first, "DELETE")
    changed = server.events()[second].replace("SUMMARY:", "SUMMARY:mine\\, ")
    theirs(server, second, "PUT", changed.encode(), **{"Content-Type": "text/calendar"})
    ada("calendar", "test")
    assert first not in server.events()
    assert "SUMMARY:mine" in server.events()[second]


def test_no_other_calendar_is_touched(ada: Seguito, server: CalendarServer) -> None:
    theirs(server, "family/", "MKCALENDAR")
    event = next(iter(server.events().values()))
    theirs(server, "family/birthday.ics", "PUT", event.encode(), **{"Content-Type": "text/calendar"})
    ada("debrief", "Fontana", "--from", "-", typed="Giulia ~ keeps bees\n")
    for words in (("sync",), ("calendar", "forget"), ("sync",)):
        ada(*words)
    assert server.events()["family/birthday.ics"] == event
    assert len(server.events()) > 1  # what Seguito wrote is the person's to keep or to delete


def test_a_wrong_password_and_a_server_that_is_gone_are_said_and_lose_nothing(
    seguito: Seguito, server: CalendarServer
) -> None:
    wrong = seguito("calendar", "set", server.url, "--user", "ada", "--password-stdin", "--json", typed="no\n")
    assert (wrong.code, wrong.json["error"]["code"]) == (3, "calendar-out-of-reach")
    assert "does not let this user in" in wrong.json["error"]["message"]
    assert "no" not in str(server.events())


def test_sync_goes_on_without_its_calendar_server(ada: Seguito, server: CalendarServer, tmp_path: Path) -> None:
    (tmp_path / "radicale" / "users").write_text("ada:changed\n")
    told = ada("sync")
    assert told.code == 3
    assert "The calendar server 127.0.0.1 could not be used" in told.out


@pytest.mark.parametrize("url", ["http://dav.example.org/", "ftp://localhost/", "dav.example.org", "", "https:///x"])
def test_without_tls_only_this_machine_is_spoken_to(url: str) -> None:
    with pytest.raises(CalendarUrlWrong):
        DavLine(url, None)


class Pointing(BaseHTTPRequestHandler):
    """Points to `target`, and notes who came."""

    target, came = "", 0

    def do_PROPFIND(self) -> None:
        type(self).came += 1
        self.send_response(302)
        self.send_header("Location", self.target)
        self.end_headers()

    def log_message(self, *said: object) -> None:
        """Nothing to say."""


@pytest.mark.parametrize(
    "target", ["http://127.0.0.2:{port}/", "http://127.0.0.1:1/", "https://127.0.0.1:{port}/", "/on"]
)
def test_a_password_follows_no_redirection_to_another_server(target: str) -> None:
    with HTTPServer(("127.0.0.1", 0), Pointing) as pointing:
        threading.Thread(target=pointing.serve_forever, daemon=True).start()
        port = pointing.server_port
        Pointing.target, Pointing.came = target.format(port=port), 0
        with DavLine(f"http://127.0.0.1:{port}/", DavLogin("ada", "s")) as line, pytest.raises(CalendarOutOfReach):
            line.ask("PROPFIND", f"http://127.0.0.1:{port}/")
        pointing.shutdown()
    assert Pointing.came == (5 if target == "/on" else 1)
