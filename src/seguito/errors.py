"""The base of every problem that a person can see.

Each case is a small class of its own. Its three sentences are gettext ids with `{named}` places: a face
translates and dresses them, nothing more. A defect of ours is no `Problem`: it raises.
"""

from typing import ClassVar


def N_(text: str) -> str:  # noqa: N802 (gettext's own name for it)
    """Mark a text for the catalogues where it stands; it is translated where it is shown."""
    return text


class Problem(Exception):
    """What happened, what is safe, and what to do next.

    `on_page`: what to do next where there are buttons, if `next_step` names a command.
    `exit_code`: 1 held back, refused or unknown; 2 wrong use or bad input; 3 a service out of reach.
    """

    id: ClassVar[str]
    exit_code: ClassVar[int] = 2
    happened: ClassVar[str]
    safe: ClassVar[str] = ""
    next_step: ClassVar[str] = ""
    on_page: ClassVar[str] = ""

    def __init__(self, **values: object) -> None:
        self.values = values
        super().__init__(self.happened.format_map(_Lenient(values)))

    @property
    def sentences(self) -> tuple[str, ...]:
        """The gettext ids that have something to say, in order."""
        return tuple(filter(None, (self.happened, self.safe, self.next_step)))

    @property
    def sentences_on_page(self) -> tuple[str, ...]:
        """The same where there is no command line."""
        return tuple(filter(None, (self.happened, self.safe, self.on_page or self.next_step)))


class _Lenient(dict[str, object]):
    """A place that nobody filled stays visible: an error about an error helps nobody."""

    def __missing__(self, key: str) -> str:
        return "{" + key + "}"
