"""Straight quotation marks, which do not say themselves whether they open or close."""

import re
from collections.abc import Iterator
from itertools import islice

from seguito.core.looks.language.prose import Hit, Prose
from seguito.core.looks.language.record import note_rule

_MOST = 9  # a note with more of them is no prose
_MARK_OR_BREAK = re.compile(r"\n[ \t]*\n|(?<!\d)\"")


@note_rule(
    "QUOTE_ALONE",
    severity="ask",
    says={
        "en": "This quotation mark opens or closes alone.",
        "it": "Queste virgolette si aprono o si chiudono da sole.",
    },
    wrong=[
        ['You said "bring nothing but curiosity and I did.', ""],
        ['She told me that "the archive is hers. I like "that".', ""],
        ['You called it a shed", and it is.', ""],
    ],
    right=['You said "come back" and "soon".', 'A 12" rule; "so" and so.\n\n"It is late," you said.'],
)
def quote_alone(prose: Prose) -> Iterator[Hit]:
    yield from islice(_alone(prose), _MOST)


def _alone(prose: Prose) -> Iterator[Hit]:
    """A mark with a space or a bracket before it opens; each paragraph on its own."""
    open_at = -1
    for match in _MARK_OR_BREAK.finditer(prose.text):
        at = match.start()
        if match.group() != '"':
            if open_at >= 0:
                yield Hit(open_at, open_at + 1)
            open_at = -1
            continue
        opens = at == 0 or prose.text[at - 1].isspace() or prose.text[at - 1] in "([-–—/"
        if opens:
            if open_at >= 0:
                yield Hit(open_at, open_at + 1)
            open_at = at
        elif open_at >= 0:
            open_at = -1
        else:
            yield Hit(at, at + 1)
    if open_at >= 0:
        yield Hit(open_at, open_at + 1)
