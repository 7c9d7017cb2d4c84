"""Text with markup between, as LanguageTool's `data` parameter carries it."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from seguito.errors import N_, Problem


class DataUnreadable(Problem):
    id = "data-unreadable"
    happened = N_("“data” is no JSON of the form {form}.")
    safe = N_("Nothing was checked.")
    next_step = N_("Send “text”, or “data” in that form.")


@dataclass(frozen=True, slots=True)
class Annotated:
    """`plain`: what is read. `places`: where each of its characters stands in the whole, and where the whole ends."""

    plain: str
    whole: str
    places: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The same stretch in the whole, markup inside it included."""
        first = self.places[start]
        return first, self.places[end - 1] + 1 if end > start else first


def unmarked(text: str) -> Annotated:
    return Annotated(text, text, tuple(range(len(text) + 1)))


def annotated(data: str) -> Annotated:
    """Raises DataUnreadable."""
    try:
        pieces: Iterable[dict[str, Any]] = json.loads(data)["annotation"]
        plain, whole, places = "", "", list[int]()
        for piece in pieces:
            words = piece.get("text", piece.get("interpretAs", ""))
            begins = len(whole)
            whole += piece.get("text", piece.get("markup", ""))
            plain += words
            places += [begins + n if "text" in piece else begins for n in range(len(words))]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise DataUnreadable(form='{"annotation": [{"text": …}, {"markup": …}]}') from error
    return Annotated(plain, whole, (*places, len(whole)))
