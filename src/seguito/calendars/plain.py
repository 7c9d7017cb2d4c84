"""HTML in an invite, as plain text. Nothing of it is ever shown as HTML; time is in proportion to the text."""

import re
from html import unescape

_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)\b([^<>]*)>")
_ANY_TAG = re.compile(r"<[/!?A-Za-z][^<>]*>")
_ADDRESS = re.compile(r"""\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_COMMON = re.compile(
    r"</?(?:p|br|div|a|b|span|html|body|table|ul|ol|li|strong|em|i|u|font|h[1-6])\b[^<>]*>", re.IGNORECASE
)
_BREAKS = frozenset("br p div li tr ul ol table h1 h2 h3 h4 h5 h6 hr blockquote".split())
_HIDDEN = ("style", "script", "head", "title")
_SPACES = re.compile(r"[ \t\r\f\v\xa0]+")
_EMPTY_LINES = re.compile(r"\n[ \n]*\n")


def looks_like_html(text: str) -> bool:
    return bool(_COMMON.search(text))


def plain_text(html: str) -> str:
    """What a reader sees of `html`: words and line breaks; a link keeps its address beside its words."""
    text = _SPACES.sub(" ", _without_hidden(html).replace("\n", " "))
    text = _TAG.sub(_instead, text)
    lines = [" ".join(line.split()) for line in unescape(_ANY_TAG.sub("", text)).splitlines()]
    return _EMPTY_LINES.sub("\n\n", "\n".join(lines)).strip()


def _without_hidden(html: str) -> str:
    for name in _HIDDEN:
        lower = html.lower()
        kept, at = [], 0
        while (start := lower.find(f"<{name}", at)) >= 0:
            kept.append(html[at:start])
            end = lower.find(f"</{name}", start)
            at = len(html) if end < 0 else end
        html = "".join((*kept, html[at:]))
    return html


def _instead(found: re.Match[str]) -> str:
    closing, name, rest = found[1], found[2].lower(), found[3]
    if name == "a" and not closing and (address := _ADDRESS.search(rest)):
        link = next(part for part in address.groups() if part is not None)
        return f" {link} " if link.lower().startswith("http") else ""
    return "\n" if name in _BREAKS and (not closing or name in {"p", "div", "tr"}) else ""
