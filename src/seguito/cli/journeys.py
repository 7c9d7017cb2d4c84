"""How a letter's journey is shown."""

from seguito.actions.post import Journey
from seguito.cli.shapes import Shape
from seguito.cli.terminal import Terminal
from seguito.errors import N_


def journey_shape(journey: Journey) -> Shape:
    return {
        "posting": {
            "note": journey.note,
            "service": journey.service,
            "posted_on": journey.posted_on,
            "arrives_between": list(journey.expected) if journey.expected else None,
            "arrived_on": journey.arrived_on,
        }
    }


def show_journey(journey: Journey, terminal: Terminal) -> None:
    terminal.say(N_("Posted on {day} by {service}."), day=journey.posted_on, service=journey.service)
    if journey.arrived_on:
        terminal.say(N_("It arrived on {day}."), day=journey.arrived_on)
    elif journey.expected:
        first, last = journey.expected
        terminal.say(N_("It should be there between {first} and {last}."), first=first, last=last)
