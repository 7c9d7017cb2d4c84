"""What somebody wrote in a mail, without what their program quotes and puts below it.

Programs write in their own language whatever the mail's, so every language's ways are known at once.
"""

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.resources import files

from seguito.languages import available

_SIGNATURE = re.compile(r"^--\s?$")
_RULE = re.compile(r"^[_-]{10,}$")


def own_words(text: str) -> str:
    """The words above and between quotations. Empty when there are none."""
    kept: list[str] = []
    lines = text.splitlines()
    index = 0
    while index < len(lines):
        line = lines[index].strip()
        if _SIGNATURE.match(lines[index]) or _ends(lines, index):
            break
        led_in = _leads_in(lines, index)
        if led_in:
            index += led_in
            if not _is_quoted(_next_said(lines, index)):
                break
            continue
        if not _is_quoted(line):
            kept.append(lines[index].rstrip())
        index += 1
    return _without_put_below("\n".join(kept).strip())


def _ends(lines: Sequence[str], index: int) -> bool:
    """Whether an older mail begins here whole: at a divider, or at two or more of its headings."""
    line = lines[index].strip().lower()
    if any(pattern.match(line) for pattern in _ways()["divider"]):
        return True
    after = [one.strip().strip("*").lower() for one in lines[index : index + 6] if one.strip()]
    headed = [any(one.replace("*", "").startswith(heading) for heading in _headings()) for one in after]
    if _RULE.match(line):
        return len(headed) > 2 and all(headed[1:3])
    return len(headed) > 1 and all(headed[:2])


def _leads_in(lines: Sequence[str], index: int) -> int:
    """How many lines lead into a quotation here: none, one, or two where a program has folded it."""
    line = lines[index].strip().lower()
    if any(pattern.match(line) for pattern in _ways()["leads_in"]):
        return 1
    if index + 1 < len(lines) and lines[index + 1].strip().endswith(":"):
        folded = f"{line} {lines[index + 1].strip().lower()}"
        if any(pattern.match(folded) for pattern in _ways()["leads_in"]):
            return 2
    return 0


def _next_said(lines: Sequence[str], index: int) -> str:
    return next((line.strip() for line in lines[index:] if line.strip()), "")


def _is_quoted(line: str) -> bool:
    return line.startswith(">")


def _without_put_below(text: str) -> str:
    lines = text.splitlines()
    while lines and (not lines[-1].strip() or any(p.match(lines[-1].strip().lower()) for p in _ways()["put_below"])):
        lines.pop()
    return "\n".join(lines)


@lru_cache
def _ways() -> dict[str, tuple[re.Pattern[str], ...]]:
    return {
        name: tuple(re.compile(pattern) for table in _tables() for pattern in table[name])
        for name in ("leads_in", "divider", "put_below")
    }


@lru_cache
def _headings() -> tuple[str, ...]:
    return tuple(heading for table in _tables() for heading in table["heading"])


def _tables() -> Iterator[dict[str, list[str]]]:
    for language in available():
        yield tomllib.loads((files("seguito.languages") / language / "quoting.toml").read_text("utf-8"))
