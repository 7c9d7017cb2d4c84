"""`account`, `send`, `sync`, `outbox` as they are typed."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from seguito.core.nouns import Note
from tests.mail.cast import a_home, an_approved_note
from tests.mail.scripted import DOT, ScriptedServer
from tests.terminal import Seguito

NOON = "2026-12-02T12:30:00+01:00"
FROM = "Ada Rossi <ada@seguito.test>"


@pytest.fixture
def approved(surroundings: Path) -> Note:
    return an_approved_note(a_home(surroundings), "<m1@seguito.test>")


@pytest.fixture
def server() -> Iterator[ScriptedServer]:
    with ScriptedServer() as server:
        yield server


def test_from_an_account_to_a_sent_note(seguito: Seguito, server: ScriptedServer, approved: Note) -> None:
    seguito.at(NOON)
    set_up = seguito.json(
        *("account", "set", "--from", FROM, "--smtp", server.url, "--user", "ada", "--password-stdin"), typed="s3cret\n"
    )
    assert set_up["account"]["password_in"] == "file"
    assert "s3cret" not in str(set_up)
    assert seguito.json("account", "test") == {"smtp": {"ok": True, "message": None}, "imap": None}

    [sent] = seguito.json("send", approved.id)["deliveries"]
    assert (sent["note"], sent["state"], sent["attempts"]) == (approved.id, "handed", 1)
    assert sent["to"]["name"] == "Giulia Bianchi"
    assert (sent["message_id"], sent["last_error"], sent["eml"]) == ("<m1@seguito.test>", None, None)

    assert seguito.json("send", "Giulia")["deliveries"] == [sent]
    assert seguito.json("outbox")["deliveries"] == [sent]
    assert seguito.json("sync")["deliveries"] == []
    assert len(server.accepted) == 1


@pytest.mark.parametrize(("reply", "state", "code"), [("550 5.1.1 nobody", "refused", 1), ("450 later", "retry", 3)])
def test_an_exit_code_tells_how_it_stands(
    seguito: Seguito, server: ScriptedServer, approved: Note, reply: str, state: str, code: int
) -> None:
    seguito("account", "set", "--from", FROM, "--smtp", server.url)
    server.answers["RCPT"] = reply

    told = seguito("send", approved.id, "--json")

    assert told.code == code
    [sent] = told.json["deliveries"]
    assert sent["state"] == state
    assert reply in sent["last_error"]


def test_without_an_account_a_file_is_written_and_its_author_is_asked(seguito: Seguito, approved: Note) -> None:
    told = seguito("send", approved.id, "--json")

    assert told.code == 1
    [sent] = told.json["deliveries"]
    assert sent["state"] == "unknown"
    assert Path(sent["eml"]).read_text().startswith("X-Unsent: 1\n")
    assert seguito("outbox").out.count(f"seguito outbox {sent['id']} --arrived") == 1

    [said] = seguito.json("outbox", sent["id"], "--arrived")["deliveries"]
    assert said["state"] == "handed"


def test_again_is_refused_while_the_server_may_still_have_it(
    seguito: Seguito, server: ScriptedServer, approved: Note
) -> None:
    seguito("account", "set", "--from", FROM, "--smtp", server.url)
    server.answers[DOT] = "what?"
    seguito.at(NOON)("send", approved.id)
    server.answers.clear()
    [asked] = seguito.json("outbox")["deliveries"]
    assert asked["again_from"] == "2026-12-02T12:45:00+01:00"

    soon = seguito.at("2026-12-02T12:44:00+01:00")("outbox", asked["id"], "--again", "--json")
    assert (soon.code, soon.json["error"]["code"]) == (1, "again-too-soon")
    later = seguito.at("2026-12-02T12:45:00+01:00").json("outbox", asked["id"], "--again")
    assert later["deliveries"][0]["state"] == "handed"


def test_a_delivery_is_called_back(seguito: Seguito, server: ScriptedServer, approved: Note) -> None:
    seguito("account", "set", "--from", FROM, "--smtp", server.url)
    server.answers["MAIL"] = "450 later"
    seguito("send", approved.id)

    [called] = seguito.json("outbox", "Giulia", "--cancel")["deliveries"]

    assert called["state"] == "cancelled"


@pytest.mark.parametrize(
    ("words", "code", "problem"),
    [
        (["send", "nobody"], 2, "no-such-note"),
        (["outbox", "zzz", "--arrived"], 2, "no-such-delivery"),
        (["outbox", "--arrived"], 2, "answer-without-delivery"),
        (["outbox", "zzz"], 2, "answer-without-delivery"),
        (["account"], 2, "no-account"),
        (["account", "test"], 2, "no-account"),
        (["account", "set", "--from", FROM, "--smtp", "smtp://smtp.example.com:25"], 2, "server-url-wrong"),
        (["account", "set", "--from", "Ada <ada>", "--smtp", "smtps://smtp.example.com"], 2, "address-not-mailable"),
        (["account", "set", "--from", "A\nBcc: b <a@b.it>", "--smtp", "smtps://c.it"], 2, "header-refused"),
        (["account", "set", "--pace", "-1"], 2, "bad-value"),
        (["account", "--pace", "5"], 2, "settings-without-set"),
    ],
)
def test_what_is_wrong_is_told(seguito: Seguito, words: list[str], code: int, problem: str) -> None:
    told = seguito(*words, "--json")

    assert (told.code, told.json["error"]["code"]) == (code, problem)
    assert "{" not in told.json["error"]["message"]


def test_a_password_that_did_not_come_changes_nothing(seguito: Seguito) -> None:
    words = ("account", "set", "--from", FROM, "--smtp", "smtps://smtp.example.com", "--password-stdin", "--json")

    assert seguito(*words, typed="").json["error"]["code"] == "no-password"
    assert seguito("account", "--json").json["error"]["code"] == "no-account"


def test_a_person_reads_where_things_stand(seguito: Seguito, server: ScriptedServer, approved: Note) -> None:
    assert "Nothing has been sent yet" in seguito("outbox").out
    assert "lets you in" not in seguito("account", "set", "--from", FROM, "--smtp", server.url).out
    assert "lets you in" in seguito("account", "test").out
    assert "Giulia Bianchi: sent" in seguito("send", approved.id).out
    assert "Nothing was waiting, and nothing has come." in seguito("sync").out


def test_what_waits_for_another_try_is_told_and_an_answer_may_be_given_twice(
    seguito: Seguito, server: ScriptedServer, approved: Note
) -> None:
    seguito.at(NOON)
    seguito("account", "set", "--from", FROM, "--smtp", server.url)
    server.answers["RCPT"] = "450 later"
    seguito("send", approved.id)

    told = seguito("sync").out
    assert "Nothing was due yet." in told
    assert "Giulia Bianchi: not sent yet; tried again from" in told

    for _ in range(2):
        [called_back] = seguito.json("outbox", "Giulia", "--cancel")["deliveries"]
        assert called_back["state"] == "cancelled"
    refused = seguito("outbox", "Giulia", "--arrived").err
    assert "The note to Giulia Bianchi was called back, so there is nothing to say “arrived” to." in refused


def test_a_server_that_is_not_there(seguito: Seguito, server: ScriptedServer) -> None:
    seguito("account", "set", "--from", FROM, "--smtp", server.url)
    server.__exit__()

    told = seguito("account", "test", "--json")

    assert told.code == 3
    assert told.json["smtp"]["ok"] is False
