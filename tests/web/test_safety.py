"""Attacks on the page, each as a stranger would try it."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from seguito.actions.interviews import some_interviews
from seguito.web.desk import Desk
from tests.web.test_walk import INVITE
from tests.web.visitor import Page, Visitor

HOSTILE = '<script>alert("x")</script><img src=x onerror=alert(1)>'
PAGES = ("/", "/add", "/interviews", "/people", "/houses", "/applications", "/outbox", "/settings", "/settings/paper")


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:80", "[::1]:9", "192.168.0.4"]
)
def test_a_name_that_points_to_this_machine_is_no_way_in(desk: Desk, host: str) -> None:
    """DNS rebinding: the browser believes that it speaks with evil.example."""
    client = Client(headers={"host": host})
    assert client.get("/", {"token": desk.token}).status_code == 400
    assert desk.token


@pytest.mark.parametrize(
    "origin", ["https://evil.example", "http://127.0.0.1:8001", "null", "http://127.0.0.1:8000.evil.example"]
)
def test_a_form_on_another_site_changes_nothing(visitor: Visitor, origin: str) -> None:
    page = visitor.go("/settings")
    fields = page.form("Keep").fields
    answer = visitor.client.post("/settings/me", {**fields, "name": "Mallory"}, headers={"origin": origin})
    assert answer.status_code == 403
    assert "Mallory" not in visitor.go("/settings").html


def test_our_own_form_is_let_in(visitor: Visitor) -> None:
    fields = visitor.go("/settings").form("Keep").fields
    answer = visitor.client.post("/settings/me", {**fields, "name": "Ada"}, headers={"origin": "http://127.0.0.1:8000"})
    assert answer.status_code == 302


def test_a_request_that_a_browser_calls_cross_site_changes_nothing(visitor: Visitor) -> None:
    fields = visitor.go("/settings").form("Keep").fields
    headers = {"sec-fetch-site": "cross-site"}
    assert visitor.client.post("/settings/me", {**fields, "name": "Mallory"}, headers=headers).status_code == 403


@pytest.mark.parametrize("address", [*PAGES, "/notes/abc", "/interviews/abc/debrief", "/outbox/abc/eml", "/nowhere"])
def test_without_the_cookie_nothing_is_shown(desk: Desk, address: str) -> None:
    answer = Client(headers={"host": "127.0.0.1:8000"}).get(address)
    assert answer.status_code == 403
    assert "This page is closed." in answer.content.decode()


def test_the_launch_token_opens_one_browser_once(desk: Desk) -> None:
    token = desk.token
    first = Client(headers={"host": "127.0.0.1:8000"})
    answer = first.get("/", {"token": token})
    assert answer.headers["Location"] == "/"
    [cookie] = [one for name, one in first.cookies.items() if name.startswith("seguito_desk")]
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Strict")
    assert token not in cookie.value
    assert Client(headers={"host": "127.0.0.1:8000"}).get("/", {"token": token}).status_code == 403
    assert first.get("/").status_code == 200


@pytest.mark.parametrize("offered", ["", "once ", "ONCE", "é", "once\x00", "x" * 5000])
def test_a_wrong_token_opens_nothing_and_uses_nothing_up(desk: Desk, offered: str) -> None:
    assert Client(headers={"host": "127.0.0.1:8000"}).get("/", {"token": offered}).status_code == 403
    assert desk.token == "once"


def test_a_forged_cookie_opens_nothing(visitor: Visitor, desk: Desk) -> None:
    [name] = [name for name in visitor.client.cookies if name.startswith("seguito_desk")]
    client = Client(headers={"host": "127.0.0.1:8000"})
    client.cookies[name] = desk.who.workspace
    assert client.get("/").status_code == 403


def test_a_change_needs_the_forms_own_secret(desk: Desk) -> None:
    client = Client(headers={"host": "127.0.0.1:8000"}, enforce_csrf_checks=True)
    client.get("/", {"token": desk.token})
    answer = client.post("/settings/me", {"name": "Mallory"})
    assert answer.status_code == 403
    assert "Mallory" not in client.get("/settings").content.decode()


def test_every_answer_carries_the_policy(visitor: Visitor) -> None:
    for address in (*PAGES, "/nowhere", "/static/seguito/style.css"):
        answer = visitor.client.get(address)
        policy = answer.headers.get("Content-Security-Policy", "")
        if not address.startswith("/static"):
            assert "default-src 'none'" in policy
            assert "unsafe" not in policy
            assert "frame-ancestors 'none'" in policy
            assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_no_page_holds_script_style_or_handlers_of_its_own(story: Visitor) -> None:
    for page in _every_page(story):
        for tag, attributes in page.tags:
            assert not [name for name in attributes if name == "style" or name.startswith("on")], (tag, attributes)
            if tag == "script":
                assert attributes.get("src", "").startswith("/static/") or attributes.get("type") == "application/json"
            assert not attributes.get("src", "").startswith(("http:", "https:", "//"))
        assert "<style" not in page.html


def test_html_in_every_name_detail_and_note_stays_text(visitor: Visitor, desk: Desk) -> None:
    visitor.go("/settings")
    visitor.press("Keep", name=HOSTILE, street=HOSTILE, city=HOSTILE)
    visitor.go("/add")
    visitor.press(
        "Add this interview",
        organisation=HOSTILE,
        role=HOSTILE,
        people=HOSTILE,
        starts="2026-12-02T10:00",
    )
    [talk] = some_interviews(desk.who, 0, 9)
    visitor.go(f"/interviews/{talk.id}/debrief")
    visitor.press("Keep", line=HOSTILE)
    visitor.press("Keep", line=f"! {HOSTILE} by Friday")
    visitor.press("Done, lay out the notes")
    visitor.press("Keep, and look again", text=f"Dear {HOSTILE},\n</textarea>{HOSTILE}")
    for page in _every_page(visitor):
        told = [
            (tag, attributes)
            for tag, attributes in page.tags
            if "onerror" in attributes or attributes.get("src") == "x"
        ]
        assert told == [], page.response.wsgi_request.path
        assert "<script>alert" not in page.html


def test_an_oversize_upload_is_refused_and_nothing_is_kept(visitor: Visitor, desk: Desk) -> None:
    visitor.go("/add")
    page = visitor.press("Read the invite", files={"invite": SimpleUploadedFile("i.ics", INVITE + b"X" * 1_100_000)})
    assert page.status == 400
    visitor.go("/add")
    page = visitor.press("Read the invite", files={"invite": SimpleUploadedFile("i.ics", INVITE + b"X" * 3_000_000)})
    assert page.status in (400, 413)
    assert some_interviews(desk.who, 0, 9) == ()


def test_a_file_that_is_no_invite_is_told_in_plain_words(visitor: Visitor) -> None:
    visitor.go("/add")
    page = visitor.press("Read the invite", files={"invite": SimpleUploadedFile("holiday.jpg", bytes(range(256)) * 9)})
    assert page.status == 400
    assert "invite" in page.text


@pytest.mark.parametrize(
    "address",
    ["/notes/../../etc/passwd", "/static/../desk.py", "/static/%2e%2e/%2e%2e/desk.py", "/static/seguito/%2e%2e/%2e%2e/%2e%2e/access.py",
     "/outbox/..%2f..%2fpage.key/eml", "/notes/%00", "/interviews/%F0%9F%8E%BB"],
)  # fmt: skip
def test_an_address_leads_nowhere_but_to_pages(visitor: Visitor, address: str) -> None:
    answer = visitor.client.get(address)
    assert answer.status_code in (400, 403, 404)
    assert b"root:" not in answer.content
    assert b"def " not in answer.content


def test_the_way_back_from_the_language_leads_to_a_page_of_ours(visitor: Visitor) -> None:
    for back in (
        "https://evil.example/",
        "//evil.example",
        "/\\evil.example",
        "javascript:alert(1)",
        "\t//evil.example",
        "",
    ):
        answer = visitor.client.post("/settings/appearance", {"language": "it", "back": back})
        assert answer.headers["Location"] == "/", back


@pytest.mark.parametrize("name", ["Ada\r\nBcc: all@x.example", "Ada\x00", "Ada\u2028Bcc: x"])
def test_a_name_cannot_begin_a_header(visitor: Visitor, name: str) -> None:
    visitor.go("/settings")
    page = visitor.press("Keep", name=name)
    assert page.status == 400


def test_another_workspaces_note_is_not_there(story: Visitor) -> None:
    page = story.go("/notes/zzzzzzzzzz")
    assert page.status == 404
    assert story.go("/interviews/zzzzzzzzzz").status == 404


def test_only_this_machine_is_listened_to_and_the_key_is_its_owners(desk: Desk) -> None:
    from seguito.web.keys import PAGE, kept_key
    from seguito.web.server import _HOST

    assert _HOST == "127.0.0.1"
    key = kept_key(desk.home, PAGE)
    assert kept_key(desk.home, PAGE) == key
    assert (desk.home / "page.key").stat().st_mode & 0o077 == 0


def _every_page(visitor: Visitor) -> list[Page]:
    seen: dict[str, Page] = {}
    ahead = list(PAGES)
    while ahead:
        address = ahead.pop()
        if address in seen or address.endswith(("/eml", ".json", ".db", ".pdf", ".png", ".ics")):
            continue
        page = visitor.go(address)
        assert page.status == 200, address
        seen[address] = page
        ahead += [href.partition("#")[0] for _, href in page.links if href.startswith("/") and "?" not in href]
    return list(seen.values())
