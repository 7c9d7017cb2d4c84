"""What an outcome leaves of the plan that it meets (T5.5)."""

from collections.abc import Mapping

from seguito.core.nouns import Outcome
from seguito.core.planning.follow_up import Kind

_LEFT: Mapping[Outcome, frozenset[Kind]] = {
    Outcome.OFFER: frozenset({Kind.PROMISE}),  # what one promised holds all the more
    Outcome.NO: frozenset(),
    Outcome.SILENCE: frozenset({Kind.NUDGE, Kind.PROMISE}),  # the chase goes on until it has had its questions
    Outcome.ACCEPTED: frozenset(),
    Outcome.WITHDRAWN: frozenset(),
}


def outlives(kind: Kind, outcome: Outcome | None) -> bool:
    """Whether a follow-up of the interview is still to be done after this outcome of its application."""
    return outcome is None or kind in _LEFT[outcome]
