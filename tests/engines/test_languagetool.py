"""A LanguageTool of one's own as a third engine: the project's own server, LanguageTool's, and some that are neither."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import urlencode
from urllib.request import urlopen

import pytest
from benchmarks.languagetool import NotHere, languagetool
from tests.web.serving import served

from seguito.core.looks.finding import Severity
from seguito.engines import proofread
from seguito.engines.languagetool import Address, Silent, findings, version

NOTE = "Dear Ms Reed 😀,\n\nI look forward to meet you. One release lost it's headline.\n"
Answering = Callable[[int, bytes], AbstractContextManager[Address]]


def at(url: str) -> Address:
    host, _, port = url.removeprefix("http://").rpartition(":")
    return Address(host, int(port), "/v2", tls=False)


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Address]:
    """The page of this project, which speaks the protocol."""
    with served(tmp_path_factory.mktemp("home")) as url:
        yield at(url)


@pytest.fixture(scope="module")
def theirs() -> Iterator[Address]:
    """LanguageTool's own server, where it lies on this machine already; nothing is fetched."""
    try:
        with languagetool(offline=True) as server:
            for language in ("en-GB", "it"):  # its first answer in a language takes it longer than anybody waits
                asked = urlencode({"text": NOTE, "language": language}).encode()
                with urlopen(f"{server.address}/v2/check", asked):  # noqa: S310 (loopback)
                    pass
            yield at(server.address)
    except NotHere as why:
        pytest.skip(f"LanguageTool: {why}")


@contextmanager
def answering(status: int, body: bytes, **headers: str) -> Iterator[Address]:
    """A server that gives everybody this answer."""

    class Answer(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Answer)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield Address("127.0.0.1", server.server_port, "/v2", tls=False)
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def test_places_are_code_points_whatever_stands_before(ours: Address) -> None:
    found = findings(ours, NOTE, "en")
    assert {"meet", "it's"} <= {finding.quote for finding in found}
    assert all(NOTE[f.start : f.end] == f.quote for f in found)


def test_what_both_find_is_told_once_and_in_our_words(ours: Address) -> None:
    both = proofread(NOTE, "en", languagetool=ours)
    assert [(f.rule, f.start, f.end) for f in both] == [(f.rule, f.start, f.end) for f in proofread(NOTE, "en")]


def test_a_lone_surrogate_is_sent_as_a_letter_that_can_be(ours: Address) -> None:
    text = "\ud800 I look forward to meet you."
    assert [f.quote for f in findings(ours, text, "en") if f.severity is not Severity.HINT] == ["meet"]


@pytest.mark.parametrize(
    ("language", "text", "begins"),
    [
        ("en-GB", "We met on Friday, 1 December 2026, in the old mill. 😀", "Friday, 1"),
        ("it", "Ci siamo visti venerdì 1 dicembre 2026 nel vecchio mulino.", "venerdì 1"),
    ],
)
def test_what_languagetool_alone_finds_is_told_with_its_words(
    theirs: Address, language: str, text: str, begins: str
) -> None:
    (found,) = (f for f in proofread(text, language, languagetool=theirs) if f.rule == "LANGUAGETOOL")
    assert text[found.start : found.end] == found.quote
    assert found.quote.startswith(begins)
    assert found.severity is Severity.ASK
    assert found.says["en"].startswith("LanguageTool: ")


def test_a_name_that_languagetool_does_not_know_holds_nothing_back(theirs: Address) -> None:
    found = findings(theirs, "I thanked Mr Adeyemi for the ristorante.", "en-GB")
    assert {f.quote for f in found} == {"Adeyemi", "ristorante"}
    assert {f.severity for f in found} == {Severity.HINT}


def test_a_server_says_what_it_is(theirs: Address, ours: Address) -> None:
    assert version(theirs).startswith("LanguageTool ")
    assert version(ours).startswith("Seguito ")


def test_the_look_goes_on_when_nobody_answers() -> None:
    with answering(200, b"") as gone:
        pass
    found = proofread(NOTE, "en", languagetool=gone)
    (silent,) = (f for f in found if f.rule == "LANGUAGETOOL_SILENT")
    assert silent.severity is Severity.HINT
    assert str(gone) in silent.says["it"]
    assert {"meet", "it's"} <= {f.quote for f in found}


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>",
        b"[]",
        b'{"matches": 3}',
        b'{"matches": ["x"]}',
        b'{"matches": [{"offset": "one", "length": 2, "message": ""}]}',
        b"[" * 100_000,
    ],
)
def test_an_answer_that_is_none_is_told_and_believed_in_nothing(body: bytes) -> None:
    with answering(200, body) as odd:
        (silent,) = findings(odd, NOTE, "en")
        assert silent.rule == "LANGUAGETOOL_SILENT"


@pytest.mark.parametrize(("offset", "length"), [(-1, 2), (0, 0), (0, 10_000), (10_000, 1)])
def test_a_place_outside_the_note_is_left_out(offset: int, length: int) -> None:
    match = {"offset": offset, "length": length, "message": "x", "replacements": [], "rule": {}}
    with answering(200, json.dumps({"matches": [match]}).encode()) as odd:
        assert findings(odd, NOTE, "en") == ()


def test_a_note_follows_no_redirection_to_another_place() -> None:
    with answering(200, b'{"matches": []}') as other, answering(307, b"", Location=f"{other}/check") as moved:
        with pytest.raises(Silent, match="HTTP 307"):
            version(moved)
        (silent,) = findings(moved, NOTE, "en")
        assert silent.rule == "LANGUAGETOOL_SILENT"
