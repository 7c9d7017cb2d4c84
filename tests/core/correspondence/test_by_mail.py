"""A debrief from the phone (T1.3)."""

from urllib.parse import unquote

from hypothesis import given, strategies as st

from seguito.core.correspondence.by_mail import mail_to_oneself, mark_in, mark_of


def test_the_link_opens_a_mail_with_a_line_for_each_person() -> None:
    mark = mark_of("fjf3vjg74x", "key")
    link = mail_to_oneself("ada+jobs@x.test", "Rossi & Söhne", mark, ["Giulia Bianchi", "Zoë Öz"])
    address, _, fields = link.removeprefix("mailto:").partition("?")
    assert address == "ada%2Bjobs@x.test"
    assert [unquote(field) for field in fields.split("&")] == [
        f"subject=Rossi & Söhne [{mark}]",
        "body=Giulia Bianchi: \r\n\r\nZoë Öz: ",
    ]


@given(st.text(min_size=1), st.text(min_size=1), st.text(), st.text())
def test_a_mark_is_found_in_any_answer_and_is_of_one_interview(one: str, other: str, before: str, key: str) -> None:
    mark = mark_of(one, key)
    assert mark_in(f"{before.replace('[', '')} [{mark.upper()}] x") == mark
    assert (mark_of(other, key) == mark) is (one == other)
