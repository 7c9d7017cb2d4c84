"""An invite that is moved, ended, sent again: what was planned follows it."""

from pathlib import Path

import pytest

from tests.terminal import Seguito

BEFORE = "2026-10-20T09:00:00+02:00"
INVITE = """\
BEGIN:VCALENDAR
METHOD:{method}
PRODID:Microsoft Exchange Server 2010
VERSION:2.0
BEGIN:VEVENT
ORGANIZER;CN="De Santis, Pierluigi":mailto:p.desantis@fabbricaluce.example
ATTENDEE;PARTSTAT=NEEDS-ACTION;CN="D'Amico, Nicolò":mailto:n.damico@fabbricaluce.example
ATTENDEE;PARTSTAT=NEEDS-ACTION;CN=lena@mail.example:mailto:lena@mail.example
UID:040000008200E00074C5B7101A82E008
SUMMARY;LANGUAGE=it-IT:Secondo colloquio - Responsabile comunicazione
DTSTART;TZID=W. Europe Standard Time:{day}T{hour}0000
{end}DTSTAMP:20261015T090000Z
STATUS:{status}
SEQUENCE:{sequence}
END:VEVENT
END:VCALENDAR
"""


def an_invite(
    folder: Path, *, day: str = "20261023", hour: int = 17, sequence: int = 1, cancels: bool = False, ends: bool = True
) -> Path:
    end = f"DTEND;TZID=W. Europe Standard Time:{day}T{hour + 1:02}0000\n" if ends else ""
    method, status = ("CANCEL", "CANCELLED") if cancels else ("REQUEST", "CONFIRMED")
    file = folder / "invite.ics"
    text = INVITE.format(method=method, status=status, day=day, hour=f"{hour:02}", end=end, sequence=sequence)
    file.write_bytes(text.replace("\n", "\r\n").encode())
    return file


@pytest.fixture
def lena(seguito: Seguito) -> Seguito:
    seguito.at(BEFORE)("me", "name=Lena Park", "email=lena@mail.example", "zone=Europe/Rome", "country=IT", "city=Roma")
    return seguito


def state(seguito: Seguito, file: Path) -> str:
    (talk,) = seguito.json("add", file)["interviews"]
    return str(talk["state"])


def test_a_cancellation_that_bears_the_number_of_what_it_ends_ends_it_once(lena: Seguito, tmp_path: Path) -> None:
    assert state(lena, an_invite(tmp_path)) == "new"
    assert state(lena, an_invite(tmp_path, cancels=True)) == "cancelled"
    assert {one["state"] for one in lena.json("plan")["follow_ups"]} == {"cancelled"}
    assert state(lena, an_invite(tmp_path, cancels=True)) == "unchanged"
    assert state(lena, an_invite(tmp_path)) == "unchanged", "an old invite wakes nothing"
    assert state(lena, an_invite(tmp_path, sequence=2)) == "updated"
    assert "waiting" in {one["state"] for one in lena.json("plan")["follow_ups"]}


def test_across_the_change_of_the_clocks_the_window_keeps_its_24_hours(lena: Seguito, tmp_path: Path) -> None:
    lena("add", an_invite(tmp_path))
    (talk,) = lena.json("add", an_invite(tmp_path, day="20261024", sequence=2))["interviews"]
    (note, _) = (one for one in talk["follow_ups"] if one["kind"] == "note")
    assert note["opens_at"] == "2026-10-24T18:30:00+02:00"
    assert note["closes_at"] == "2026-10-25T17:00:00+01:00"


def test_an_end_that_was_told_outlives_an_update_that_says_none(lena: Seguito, tmp_path: Path) -> None:
    (talk,) = lena.json("add", an_invite(tmp_path, ends=False))["interviews"]
    assert talk["needs"] == ["organisation", "end"]
    lena("set", "interview", talk["id"], "ends_at=2026-10-23T18:00")
    (again,) = lena.json("add", an_invite(tmp_path, ends=False, sequence=2))["interviews"]
    assert again["ends_at"] == "2026-10-23T18:00:00+02:00"
    (moved,) = lena.json("add", an_invite(tmp_path, ends=False, sequence=3, hour=15))["interviews"]
    assert moved["ends_at"] is None


def test_outlooks_zone_of_half_of_europe_makes_no_border(lena: Seguito, tmp_path: Path) -> None:
    """“W. Europe Standard Time” is read as Europe/Berlin; in Rome that is the zone of every Outlook."""
    lena("add", an_invite(tmp_path))
    reasons = [reason["message"] for one in lena.json("plan")["follow_ups"] for reason in one["reasons"]]
    assert not any("border" in reason for reason in reasons)
    lena("set", "organisation", "Fabbricaluce", "country=DE")
    reasons = [reason["message"] for one in lena.json("plan")["follow_ups"] for reason in one["reasons"]]
    assert any("border" in reason for reason in reasons)


def test_the_hour_of_an_invite_from_elsewhere_is_told_by_both_clocks(lena: Seguito) -> None:
    words = ("--organisation", "Tidewell", "--when", "2026-10-30T15:00", "--zone", "America/Chicago", "--lasts", "30")
    shown = lena("add", *words, "--with", "Maeve").out
    assert "Friday 30 October 2026, 21:00 (15:00, America/Chicago)" in shown


def test_a_panel_of_hundreds_is_laid_out_with_nothing_twice(lena: Seguito, tmp_path: Path) -> None:
    file = an_invite(tmp_path)
    many = "".join(f"ATTENDEE;CN=P{n} Q{n}:mailto:p{n}@fabbricaluce.example\r\n" for n in range(150))
    file.write_bytes(file.read_bytes().replace(b"UID:", many.encode() + b"UID:"))
    (talk,) = lena.json("add", file)["interviews"]
    said = "".join(f"P{n}: thing {n} of theirs\n" for n in range(150)) + "".join(f"loose {n}\n" for n in range(60))
    lena("debrief", talk["id"], "--from", "-", typed=said)
    notes = lena.json("draft", talk["id"])["notes"]
    dealt = [detail for note in notes for detail in note["details"]]
    assert (len(notes), len(dealt), len(set(dealt))) == (152, 210, 210)
    due = lena.at("2026-10-23T18:40:00+02:00").json("due")["follow_ups"]
    order = [one["about"]["people"][0]["id"] for one in due if one["kind"] == "note"]
    assert order == [person["id"] for person in talk["people"]], "as the panel sat there"
