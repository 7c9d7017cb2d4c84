"""Sending, as its author sees it: once, with a yes, and told how it stands."""

import stat
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from email import message_from_bytes
from pathlib import Path

import pytest
from django.db import connection

from seguito.actions import sending
from seguito.actions.account import NoAccount, Told, set_account, the_account, try_account
from seguito.actions.by_hand import FileNotWritten
from seguito.actions.outbox import answer, distrust, outbox
from seguito.actions.send import CarriedByHand, NotApproved, PerhapsSentBefore, send
from seguito.actions.sending import Outside, PasswordMissing
from seguito.actions.sync import sync
from seguito.channels.email.addresses import AddressNotMailable, HeaderRefused
from seguito.channels.email.secrets import Place
from seguito.channels.email.smtp import Patience
from seguito.core.nouns import Note, NoteState, Who
from seguito.core.outbox import BURST, Answer, DeliveryState
from seguito.records.database import atomic
from seguito.records.problems import FolderBusy
from seguito.records.reads.accounts import account
from seguito.records.reads.deliveries import NoSuchDelivery, waiting
from seguito.records.reads.notes import note
from seguito.records.reads.people import me
from seguito.records.writes.notes import Frozen, keep_approval, revise
from tests.mail.cast import NOW, TEXT, a_home, an_account, an_approved_note
from tests.mail.scripted import DOT, Odd, ScriptedServer

S = DeliveryState
PATIENCE = Patience(answer=1, after_dot=0.3)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def who(home: Path) -> Who:
    return a_home(home)


@pytest.fixture
def outside(home: Path) -> Outside:
    return Outside(home, patience=PATIENCE, wait=lambda seconds: None)


@pytest.fixture
def server(who: Who) -> Iterator[ScriptedServer]:
    """A server that takes everything, and Ada's account on it."""
    with ScriptedServer() as server:
        an_account(who, server.url)
        yield server


@pytest.fixture
def approved(who: Who) -> Note:
    return an_approved_note(who, "<m1@seguito.test>")


def changed(who: Who, written: Note, message_id: str = "<m2@seguito.test>", text: str = "Altre parole.") -> None:
    """Its author changes the words, and says yes to those."""
    with atomic():
        revise(who, written.id, "Grazie", text, NOW)
        frozen = Frozen("Ada Rossi <ada@seguito.test>", ("Giulia Bianchi <giulia@corp.test>",), message_id)
        keep_approval(who, written.id, frozen, NOW)


def test_an_approved_note_goes_out(who: Who, server: ScriptedServer, approved: Note, outside: Outside) -> None:
    [sent] = send(who, approved.id, NOW, outside).deliveries

    assert sent.state is S.HANDED
    assert sent.message_id == "<m1@seguito.test>"
    assert (sent.note, sent.to.name, sent.attempts) == (approved.id, "Giulia Bianchi", 1)
    assert note(who, approved.id).state is NoteState.SENT
    mail = message_from_bytes(server.accepted[0])
    assert mail["X-Seguito-Delivery"] == sent.id
    assert mail["Date"] == "Wed, 02 Dec 2026 11:30:00 +0000"


def test_sending_twice_is_one_delivery(who: Who, server: ScriptedServer, approved: Note, outside: Outside) -> None:
    [first] = send(who, approved.id, NOW, outside).deliveries
    [second] = send(who, approved.id, NOW, outside).deliveries

    assert first == second
    assert len(server.accepted) == 1


def test_nothing_leaves_without_a_yes(who: Who, server: ScriptedServer, approved: Note, outside: Outside) -> None:
    with atomic():
        revise(who, approved.id, "Grazie", "Altre parole.", NOW)

    with pytest.raises(NotApproved):
        send(who, approved.id, NOW, outside)
    assert server.accepted == []


def test_a_card_is_carried_by_hand(who: Who, server: ScriptedServer, outside: Outside) -> None:
    card = an_approved_note(who, "<c1@seguito.test>", to="", channel="card")

    with pytest.raises(CarriedByHand):
        send(who, card.id, NOW, outside)


@pytest.mark.parametrize(("reply", "state"), [("450 later", S.RETRY), ("550 no", S.REFUSED)])
def test_a_no_is_told_as_the_server_said_it(
    who: Who, server: ScriptedServer, approved: Note, outside: Outside, reply: str, state: DeliveryState
) -> None:
    server.answers["RCPT"] = reply

    [sent] = send(who, approved.id, NOW, outside).deliveries

    assert sent.state is state
    assert sent.why is not None
    assert sent.why.values["reply"] == reply
    assert note(who, approved.id).state is NoteState.APPROVED


def test_what_waits_is_tried_again_when_it_is_due_with_the_same_bytes(
    who: Who, server: ScriptedServer, approved: Note, outside: Outside
) -> None:
    server.answers[DOT] = "451 later"
    [sent] = send(who, approved.id, NOW, outside).deliveries
    frozen = waiting(who, sent.id).message
    server.answers.clear()

    assert sync(who, "en", NOW + timedelta(seconds=29), outside).deliveries == ()
    [tried] = sync(who, "en", NOW + timedelta(seconds=30), outside).deliveries

    assert (tried.state, tried.attempts) == (S.HANDED, 2)
    assert waiting(who, sent.id).message == frozen
    assert b"Date: Wed, 02 Dec 2026 11:30:00 +0000" in server.accepted[0]


def test_asking_again_does_not_wait_for_the_next_try(
    who: Who, server: ScriptedServer, approved: Note, outside: Outside
) -> None:
    server.answers["MAIL"] = "451 later"
    send(who, approved.id, NOW, outside)
    server.answers.clear()

    assert send(who, approved.id, NOW, outside).deliveries[0].state is S.HANDED


@pytest.mark.parametrize("reply", ["550 too many today", "cancel"])
def test_what_was_refused_or_called_back_goes_when_its_author_asks_for_it(
    who: Who, server: ScriptedServer, approved: Note, outside: Outside, reply: str
) -> None:
    server.answers["RCPT"] = "450 later" if reply == "cancel" else reply
    [sent] = send(who, approved.id, NOW, outside).deliveries
    if reply == "cancel":
        assert answer(who, sent.id, Answer.CANCEL, NOW, outside).deliveries[0].state is S.CANCELLED
        assert sync(who, "en", NOW + timedelta(hours=1), outside).deliveries == ()
    server.answers.clear()

    [again] = send(who, approved.id, NOW, outside).deliveries

    assert (again.id, again.state) == (sent.id, S.HANDED)
    assert len(server.accepted) == 1


def test_a_refused_log_in_pauses_the_account_and_costs_no_note(
    who: Who, server: ScriptedServer, approved: Note, outside: Outside, home: Path
) -> None:
    set_account(who, Told(user="ada", password="wrong"), home, NOW)
    server.answers["AUTH"] = "535 bad credentials"
    [sent] = send(who, approved.id, NOW, outside).deliveries
    assert sent.state is S.RETRY
    assert the_account(who, home).account.paused_because is not None

    knocked = len(server.heard)
    paused = sync(who, "en", NOW + timedelta(days=1), outside)
    assert paused.paused == sent.why
    assert len(server.heard) == knocked  # a server that counts wrong passwords locks one out

    server.answers.clear()
    set_account(who, Told(password="right"), home, NOW)
    assert sync(who, "en", NOW + timedelta(days=1), outside).deliveries[0].state is S.HANDED


def test_a_password_that_is_gone_is_asked_for(
    who: Who, server: ScriptedServer, approved: Note, outside: Outside
) -> None:
    an_account(who, server.url, user="ada")

    with pytest.raises(PasswordMissing):
        send(who, approved.id, NOW, outside)
    assert [one.state for one in outbox(who)] == [S.READY]


def test_where_nobody_knows_it_counts_as_perhaps_sent(
    who: Who, server: ScriptedServer, approved: Note, outside: Outside
) -> None:
    server.answers[DOT] = Odd.SILENCE
    [sent] = send(who, approved.id, NOW, outside).deliveries
    assert sent.state is S.UNKNOWN

    # Neither asking again, nor other words, nor time sends a second one.
    assert send(who, approved.id, NOW, outside).deliveries[0].state is S.UNKNOWN
    assert sync(who, "en", NOW + timedelta(days=9), outside).deliveries == ()
    changed(who, approved)
    with pytest.raises(PerhapsSentBefore):
        send(who, approved.id, NOW, outside)
    assert sum(one == "DATA" for one in server.heard) == 1


def test_changed_words_take_the_place_of_those_that_wait(
    who: Who, server: ScriptedServer, approved: Note, outside: Outside
) -> None:
    server.answers["MAIL"] = "451 later"
    [first] = send(who, approved.id, NOW, outside).deliveries
    changed(who, approved)
    [laid_aside] = sync(who, "en", NOW + timedelta(hours=1), outside).deliveries
    assert (laid_aside.id, laid_aside.state) == (first.id, S.CANCELLED)
    server.answers.clear()

    [second] = send(who, approved.id, NOW, outside).deliveries

    assert {one.id: one.state for one in outbox(who)} == {first.id: S.CANCELLED, second.id: S.HANDED}
    assert [message_from_bytes(one)["Message-ID"] for one in server.accepted] == ["<m2@seguito.test>"]


def test_words_changed_while_they_are_on_their_way_do_not_arrive(
    who: Who, server: ScriptedServer, approved: Note, outside: Outside, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The mark asks for the yes once more."""
    real = sending.mark

    def meanwhile(*words: object) -> bool:
        with atomic():
            revise(who, approved.id, "Grazie", "Altre parole.", NOW)
        return real(*words)  # type: ignore[arg-type]

    monkeypatch.setattr(sending, "mark", meanwhile)

    send(who, approved.id, NOW, outside)

    assert server.accepted == []


def test_a_note_called_back_while_it_is_on_its_way_does_not_arrive(
    who: Who, server: ScriptedServer, approved: Note, outside: Outside, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = sending.mark

    def meanwhile(*words: object) -> bool:
        answer(who, approved.id, Answer.CANCEL, NOW, outside)
        return real(*words)  # type: ignore[arg-type]

    monkeypatch.setattr(sending, "mark", meanwhile)

    assert send(who, approved.id, NOW, outside).deliveries[0].state is S.CANCELLED
    assert server.accepted == []


def test_records_that_are_locked_at_the_mark_send_nothing(
    who: Who, server: ScriptedServer, approved: Note, outside: Outside, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sqlite3

    real = sending.mark

    def locked(*words: object) -> bool:
        connection.cursor().execute("PRAGMA busy_timeout = 50")
        other = sqlite3.connect(home / "seguito.db", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        try:
            return real(*words)  # type: ignore[arg-type]
        finally:
            other.close()

    with monkeypatch.context() as patched:
        patched.setattr(sending, "mark", locked)
        with pytest.raises(FolderBusy):
            send(who, approved.id, NOW, outside)
    assert server.accepted == []

    assert sync(who, "en", NOW, outside).deliveries[0].state is S.HANDED


def test_a_panel_does_not_wait_and_a_crowd_does(who: Who, server: ScriptedServer, outside: Outside, home: Path) -> None:
    set_account(who, Told(pace_seconds=20), home, NOW)
    waits: list[float] = []
    patient = replace(outside, wait=waits.append)
    notes = [
        an_approved_note(who, f"<m{n}@seguito.test>", f"reader{n}@corp.test", name=f"Reader Number{chr(97 + n)}")
        for n in range(BURST + 1)
    ]

    for one in notes:
        send(who, one.id, NOW, patient)

    assert waits[:BURST] == [0.0] * BURST
    assert 0 < waits[BURST] <= 20


def test_sync_stops_at_the_pace_and_at_a_server_that_is_gone(
    who: Who, server: ScriptedServer, outside: Outside
) -> None:
    server.answers["MAIL"] = "451 later"
    for n in range(3):
        one = an_approved_note(who, f"<m{n}@seguito.test>", f"reader{n}@corp.test", name=f"Reader Number{chr(97 + n)}")
        send(who, one.id, NOW, outside)
    server.__exit__()

    tried = sync(who, "en", NOW + timedelta(minutes=1), outside)

    assert [one.attempts for one in tried.deliveries] == [2]  # the others are not worn out against a closed door


def test_another_workspace_sees_nothing(who: Who, server: ScriptedServer, approved: Note, outside: Outside) -> None:
    [sent] = send(who, approved.id, NOW, outside).deliveries
    charlie = Who("01a20f58-0000-7000-8000-000000000000")

    assert outbox(charlie) == ()
    assert account(charlie) is None
    with pytest.raises(NoSuchDelivery):
        answer(charlie, sent.id, Answer.ARRIVED, NOW, outside)


def test_records_put_back_from_a_copy_send_nothing_by_themselves(
    who: Who, server: ScriptedServer, approved: Note, outside: Outside
) -> None:
    server.answers["MAIL"] = "451 later"
    send(who, approved.id, NOW, outside)
    server.answers.clear()

    [asked] = distrust(who, NOW)

    assert asked.state is S.UNKNOWN
    assert sync(who, "en", NOW + timedelta(days=1), outside).deliveries == ()
    assert server.accepted == []


class TestByHand:
    """Without an account."""

    def test_a_file_for_ones_own_program_is_written(
        self, who: Who, approved: Note, outside: Outside, home: Path
    ) -> None:
        [sent] = send(who, approved.id, NOW, outside).deliveries

        assert sent.state is S.UNKNOWN
        path = Path(sent.eml)
        assert path.parent == home / "outbox"
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        mail = message_from_bytes(path.read_bytes())
        assert mail["X-Unsent"] == "1"
        assert mail["To"] == "Giulia Bianchi <giulia@corp.test>"
        assert mail.get_payload(decode=True).decode().replace("\r\n", "\n") == TEXT

    def test_its_author_says_what_came_of_it(self, who: Who, approved: Note, outside: Outside) -> None:
        [sent] = send(who, approved.id, NOW, outside).deliveries

        assert answer(who, sent.id, Answer.ARRIVED, NOW, outside).deliveries[0].state is S.HANDED
        assert note(who, approved.id).state is NoteState.SENT

    def test_an_account_set_up_afterwards_sends_nothing_twice(self, who: Who, approved: Note, outside: Outside) -> None:
        send(who, approved.id, NOW, outside)
        with ScriptedServer() as server:
            an_account(who, server.url)
            assert sync(who, "en", NOW + timedelta(days=1), outside).deliveries == ()
            assert send(who, approved.id, NOW, outside).deliveries[0].state is S.UNKNOWN
            assert server.accepted == []

            assert answer(who, approved.id, Answer.AGAIN, NOW, outside).deliveries[0].state is S.HANDED
            assert len(server.accepted) == 1

    def test_a_file_that_cannot_be_written_is_told(
        self, who: Who, approved: Note, outside: Outside, home: Path
    ) -> None:
        (home / "outbox").write_text("in the way")
        with pytest.raises(FileNotWritten):
            send(who, approved.id, NOW, outside)
        assert [one.state for one in outbox(who)] == [S.RETRY]

        (home / "outbox").unlink()
        assert send(who, approved.id, NOW, outside).deliveries[0].eml


class TestAccount:
    def test_settings_are_kept_and_the_rest_stays(self, who: Who, home: Path) -> None:
        first = Told(
            "Ada Rossi <ada@bücher.example>", "smtps://smtp.example.com", "imaps://imap.example.com", None, "pw"
        )
        stands = set_account(who, first, home, NOW)
        assert stands.account.sender == "Ada Rossi <ada@xn--bcher-kva.example>"
        assert stands.account.user == "ada@xn--bcher-kva.example"
        assert stands.password_in is Place.FILE

        stands = set_account(who, Told(imap_url=""), home, NOW)
        assert (stands.account.smtp_url, stands.account.imap_url) == ("smtps://smtp.example.com", "")
        assert stands.password_in is Place.FILE

    def test_who_i_am_is_filled_in_where_it_is_missing(self, who: Who, home: Path) -> None:
        set_account(who, Told("Ada Rossi <ada@seguito.test>", "smtps://smtp.example.com"), home, NOW)
        set_account(who, Told("Somebody Else <else@seguito.test>"), home, NOW)

        author = me(who)
        assert author is not None
        assert (author.name, author.emails) == ("Ada Rossi", ("ada@seguito.test",))

    @pytest.mark.parametrize(
        ("told", "problem"),
        [
            (Told("Ada <ada@seguito.test>"), NoAccount),
            (Told(smtp_url="smtps://smtp.example.com"), NoAccount),
            (Told("Ada <ada>", "smtps://smtp.example.com"), AddressNotMailable),
            (Told("Ada\r\nBcc: x <ada@seguito.test>", "smtps://smtp.example.com"), HeaderRefused),
            (Told("Ada <ada@seguito.test>", "smtps://smtp.example.com", None, "ada\n"), HeaderRefused),
        ],
    )
    def test_what_cannot_work_changes_nothing(self, who: Who, home: Path, told: Told, problem: type[Exception]) -> None:
        with pytest.raises(problem):
            set_account(who, told, home, NOW)
        assert account(who) is None
        assert me(who) is None

    def test_trying_it_sends_nothing(self, who: Who, server: ScriptedServer, outside: Outside) -> None:
        tried = try_account(who, outside)

        assert tried.smtp is None
        assert not [one for one in server.heard if one.startswith("MAIL")]

    def test_trying_it_with_success_ends_a_pause(
        self, who: Who, server: ScriptedServer, outside: Outside, home: Path, approved: Note
    ) -> None:
        set_account(who, Told(user="ada", password="pw"), home, NOW)
        server.answers["AUTH"] = "535 no"
        send(who, approved.id, NOW, outside)
        assert not try_account(who, outside).let_in

        server.answers.clear()
        assert try_account(who, outside).let_in
        assert the_account(who, home).account.paused_because is None
