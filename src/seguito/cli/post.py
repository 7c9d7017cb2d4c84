"""`seguito post [COUNTRY]`: postal services, with what each promises and where that was seen."""

from argparse import ArgumentParser, Namespace

from seguito.actions.post_services import postal_services
from seguito.cli.shapes import Shape
from seguito.cli.terminal import Terminal
from seguito.core.planning.post import PostalService
from seguito.errors import N_


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("country", nargs="?", default="", metavar="COUNTRY", help=N_("IT, US, …; all of them without"))


def run(options: Namespace, terminal: Terminal) -> int:
    found = postal_services(options.country)
    if terminal.as_json:
        terminal.answer({"services": [_shape(service) for service in found]})
        return 0
    if not found:
        terminal.say(N_("No postal service is known there. Tell its working days: seguito advise … --transit N."))
    for service in found:
        terminal.line(f"{service.id:<22} {service.country}  {service.name}")
        terminal.say(
            N_("  {stated} working days, up to {slower}; seen on {day} at {source}"),
            stated=service.transit.stated,
            slower=service.transit.slower,
            day=service.seen_on,
            source=service.source,
        )
    return 0


def _shape(service: PostalService) -> Shape:
    transit = service.transit
    return {
        "id": service.id,
        "country": service.country,
        "name": service.name,
        "stated": transit.stated,
        "slower": transit.slower,
        "share": transit.share,
        "saturday": service.saturday,
        "usual": service.usual,
        "ended_on": service.ended_on,
        "source": service.source,
        "seen_on": service.seen_on,
    }
