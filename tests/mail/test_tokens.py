"""An account that a token opens, at real servers: Dovecot asks the house about it, for the mailbox and for Postfix."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from seguito.actions.account import Told, Tried, set_account, try_account
from seguito.actions.outside import Outside
from seguito.actions.send import send
from seguito.actions.sign_in import sign_in
from seguito.actions.sync import sync
from seguito.channels.email.account import TokenLogin, imap_server, smtp_server
from seguito.channels.email.imap import MailboxOutOfReach, mailbox
from seguito.channels.email.oauth.question import Client
from seguito.channels.email.smtp import Envelope, Line
from seguito.core.outbox import DeliveryState, HandedOver, LoginRefused
from seguito.records.reads.accounts import account
from tests.mail.cast import NOW, a_home, an_approved_note
from tests.mail.house import CLIENT, SECRET, House, a_house, in_browser
from tests.mail.scripted import ScriptedServer
from tests.mail.stack import MailServers

pytestmark = pytest.mark.mail


class Desk:
    """Ada's account at a server that takes tokens."""

    def __init__(self, servers: MailServers, house: House, home: Path, number: int) -> None:
        self.servers, self.house, self.home, self.number = servers, house, home, number
        self.ada = f"token{number}@seguito.test"
        self.who, self.outside = a_home(home), Outside(home, copy_after=0)
        house.known_in(home)
        told = Told(f"Ada <{self.ada}>", servers.smtps, servers.imaps, oauth="own", client=Client(CLIENT, SECRET))
        set_account(self.who, told, home, NOW)
        sign_in(self.who, "", in_browser, self.outside, wait=20)

    def note(self, which: str = "a") -> str:
        name, reader = f"Giulia {which.title()}bianchi", f"giulia{self.number}{which}@corp.test"
        return an_approved_note(self.who, f"<t{self.number}{which}@x.test>", reader, self.ada, name).id

    def send(self, which: str = "a") -> DeliveryState:
        return send(self.who, self.note(which), NOW, self.outside).deliveries[0].state

    def arrived(self, which: str = "a") -> int:
        self.servers.wait_until_quiet()
        return self.servers.count(f"<t{self.number}{which}@x.test>", f"giulia{self.number}{which}@corp.test")

    def tried(self) -> Tried:
        return try_account(self.who, self.outside)


@pytest.fixture
def house(mail_servers: MailServers) -> Iterator[House]:
    with a_house(mail_servers.ports["tokens"]) as house:
        yield house


@pytest.fixture
def desk(mail_servers: MailServers, house: House, surroundings: Path, number: int) -> Desk:
    return Desk(mail_servers, house, surroundings, number)


def test_a_token_opens_both_servers(desk: Desk) -> None:
    tried = desk.tried()
    assert (tried.smtp, tried.imap, tried.let_in, tried.sent_folder) == (None, None, True, "Sent")


def test_a_note_goes_out_and_its_copy_is_filed_with_a_token(desk: Desk) -> None:
    assert desk.send() is DeliveryState.FILED
    assert desk.arrived() == 1
    assert desk.house.renewals == 0


def test_a_token_as_long_as_microsofts_fits_through(desk: Desk) -> None:
    """Postfix takes no line of more than 2,048 letters."""
    desk.house.size = 1400
    desk.house.end_tokens()
    assert desk.tried().smtp is None
    assert len(next(iter(desk.house.tokens))) > 1800


def test_a_token_that_was_ended_early_is_renewed_once_and_the_note_goes_once(desk: Desk) -> None:
    desk.house.end_tokens()
    assert desk.send() is DeliveryState.FILED
    assert (desk.arrived(), desk.house.renewals) == (1, 1)


def test_leave_that_was_taken_back_pauses_the_account_and_sends_nothing(desk: Desk) -> None:
    desk.house.end_tokens()
    desk.house.end_leaves()
    assert desk.send() is DeliveryState.RETRY
    stands = account(desk.who)
    assert stands is not None
    assert stands.paused_because is not None
    assert "seguito account login" in stands.paused_because.message
    assert desk.arrived() == 0

    sign_in(desk.who, "", in_browser, desk.outside, wait=20)
    assert desk.tried().let_in
    done = sync(desk.who, "en", NOW + timedelta(minutes=3), desk.outside)
    assert [one.state for one in done.deliveries] == [DeliveryState.FILED]
    assert desk.arrived() == 1


def test_a_house_out_of_order_does_not_pause_the_account(desk: Desk) -> None:
    desk.house.end_tokens()
    desk.house.broken = "503"
    assert desk.send() is DeliveryState.RETRY
    stands = account(desk.who)
    assert stands is not None
    assert stands.paused_because is None
    desk.house.broken = ""
    sync(desk.who, "en", NOW + timedelta(minutes=3), desk.outside)
    assert desk.arrived() == 1


def test_a_token_of_somebody_else_opens_nothing(desk: Desk) -> None:
    """Ada was logged in at the house under another of her addresses."""
    desk.house.as_user = "other@seguito.test"
    sign_in(desk.who, "", in_browser, desk.outside, wait=20)
    tried = desk.tried()
    assert not tried.let_in
    assert tried.smtp is not None
    assert tried.imap is not None


def test_a_mailbox_is_opened_with_another_token_where_the_first_was_ended(
    desk: Desk, mail_servers: MailServers
) -> None:
    given = iter(["ended", sorted(desk.house.tokens)[0]])
    login = TokenLogin(desk.ada, lambda: next(given), lambda: next(given))
    with mailbox(imap_server(mail_servers.imaps), login) as box:
        assert box.sent_folder == "Sent"
    login = TokenLogin(desk.ada, lambda: "ended", lambda: "ended too")
    with pytest.raises(MailboxOutOfReach) as refused, mailbox(imap_server(mail_servers.imaps), login):
        pass
    assert not refused.value.let_in


OFFERS = "250-scripted\r\n250 AUTH XOAUTH2"
CUT_OFF = "530 5.7.57 Client not authenticated to send mail"
ENVELOPE = Envelope("ada@seguito.test", ("giulia@corp.test",), "d1")


def test_a_line_whose_token_ends_while_it_stands_is_opened_anew_before_the_mark() -> None:
    """As Exchange says it: 530 to MAIL, in the middle of a session."""
    marks: list[int] = []

    def mark() -> bool:
        marks.append(1)
        return True

    with ScriptedServer({"EHLO": OFFERS, "MAIL": CUT_OFF}) as server:

        def another() -> str:
            server.answers["MAIL"] = "250 ok"
            return "second"

        with Line(smtp_server(server.url), TokenLogin("ada@seguito.test", lambda: "first", another)) as line:
            outcome = line.hand_over(b"Subject: x\r\n\r\nx\r\n", ENVELOPE, mark)
        assert isinstance(outcome, HandedOver)
        assert (len(server.accepted), marks) == (1, [1])


def test_where_every_token_is_refused_nothing_is_marked() -> None:
    with ScriptedServer({"EHLO": OFFERS, "MAIL": CUT_OFF}) as server:
        with Line(smtp_server(server.url), TokenLogin("ada@seguito.test", lambda: "a", lambda: "b")) as line:
            outcome = line.hand_over(b"Subject: x\r\n\r\nx\r\n", ENVELOPE, pytest.fail)
        assert isinstance(outcome, LoginRefused)
        assert sum(one.startswith("MAIL") for one in server.heard) == 2


def test_a_server_that_takes_no_tokens_is_told_so() -> None:
    with ScriptedServer() as server, Line(smtp_server(server.url), TokenLogin("a@b.test", lambda: "a", str)) as line:
        trouble = line.greet()
    assert isinstance(trouble, LoginRefused)
    assert trouble.why.values["ways"] == "PLAIN LOGIN"
