"""The words of any mail, or word that it cannot be read: nothing that a stranger writes ends a look at the mailbox."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, strategies as st

from seguito.channels.email.inbox.bodies import Unreadable, failures_of, is_invitation, words_of
from seguito.channels.email.inbox.heads import letter_of

PIECES = st.sampled_from(
    [
        *("Content-Type: ", "multipart/report", "message/rfc822", "message/delivery-status", "text/html", "text/plain"),
        *(
            "; boundary=b",
            "; charset=",
            "; charset*=",
            "*0*=",
            "''",
            "%00",
            "\x00",
            "\xff",
            "utf-8",
            "rot13",
            "idna",
            "zip",
        ),
        *("\r\n", "\r\n\r\n", "--b", "--b--", "Action: failed", "Final-Recipient: rfc822;x", "begin 644 x", " "),
        *("Content-Transfer-Encoding: ", "base64", "x-uuencode", "quoted-printable", "=?utf-8?q?x?=", "=?", "?="),
        *("From: ", "Subject: ", "References: ", "(", '"', "<", ">", ";", ":", ",", "@"),
    ]
)
MAILS = st.lists(PIECES, max_size=40).map(lambda pieces: "".join(pieces).encode("latin-1"))


@given(MAILS | st.binary(max_size=300))
def test_any_bytes_are_read_or_said_to_be_unreadable(raw: bytes) -> None:
    letter_of(raw, datetime(2026, 12, 2, tzinfo=UTC))
    for read in (words_of, failures_of, is_invitation):
        try:
            read(raw)
        except Unreadable:
            continue


@pytest.mark.parametrize("charset", ["punycode", "idna", "unicode_escape", "rot13", "zip", "\x00", "no-such"])
def test_what_is_no_charset_is_read_as_if_nothing_were_said(charset: str) -> None:
    assert words_of(f"Content-Type: text/plain; charset={charset}\r\n\r\nCiao è".encode()) == "Ciao è"
