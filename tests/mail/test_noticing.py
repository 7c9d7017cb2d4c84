"""What comes back to a real mailbox is noticed, once, and by what it is (T5.4)."""

import smtplib
import ssl
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import unquote

import pytest
from imapclient import IMAPClient

from seguito.actions.approve import approve
from seguito.actions.debrief_by_mail import debrief_link
from seguito.actions.notice import inbox, notice, place
from seguito.actions.send import send
from seguito.actions.sending import Outside
from seguito.actions.sync import sync
from seguito.actions.tell import tell_person
from seguito.channels.email import secrets
from seguito.core.correspondence.letters import LetterKind, Noticed
from seguito.core.nouns import Note, NoteState, Who
from seguito.core.outbox import DeliveryState
from seguito.records.reads.contacts import received
from seguito.records.reads.notes import note
from tests.mail.cast import a_home, an_account, an_approved_note
from tests.mail.stack import PASSWORD, MailServers

pytestmark = pytest.mark.mail

K = LetterKind


class Desk:
    """Ada, who has sent a note to Giulia by real servers, in real time."""

    def __init__(self, servers: MailServers, home: Path, number: int, reader: str = "giulia") -> None:
        self.servers, self.home = servers, home
        self.ada, self.giulia = f"ada{number}@seguito.test", f"{reader}{number}@corp.test"
        self.message_id = f"<n{number}@x.test>"
        self.who: Who = a_home(home)
        secrets.keep(home, an_account(self.who, servers.smtps, servers.imaps, self.ada, self.ada), PASSWORD)
        self.outside = Outside(home, copy_after=0.1)
        self.note: Note = an_approved_note(self.who, self.message_id, self.giulia, self.ada)
        [sent] = send(self.who, self.note.id, self.now, self.outside).deliveries
        assert sent.state is DeliveryState.FILED
        self.delivery = sent.id

    @property
    def now(self) -> datetime:
        return datetime.now(UTC)

    def comes(self, head: str, body: str = "", sender: str = "") -> None:
        """A mail from Giulia's house to Ada, over SMTP."""
        words = head if "Message-ID" in head else f"Message-ID: <{abs(hash(head + body))}@corp.test>\n{head}"
        context = ssl.create_default_context(cafile=str(self.servers.authority))
        with smtplib.SMTP_SSL("localhost", self.servers.ports["submissions"], context=context) as line:
            line.login(self.giulia, PASSWORD)
            mail = f"{words}\n\n{body}".replace("\n", "\r\n").encode()
            line.sendmail(sender or self.giulia, [self.ada], mail)
        self.servers.wait_until_quiet()

    def notices(self) -> list[tuple[LetterKind, str]]:
        return [(one.kind, one.text) for one in self.looks()]

    def looks(self) -> tuple[Noticed, ...]:
        found = notice(self.who, "en", self.now, self.outside)
        assert found.trouble is None
        return found.letters

    def client(self) -> IMAPClient:
        client = IMAPClient("localhost", self.servers.ports["imaps"])
        client.login(self.ada, PASSWORD)
        return client


@pytest.fixture
def desk(mail_servers: MailServers, number: int, tmp_path: Path) -> Desk:
    return Desk(mail_servers, tmp_path / "home", number)


def test_an_answer_is_noticed_once_and_filed_with_the_person(desk: Desk) -> None:
    desk.comes(
        f"From: Giulia Bianchi <{desk.giulia}>\nSubject: Re: Grazie per ieri\nIn-Reply-To: {desk.message_id}",
        "Grazie a Lei, ci vediamo martedì.\n\nIl 2 dic 2026 Ada Rossi ha scritto:\n> Gentile dottoressa\n",
    )
    assert desk.notices() == [(K.ANSWER, "Grazie a Lei, ci vediamo martedì.")]
    assert desk.notices() == []
    [contact] = received(desk.who, desk.note.to.id)
    assert contact.text == "Grazie a Lei, ci vediamo martedì."


def test_an_answer_among_the_junk_is_noticed(desk: Desk) -> None:
    desk.comes(f"From: {desk.giulia}\nSubject: Re: x\nReferences: <a@b> {desk.message_id}", "Sì.")
    with desk.client() as client:
        client.select_folder("INBOX")
        client.move([1], "Junk")
    assert desk.notices() == [(K.ANSWER, "Sì.")]


def test_a_mail_that_only_may_be_an_answer_is_asked_about(desk: Desk) -> None:
    desk.comes(f"From: Giulia <{desk.giulia}>\nSubject: Martedì", "Le va bene alle dieci?")
    [asked] = desk.looks()
    assert (asked.kind, asked.asks) == (K.PERHAPS, True)
    assert received(desk.who, desk.note.to.id) == ()

    place(desk.who, "Giulia", False, desk.now)
    assert received(desk.who, desk.note.to.id) == ()
    place(desk.who, asked.id, True, desk.now)
    place(desk.who, asked.id, True, desk.now)
    assert len(received(desk.who, desk.note.to.id)) == 1
    assert [one.asks for one in inbox(desk.who)] == [False]


def test_an_answering_machine_is_no_answer(desk: Desk) -> None:
    desk.comes(
        f"From: {desk.giulia}\nSubject: Assente: Grazie per ieri\nAuto-Submitted: auto-replied\n"
        f"In-Reply-To: {desk.message_id}",
        "Torno il 7 gennaio.",
    )
    assert desk.notices() == [(K.AWAY, "Torno il 7 gennaio.")]
    assert received(desk.who, desk.note.to.id) == ()


def test_what_is_no_business_of_ours_is_left_alone(desk: Desk) -> None:
    desk.comes("From: shop@corp.test\nSubject: Offers", "Buy!", sender="")
    desk.comes(f"From: {desk.giulia}\nSubject: News\nList-Id: <news.corp.test>", "Everybody!")
    desk.comes(
        f"From: {desk.giulia}\nSubject: Invitation\nMIME-Version: 1.0\nContent-Type: text/calendar; method=REQUEST",
        "BEGIN:VCALENDAR\nEND:VCALENDAR",
    )
    assert desk.notices() == []
    with desk.client() as client:  # and nothing was marked as read
        client.select_folder("INBOX", readonly=True)
        assert len(client.search(["UNSEEN"])) == 3


def test_a_mail_that_cannot_be_delivered_is_told_and_due_again(
    mail_servers: MailServers, number: int, tmp_path: Path
) -> None:
    """By a real report of Postfix; a corrected address and a second yes send the words once more."""
    desk = Desk(mail_servers, tmp_path / "home", number, reader="moved")
    mail_servers.wait_until_quiet()
    [came_back] = desk.looks()
    assert came_back.kind is K.RETURNED
    assert came_back.why is not None
    assert came_back.why.values["what"].message == "the address {address} does not exist"  # type: ignore[attr-defined]
    assert came_back.why.values["what"].values == {"address": desk.giulia}  # type: ignore[attr-defined]
    assert note(desk.who, desk.note.id).state is NoteState.DRAFT

    tell_person(desk.who, desk.note.to.id, {"email": (f"giulia{number}@corp.test",)}, desk.now)
    approve(desk.who, desk.note.id, "as it was", desk.home, desk.now, "second")
    [sent] = send(desk.who, desk.note.id, desk.now, desk.outside).deliveries
    assert sent.state is DeliveryState.FILED
    mail_servers.wait_until_quiet()
    assert len(mail_servers.mails(f"giulia{number}@corp.test")) == 1


def test_folders_whose_numbers_are_void_are_read_again_and_nothing_is_noticed_twice(desk: Desk) -> None:
    def mail(words: str) -> bytes:
        head = f"Message-ID: <{words}@x>\r\nFrom: {desk.giulia}\r\nIn-Reply-To: {desk.message_id}"
        return f"{head}\r\n\r\n{words}".encode()

    with desk.client() as client:
        client.append("Junk", mail("One"))
        assert desk.notices() == [(K.ANSWER, "One")]
        client.delete_folder("Junk")
        client.create_folder("Junk")
        for words in ("One", "Two"):
            client.append("Junk", mail(words))
    assert desk.notices() == [(K.ANSWER, "Two")]


def test_a_mail_that_is_gone_is_passed_over(desk: Desk) -> None:
    for words in ("One.", "Two."):
        desk.comes(f"From: {desk.giulia}\nSubject: Re: x\nIn-Reply-To: {desk.message_id}", words)
    with desk.client() as client:
        client.select_folder("INBOX")
        client.delete_messages([1])
        client.expunge()
    assert desk.notices() == [(K.ANSWER, "Two.")]


def test_with_nothing_new_a_folder_costs_one_question(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.looks()
    asked: list[str] = []
    for name in ("folder_status", "select_folder", "search", "fetch"):
        real = getattr(IMAPClient, name)

        def counted(self: IMAPClient, *args: object, _real: object = real, _name: str = name, **more: object) -> object:
            asked.append(_name)
            return _real(self, *args, **more)  # type: ignore[operator]

        monkeypatch.setattr(IMAPClient, name, counted)
    assert desk.looks() == ()
    assert asked == ["folder_status", "folder_status"]


HOSTILE = {
    "a subject without end": f"Subject: {'=?utf-8?q?x?= ' * 20_000}",
    "a sender of brackets": f"From: {'(' * 60_000}",
    "ten thousand recipients": "To: " + ", ".join(f"a{n}@b.test" for n in range(10_000)),
    "a charset that is none": "Content-Type: text/plain; charset=rot13",
    "parameters without end": "Content-Type: text/plain" + "; a=b" * 8_000,
    "ten thousand parts": "Content-Type: multipart/mixed; boundary=b",
    "nested without end": "Content-Type: multipart/mixed; boundary=b0",
    "what is said to be packed": "Content-Transfer-Encoding: base64",
    "a charset with a nul": "Content-Type: text/plain; charset*0*=zip''a; charset*1*=%00",
    "a page of marks without end": "Content-Type: text/html",
}
BODIES = {
    "a page of marks without end": "<a" * 120_000,
    "ten thousand parts": "--b\n\nx\n" * 10_000,
    "nested without end": "".join(
        f"--b{n}\nContent-Type: multipart/mixed; boundary=b{n + 1}\n\n" for n in range(4_000)
    ),
    "what is said to be packed": "\x00\xff not base64 at all",
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_mail_that_is_made_to_hurt_does_not_keep_the_next_from_being_noticed(desk: Desk, kind: str) -> None:
    thread = f"In-Reply-To: {desk.message_id}\nMIME-Version: 1.0"
    sender = "" if kind == "a sender of brackets" else f"From: {desk.giulia}\n"
    folded = HOSTILE[kind].replace(", ", ",\n ").replace("?= ", "?=\n ").replace("; ", ";\n ")
    if "brackets" in kind:
        folded = "From: " + "\n ".join("(" * 900 for _ in range(60))
    hurtful = f"Message-ID: <bad{abs(hash(kind))}@x>\n{sender}{thread}\n{folded}\n\n{BODIES.get(kind, 'x')}"
    with desk.client() as client:
        client.append("INBOX", hurtful.replace("\n", "\r\n").encode("utf-8", "surrogateescape"))
    desk.comes(f"From: {desk.giulia}\nSubject: Re: x\nIn-Reply-To: {desk.message_id}", "Unharmed.")
    found = desk.notices()
    assert (K.ANSWER, "Unharmed.") in found
    assert len(found) == 2


def test_a_huge_mail_is_read_at_its_beginning_only(desk: Desk) -> None:
    with desk.client() as client:
        head = f"Message-ID: <big@x>\r\nFrom: {desk.giulia}\r\nIn-Reply-To: {desk.message_id}\r\n\r\n"
        client.append("INBOX", head.encode() + b"Begins.\r\n\r\n-- \r\n" + b"x" * 70 + b"\r\n" * 5_000_000)
    assert desk.notices() == [(K.ANSWER, "Begins.")]


def test_sync_tells_what_came_beside_what_went(desk: Desk) -> None:
    desk.comes(f"From: {desk.giulia}\nSubject: Re: x\nIn-Reply-To: {desk.message_id}", "Sì.")
    done = sync(desk.who, "en", desk.now + timedelta(minutes=2), replace(desk.outside))
    assert [one.kind for one in done.letters] == [K.ANSWER]


def test_a_debrief_answered_from_the_phone_becomes_details(desk: Desk) -> None:
    """Only a mail from oneself, and only with the mark of that interview (T1.3)."""
    link = debrief_link(desk.who, "Fontana")
    assert link is not None
    subject = unquote(link).partition("subject=")[2].partition("&")[0]
    said = "Giulia Bianchi: \n~ colleziona mappe\n\n* perché no\n\nInviato da iPhone\n"
    desk.comes(f"From: {desk.giulia}\nSubject: {subject}", "Giulia Bianchi: forged", sender=desk.giulia)
    desk.comes(f"From: {desk.ada}\nSubject: Agenzia [aaaaaaaaaaaa]", "Giulia Bianchi: a guess", sender=desk.giulia)
    for _ in range(2):  # a phone that sends twice
        desk.comes(f"Message-ID: <{desk.now.timestamp()}@x>\nFrom: Ada <{desk.ada}>\nSubject: Re: {subject}", said)
    found = notice(desk.who, "en", desk.now, desk.outside)
    assert [len(one.details) for one in found.debriefs] == [2, 2]
    assert {one.text for one in found.debriefs[-1].details} == {"colleziona mappe", "perché no"}
    assert {one.person for one in found.debriefs[-1].details} == {desk.note.to.id, None}
