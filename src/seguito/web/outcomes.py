"""What can come of an application, in words."""

from seguito.core.nouns import Outcome
from seguito.errors import N_

OUTCOMES = {
    Outcome.OFFER: N_("An offer"),
    Outcome.NO: N_("A no"),
    Outcome.SILENCE: N_("Silence, past the day they named"),
    Outcome.ACCEPTED: N_("I accepted"),
    Outcome.WITHDRAWN: N_("I withdrew"),
}
