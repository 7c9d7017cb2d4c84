"""The words of a mail that came as a page, in time that grows with its length and no faster.

Python's own reader of HTML (3.11) looks for the end of each mark anew: 256 KiB of `<a` took minutes.
"""

import re
from collections.abc import Iterator
from html import unescape

_MARK = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]{0,20})[^<>]*>|<!--|<[!?][^<>]*>")
_BLOCKS = frozenset({"p", "div", "br", "li", "tr", "blockquote", "h1", "h2", "h3", "table", "ul", "ol", "hr"})
_UNSEEN = frozenset({"script", "style", "title"})


def text_of_html(html: str) -> str:
    """What a reader would see, a line for each block; a quotation's lines begin with `>`."""
    lines = (" ".join(line.split()) for line in unescape("".join(_seen(html))).splitlines())
    return "\n".join(line for line in lines if line)


def _seen(html: str) -> Iterator[str]:
    place = 0
    while mark := _MARK.search(html, place):
        yield html[place : mark.start()]
        name = (mark["name"] or "").lower()
        if name in _BLOCKS:
            yield "\n> " if name == "blockquote" and not mark["end"] else "\n"
        place = _after(html, mark, name)
    yield html[place:]


def _after(html: str, mark: re.Match[str], name: str) -> int:
    """Where what is seen goes on: behind a comment, or behind what stands in a page and is not shown.

    What is never closed hides all that follows, as it does in a browser.
    """
    if mark[0] == "<!--":
        end = html.find("-->", mark.start() + 2)
        return end + 3 if end >= 0 else len(html)
    if name in _UNSEEN and not mark["end"]:
        closed = re.compile(f"</{name}[^<>]*>", re.IGNORECASE).search(html, mark.end())
        return closed.end() if closed else len(html)
    return mark.end()
