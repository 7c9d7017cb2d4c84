"""How a letter's journey is shown."""

from seguito.actions.post import OnTheWay
from seguito.cli.shapes import Shape
from seguito.cli.terminal import Terminal
from seguito.errors import N_


def journey_shape(way: OnTheWay, terminal: Terminal) -> Shape:
    journey, speaker = way.journey, terminal.speaker
    return {
        "posting": {
            "note": journey.note,
            "service": journey.service,
            "posted_on": journey.posted_on,
            "arrives_between": list(journey.expected) if journey.expected else None,
            "arrived_on": journey.arrived_on,
            "reasons": [{"tip": why.tip, "message": speaker.reason(why)} for why in way.reasons],
            "accounted_for": [{"date": day, "why": speaker.reason(why)} for day, why in way.accounted_for],
        }
    }


def show_journey(way: OnTheWay, terminal: Terminal) -> None:
    journey = way.journey
    terminal.say(N_("Posted on {day} by {service}."), day=journey.posted_on, service=journey.service)
    if journey.arrived_on:
        terminal.say(N_("It arrived on {day}."), day=journey.arrived_on)
    elif journey.expected:
        first, last = journey.expected
        terminal.say(N_("It should be there between {first} and {last}."), first=first, last=last)
    else:
        terminal.say(N_("Nobody promises when it arrives."))
    for why in way.reasons:
        terminal.line(f"  {why.tip}  {terminal.speaker.reason(why)}")
    for day, why in way.accounted_for:
        terminal.line("  " + terminal.speaker.say(N_("not counted: {day}, {why}"), day=day, why=why))
