"""Whatever the bytes: a reading or a `Problem`, and nothing else."""

import random
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, strategies as st

from seguito.calendars.invite import MOST_BYTES, read_invites
from seguito.calendars.lines import Line, plain_bytes, read_lines
from seguito.calendars.mending import mended
from seguito.calendars.nouns import Reading, Status
from seguito.calendars.plain import plain_text
from seguito.errors import Problem

ROME = ZoneInfo("Europe/Rome")
FILES = sorted((Path(__file__).parent / "invites").iterdir())


def read(data: bytes) -> Reading | Problem:
    try:
        return read_invites(data, ROME, ["ada@example.org"])
    except Problem as problem:
        return problem


def check(answer: Reading | Problem) -> None:
    if isinstance(answer, Problem):
        assert answer.exit_code == 2
        return
    assert answer.interviews
    for invited in answer.interviews:
        assert invited.uid
        assert ZoneInfo(invited.zone)
        assert invited.starts_at is not None or invited.status is Status.CANCELLED
        if invited.starts_at and invited.ends_at:
            assert invited.starts_at < invited.ends_at


@given(st.binary(max_size=2000))
def test_any_bytes_give_a_reading_or_a_problem(data: bytes) -> None:
    check(read(data))


@given(st.data())
def test_a_damaged_invite_gives_a_reading_or_a_problem(data: st.DataObject) -> None:
    original = data.draw(st.sampled_from(FILES)).read_bytes()
    chance = random.Random(data.draw(st.integers(0, 2**32)))
    damaged = bytearray(original)
    for _ in range(data.draw(st.integers(1, 30))):
        at = chance.randrange(len(damaged))
        match chance.randrange(4):
            case 0:
                damaged[at] = chance.randrange(256)
            case 1:
                del damaged[at : at + chance.randrange(1, 40)]
            case 2:
                damaged[at:at] = damaged[at : at + chance.randrange(1, 80)]
            case _:
                damaged[at:at] = chance.choice(
                    [b"\n", b"\r\n ", b'"', b";", b":", b"\\", b"BEGIN:VEVENT\n", b"\xc3", b"\x00"]
                )
        if not damaged:
            break
    check(read(bytes(damaged)))


@given(
    st.sampled_from([file for file in FILES if file.suffix == ".ics" and "utf16" not in file.name]), st.integers(1, 400)
)
def test_a_file_that_lost_its_end_is_never_read(file: Path, lost: int) -> None:
    whole = file.read_bytes().rstrip()
    data = whole[: max(0, len(whole) - lost)]
    assert isinstance(read(data), Problem)


@given(st.sampled_from(FILES))
def test_reading_twice_reads_the_same(file: Path) -> None:
    first, again = read(file.read_bytes()), read(file.read_bytes())
    assert type(first) is type(again)
    if isinstance(first, Reading):
        assert first == again


HEAD = b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20261202T100000Z\r\n"
TAIL = b"\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"


@pytest.mark.parametrize(
    "middle",
    [
        b"ATTENDEE;CN=" + b'"' * 200_000 + b":mailto:a@b.example",
        b"ATTENDEE" + b";A=b" * 60_000 + b":mailto:a@b.example",
        b"\r\n".join(b"ATTENDEE:mailto:a%d@b.example" % number for number in range(20_000)),
        b"DESCRIPTION:<p>" + b"<style" * 40_000,
        b"DESCRIPTION:<p>" + b"<a href='" * 40_000,
        b"DESCRIPTION:" + b"https://" * 40_000,
        b"LOCATION:https://a.example/" + b")" * 200_000,
        b"SUMMARY:" + b"=?utf-8?Q?" * 40_000,
        b"SUMMARY:a" + "\u0301\u0316".encode() * 60_000,
        b"SUMMARY:" + b"\xc3" * 200_000,
        b"SEQUENCE:" + b"9" * 200_000,
        b"DURATION:P" + b"9" * 200_000 + b"D",
        b"RRULE:FREQ=SECONDLY",
        b"LOCATION:"
        + b"a;" * 100_000
        + b"\r\n"
        + b"\r\n".join(b"ATTENDEE:mailto:a%d@b.example" % n for n in range(600)),
        b"\r\n".join([b"BEGIN:X"] * 5000),
    ],
    ids=lambda middle: middle[:24].decode("latin-1"),
)
def test_an_invite_made_to_take_for_ever_does_not(middle: bytes) -> None:
    check(read(HEAD + middle + TAIL))


def test_an_invite_has_a_size() -> None:
    answer = read(HEAD + b"DESCRIPTION:" + b"x" * MOST_BYTES + TAIL)
    assert isinstance(answer, Problem)
    assert answer.id == "invite-too-large"


def test_a_whole_calendar_is_no_invite() -> None:
    events = b"BEGIN:VEVENT\nDTSTART:20261202T100000Z\nEND:VEVENT\n" * 501
    answer = read(b"BEGIN:VCALENDAR\n" + events + b"END:VCALENDAR\n")
    assert isinstance(answer, Problem)
    assert answer.id == "too-many-events"


@pytest.mark.parametrize(
    ("part", "problem"),
    [
        (b"--x\n\n" * 1000, "mail-unreadable"),
        (b"\n" * 600_000, "mail-unreadable"),
        (b"Content-Type: message/rfc822\n\n" * 2000, "mail-unreadable"),
        (b"--x\nContent-Type: text/calendar\n\n" + b"A" * MOST_BYTES + b"\n--x--\n", "invite-too-large"),
    ],
)
def test_a_mail_made_to_take_for_ever_does_not(part: bytes, problem: str) -> None:
    answer = read(b"From: a@b.example\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n" + part)
    assert isinstance(answer, Problem)
    assert answer.id in {problem, "not-an-invite"}


# -- the parts that text goes through


def line(text: bytes) -> Line:
    (found,) = read_lines(plain_bytes(text), frozenset({"SUMMARY", "ATTENDEE", "DTSTART"}))
    return found


@pytest.mark.parametrize(
    ("written", "text"),
    [
        (b"SUMMARY:a\\, b\\; c\\nd\\\\e", "a, b; c\nd\\e"),
        (b"SUMMARY;LANGUAGE=it:perch\xc3\xa9", "perché"),
        (b"SUMMARY:perch\xe9", "perché"),
        (b"SUMMARY:a\r\n b\r\n\tc", "abc"),
        (b"summary : spaced", "spaced"),
        (b"SUMMARY:12:30", "12:30"),
        (b"SUMMARY:", ""),
    ],
)
def test_a_value_is_what_its_author_wrote(written: bytes, text: str) -> None:
    assert line(written).text == text


@pytest.mark.parametrize(
    ("written", "parameters", "raw"),
    [
        (b'ATTENDEE;CN="Bianchi, Giulia":mailto:g@a.example', {"CN": "Bianchi, Giulia"}, "mailto:g@a.example"),
        (b"ATTENDEE;CN=Bianchi, Giulia:mailto:g@a.example", {"CN": "Bianchi, Giulia"}, "mailto:g@a.example"),
        (b"ATTENDEE;CN=Bianchi\\, Giulia:mailto:g@a.example", {"CN": "Bianchi, Giulia"}, "mailto:g@a.example"),
        (b"ATTENDEE;CN=\"A ^'B^' C\":mailto:g@a.example", {"CN": 'A "B" C'}, "mailto:g@a.example"),
        (b"ATTENDEE;CN=Giulia: HR:mailto:g@a.example", {"CN": "Giulia: HR"}, "mailto:g@a.example"),
        (b"ATTENDEE;CN=;;ROLE=CHAIR:mailto:g@a.example", {"CN": "", "ROLE": "CHAIR"}, "mailto:g@a.example"),
        (b"ATTENDEE;RSVP;CN=A:mailto:g@a.example", {"RSVP": "", "CN": "A"}, "mailto:g@a.example"),
        (b"DTSTART;TZID=(UTC+01:00) Rome:20261202T100000", {"TZID": "(UTC+01:00) Rome"}, "20261202T100000"),
        (b"DTSTART;TZID=tzone://Microsoft/Utc:20261202T100000", {"TZID": "tzone://Microsoft/Utc"}, "20261202T100000"),
    ],
)
def test_parameters_survive_sloppy_quotes_and_colons(written: bytes, parameters: dict[str, str], raw: str) -> None:
    found = line(written)
    assert (dict(found.parameters), found.raw) == (parameters, raw)


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("NicolÃ²", "Nicolò"),
        ("Lâ€™Aquila", "L’Aquila"),
        ("NicolÃƒÂ²", "Nicolò"),
        ("=?utf-8?B?Tmljb2zDsg==?=", "Nicolò"),
        ("=?iso-8859-1?Q?Zo=EB?= =?utf-8?q?_M?=", "Zoë M"),
        ("Nicolo\u0300", "Nicolò"),
        ("\u200bGiulia\ufeff", "Giulia"),
    ],
)
def test_a_wrong_encoding_that_is_proved_is_mended(broken: str, whole: str) -> None:
    assert mended(broken) == whole


@pytest.mark.parametrize(
    "text", ["Nicolò", "ÀÈÌ", "CAFÉ»", "Łukasz", "Đoković", "Θεοδώρα", "=?x?y", "=?none?B?Tm?=", "100%", "山田"]
)
def test_what_is_right_is_left_alone(text: str) -> None:
    assert mended(text) == text


@given(st.text(max_size=300))
def test_html_gives_text_without_tags(text: str) -> None:
    assert "<p>" not in plain_text(f"<p>{text}</p>".replace("&", "&amp;"))
