"""What is planned, as a calendar that other programs read."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import given, strategies as st
from icalendar import Calendar

from seguito.calendars.feed import Entry, feed
from tests.terminal import Seguito

INVITE = Path(__file__).parents[2] / "examples" / "interview.ics"
NOON = datetime(2026, 12, 2, 12, 0, tzinfo=UTC)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])), st.integers(0, 10_000), st.integers(0, 10_000))
def test_what_is_written_is_what_is_read(title: str, best: int, closes: int) -> None:
    entry = Entry("k7", title, "text", NOON, NOON + timedelta(minutes=best), NOON + timedelta(minutes=closes))
    (event,) = Calendar.from_ical(feed([entry], "Seguito")).walk("VEVENT")
    assert (str(event["summary"]), event.start) == (title, NOON)
    assert event.end > event.start
    assert event["transp"] == "TRANSPARENT"


def test_the_same_plan_is_the_same_file(seguito: Seguito, tmp_path: Path) -> None:
    seguito.at("2026-12-01T12:00:00-05:00").json("add", INVITE, "--me", "elena.ferri@mail.example")
    first, second = tmp_path / "a.ics", tmp_path / "b.ics"
    seguito.json("calendar", "-o", first)
    seguito.at("2026-12-01T18:00:00-05:00").json("calendar", "-o", second)
    assert first.read_bytes() == second.read_bytes()


def test_windows_ring_when_they_open_and_before_they_close(seguito: Seguito) -> None:
    seguito.at("2026-12-01T12:00:00-05:00").json("add", INVITE, "--me", "elena.ferri@mail.example")
    calendar = Calendar.from_ical(seguito.json("calendar")["calendar"])
    events = {str(event["summary"]): event for event in calendar.walk("VEVENT")}
    assert set(events) == {"Debrief, Rosalind Avery and Marcus Bell", "Note, Rosalind Avery", "Note, Marcus Bell"}
    note = events["Note, Rosalind Avery"]
    assert [alarm["trigger"].dt for alarm in note.walk("VALARM")] == [
        timedelta(0),
        timedelta(minutes=30),
        timedelta(hours=22, minutes=30),
    ]
