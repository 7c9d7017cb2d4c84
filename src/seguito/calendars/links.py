"""How one joins the conversation, and where it is held. Links are data: none is ever opened."""

import re
from collections.abc import Iterable, Iterator
from html import unescape
from urllib.parse import parse_qs, urlsplit

from seguito.reference import calendars as known

_LINK = re.compile(r"https?://[^\s<>\"'\\^`{|}\]]{3,2000}", re.IGNORECASE)
_MOST_LINKS = 200
_MOST_WRAPPERS = 3
_AT_THE_ENDS = " \t\r\n,;:|-–—·()[]<>\"'"


def joining_link(properties: Iterable[str], location: str, url: str, description: str) -> str:
    """The link to join by: from a property of its own, the place, the URL, the description; else empty.

    A place that is a link leads in unless it shows a map; elsewhere only a known way in is believed.
    """
    for text in properties:
        if link := next(_links(text), None):
            return link
    for link in _links(location):
        if not _is_map(link):
            return link
    return next((link for text in (url, description) for link in _links(text) if _is_way_in(link)), "")


def place_without_links(location: str) -> str:
    """Where one goes: the place without its links; a map's link says where, and stays if it is all there is."""
    bare = _LINK.sub(" ", location)
    words = " ".join(bare.split()).strip(_AT_THE_ENDS) if bare != location else location
    if words:
        return words
    return next((link for link in _links(location) if _is_map(link)), "")


def _links(text: str) -> Iterator[str]:
    """The links of a text in order, out of their wrappers, without the punctuation after them."""
    for number, found in enumerate(_LINK.finditer(text)):
        if number == _MOST_LINKS:
            return
        link = unescape(found[0]) if "&amp;" in found[0] else found[0]
        link = link.rstrip(".,;:!?*_~")
        while link.endswith(")") and link.count("(") < link.count(")"):
            link = link[:-1]
        yield _unwrapped(link)


def _unwrapped(link: str) -> str:
    """The link that a mail scanner or a search engine hid in one of its own."""
    for _ in range(_MOST_WRAPPERS):
        inner = _inside(link)
        if inner is None:
            return link
        link = inner
    return link


def _inside(link: str) -> str | None:
    parts = _parts(link)
    if parts is None:
        return None
    host, path, query = parts
    for wrapper, parameter in known.links().wrappers.items():
        if not _is_at(host, path, wrapper):
            continue
        if parameter == "__":  # https://urldefense.com/v3/__https://zoom.us/j/1__;!!…
            found = re.search(r"/__(https?:/{1,2}.+?)__;", link)
            inner = re.sub(r"^(https?:)/(?!/)", r"\1//", found[1]) if found else ""
        else:
            inner = parse_qs(query).get(parameter, [""])[0]
            inner = inner.replace("-", "%").replace("_", "/") if "urldefense.proofpoint" in wrapper else inner
        return inner if _LINK.fullmatch(inner) else None
    return None


def _is_way_in(link: str) -> bool:
    parts = _parts(link)
    if parts is None:
        return False
    host, path, _query = parts
    return any(_is_host(host, joins) and pattern.match(path) for joins, pattern in known.links().joins)


def _is_map(link: str) -> bool:
    parts = _parts(link)
    return parts is not None and any(_is_at(parts[0], parts[1], place) for place in known.links().maps)


def _is_at(host: str, path: str, where: str) -> bool:
    """Is it that host (or one under it), at that path or below?"""
    wanted, _, folder = where.partition("/")
    return _is_host(host, wanted) and path.startswith(f"/{folder}")


def _is_host(host: str, wanted: str) -> bool:
    return host == wanted or host.endswith(f".{wanted}")


def _parts(link: str) -> tuple[str, str, str] | None:
    """Host, path (with the fragment, where old links of Teams keep it) and query."""
    try:
        parts = urlsplit(link)
        host = parts.hostname or ""
    except ValueError:
        return None
    path = f"{parts.path}#{parts.fragment}" if parts.path in {"/_", "/"} and parts.fragment else parts.path
    return host.removeprefix("www."), path, parts.query
