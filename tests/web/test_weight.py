"""What a first view weighs, without its fonts: everything that the browser must fetch before the page is whole."""

import re
from html import unescape

from seguito.web.desk import Desk
from tests.web.test_queries import fill
from tests.web.visitor import Visitor

AT_MOST = 100_000  # bytes, as they travel


def fetched(visitor: Visitor, address: str, seen: dict[str, int]) -> None:
    """The bytes of that address, and of every style, script and picture that it leads to, each once."""
    if address in seen or address.endswith(".woff2"):
        return
    answer = visitor.client.get(address, headers={"accept-encoding": "gzip"})
    assert answer.status_code == 200, address
    seen[address] = len(answer.getvalue())
    text = visitor.client.get(address).getvalue().decode("utf-8", "replace")
    if address.endswith(".js"):
        found = [f"/static/seguito/{name}" for name in re.findall(r'from "\./([^"]+)"', text)]
    elif address.endswith((".css", ".png", ".svg")):
        found = []
    else:
        found = re.findall(r'<(?:script|img)[^>]* src="([^"]+)"|<link[^>]* href="([^"]+)"', text)
        found = [unescape(one or other) for one, other in found]
    for one in found:
        fetched(visitor, one, seen)


def test_every_first_view_weighs_less_than_a_hundred_kilobytes(visitor: Visitor, desk: Desk) -> None:
    interview = fill(desk, 12, 4)  # more people than one page of the list holds
    visitor.go(f"/interviews/{interview}")
    note = visitor.page.link("laid out") if visitor.page else ""
    person = next(href for _, href in visitor.go("/people").links if href.startswith("/people/"))
    weighed = {}
    for address in (
        "/", "/add", "/interviews", f"/interviews/{interview}", f"/interviews/{interview}/debrief", note,
        f"{note}/revisions", "/people", person, "/houses", "/applications", "/outbox", "/settings",
    ):  # fmt: skip
        seen: dict[str, int] = {}
        fetched(visitor, address, seen)
        weighed[address] = sum(seen.values())
        assert any(one.endswith(".css") for one in seen)
    assert {address: n for address, n in weighed.items() if n >= AT_MOST} == {}
    assert weighed["/people"] > weighed["/settings"]  # htmx is fetched by the lists alone


def test_texts_travel_compressed_and_nothing_else_does(story: Visitor) -> None:
    for address, packed in (("/", True), ("/static/seguito/style.css", True),
                            ("/static/seguito/newsreader-normal.woff2", False)):  # fmt: skip
        answer = story.client.get(address, headers={"accept-encoding": "gzip"})
        assert (answer.headers.get("Content-Encoding") == "gzip") is packed, address
        assert "Content-Encoding" not in story.client.get(address).headers
