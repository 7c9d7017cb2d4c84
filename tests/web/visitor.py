"""Who visits the page in tests: follows links, fills forms as they stand in the HTML, and runs no script."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from django.http import HttpResponse
from django.test import Client

from seguito.web.desk import Desk


@dataclass
class Form:
    action: str
    method: str
    fields: dict[str, str] = field(default_factory=dict)
    buttons: list[tuple[str, str, str, str]] = field(default_factory=list)  # words, name, value, formaction


class Page(HTMLParser):
    """What a reader without a browser sees: forms, links and plain text."""

    def __init__(self, response: HttpResponse) -> None:
        super().__init__(convert_charrefs=True)
        self.status = response.status_code
        self.html = response.content.decode()
        self.response = response
        self.forms: list[Form] = []
        self.links: list[tuple[str, str]] = []
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.text = ""
        self._form: Form | None = None
        self._by_id: dict[str, Form] = {}
        self._grab: tuple[str, Form | None, dict[str, str]] | None = None
        self._grabbed = ""
        self._select: tuple[Form, str] | None = None
        self._skip = 0
        self.feed(self.html)
        self.text = " ".join(self.text.split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        got = {name: value or "" for name, value in attrs}
        self.tags.append((tag, got))
        form = self._by_id.get(got.get("form", "")) or self._form
        match tag:
            case "form":
                self._form = Form(got.get("action", ""), got.get("method", "get"))
                self.forms.append(self._form)
                if "id" in got:
                    self._by_id[got["id"]] = self._form
            case "input" if form and got.get("name"):
                if got.get("type") in ("radio", "checkbox") and "checked" not in got:
                    return
                if got.get("type") != "file":
                    form.fields[got["name"]] = got.get("value", "")
            case "textarea" | "button" | "a":
                self._grab, self._grabbed = (tag, form, got), ""
            case "select" if form:
                self._select = (form, got.get("name", ""))
            case "option" if self._select:
                chosen, name = self._select
                if "selected" in got or name not in chosen.fields:
                    chosen.fields[name] = got.get("value", "")
            case "script" | "style" | "head":
                self._skip += 1

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._form = None
        elif tag == "select":
            self._select = None
        elif tag in ("script", "style", "head"):
            self._skip -= 1
        elif self._grab and self._grab[0] == tag:
            _, form, got = self._grab
            words = " ".join(self._grabbed.split())
            if tag == "textarea" and form:
                form.fields[got.get("name", "")] = self._grabbed.removeprefix("\n")
            elif tag == "button" and form:
                form.buttons.append((words, got.get("name", ""), got.get("value", ""), got.get("formaction", "")))
            elif tag == "a":
                self.links.append((words, got.get("href", "")))
            self._grab = None

    def handle_data(self, data: str) -> None:
        if not self._skip:
            self.text += " " + data
        self._grabbed += data

    def form(self, button: str) -> Form:
        return next(form for form in self.forms if any(button in words for words, *_ in form.buttons))

    def link(self, words: str) -> str:
        return next(href for told, href in self.links if words in told)


class Visitor:
    def __init__(self, desk: Desk, **headers: str) -> None:
        self.desk = desk
        self.client = Client(headers={"host": "127.0.0.1:8000", **headers})
        self.page: Page | None = None

    def admitted(self) -> "Visitor":
        response = self.client.get("/", {"token": self.desk.token})
        assert response.status_code == 302
        return self

    def go(self, address: str) -> Page:
        if address.startswith("?") and self.page is not None:
            address = self.page.response.wsgi_request.path + address
        self.page = Page(self.client.get(address))
        return self.page

    def press(self, button: str, /, files: dict[str, Any] | None = None, **typed: str) -> Page:
        """Fill the form that holds `button` as a person would, press it, and follow to the page that comes."""
        assert self.page is not None
        form = self.page.form(button)
        words, name, value, action = next(one for one in form.buttons if button in one[0])
        sent: dict[str, Any] = {**form.fields, **({name: value} if name else {}), **typed, **(files or {})}
        unknown = set(typed) - set(form.fields)
        assert not unknown, f"the form of “{words}” has no field {unknown}"
        self.page = Page(self.client.post(action or form.action, sent, follow=True))
        return self.page

    def follow(self, words: str) -> Page:
        assert self.page is not None
        return self.go(self.page.link(words))
