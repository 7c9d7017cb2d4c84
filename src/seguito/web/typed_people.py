"""People as they are typed into a form: one a line, a name with or without its address."""

from email.utils import parseaddr

from seguito.core.lines import one_line
from seguito.errors import N_


def typed_people(text: str) -> list[tuple[str, str]]:
    """Names with their addresses, either of which may be empty. Raises a `Problem` for a line that hides a break."""
    lines = [one_line(N_("A name"), line.strip()) for line in text.splitlines() if line.strip()]
    return [_person(line) for line in lines]


def _person(line: str) -> tuple[str, str]:
    name, address = parseaddr(line)
    return (name, address) if "@" in address else (line, "")
