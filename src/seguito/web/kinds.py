"""The kinds of things that are said: the sign that is drawn, the mark that one types, and the word."""

from seguito.core.nouns import DetailKind
from seguito.errors import N_

_KINDS = {
    DetailKind.INSIGHT: ("“", '"', N_("Insight")),
    DetailKind.ASIDE: ("~", "~", N_("Aside")),
    DetailKind.QUESTION: ("?", "?", N_("Question")),
    DetailKind.PROMISE: ("!", "!", N_("Promise")),
    DetailKind.WHY_HERE: ("*", "*", N_("Why here")),
}
KINDS = tuple(_KINDS)


def sign_of(kind: DetailKind) -> str:
    """The sign that is drawn in its ring."""
    return _KINDS[kind][0]


def mark_of(kind: str) -> str:
    """What one types for it (see the notes-format); empty for what is no kind."""
    return _KINDS[DetailKind(kind)][1] if kind in KINDS else ""


def word_of(kind: DetailKind) -> str:
    """A gettext id."""
    return _KINDS[kind][2]
