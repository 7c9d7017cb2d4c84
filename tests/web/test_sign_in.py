"""Permission in the place of a password, from the page: out to the provider, and back with its `state`."""

from collections.abc import Iterator
from urllib.parse import parse_qsl, urlencode, urlsplit

import pytest
from django.http import HttpResponse
from django.test import Client

from seguito.actions.account import Told, set_account, the_account
from seguito.channels.email.secrets import Place
from seguito.web.desk import Desk
from tests.mail.house import CLIENT, SECRET, House, a_house
from tests.web.conftest import NOW
from tests.web.visitor import Visitor

ADA = "Ada Rossi <ada@seguito.test>"


@pytest.fixture
def house(desk: Desk) -> Iterator[House]:
    with a_house() as house:
        row = house.row + 'smtp = "smtp://127.0.0.1:9"\nimap = "imap://127.0.0.1:9"\n'
        (desk.home / "oauth.toml").write_text(row, "utf-8")
        yield house


def asked(visitor: Visitor, **typed: str) -> dict[str, str]:
    """The words of the question that the page leads to."""
    visitor.go("/settings")
    told = {"oauth": "own", "sender": ADA, "client": CLIENT, "secret": SECRET, **typed}
    page = visitor.press("Ask for permission", **told)
    return dict(parse_qsl(urlsplit(page.link("Go on to")).query))


def returns(where: str, host: str = "127.0.0.1:8000") -> HttpResponse:
    """The browser as it comes from another site: without our cookie."""
    answer = Client(headers={"host": host, "sec-fetch-site": "cross-site"}).get(where)
    if answer.status_code == 302:
        parts = urlsplit(answer.headers["Location"])
        assert parts.netloc == "127.0.0.1:8000"
        answer = Client(headers={"host": parts.netloc, "sec-fetch-site": "cross-site"}).get(
            f"{parts.path}?{parts.query}"
        )
    return answer  # type: ignore[return-value]


def test_the_provider_asks_and_brings_the_answer_back(desk: Desk, visitor: Visitor, house: House) -> None:
    words = asked(visitor)
    assert words["redirect_uri"] == "http://127.0.0.1:8000"
    back = urlsplit(house.asked(words))
    answer = returns(f"/?{back.query}")
    text = answer.content.decode()
    assert answer.status_code == 200
    assert "The permission is here." in text
    assert "nothing listens at 127.0.0.1:9" in text  # it was tried at once
    assert '"/settings#mail"' in text
    stands = the_account(desk.who, desk.home)
    assert (stands.account.user, stands.password_in) == ("ada@seguito.test", Place.FILE)
    assert "no password is kept" in visitor.go("/settings").text


def test_microsofts_name_for_this_machine_leads_to_the_same_page(visitor: Visitor, house: House) -> None:
    back = urlsplit(house.asked(asked(visitor)))
    assert "The permission is here." in returns(f"/?{back.query}", host="localhost:8000").content.decode()


@pytest.mark.parametrize("state", ["", "x", "é"])
def test_an_answer_that_nobody_asked_for_is_not_let_in(visitor: Visitor, house: House, state: str) -> None:
    forged = urlencode({"code": "mallory", "state": state})
    assert returns(f"/?{forged}").status_code == 403
    asked(visitor)
    assert returns(f"/?{forged}").status_code == 403
    assert returns(f"/came-back?{forged}").status_code == 403
    assert house.forms == []


def test_an_answer_counts_once(visitor: Visitor, house: House) -> None:
    back = urlsplit(house.asked(asked(visitor)))
    assert returns(f"/?{back.query}").status_code == 200
    assert returns(f"/?{back.query}").status_code == 403
    assert len(house.forms) == 1


def test_a_no_is_told_and_may_be_asked_again(desk: Desk, visitor: Visitor, house: House) -> None:
    house.denies = "access_denied"
    answer = returns(f"/?{urlsplit(house.asked(asked(visitor))).query}")
    assert answer.status_code == 409
    assert "access_denied Ada said no. Truly" in answer.content.decode()
    house.denies = ""
    visitor.go("/settings")
    page = visitor.press("Ask again")
    words = dict(parse_qsl(urlsplit(page.link("Go on to")).query))
    assert returns(f"/?{urlsplit(house.asked(words)).query}").status_code == 200


def test_without_a_client_nothing_is_asked(desk: Desk, visitor: Visitor, house: House) -> None:
    visitor.go("/settings")
    page = visitor.press("Ask for permission", oauth="own", sender=ADA)
    assert page.status == 400
    assert house.questions == []


def test_no_secret_comes_back_to_the_page(desk: Desk, visitor: Visitor, house: House) -> None:
    set_account(desk.who, Told(ADA, "smtp://127.0.0.1:9"), desk.home, NOW)
    back = urlsplit(house.asked(asked(visitor)))
    text = returns(f"/?{back.query}").content.decode() + visitor.go("/settings").html
    assert not [one for one in (SECRET, *house.tokens, *house.leaves) if one in text]
