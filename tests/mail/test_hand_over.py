"""One message handed over to a real server."""

from datetime import UTC, datetime
from email import message_from_bytes, policy

import pytest

from seguito.channels.email.account import Login, smtp_server
from seguito.channels.email.compose import compose, outgoing
from seguito.channels.email.smtp import Envelope, Line
from seguito.core.outbox import HandedOver
from tests.mail.stack import PASSWORD, MailServers

pytestmark = pytest.mark.mail
TEXT = "Gentile dottoressa,\n\n.una riga che comincia con un punto\n\nperché sì — grazie\n"


def a_message(number: int, to: str) -> tuple[bytes, Envelope]:
    words = outgoing(f"Ada Rossi <ada{number}@seguito.test>", [to], "Grazie", TEXT, f"<m{number}@seguito.test>")
    return (
        compose(words, f"d{number}", datetime(2026, 12, 2, 11, 30, tzinfo=UTC)),
        Envelope(words.sender.address, tuple(one.address for one in words.recipients), f"d{number}"),
    )


@pytest.mark.parametrize("way", ["smtps", "smtp_starttls", "smtp_plain"])
def test_a_message_arrives_word_for_word(mail_servers: MailServers, number: int, way: str) -> None:
    message, envelope = a_message(number, f"Giulia <giulia{number}@corp.test>")
    login = Login(f"ada{number}@seguito.test", PASSWORD)

    with Line(smtp_server(getattr(mail_servers, way)), login) as line:
        outcome = line.hand_over(message, envelope, lambda: True)

    assert isinstance(outcome, HandedOver)
    mail_servers.wait_until_quiet()
    [arrived] = mail_servers.mails(f"giulia{number}@corp.test")
    parsed = message_from_bytes(arrived, policy=policy.default)
    assert parsed.get_body().get_content().replace("\r\n", "\n") == TEXT
    assert arrived.replace(b"\r\n", b"\n").endswith(message.replace(b"\r\n", b"\n"))
