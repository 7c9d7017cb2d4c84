"""The bytes of a note: what goes in comes out, whatever it is, through any reader's parser."""

from datetime import UTC, datetime, timedelta, timezone
from email import message_from_bytes, policy
from email.header import decode_header, make_header
from email.message import Message
from email.utils import getaddresses, parsedate_to_datetime

import pytest
from hypothesis import given, strategies as st

from seguito.channels.email.addresses import AddressNotMailable, HeaderRefused
from seguito.channels.email.compose import WordsNotMailable, compose, message_id, outgoing

NOON = datetime(2026, 12, 2, 12, 0, 3, 999, tzinfo=timezone(timedelta(hours=1)))
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=400)
ONE_LINE = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=200)


def a_mail(
    text: str = "Grazie.",
    subject: str = "Grazie",
    sender: str = "Ada Rossi <ada@seguito.test>",
    to: str = "Giulia Bianchi <giulia@corp.test>",
    in_reply_to: str = "",
    references: tuple[str, ...] = (),
) -> bytes:
    words = outgoing(sender, [to], subject, text, "<m1@seguito.test>", in_reply_to, references)
    return compose(words, "d1", NOON)


def parsed(mail: bytes) -> Message:
    return message_from_bytes(mail, policy=policy.compat32)


def decoded(value: str) -> str:
    return str(make_header(decode_header(value.replace("\r\n ", " "))))


def the_words(mail: bytes) -> str:
    return parsed(mail).get_payload(decode=True).decode("utf-8").replace("\r\n", "\n")


@given(WORDS)
def test_any_words_come_back_as_they_were_typed(text: str) -> None:
    plain = text.replace("\r\n", "\n").replace("\r", "\n")

    assert the_words(a_mail(text)) == (plain if plain.endswith("\n") else f"{plain}\n")


@given(WORDS)
def test_the_modern_parser_reads_the_same(text: str) -> None:
    mail = a_mail(text)

    read = message_from_bytes(mail, policy=policy.default)

    assert not read.defects
    assert read.get_content().replace("\r\n", "\n") == the_words(mail)


@given(WORDS, ONE_LINE, ONE_LINE)
def test_every_mail_is_seven_bits_with_short_lines(text: str, subject: str, name: str) -> None:
    mail = a_mail(text, subject, to=f"{name.replace('<', '').replace('>', '')} <giulia@corp.test>")

    assert mail.isascii()
    assert mail.endswith(b"\r\n")
    assert b"\n" not in mail.replace(b"\r\n", b"")
    assert b"\r" not in mail.replace(b"\r\n", b"")
    assert b"\0" not in mail
    assert max(map(len, mail.split(b"\r\n"))) <= 78


@given(ONE_LINE)
def test_any_subject_comes_back(subject: str) -> None:
    assert decoded(parsed(a_mail(subject=subject))["Subject"] or "") == " ".join(subject.split())


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"], exclude_characters='<>"\\'), max_size=150))
def test_any_name_comes_back_with_its_address(name: str) -> None:
    [(read, address)] = getaddresses([parsed(a_mail(to=f"{name} <giulia@corp.test>"))["To"]])

    assert address == "giulia@corp.test"
    assert decoded(read) == " ".join(name.split())


@pytest.mark.parametrize(
    "name",
    [
        "Rossi, Ada",
        "Ada (HR)",
        'Ada "Dada" Rossi',
        "Dr. Ada Rossi",
        "Àda, già (HR)",
        "D’Angelo",
        "Ada @ Acme",
        "a\\b",
        "x" * 70,
    ],
)
def test_a_name_with_marks_stays_one_name(name: str) -> None:
    """A comma in an encoded name has made two recipients out of one."""
    [(read, address)] = getaddresses([parsed(a_mail(to=f"{name} <giulia@corp.test>"))["To"]])

    assert (decoded(read), address) == (name, "giulia@corp.test")


def test_several_recipients_stay_several() -> None:
    people = ["Rossi, Àda <ada@corp.test>", "bo@corp.test", "Çelik & Co. <c@corp.test>", "x" * 60 + "@corp.test"]
    mail = compose(outgoing("me@seguito.test", people, "s", "t", "<m@seguito.test>"), "d", NOON)

    read = getaddresses([parsed(mail)["To"].replace("\r\n ", " ")])

    assert [address for _, address in read] == ["ada@corp.test", "bo@corp.test", "c@corp.test", "x" * 60 + "@corp.test"]


def test_a_paragraph_keeps_its_length() -> None:
    """No hard line ends: every reader's window wraps it anew."""
    paragraph = "Mi ha colpito che i più giovani presentino da soli il proprio lavoro. " * 12

    assert the_words(a_mail(paragraph.strip())) == f"{paragraph.strip()}\n"


@pytest.mark.parametrize(
    "line", ["From the start I knew.", ".", "..", ". dot", "-- ", "trailing ", "tab\t", "=20", "a\x0cb\x85c\u2028d"]
)
def test_lines_that_mail_programs_change_are_left_alone(line: str) -> None:
    mail = a_mail(f"before\n{line}\nafter")

    assert the_words(mail) == f"before\n{line}\nafter\n"
    assert b"\r\nFrom " not in mail


def test_other_scripts_take_the_shorter_encoding() -> None:
    assert parsed(a_mail("Ευχαριστώ πολύ"))["Content-Transfer-Encoding"] == "base64"
    assert (
        parsed(a_mail("Perché no? Penso che sia già tardi per un treno."))["Content-Transfer-Encoding"]
        == "quoted-printable"
    )


def test_threading_headers_survive_whole() -> None:
    """The standard library's folding has made encoded words of long identifiers."""
    long = f"<{'x' * 180}@mail.example.com>"

    mail = parsed(a_mail(in_reply_to=long, references=("<first@corp.test>", long)))

    assert mail["In-Reply-To"] == long
    assert mail["References"].split() == ["<first@corp.test>", long]


def test_a_foreign_identifier_that_is_none_is_left_out() -> None:
    mail = parsed(a_mail(in_reply_to="<broken id\r\nBcc: all@corp.test>", references=("<ok@corp.test>", "nonsense")))

    assert mail["In-Reply-To"] is None
    assert mail["Bcc"] is None
    assert mail["References"] == "<ok@corp.test>"


def test_a_long_thread_keeps_its_beginning_and_its_end() -> None:
    thread = tuple(f"<{n}@corp.test>" for n in range(50))

    kept = parsed(a_mail(references=thread))["References"].split()

    assert kept == ["<0@corp.test>", *thread[-19:]]


def test_the_date_is_the_one_it_was_given() -> None:
    mail = parsed(a_mail())

    assert mail["Date"] == "Wed, 02 Dec 2026 12:00:03 +0100"
    assert parsedate_to_datetime(mail["Date"]) == NOON.replace(microsecond=0)


def test_the_same_facts_make_the_same_bytes() -> None:
    assert a_mail() == a_mail()


def test_our_own_header_names_the_delivery() -> None:
    assert parsed(a_mail())["X-Seguito-Delivery"] == "d1"


@pytest.mark.parametrize("character", ["\r", "\n", "\r\n", "\0", "\x1b", "\u2028", "\x85", "\ud800"])
@pytest.mark.parametrize("place", ["subject", "sender", "to"])
def test_no_header_breaks_out_of_its_line(place: str, character: str) -> None:
    value = f"Ada{character}Bcc: all@corp.test" + ("" if place == "subject" else " <ada@seguito.test>")

    with pytest.raises(HeaderRefused):
        a_mail(**{place: value})


def test_half_a_character_is_told_with_its_place() -> None:
    with pytest.raises(WordsNotMailable) as told:
        a_mail("Grazie \ud83d mille")
    assert told.value.values["place"] == "Grazie \\ud83d mille"


def test_an_address_that_cannot_be_mailed_is_refused() -> None:
    with pytest.raises(AddressNotMailable):
        a_mail(to="Giulia <giulia>")


def test_the_message_id_stands_in_the_senders_domain() -> None:
    assert message_id("abc", "Ada <ada@bücher.example>") == "<abc@xn--bcher-kva.example>"
    assert message_id("abc", "") == "<abc@seguito.invalid>"


def test_a_date_in_utc_says_so() -> None:
    mail = compose(outgoing("a@b.it", ["c@d.it"], "", "t", "<m@b.it>"), "d", datetime(2026, 1, 2, tzinfo=UTC))

    assert b"\r\nDate: Fri, 02 Jan 2026 00:00:00 +0000\r\n" in mail
    assert b"Subject" not in mail
