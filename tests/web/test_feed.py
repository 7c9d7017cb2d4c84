"""The plan at a secret address, for calendar programs on this machine: for looking, and for nobody who lacks it."""

import json
import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.test import Client
from icalendar import Calendar

from tests.web.visitor import Visitor


def program(**headers: str) -> Client:
    """A calendar program: no cookie, no browser."""
    return Client(headers={"host": "127.0.0.1:8000", **headers})


def address(visitor: Visitor, button: str = "Make a secret address") -> str:
    visitor.go("/settings")
    page = visitor.press(button)
    told = next(word for word in page.text.split() if "/calendar/" in word)
    return urlsplit(told).path


def test_a_program_that_knows_the_address_sees_the_plan(story: Visitor) -> None:
    answer = program().get(address(story))
    assert answer.status_code == 200
    assert answer.headers["Content-Type"].startswith("text/calendar")
    events = Calendar.from_ical(answer.content).walk("VEVENT")
    assert len(events) > 3
    assert any("Rosalind Avery" in str(event["summary"]) for event in events)


def test_what_is_unchanged_is_not_sent_twice(story: Visitor) -> None:
    where = address(story)
    tag = program().get(where).headers["ETag"]
    again = program(**{"if-none-match": tag}).get(where)
    assert (again.status_code, again.content, again.headers["ETag"]) == (304, b"", tag)
    assert program(**{"if-none-match": '"another"'}).get(where).status_code == 200


@pytest.mark.parametrize("secret", ["x", "", "%00", "..%2fpage.key", "é" * 64])
def test_another_address_shows_nothing(story: Visitor, secret: str) -> None:
    address(story)
    assert program().get(f"/calendar/{secret}.ics").status_code == 404


def test_without_a_word_from_its_owner_there_is_no_address(story: Visitor) -> None:
    assert "/calendar/" not in story.go("/settings").text
    assert program().get("/calendar/.ics").status_code == 404


def test_a_new_address_ends_the_old_and_it_can_end_for_good(story: Visitor) -> None:
    old = address(story)
    new = address(story, "A new address")
    assert (program().get(old).status_code, program().get(new).status_code) == (404, 200)
    story.press("No address any more")
    assert program().get(new).status_code == 404


def test_the_address_is_long_and_lies_where_only_its_owner_reads(story: Visitor) -> None:
    assert len(address(story).removeprefix("/calendar/").removesuffix(".ics")) == 64
    assert (story.desk.home / "calendar.key").stat().st_mode & 0o077 == 0


def test_the_address_changes_nothing_and_answers_to_no_other_name(story: Visitor) -> None:
    where = address(story)
    assert program().post(where).status_code in (403, 405)
    assert Client(headers={"host": "evil.example"}).get(where).status_code == 400


def test_the_page_is_served_where_it_was_last_time(tmp_path: Path) -> None:
    """Or a program that subscribed would ask at a door that is gone."""

    def port() -> tuple["subprocess.Popen[str]", int | None]:
        environment = {**os.environ, "SEGUITO_HOME": str(tmp_path / "own")}
        words = [sys.executable, "-m", "seguito", "web", "--json"]
        server = subprocess.Popen(words, env=environment, stdout=subprocess.PIPE, text=True)
        assert server.stdout is not None
        return server, urlsplit(json.loads(server.stdout.readline())["url"]).port

    def end(server: "subprocess.Popen[str]") -> None:
        server.terminate()
        server.communicate(timeout=30)

    first, there = port()
    beside, elsewhere = port()  # while the first has it
    end(first)
    end(beside)
    third, again = port()
    end(third)
    assert there != elsewhere
    assert again == there
