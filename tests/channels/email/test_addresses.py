"""Addresses as people type them."""

import pytest
from hypothesis import given, strategies as st

from seguito.channels.email.addresses import AddressNotMailable, Mailbox, mailable, mailbox


@pytest.mark.parametrize(
    ("typed", "taken"),
    [
        ("giulia@corp.it", "giulia@corp.it"),
        (" giulia@corp.it ", "giulia@corp.it"),
        ("Giulia.Bianchi+hr@Corp.IT", "Giulia.Bianchi+hr@corp.it"),
        ("o'brien@corp.ie", "o'brien@corp.ie"),
        ("giulia@bücher.example", "giulia@xn--bcher-kva.example"),
        ("hans@straße.de", "hans@xn--strae-oqa.de"),
        ("a@日本.jp", "a@xn--wgv71a.jp"),
        ("root@localhost", "root@localhost"),
        ('"giulia bianchi"@corp.it', '"giulia bianchi"@corp.it'),
        ("a@r3---sn.example.com", "a@r3---sn.example.com"),
    ],
)
def test_what_can_be_mailed(typed: str, taken: str) -> None:
    assert mailable(typed) == taken


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "giulia",
        "giulia@",
        "@corp.it",
        "giulia@corp",
        "giulia@@corp.it",
        "giulia@corp..it",
        "giulia@-corp.it",
        "giulia@corp.it.",
        "giulia bianchi@corp.it",
        ".giulia@corp.it",
        "giulia..b@corp.it",
        "giulia@1.2.3.4",
        "giulia@[1.2.3.4]",
        "giulià@corp.it",
        "giulia@corp.it, marco@corp.it",
        "giulia@corp.it>",
        "giulia@corp.it\r\nRCPT TO:<all@corp.it>",
        'a"b@corp.it',
        f"{'x' * 65}@corp.it",
        f"x@{'y' * 60}.{'y' * 60}.{'y' * 60}.{'y' * 60}.{'y' * 60}.it",
        "mailto:giulia@corp.it@",
    ],
)
def test_what_cannot(typed: str) -> None:
    with pytest.raises(AddressNotMailable):
        mailable(typed)


@given(st.text(max_size=80))
def test_any_text_is_an_address_in_plain_letters_or_a_problem(typed: str) -> None:
    try:
        address = mailable(typed)
    except AddressNotMailable:
        return
    assert address.isascii()
    assert not set(address) & set("<>\r\n\0")
    assert mailable(address) == address


@pytest.mark.parametrize(
    ("typed", "name", "address"),
    [
        ("Giulia Bianchi <giulia@corp.it>", "Giulia Bianchi", "giulia@corp.it"),
        ('"Bianchi, Giulia" <giulia@corp.it>', "Bianchi, Giulia", "giulia@corp.it"),
        ('"Giulia \\"Giù\\" Bianchi" <giulia@corp.it>', 'Giulia "Giù" Bianchi', "giulia@corp.it"),
        ("Bianchi, Giulia <giulia@corp.it>", "Bianchi, Giulia", "giulia@corp.it"),
        ("<giulia@corp.it>", "", "giulia@corp.it"),
        ("giulia@corp.it", "", "giulia@corp.it"),
        ("  Giulia\t Bianchi<giulia@corp.it>", "Giulia Bianchi", "giulia@corp.it"),
    ],
)
def test_a_name_and_an_address(typed: str, name: str, address: str) -> None:
    assert mailbox(typed) == Mailbox(name, address)


def test_what_is_shown_is_read_back() -> None:
    box = mailbox("Bianchi, Giulia <giulia@corp.it>")

    assert mailbox(str(box)) == box
