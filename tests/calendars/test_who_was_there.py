"""Who was there to talk to: whom an invite lists, less whom nobody thanks."""

import pytest

from seguito.calendars.lines import Line
from seguito.calendars.people import Absence, Attendance, attendance

HOUSE = "acme.example"


def listed(name: str = "", email: str = "", **parameters: str) -> Line:
    return Line("ATTENDEE", {"CN": name, **parameters}, f"mailto:{email}")


def why(line: Line, place: str = "") -> Absence | None:
    found = attendance(None, [line], ["ada@example.org"], place)
    return found.left_out[0].why if found.left_out else None


@pytest.mark.parametrize(
    ("name", "email", "reason"),
    [
        # people whose name or house looks like something else
        ("Piero Sala", "piero.sala@acme.example", None),
        ("Giulia Stanza", "g.stanza@acme.example", None),
        ("Emily Room", "emily.room@acme.example", None),
        ("Anna Conference", "anna@acme.example", None),
        ("Tom Otter", "tom.otter@otter.ai", None),
        ("Greta Gong", "greta@gong.io", None),
        ("Paula Reply", "p.reply@acme.example", None),
        ("Marco Ferri (Read AI)", "marco@read.ai", None),
        ("Giulia Bianchi, Executive Assistant", "giulia@acme.example", None),
        ("Anna Rossi", "anna@calendly.com", None),
        ("Clara Notes", "clara.notes@acme.example", None),
        # rooms and things
        ("Sala Riunioni Blu", "blu@acme.example", Absence.ROOM),
        ("Sala 3", "sala3@acme.example", Absence.ROOM),
        ("Conf Room 12 (8 seats)", "cr12@acme.example", Absence.ROOM),
        ("Meeting Room Galileo", "galileo@acme.example", Absence.ROOM),
        ("ATL-4-Peachtree Conference Room", "peachtree@acme.example", Absence.ROOM),
        ("Besprechungsraum Wien", "wien@acme.example", Absence.ROOM),
        ("", "meetingroom.galileo@acme.example", Absence.ROOM),
        ("Galileo", "c_188@resource.calendar.google.com", Absence.ROOM),
        # programs that take notes
        ("Fireflies.ai Notetaker", "fred@fireflies.ai", Absence.NOTE_TAKER),
        ("", "fred@fireflies.ai", Absence.NOTE_TAKER),
        ("OtterPilot", "ada.pilot@example.org", Absence.NOTE_TAKER),
        ("Giulia's Notetaker", "giulia+notes@acme.example", Absence.NOTE_TAKER),
        ("Acme Meeting Assistant", "meet@acme.example", Absence.NOTE_TAKER),
        # programs that arrange interviews
        ("Calendly", "no-reply@calendly.com", Absence.SCHEDULER),
        ("Acme Talent", "no-reply@acme.example", Absence.SCHEDULER),
        ("Acme Talent", "no_reply+7f2@acme.example", Absence.SCHEDULER),
        ("Acme", "donotreply@acme.example", Absence.SCHEDULER),
        ("Acme", "noreply-interviews@acme.example", Absence.SCHEDULER),
        ("", "non-rispondere@acme.example", Absence.SCHEDULER),
        ("Interviews", "c_7f@group.calendar.google.com", Absence.SCHEDULER),
        ("GoodTime", "interview+3f2a@scheduling.goodtime.io", Absence.SCHEDULER),
        # oneself
        ("Ada Conti", "ADA@example.org", Absence.ONESELF),
        ("", "ada+interviews@example.org", Absence.ONESELF),
    ],
)
def test_a_person_is_told_from_a_machine_and_a_room(name: str, email: str, reason: Absence | None) -> None:
    assert why(listed(name, email)) == reason


@pytest.mark.parametrize(
    ("parameters", "reason"),
    [
        ({"CUTYPE": "ROOM"}, Absence.ROOM),
        ({"CUTYPE": "resource"}, Absence.ROOM),
        ({"CUTYPE": "GROUP"}, Absence.GROUP),
        ({"CUTYPE": "UNKNOWN"}, None),
        ({"PARTSTAT": "DECLINED"}, Absence.DECLINED),
        ({"PARTSTAT": "Declined"}, Absence.DECLINED),
        ({"PARTSTAT": "DELEGATED"}, Absence.DECLINED),
        ({"PARTSTAT": "TENTATIVE"}, None),
        ({"PARTSTAT": "NEEDS-ACTION"}, None),
        ({"ROLE": "NON-PARTICIPANT"}, Absence.NOT_TAKING_PART),
        ({"ROLE": "OPT-PARTICIPANT"}, None),
        ({"ROLE": "CHAIR"}, None),
    ],
)
def test_what_an_invite_says_of_somebody_counts(parameters: dict[str, str], reason: Absence | None) -> None:
    assert why(listed("Giulia Bianchi", "giulia@acme.example", **parameters)) == reason


def test_a_room_is_known_by_the_place_that_bears_its_name() -> None:
    assert why(listed("Marconi", "marconi@acme.example"), "Marconi; Volta") is Absence.ROOM
    assert why(listed("Marconi", "marconi@acme.example"), "Via Marconi 4") is None


def names(found: Attendance) -> list[str | None]:
    return [person.name for person in found.people]


def test_an_organiser_who_is_merely_missing_among_the_attendees_counts() -> None:
    found = attendance(listed("Giulia", "g@acme.example"), [listed("Marco", "m@acme.example")], [], "")
    assert names(found) == ["Giulia", "Marco"]


def test_an_organiser_who_declined_as_attendee_does_not_count() -> None:
    declined = listed("Giulia", "G@acme.example", PARTSTAT="DECLINED")
    found = attendance(listed("Giulia", "g@acme.example"), [declined, listed("Marco", "m@acme.example")], [], "")
    assert names(found) == ["Marco"]
    assert found.organiser is not None
    assert found.organiser.name == "Giulia"


def test_the_same_address_is_one_person_and_keeps_the_name_that_is_told() -> None:
    twice = [listed("", "Giulia@acme.example"), listed("Giulia Bianchi", "giulia@ACME.example")]
    assert names(attendance(None, twice, [], "")) == ["Giulia Bianchi"]


def test_two_of_one_name_at_two_addresses_are_two() -> None:
    two = [listed("Anna Rossi", "anna.rossi@acme.example"), listed("Anna Rossi", "anna.rossi2@acme.example")]
    assert names(attendance(None, two, [], "")) == ["Anna Rossi", "Anna Rossi"]


def test_a_line_without_an_address_is_the_same_person_by_name() -> None:
    for lines in (
        [listed("Anna Rossi"), listed("Anna Rossi", "a@acme.example")],
        [listed("Anna Rossi", "a@acme.example"), listed("Anna Rossi")],
    ):
        found = attendance(None, lines, [], "")
        assert [(person.name, person.email) for person in found.people] == [("Anna Rossi", "a@acme.example")]


def test_an_organiser_without_name_and_address_is_nobody() -> None:
    found = attendance(listed(), [listed("Marco", "m@acme.example")], [], "")
    assert found.organiser is None
    assert names(found) == ["Marco"]
