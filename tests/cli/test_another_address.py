"""An address that is corrected after a refusal: the yes to the old one is no yes to the new one."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from seguito.core.nouns import Note
from tests.mail.cast import a_home, an_account, an_approved_note
from tests.mail.scripted import DOT, ScriptedServer
from tests.terminal import Seguito

NOON = "2026-12-02T12:30:00+01:00"


@pytest.fixture
def server() -> Iterator[ScriptedServer]:
    with ScriptedServer() as server:
        yield server


@pytest.fixture
def approved(surroundings: Path, server: ScriptedServer, seguito: Seguito) -> Note:
    """A note that its looks would hold back: its author said yes all the same, and why."""
    who = a_home(surroundings)
    an_account(who, server.url)
    seguito.at(NOON)
    note = an_approved_note(who, "<m1@seguito.test>")
    seguito("edit", note.id, "--subject", "Il vostro lavoro")
    assert seguito("approve", note.id, "--because", "so it is meant").code == 0
    return note


def refused(seguito: Seguito, server: ScriptedServer, note: Note) -> None:
    server.answers["RCPT"] = "550 5.1.1 nobody of that name"
    assert seguito("send", note.id).code == 1
    server.answers.clear()


def test_after_a_refusal_a_second_yes_goes_to_the_corrected_address(
    seguito: Seguito, server: ScriptedServer, approved: Note
) -> None:
    refused(seguito, server, approved)
    assert f"A corrected address needs your yes first: seguito approve {approved.id}" in seguito("outbox").out
    seguito("set", "person", "Giulia", "email=bianchi@corp.test")
    assert seguito("approve", approved.id).code == 0  # the reason that was given holds for the same words

    (sent,) = seguito.json("send", approved.id)["deliveries"]

    assert sent["state"] == "handed"
    (mail,) = server.accepted
    assert b"To: Giulia Bianchi <bianchi@corp.test>" in mail
    assert {one["state"] for one in seguito.json("outbox")["deliveries"]} == {"handed", "refused"}


def test_without_a_second_yes_it_goes_where_the_first_one_said(
    seguito: Seguito, server: ScriptedServer, approved: Note
) -> None:
    refused(seguito, server, approved)
    seguito("set", "person", "Giulia", "email=bianchi@corp.test")
    seguito("send", approved.id)
    assert b"To: Giulia Bianchi <giulia@corp.test>" in server.accepted[0]


@pytest.mark.parametrize("answer", ["250 queued", "what?"])
def test_what_has_gone_or_perhaps_has_keeps_its_yes(
    seguito: Seguito, server: ScriptedServer, approved: Note, answer: str
) -> None:
    server.answers[DOT] = answer
    seguito("send", approved.id)
    before = seguito.json("outbox")["deliveries"]
    seguito("set", "person", "Giulia", "email=bianchi@corp.test")
    assert seguito("approve", approved.id).code == 0
    seguito("send", approved.id)
    now = seguito.json("outbox")["deliveries"]
    assert [(one["message_id"], one["state"]) for one in now] == [(one["message_id"], one["state"]) for one in before]
    assert len(server.accepted) == len(before)


def test_saying_yes_twice_to_the_same_address_is_one_yes(
    seguito: Seguito, server: ScriptedServer, approved: Note
) -> None:
    refused(seguito, server, approved)
    for _ in range(2):
        seguito("approve", approved.id)
    seguito("send", approved.id)
    assert len(seguito.json("outbox")["deliveries"]) == 1


def test_a_file_is_told_of_first_and_asked_about_afterwards(surroundings: Path, seguito: Seguito) -> None:
    note = an_approved_note(a_home(surroundings), "<m1@seguito.test>")
    first, second, third = seguito.at(NOON)("send", note.id).out.splitlines()
    assert first.endswith("the note lies in a file for your own mail program")
    assert ".eml and send it from there." in second
    assert "Then say so: seguito outbox" in third
