"""Where servers are, and how private the line to them must be."""

import ssl

import pytest

from seguito.channels.email.account import (
    Login,
    Privacy,
    Server,
    ServerUrlWrong,
    imap_server,
    private_line,
    smtp_server,
)


@pytest.mark.parametrize(
    ("url", "server"),
    [
        ("smtps://smtp.example.com:465", Server("smtp.example.com", 465, Privacy.TLS)),
        ("smtps://smtp.example.com", Server("smtp.example.com", 465, Privacy.TLS)),
        ("SMTPS://SMTP.example.com:4650/", Server("smtp.example.com", 4650, Privacy.TLS)),
        ("smtp+starttls://smtp.example.com:587", Server("smtp.example.com", 587, Privacy.STARTTLS)),
        ("smtp+starttls://smtp.example.com", Server("smtp.example.com", 587, Privacy.STARTTLS)),
        ("smtps://posta.città.example", Server("posta.xn--citt-3na.example", 465, Privacy.TLS)),
        ("smtps://[2001:db8::1]:465", Server("2001:db8::1", 465, Privacy.TLS)),
        ("smtp://127.0.0.1:2525", Server("127.0.0.1", 2525, Privacy.LOOPBACK)),
        ("smtp://127.9.9.9:2525", Server("127.9.9.9", 2525, Privacy.LOOPBACK)),
        ("smtp://[::1]:2525", Server("::1", 2525, Privacy.LOOPBACK)),
        (" smtp://localhost:2525 ", Server("localhost", 2525, Privacy.LOOPBACK)),
    ],
)
def test_a_url_names_a_server(url: str, server: Server) -> None:
    assert smtp_server(url) == server


@pytest.mark.parametrize(
    "url",
    [
        "",
        "smtp.example.com:465",
        "https://smtp.example.com",
        "imaps://smtp.example.com",
        "smtps://",
        "smtps://:465",
        "smtps://smtp.example.com:0",
        "smtps://smtp.example.com:99999",
        "smtps://smtp.example.com:port",
        "smtps://smtp.example.com/path",
        "smtps://smtp.example.com?x=1",
        "smtps://smtp..example.com",
        "smtps://smtp example.com",
        "smtps://[::1",
        "smtp://smtp.example.com:25",
        "smtp://10.0.0.1:25",
        "smtp://localhost.example.com:25",
        "smtp://127.0.0.1.example.com:25",
        "smtp://0.0.0.0:25",
    ],
)
def test_a_url_that_names_none_is_refused(url: str) -> None:
    with pytest.raises(ServerUrlWrong):
        smtp_server(url)


def test_a_password_in_a_url_is_not_taken_and_not_repeated() -> None:
    with pytest.raises(ServerUrlWrong) as told:
        smtp_server("smtps://ada:s3cret@smtp.example.com")

    assert "s3cret" not in str(told.value) + repr(told.value.values)


def test_a_mailbox_has_urls_of_its_own() -> None:
    assert imap_server("imaps://imap.example.com") == Server("imap.example.com", 993, Privacy.TLS)
    assert imap_server("imap://127.0.0.1:1143").privacy is Privacy.LOOPBACK
    for url in ("imap://imap.example.com", "smtps://imap.example.com"):
        with pytest.raises(ServerUrlWrong):
            imap_server(url)


def test_a_certificate_is_always_verified() -> None:
    context = private_line()

    assert context.verify_mode is ssl.CERT_REQUIRED
    assert context.check_hostname


def test_a_password_is_not_shown() -> None:
    assert "s3cret" not in repr(Login("ada", "s3cret"))
