"""One application as a list shows it."""

from typing import Any

from seguito.actions.houses import Applied
from seguito.core.nouns import Outcome
from seguito.errors import N_
from seguito.speech import Speaker

OUTCOMES = {
    "": N_("nothing yet"),
    Outcome.OFFER: N_("an offer"),
    Outcome.NO: N_("a no"),
    Outcome.SILENCE: N_("silence"),
    Outcome.ACCEPTED: N_("accepted"),
    Outcome.WITHDRAWN: N_("withdrawn"),
}
_SHAPES = {Outcome.OFFER: "ok", Outcome.ACCEPTED: "ok", "": "part"}


def line(one: Applied, speaker: Speaker) -> dict[str, Any]:
    application, last = one.application, one.last_at
    return {
        "id": application.id,
        "house": application.organisation,
        "role": application.role,
        "outcome": speaker.text(OUTCOMES.get(application.outcome, "")) or application.outcome,
        "shape": _SHAPES.get(application.outcome, ""),
        "last": speaker.day(last.astimezone(speaker.zone).date()) if last else "",
    }
