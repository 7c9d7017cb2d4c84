"""LanguageTool's protocol, asked by a client that nobody here wrote."""

import json
from collections.abc import Iterator
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

import language_tool_python
import pytest

from tests.web.serving import served

WRONG = "Dear Ms Reed 😀,\n\nI look forward to meet you. One release lost it's headline.\n"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    home = tmp_path_factory.mktemp("home")
    (home / "words.txt").write_text("frobnicate\n")
    with served(home) as found:
        yield found


def ask(address: str, origin: str = "", **fields: str) -> dict[str, object]:
    headers = {"Origin": origin} if origin else {}
    request = Request(f"{address}/v2/check", urlencode(fields).encode(), headers)  # noqa: S310 (loopback)
    with urlopen(request) as answer:  # noqa: S310
        found: dict[str, object] = json.loads(answer.read())
    return found


def test_a_client_that_people_have_shows_the_second_look(address: str) -> None:
    with language_tool_python.LanguageTool("en-US", remote_server=address) as client:
        found = {
            WRONG[match.offset : match.offset + match.error_length]: match.replacements for match in client.check(WRONG)
        }
    assert found["meet"][0] == "meeting"
    assert found["it's"][0] == "its"


def test_places_count_utf_16_units(address: str) -> None:
    matches = ask(address, text=WRONG, language="en")["matches"]
    units = WRONG.encode("utf-16-le")
    quotes = [units[m["offset"] * 2 : (m["offset"] + m["length"]) * 2].decode("utf-16-le") for m in matches]  # type: ignore[attr-defined]
    assert {"meet", "it's"} <= set(quotes)


def test_markup_is_not_read_and_places_count_it(address: str) -> None:
    annotation = [
        {"text": "I look forward to "},
        {"markup": "<b>"},
        {"text": "meet"},
        {"markup": "</b>"},
        {"text": " you."},
    ]
    (match,) = ask(address, data=json.dumps({"annotation": annotation}), language="en")["matches"]  # type: ignore[misc]
    assert (match["offset"], match["length"]) == (len("I look forward to <b>"), 4)


def test_a_rule_can_be_turned_off(address: str) -> None:
    (match,) = ask(address, text="I look forward to meet you.", language="en")["matches"]  # type: ignore[misc]
    rule = match["rule"]["id"]
    assert ask(address, text="I look forward to meet you.", language="en", disabledRules=rule)["matches"] == []


def test_the_language_is_found_and_ones_own_words_are_known(address: str) -> None:
    answer = ask(address, text="Qual'è il motivo? Mi ha parlato dei vostri colleghi e di frobnicate.", language="auto")
    assert answer["language"]["code"] == "it"  # type: ignore[index]
    assert [match["context"]["text"][:7] for match in answer["matches"]] == ["Qual'è "]  # type: ignore[attr-defined]


@pytest.mark.parametrize("origin", ["https://evil.example", "http://127.0.0.1:9", "null"])
def test_a_web_page_is_refused(address: str, origin: str) -> None:
    with pytest.raises(HTTPError) as refused:
        ask(address, origin, text="I like it.", language="en")
    assert refused.value.code == 403


def test_an_extension_passes(address: str) -> None:
    assert ask(address, "moz-extension://ab-cd", text="I like it.", language="en")["matches"] == []


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"text": "x", "language": "xx"},
        {"data": "no json", "language": "en"},
        {"text": "x " * 10_001, "language": "en"},
    ],
)
def test_what_cannot_be_read_is_told(address: str, fields: dict[str, str]) -> None:
    with pytest.raises(HTTPError) as told:
        ask(address, **fields)
    assert told.value.code == 400
    assert told.value.read().startswith(b"Error: ")
