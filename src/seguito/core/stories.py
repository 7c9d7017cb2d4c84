"""A story as a plain file that a person can read before they send it: signed by nobody, names replaced (T6.1)."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from string import ascii_uppercase

from seguito.core.erasure import Traces

_HEAD = re.compile(r"(playbook|outcome):\s*(\S+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PlainStory:
    title: str
    text: str
    playbook: str = ""
    outcome: str = ""


def write_story(story: PlainStory) -> str:
    """Title, what it was, the words: nothing that a program would run."""
    head = [f"# {story.title}"]
    head += [f"Playbook: {story.playbook}"] if story.playbook else []
    head += [f"Outcome: {story.outcome}"] if story.outcome else []
    return "\n".join(head) + "\n\n" + story.text.strip() + "\n"


def read_story(text: str, fallback: str) -> PlainStory:
    """The story of a plain file; `fallback`: its title where it has none."""
    lines = text.replace("\r\n", "\n").strip().split("\n")
    title = fallback
    told = {"playbook": "", "outcome": ""}
    if lines and lines[0].startswith("#"):
        title = lines.pop(0).lstrip("# ").strip() or fallback
        while lines and (found := _HEAD.fullmatch(lines[0].strip())):
            told[found[1].lower()] = found[2][:40]
            lines.pop(0)
    return PlainStory(title[:300], "\n".join(lines).strip(), told["playbook"], told["outcome"])


def without_names(text: str, people: Sequence[Traces], houses: Iterable[str]) -> str:
    """People become a letter and a point, houses three letters and a star, each the same one throughout."""
    spans = [(*span, f"{_letter(n)}.") for n, traces in enumerate(people) for span in traces.spans(text, near=True)]
    for number, house in enumerate(houses):
        pattern = re.compile(rf"(?<!\w){re.escape(house)}(?!\w)", re.IGNORECASE)
        spans += [(*match.span(), f"{_letter(number)}***") for match in pattern.finditer(text)]
    out, last = [], 0
    for start, end, stands in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start >= last:
            out += [text[last:start], stands]
            last = end
    return "".join([*out, text[last:]])


def _letter(number: int) -> str:
    return ascii_uppercase[number % 26] * (1 + number // 26)
