"""Invites as the programs that people have write them: one file, one oddity, and what must come of it.

The cast: Ada Conti (ada@example.org) is invited; Giulia Bianchi, Marco Ferri and others hold the interview.
"""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from seguito.calendars.invite import read_invites
from seguito.calendars.nouns import Invited, Kind, Need, Reading, Status
from seguito.calendars.people import Absence
from seguito.calendars.problems import AnswerToAnInvite, CutOff, NotAnInvite, NoTime
from seguito.errors import Problem

INVITES = Path(__file__).parent / "invites"
ROME = ZoneInfo("Europe/Rome")
ADA = "ada@example.org"
START, END = "2026-12-02T09:00+00:00", "2026-12-02T10:00+00:00"
GIULIA, MARCO = "Giulia Bianchi", "Marco Ferri"


@dataclass(frozen=True)
class Expected:
    """What one file must give. Fields that are not named must be as in the plainest invite."""

    starts_at: str | None = START
    ends_at: str | None = END
    zone: str = "UTC"
    people: tuple[str | None, ...] = (GIULIA,)
    join_url: str = ""
    place: str = ""
    status: Status = Status.CONFIRMED
    needs: tuple[Need, ...] = ()
    warnings: tuple[str, ...] = ()
    also: dict[str, object] = field(default_factory=dict)


TABLE = {
    # Google
    "google-request.ics": Expected(
        people=(GIULIA, MARCO),
        join_url="https://meet.google.com/abc-defg-hij",
        also={"uid": "7kukuqrfedlm2f9t@google.com"},
    ),
    "google-room-and-group.ics": Expected(place="Milano-3-Duomo (8) [Meet]"),
    "google-cancel-same-sequence.ics": Expected(status=Status.CANCELLED),
    "google-declined.ics": Expected(),
    "google-html-description.ics": Expected(
        join_url="https://us02web.zoom.us/j/81234567890?pwd=AbC&x=1",
        also={
            "description": "Ciao Ada ,\n\nportfolio\nè bello "
            "https://us02web.zoom.us/j/81234567890?pwd=AbC&x=1 Join here"
        },
    ),
    # Outlook and Exchange
    "exchange-windows-zone.ics": Expected(
        "2026-12-02T10:30+01:00",
        "2026-12-02T11:30+01:00",
        "Europe/Berlin",
        (GIULIA, MARCO),
        place="Sala Leonardo",
        also={"language": "it", "summary": "Colloquio conoscitivo"},
    ),
    "exchange-customized-zone.ics": Expected("2026-07-02T10:00-04:00", "2026-07-02T11:00-04:00", "America/New_York"),
    "exchange-zone-after-event.ics": Expected("2026-07-02T10:00+02:00", "2026-07-02T11:00+02:00", "Europe/Rome"),
    "exchange-half-hour-zone.ics": Expected("2026-07-01T23:30+00:00", "2026-07-02T00:30+00:00"),
    "exchange-tzone-utc.ics": Expected(),
    "outlook-label-zone-unquoted.ics": Expected("2026-07-02T10:00+02:00", "2026-07-02T11:00+02:00", "Europe/Amsterdam"),
    "outlook-label-zone-us.ics": Expected("2026-07-02T10:00-04:00", "2026-07-02T11:00-04:00", "America/New_York"),
    "outlook-all-day.ics": Expected(
        "2026-12-02T00:00+01:00", None, "Europe/Berlin", needs=(Need.END,), also={"all_day": True}
    ),
    "outlook-latin1.ics": Expected(people=(GIULIA, "Nicolò D’Amico"), also={"summary": "Colloquio – perché no"}),
    "outlook-utf16.ics": Expected(people=(GIULIA, "Łukasz Żółć")),
    "outlook-names.ics": Expected(
        people=(
            "Emily J. Reed",
            MARCO,
            "Ngozi van der Berg",
            "John Smith Jr.",
            "Martin King, PhD",
            "Dr. Lucia Serra",
            "Sun-Hee O",
            "Paola Conti",
            "Maria Garcia Lopez",
        )
    ),
    "outlook-names-not-turned.ics": Expected(
        people=(
            "Giulia Bianchi, PhD",
            "Emily, Recruiter",
            "Marco Ferri, Head of Talent",
            "Jackson Spalding, Inc.",
            "Lucia Serra, Acme",
            "Dott.ssa Anna De Luca",
        ),
        warnings=("not-invited",),
    ),
    "outlook-exchange-address.ics": Expected(people=(GIULIA, MARCO, "Lucia Serra")),
    "outlook-bad-sequence.ics": Expected(warnings=("series",), also={"sequence": 0}),
    # Teams
    "teams-link-property.ics": Expected(
        "2026-11-04T14:00-05:00",
        "2026-11-04T14:45-05:00",
        "America/New_York",
        place="Microsoft Teams Meeting",
        join_url="https://teams.microsoft.com/l/meetup-join/19%3ameeting_x%40thread.v2/0?context=%7b%22Tid%22%7d",
    ),
    "teams-link-only-in-html.ics": Expected(
        place="Riunione di Microsoft Teams",
        join_url="https://teams.microsoft.com/meet/3219876?p=Ab1",
        also={
            "description": "Buongiorno Ada,\n\n"
            "https://teams.microsoft.com/meetingOptions/?x=1 Options https://teams.microsoft.com/meet/3219876?p=Ab1 Partecipa"
        },
    ),
    "teams-safelinks.ics": Expected(join_url="https://teams.microsoft.com/l/meetup-join/19%3ameeting_y"),
    # Apple
    "apple-mailto-email-parameter.ics": Expected(
        "2026-12-02T09:00-08:00",
        "2026-12-02T09:30-08:00",
        "America/Los_Angeles",
        ("Emily Reed", "Simone Johnson"),
        place="Ferry Building, 1 Ferry Plaza, San Francisco",
        also={"sequence": 2},
    ),
    "apple-floating.ics": Expected(
        "2026-12-02T10:00+01:00",
        "2026-12-02T11:00+01:00",
        "Europe/Rome",
        warnings=("no-zone",),
        also={"kind": Kind.FLOATING},
    ),
    "apple-all-day.ics": Expected(
        "2026-12-02T00:00+01:00", None, "Europe/Rome", needs=(Need.END,), also={"all_day": True, "kind": Kind.DATE}
    ),
    # Zoom
    "zoom-publish.ics": Expected(
        "2026-12-02T15:00-05:00",
        "2026-12-02T15:45-05:00",
        "America/New_York",
        (),
        "https://us02web.zoom.us/j/81234567890?pwd=AbCdEf",
        needs=(Need.PEOPLE,),
        also={"uid": "20261120T090000Z-81234567890@fe80:0:0:0:31:49ff:fec1:9bca%ens5", "method": "PUBLISH"},
    ),
    "zoom-organiser-no-reply.ics": Expected(
        people=("Emily Reed",), place="Zoom", join_url="https://zoom.us/j/998877665"
    ),
    # Programs that arrange interviews, programs that take notes, rooms
    "calendly.ics": Expected(people=("Emily Reed",), join_url="https://calendly.com/events/0f9c2d1e/google_meet"),
    "greenhouse-organiser-not-taking-part.ics": Expected(people=("Simone Johnson",)),
    "goodtime-organiser.ics": Expected(people=("Simone Johnson", "Emily Reed")),
    "note-takers.ics": Expected(people=(GIULIA, "Tom Otter")),
    "rooms-unsaid.ics": Expected(people=(GIULIA, "Piero Sala"), place="Marconi; Conference Room B"),
    # Who is there
    "organiser-absent-among-attendees.ics": Expected(people=(GIULIA, MARCO)),
    "organiser-declined.ics": Expected(people=(MARCO,)),
    "same-person-twice.ics": Expected(people=(GIULIA, MARCO)),
    # Thunderbird, Proton and others
    "thunderbird-path-zone.ics": Expected(
        "2026-12-02T10:00+01:00", "2026-12-02T11:30+01:00", "Europe/Rome", (GIULIA, MARCO)
    ),
    "proton-escapes.ics": Expected(
        people=(None, 'Nicolò "Nico" Serra'),
        place="Via Roma 1, 20121 Milano",
        warnings=("not-invited",),
        also={"summary": "Design; research, and more", "description": "First line\nSecond \\ line"},
    ),
    "encoded-names.ics": Expected(
        people=("Giulia Nicolò", "Nicolò Ferri", "Zoë Müller", "Lukáš Novák", "François"), warnings=("not-invited",)
    ),
    "organiser-with-colon-in-name.ics": Expected(
        people=("Giulia Bianchi: Talent", "Marco Mark Ferri"), warnings=("not-invited",)
    ),
    "letters-lost.ics": Expected(people=("Nicol\ufffd Serra",), warnings=("damaged-name",)),
    # Bytes
    "folded-inside-letters.ics": Expected(people=("Nicolò Serra",), also={"summary": "Perché qui"}),
    "newlines-lf.ics": Expected(people=(GIULIA, MARCO), also={"summary": "Perché qui"}),
    "newlines-cr.ics": Expected(people=(GIULIA, MARCO), also={"summary": "Perché qui"}),
    "newlines-doubled.ics": Expected(people=(GIULIA, MARCO), also={"summary": "Perché qui"}),
    "byte-order-mark.ics": Expected(people=(GIULIA, MARCO), also={"summary": "Perché qui"}),
    "bare-newlines-in-description.ics": Expected(
        people=(GIULIA, MARCO), warnings=("not-invited",), also={"description": "Agenda\n- portfolio"}
    ),
    # What is missing or wrong
    "no-uid.ics": Expected(people=(GIULIA, MARCO), warnings=("no-uid",)),
    "no-end.ics": Expected(ends_at=None, people=(GIULIA, MARCO), needs=(Need.END,)),
    "ends-before-it-starts.ics": Expected(
        "2026-12-02T11:00+01:00",
        None,
        "Europe/Rome",
        (GIULIA, MARCO),
        needs=(Need.END,),
        warnings=("end-before-start", "not-invited"),
    ),
    "unknown-zone.ics": Expected(
        "2026-12-02T10:00+01:00",
        "2026-12-02T11:00+01:00",
        "Europe/Rome",
        (GIULIA, MARCO),
        needs=(Need.ZONE,),
        warnings=("unknown-zone", "not-invited"),
    ),
    "update-after-original.ics": Expected(
        "2026-12-04T09:00+00:00",
        "2026-12-04T10:00+00:00",
        people=(GIULIA, MARCO),
        warnings=("not-invited",),
        also={"sequence": 1},
    ),
    "skipped-hour.ics": Expected(
        "2027-03-28T03:30+02:00", "2027-03-28T04:00+02:00", "Europe/Rome", (GIULIA, MARCO), warnings=("not-invited",)
    ),
    "offset-in-time.ics": Expected(
        "2026-12-02T10:00+01:00", "2026-12-02T11:00+01:00", "Europe/Rome", (GIULIA, MARCO), warnings=("not-invited",)
    ),
    "cancel-without-times.ics": Expected(
        None, None, "Europe/Rome", status=Status.CANCELLED, also={"sequence": 3, "uid": "moved"}
    ),
    # Saved mails
    "mail-with-invite.eml": Expected(also={"summary": "Colloquio perché sì", "method": "REQUEST"}),
    "mail-latin1-cancel.eml": Expected(status=Status.CANCELLED, also={"summary": "Colloquio perché sì"}),
}

REFUSED: dict[str, type[Problem]] = {
    "only-a-task.ics": NotAnInvite,
    "mail-without-invite.eml": NotAnInvite,
    "cut-off.ics": CutOff,
    "cut-off-at-the-last-line.ics": CutOff,
    "no-start.ics": NoTime,
    "outlook-counter.ics": AnswerToAnInvite,
}

SEVERAL = {"several-events.ics", "google-series-with-exception.ics"}


def read(name: str) -> Reading:
    return read_invites((INVITES / name).read_bytes(), ROME, [ADA])


def instant(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def test_every_file_has_its_row() -> None:
    assert {file.name for file in INVITES.iterdir()} == TABLE.keys() | REFUSED.keys() | SEVERAL


@pytest.mark.parametrize("name", TABLE)
def test_an_invite_gives_what_its_program_meant(name: str) -> None:
    expected = TABLE[name]
    reading = read(name)
    (invited,) = reading.interviews
    found = Expected(
        starts_at=expected.starts_at if invited.starts_at == instant(expected.starts_at) else str(invited.starts_at),
        ends_at=expected.ends_at if invited.ends_at == instant(expected.ends_at) else str(invited.ends_at),
        zone=invited.zone,
        people=tuple(person.name for person in invited.people),
        join_url=invited.join_url,
        place=invited.place,
        status=invited.status,
        needs=invited.needs,
        warnings=tuple(odd.code for odd in reading.warnings),
        also={name: getattr(invited, name) for name in expected.also},
    )
    assert found == expected


@pytest.mark.parametrize("name", TABLE)
def test_times_stand_in_the_zone_that_is_named(name: str) -> None:
    (invited,) = read(name).interviews
    for time in (invited.starts_at, invited.ends_at):
        assert time is None or time.utcoffset() == time.astimezone(ZoneInfo(invited.zone)).utcoffset()


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_invite_is_refused_with_its_reason(name: str) -> None:
    with pytest.raises(REFUSED[name]) as refused:
        read(name)
    assert refused.value.exit_code == 2


def test_several_events_are_several_interviews() -> None:
    one, two = read("several-events.ics").interviews
    assert (one.summary, one.status) == ("Round one", Status.CONFIRMED)
    assert (two.summary, two.status) == ("Round two", Status.TENTATIVE)


def test_a_moved_one_of_a_series_is_told_from_the_series() -> None:
    reading = read("google-series-with-exception.ics")
    series, moved = reading.interviews
    assert series.uid == moved.uid
    assert series.recurrence_id is None
    assert moved.recurrence_id == datetime(2026, 12, 8, 10, tzinfo=ROME)
    assert series.key != moved.key
    assert "series" in {odd.code for odd in reading.warnings}


def test_the_same_file_twice_is_the_same_even_without_an_identity() -> None:
    first, again = read("no-uid.ics"), read("no-uid.ics")
    assert first == again
    assert first.interviews[0].uid.startswith("seguito-")


def test_whoever_is_left_out_is_named_with_the_reason() -> None:
    (invited,) = read("rooms-unsaid.ics").interviews
    assert {(left.who.name or left.who.email, left.why) for left in invited.left_out} == {
        (ADA, Absence.ONESELF),
        ("Sala riunioni 2° piano", Absence.ROOM),
        ("Conference Room B", Absence.ROOM),
        ("Marconi", Absence.ROOM),
    }


def test_an_organiser_is_told_even_when_left_out() -> None:
    (invited,) = read("calendly.ics").interviews
    assert invited.organiser is not None
    assert (invited.organiser.name, invited.organiser.email) == ("Calendly", "no-reply@calendly.com")


def test_addresses_stand_beside_names_or_alone() -> None:
    people: list[Invited] = [*read("outlook-exchange-address.ics").interviews, *read("proton-escapes.ics").interviews]
    assert [(person.name, person.email) for invited in people for person in invited.people] == [
        (GIULIA, "giulia.bianchi@acme.example"),
        (MARCO, None),
        ("Lucia Serra", None),
        (None, "lucia@proton.example"),
        ('Nicolò "Nico" Serra', "nico@acme.example"),
    ]


def test_oneself_is_known_in_any_case_and_with_a_tag() -> None:
    data = (INVITES / "google-request.ics").read_bytes()
    for mine in (["ADA@Example.ORG"], ["x@y.example", "Ada Conti <ada+jobs@example.org>"]):
        (invited,) = read_invites(data, ROME, mine).interviews
        assert [person.name for person in invited.people] == [GIULIA, MARCO]
    (invited,) = read_invites(data, ROME, []).interviews
    assert ADA in {person.email for person in invited.people}
