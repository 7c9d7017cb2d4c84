"""Handing over to servers that say no, say nothing, or break off: what each means, and how many copies there are."""

import base64
import ssl
import subprocess
import time
from pathlib import Path

import pytest

from seguito.channels.email.account import Login, Privacy, Server, smtp_server
from seguito.channels.email.smtp import Envelope, Line, Patience
from seguito.core.outbox import Fenced, HandedOver, LoginRefused, Outcome, Refused, RetryLater, Unanswered
from tests.mail.scripted import BANNER, DOT, IN_THE_WORDS, Odd, ScriptedServer

MESSAGE = b"From: ada@seguito.test\r\nSubject: x\r\n\r\n.a dot\r\n..\r\nwords\r\n"
ENVELOPE = Envelope("ada@seguito.test", ("giulia@corp.test",), "d1")
LOGIN = Login("ada", "pàss wörd")
QUICK = Patience(answer=0.5, after_dot=0.5, mark_to_dot=5)


def yes() -> bool:
    return True


def handed_to(server: ScriptedServer, mark=yes, login: Login | None = LOGIN, patience: Patience = QUICK) -> Outcome:
    with Line(smtp_server(server.url), login, patience) as line:
        return line.hand_over(MESSAGE, ENVELOPE, mark)


def test_what_is_taken_is_taken_word_for_word() -> None:
    with ScriptedServer() as server:
        outcome = handed_to(server)

    assert outcome == HandedOver("250 queued")
    assert [one.replace(b"\r\n..", b"\r\n.") for one in server.accepted] == [MESSAGE]


BEFORE_THE_MARK = [BANNER, "EHLO", "AUTH", "MAIL", "RCPT", "DATA"]


@pytest.mark.parametrize("verb", [*BEFORE_THE_MARK, DOT])
def test_a_no_for_now_is_tried_again(verb: str) -> None:
    with ScriptedServer({verb: "451 4.3.0 later"}) as server:
        outcome = handed_to(server)

    assert isinstance(outcome, RetryLater)
    assert "later" in outcome.why.values["reply"]
    assert server.accepted == []


@pytest.mark.parametrize("verb", ["MAIL", "RCPT", "DATA", DOT])
def test_a_no_for_good_is_a_refusal(verb: str) -> None:
    with ScriptedServer({verb: "550 5.1.1 no such mailbox"}) as server:
        outcome = handed_to(server)

    assert isinstance(outcome, Refused)
    assert outcome.why.values["reply"] == "550 5.1.1 no such mailbox"
    assert server.accepted == []


@pytest.mark.parametrize("verb", [BANNER, "EHLO"])
def test_a_server_that_is_out_of_order_refuses_no_note(verb: str) -> None:
    """A 5xx before the note was even named is about the server."""
    with ScriptedServer({verb: "554 no service here"}) as server:
        assert isinstance(handed_to(server), RetryLater)


@pytest.mark.parametrize(
    ("verb", "reply"),
    [
        ("AUTH", "535 5.7.8 bad credentials"),
        ("MAIL", "530 5.7.0 authentication required"),
        ("AUTH", "534 5.7.9 app password"),
    ],
)
def test_a_refused_log_in_is_about_the_account(verb: str, reply: str) -> None:
    with ScriptedServer({verb: reply}) as server:
        outcome = handed_to(server)

    assert isinstance(outcome, LoginRefused)
    assert LOGIN.password not in repr(outcome)
    assert server.accepted == []


@pytest.mark.parametrize("odd", list(Odd))
@pytest.mark.parametrize("verb", BEFORE_THE_MARK)
def test_before_the_mark_silence_and_a_broken_line_are_tried_again(verb: str, odd: Odd) -> None:
    marks: list[bool] = []
    with ScriptedServer({verb: odd}) as server:
        outcome = handed_to(server, mark=lambda: not marks.append(True))

    assert isinstance(outcome, RetryLater)
    assert marks == []
    assert server.accepted == []


@pytest.mark.parametrize("odd", list(Odd))
def test_after_the_dot_nobody_knows(odd: Odd) -> None:
    with ScriptedServer({DOT: odd}) as server:
        assert isinstance(handed_to(server), Unanswered)


@pytest.mark.parametrize("reply", ["", "what?", "299", "1", "354 more?", "25", "2500 x" * 2000, "550-never ends"])
def test_only_an_answer_that_can_be_read_counts(reply: str) -> None:
    """Too long, cut short, or no number: not even smtplib's own “500” for it is the server's no."""
    with ScriptedServer({DOT: reply}) as server:
        outcome = handed_to(server)

    assert isinstance(outcome, HandedOver if reply in ("299",) else Unanswered)


def test_a_server_that_breaks_off_in_the_words_has_taken_nothing() -> None:
    """Looked at once more, without waiting, after the mark: what was said before the dot is a proven no."""

    def slowly() -> bool:
        time.sleep(0.2)
        return True

    with ScriptedServer({IN_THE_WORDS: "552 5.3.4 too big"}) as server:
        outcome = handed_to(server, mark=slowly)

    assert isinstance(outcome, Refused)
    assert "552" in outcome.why.values["reply"]
    assert server.accepted == []


def test_a_server_that_hangs_up_in_the_words_has_taken_nothing() -> None:
    with ScriptedServer({IN_THE_WORDS: Odd.HANG_UP}) as server:
        outcome = handed_to(server, mark=lambda: time.sleep(0.2) is None)

    assert isinstance(outcome, RetryLater)


def test_whoever_was_overtaken_sends_no_dot() -> None:
    with ScriptedServer() as server:
        assert handed_to(server, mark=lambda: False) == Fenced()
        time.sleep(0.05)

    assert server.accepted == []
    assert "QUIT" not in server.heard


def test_a_mark_that_fails_sends_no_dot() -> None:
    def full() -> bool:
        raise OSError("disk full")

    with ScriptedServer() as server:
        with pytest.raises(OSError, match="disk full"):
            handed_to(server, mark=full)
        time.sleep(0.05)

    assert server.accepted == []


def test_a_machine_that_slept_after_the_mark_sends_no_dot() -> None:
    with ScriptedServer() as server:
        outcome = handed_to(server, mark=lambda: time.sleep(0.1) is None, patience=Patience(1, 1, mark_to_dot=0.05))
        time.sleep(0.05)

    assert isinstance(outcome, RetryLater)
    assert server.accepted == []


def test_all_get_it_or_nobody() -> None:
    two = Envelope("ada@seguito.test", ("giulia@corp.test", "gone@corp.test"), "d1")
    with ScriptedServer({"RCPT": "550 no such mailbox"}) as server, Line(smtp_server(server.url), None, QUICK) as line:
        outcome = line.hand_over(MESSAGE, two, yes)

    assert isinstance(outcome, Refused)
    assert server.accepted == []
    assert "DATA" not in server.heard


def test_one_line_serves_several_messages() -> None:
    with ScriptedServer() as server, Line(smtp_server(server.url), LOGIN, QUICK) as line:
        outcomes = [line.hand_over(MESSAGE, ENVELOPE, yes) for _ in range(3)]

    assert [type(one) for one in outcomes] == [HandedOver] * 3
    assert sum(one.startswith("EHLO") for one in server.heard) == 1


def test_a_line_that_idled_too_long_is_opened_again() -> None:
    with ScriptedServer() as server, Line(smtp_server(server.url), LOGIN, QUICK) as line:
        line.hand_over(MESSAGE, ENVELOPE, yes)
        server.answers["NOOP"] = Odd.HANG_UP
        assert isinstance(line.hand_over(MESSAGE, ENVELOPE, yes), HandedOver)

    assert sum(one.startswith("EHLO") for one in server.heard) == 2


def test_after_a_refusal_the_next_message_goes() -> None:
    with ScriptedServer({"RCPT": "550 no"}) as server, Line(smtp_server(server.url), LOGIN, QUICK) as line:
        assert isinstance(line.hand_over(MESSAGE, ENVELOPE, yes), Refused)
        server.answers.clear()
        assert isinstance(line.hand_over(MESSAGE, ENVELOPE, yes), HandedOver)


def test_a_bounce_will_name_the_delivery() -> None:
    with ScriptedServer({"EHLO": "250-scripted\r\n250-DSN\r\n250 AUTH PLAIN"}) as server:
        handed_to(server)

    assert "MAIL FROM:<ada@seguito.test> RET=HDRS ENVID=d1" in server.heard
    assert "RCPT TO:<giulia@corp.test> NOTIFY=FAILURE,DELAY" in server.heard


def test_this_machine_does_not_tell_its_name() -> None:
    with ScriptedServer() as server:
        handed_to(server)

    assert server.heard[0] == "EHLO [127.0.0.1]"


def test_an_accent_in_the_password_is_no_hindrance() -> None:
    with ScriptedServer() as server:
        handed_to(server)

    [said] = [one for one in server.heard if one.startswith("AUTH PLAIN")]
    assert base64.b64decode(said.split()[2]).decode() == f"\0{LOGIN.user}\0{LOGIN.password}"


def test_the_older_log_in_is_known_too() -> None:
    with ScriptedServer({"EHLO": "250-x\r\n250 AUTH LOGIN", "AUTH": "535 no"}) as server:
        assert isinstance(handed_to(server), LoginRefused)

    assert "AUTH LOGIN" in server.heard


def test_a_log_in_that_is_not_known_here_is_told() -> None:
    with ScriptedServer({"EHLO": "250-x\r\n250 AUTH GSSAPI"}) as server:
        outcome = handed_to(server)

    assert isinstance(outcome, LoginRefused)
    assert outcome.why.values["ways"] == "GSSAPI"


def test_a_server_that_asks_nobody_to_log_in_takes_mail() -> None:
    with ScriptedServer({"EHLO": "250 scripted"}) as server:
        assert isinstance(handed_to(server), HandedOver)


def test_nothing_listens_there() -> None:
    with ScriptedServer() as server:
        gone = Server("127.0.0.1", server.port, Privacy.LOOPBACK)
    with Line(gone, None, QUICK) as line:
        outcome = line.hand_over(MESSAGE, ENVELOPE, yes)

    assert isinstance(outcome, RetryLater)
    assert not line.reached


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """One that only its own clients trust, for `localhost`."""
    folder = tmp_path_factory.mktemp("ca")
    words = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=localhost".split()
    names = ["-addext", "subjectAltName=DNS:localhost", "-keyout", "key.pem", "-out", "cert.pem"]
    subprocess.run(["openssl", *words, *names], cwd=folder, check=True, capture_output=True)
    return folder / "cert.pem", folder / "key.pem"


def tls_of(certificate: tuple[Path, Path]) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*certificate)
    return context


def test_over_tls_the_last_look_waits_for_nothing_and_sees_the_end(
    certificate: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A session's tickets are no answer; an early no is one."""
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate[0]))
    with ScriptedServer(tls=tls_of(certificate)) as server:
        assert isinstance(handed_to(server), HandedOver)
    with ScriptedServer({IN_THE_WORDS: "552 too big"}, tls=tls_of(certificate)) as server:
        assert isinstance(handed_to(server, mark=lambda: time.sleep(0.2) is None), Refused)
    with ScriptedServer({IN_THE_WORDS: Odd.HANG_UP}, tls=tls_of(certificate)) as server:
        assert isinstance(handed_to(server, mark=lambda: time.sleep(0.2) is None), RetryLater)


def test_a_certificate_that_nobody_vouches_for_is_not_spoken_to(certificate: tuple[Path, Path]) -> None:
    with ScriptedServer(tls=tls_of(certificate)) as server:
        outcome = handed_to(server)

    assert isinstance(outcome, RetryLater)
    assert "certificate" in outcome.why.message
    assert server.heard == []


def test_a_certificate_for_another_name_is_not_spoken_to(
    certificate: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate[0]))
    with (
        ScriptedServer(tls=tls_of(certificate)) as server,
        Line(Server("127.0.0.1", server.port, Privacy.TLS), LOGIN, QUICK) as line,
    ):
        outcome = line.hand_over(MESSAGE, ENVELOPE, yes)

    assert isinstance(outcome, RetryLater)
    assert "certificate" in outcome.why.message
    assert server.heard == []


def test_where_encryption_was_taken_out_of_the_offer_nothing_is_said() -> None:
    with ScriptedServer() as server, Line(Server("127.0.0.1", server.port, Privacy.STARTTLS), LOGIN, QUICK) as line:
        outcome = line.hand_over(MESSAGE, ENVELOPE, yes)

    assert isinstance(outcome, RetryLater)
    assert not [one for one in server.heard if one.startswith(("AUTH", "MAIL"))]
