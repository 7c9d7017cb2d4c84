"""Mozilla's form of an account's servers: read for what it says of private lines, and for nothing else."""

import pytest
from hypothesis import given, strategies as st

from seguito.channels.email.account import imap_server, smtp_server
from seguito.channels.email.finding.config_file import LARGEST, ConfigFileWrong, read_config
from seguito.channels.email.finding.found import Found, Source, guesses, is_within
from seguito.reference.mail import house_that_takes_mail, mail_house

ADA = "ada.rossi@fontana.example"


def server(kind: str, host: str, port: object, socket: str = "SSL", user: str = "%EMAILADDRESS%") -> str:
    where = "outgoing" if kind == "smtp" else "incoming"
    return (
        f'<{where}Server type="{kind}"><hostname>{host}</hostname><port>{port}</port><socketType>{socket}</socketType>'
        f"<authentication>password-cleartext</authentication><username>{user}</username></{where}Server>"
    )


def config(*servers: str, head: str = '<?xml version="1.0" encoding="UTF-8"?>') -> bytes:
    inside = "".join(servers)
    text = (
        f'{head}<clientConfig version="1.1"><emailProvider id="fontana.example"><domain>fontana.example</domain>'
        f"<displayName>Posta dell’Agenzia</displayName>{inside}</emailProvider></clientConfig>"
    )
    return text.encode()


def read(data: bytes, address: str = ADA) -> Found:
    return read_config(data, address, Source.FILE, "c.xml")


def test_the_first_of_each_kind_comes_first_and_pop_is_left_out() -> None:
    found = read(
        config(
            server("pop3", "pop.fontana.example", 995),
            server("imap", "imap.fontana.example", 993),
            server("imap", "imap.fontana.example", 143, "STARTTLS"),
            server("smtp", "smtp.fontana.example", 465),
            server("smtp", "smtp.fontana.example", 587, "STARTTLS"),
        )
    )
    assert found.imap == ("imaps://imap.fontana.example:993",)
    assert found.smtp == ("smtps://smtp.fontana.example:465", "smtp+starttls://smtp.fontana.example:587")
    assert (found.name, found.user, found.doubtful) == ("Posta dell’Agenzia", ADA, False)


@pytest.mark.parametrize(
    ("user", "filled"),
    [
        ("%EMAILADDRESS%", ADA),
        ("%EMAILLOCALPART%", "ada.rossi"),
        ("%EMAILLOCALPART%@%EMAILDOMAIN%", ADA),
        ("fontana\\%EMAILLOCALPART%", "fontana\\ada.rossi"),
        ("", ADA),
    ],
)
def test_the_places_of_the_form_are_filled(user: str, filled: str) -> None:
    found = read(config(server("smtp", "smtp.%EMAILDOMAIN%", 465, user=user)))
    assert (found.user, found.smtp) == (filled, ("smtps://smtp.fontana.example:465",))


def test_a_line_in_the_clear_is_never_taken() -> None:
    with pytest.raises(ConfigFileWrong):
        read(config(server("smtp", "smtp.fontana.example", 25, "plain"), server("imap", "i.example", 143, "plain")))
    found = read(config(server("smtp", "s.example", 465), server("imap", "i.example", 143, "plain")))
    assert found.imap == ()


@pytest.mark.parametrize(
    "head",
    [
        "<!DOCTYPE clientConfig>",
        '<!DOCTYPE c [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>',
        '<!DOCTYPE c [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE c SYSTEM "http://evil.example/x.dtd">',
    ],
)
def test_a_document_type_ends_the_reading(head: str) -> None:
    with pytest.raises(ConfigFileWrong, match="a document type"):
        read(config(server("smtp", "smtp.fontana.example", 465), head=head))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<html><body>Not found</body></html>",
        b"<clientConfig/>",
        b"\xff\xfe\x00",
        config(server("smtp", "", 465)),
        config(server("smtp", "evil.example/x", 465)),
        config(server("smtp", "user:pw@evil.example", 465)),
        config(server("smtp", "smtp.fontana.example", "many")),
        config(server("smtp", "smtp.fontana.example", 465))[:-3],
        b"<a>" * 5000,
        b"<clientConfig>" + b" " * LARGEST,
    ],
)
def test_what_names_no_server_is_refused(data: bytes) -> None:
    with pytest.raises(ConfigFileWrong):
        read(data)


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with pytest.raises(ConfigFileWrong):
        read(data)


@given(st.text(max_size=40), st.text(max_size=10), st.sampled_from(["SSL", "STARTTLS", "plain", ""]))
def test_whatever_is_read_has_a_private_line(host: str, port: str, socket: str) -> None:
    from xml.sax.saxutils import escape

    try:
        found = read(config(server("smtp", escape(host), escape(port), socket)))
    except ConfigFileWrong:
        return
    assert all(smtp_server(url).privacy in ("tls", "starttls") for url in found.smtp)


def test_guesses_have_tls_and_lie_within_the_domain() -> None:
    found = guesses("fontana.example", ADA)
    assert {smtp_server(url).privacy for url in found.smtp} == {"tls", "starttls"}
    assert {imap_server(url).privacy for url in found.imap} == {"tls"}
    assert all(is_within(url, "fontana.example") for url in (*found.smtp, *found.imap))


@pytest.mark.parametrize(
    ("url", "inside"),
    [
        ("smtps://fontana.example:465", True),
        ("smtps://mx.posta.Fontana.example:465", True),
        ("smtps://evilfontana.example:465", False),
        ("smtps://fontana.example.evil.example:465", False),
    ],
)
def test_a_name_lies_within_a_domain_by_whole_labels(url: str, inside: bool) -> None:
    assert is_within(url, "fontana.example") is inside


@pytest.mark.parametrize(
    ("server_name", "house"),
    [
        ("aspmx.l.google.com.", "Gmail"),
        ("alt2.ASPMX.l.google.com", "Gmail"),
        ("smtp.google.com", "Gmail"),
        ("fontana-example.mail.protection.outlook.com", "Microsoft 365"),
        ("fontana-example.a-v1.mx.microsoft", "Microsoft 365"),
        ("in1-smtp.messagingengine.com", "Fastmail"),
        ("evilaspmx.l.google.com.evil.example", None),
        ("notmessagingengine.com", None),
    ],
)
def test_who_takes_a_domains_mail_names_its_house(server_name: str, house: str | None) -> None:
    found = house_that_takes_mail(server_name)
    assert (found.name if found else None) == house


def test_microsofts_private_mailboxes_take_no_password() -> None:
    found = mail_house("ada@hotmail.it")
    assert found is not None
    assert (found.oauth, found.no_password, found.is_guess) == ("microsoft", True, False)
