"""Whether a note may go."""

from collections.abc import Iterable

from seguito.core.looks.finding import Look, LookResult


def ready(results: Iterable[LookResult]) -> bool:
    """All three looks have been taken, and nothing that they found is open (T4.1)."""
    looks = {result.look: result.passed for result in results}
    return set(looks) == set(Look) and all(looks.values())
