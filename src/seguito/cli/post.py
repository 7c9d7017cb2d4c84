"""`seguito post [COUNTRY | add | change | remove SERVICE FIELD=VALUE…]`: postal services, and rows of one's own."""

from argparse import ArgumentParser, Namespace

from seguito.actions.own_post import add_service, change_service, remove_service
from seguito.actions.post_services import postal_services
from seguito.cli.opened import opened
from seguito.cli.shapes import Shape
from seguito.cli.terminal import Terminal
from seguito.core.fields import SERVICE, read_fields
from seguito.core.planning.postage import PostalService, Transit
from seguito.errors import N_, Problem
from seguito.speech import Speaker

_VERBS = {"add": add_service, "change": change_service}


class WhichService(Problem):
    id = "which-service"
    happened = N_("`seguito post {verb}` needs to know which service.")
    safe = N_("Nothing was changed.")
    next_step = N_("For example: seguito post {verb} it-corriere {rest}")


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "what", nargs="?", default="", metavar="COUNTRY|add|change|remove", help=N_("IT, US, …; all of them without")
    )
    parser.add_argument("service", nargs="?", default="", metavar="SERVICE")
    parser.add_argument("told", nargs="*", metavar="FIELD=VALUE", help=", ".join(SERVICE))


def run(options: Namespace, terminal: Terminal) -> int:
    verb = options.what.strip().lower()
    if verb in _VERBS:
        return _keep(verb, options, terminal)
    if verb == "remove":
        return _remove(options, terminal)
    found = postal_services(options.what, terminal.home)
    if terminal.as_json:
        terminal.answer({"services": [_shape(service) for service in found]})
        return 0
    if not found:
        terminal.say(N_("No postal service is known there. Tell its working days: seguito advise … --transit N."))
    for service in found:
        _show(service, terminal)
    return 0


def _keep(verb: str, options: Namespace, terminal: Terminal) -> int:
    if not options.service or not options.told:
        raise WhichService(verb=verb, rest="stated=2 slower=4")
    session = opened(terminal)
    told = read_fields(options.told, SERVICE)
    kept = _VERBS[verb](session.who, terminal.home, options.service, told, session.terminal.now)
    if terminal.as_json:
        terminal.answer({"service": _shape(kept)})
    else:
        _show(kept, terminal)
    return 0


def _remove(options: Namespace, terminal: Terminal) -> int:
    if not options.service:
        raise WhichService(verb="remove", rest="")
    session = opened(terminal)
    back = remove_service(session.who, terminal.home, options.service, session.terminal.now)
    if terminal.as_json:
        terminal.answer({"service": _shape(back) if back else None})
    elif back:
        terminal.say(N_("Your own row is gone; the one that comes with Seguito counts again:"))
        _show(back, terminal)
    else:
        terminal.say(N_("{service} is gone."), service=options.service)
    return 0


def _show(service: PostalService, terminal: Terminal) -> None:
    transit, speaker = service.transit, terminal.speaker
    own = f"  ({speaker.text(N_('your own'))})" if service.own else ""
    terminal.line(f"{service.id:<22} {service.country}  {service.name}{own}")
    said = [speaker.say(N_("working days: {figures}"), figures=_figures(transit, speaker))]
    if service.collected:
        said.append(speaker.say(N_("last collection at {hour}"), hour=f"{service.collected:%H:%M}"))
    if service.ended_on:
        said.append(speaker.say(N_("ended on {day}"), day=service.ended_on))
    if service.seen_on:
        said.append(speaker.say(N_("seen on {day}"), day=service.seen_on))
    terminal.line("  " + "; ".join(said) + (f": {service.source}" if service.source else ""))


def _figures(transit: Transit, speaker: Speaker) -> str:
    """4 · 1 to 5 · 4, up to 6."""
    stated = str(transit.stated)
    if transit.earliest != transit.stated:
        stated = speaker.say(N_("{first} to {last}"), first=transit.earliest, last=transit.stated)
    if transit.slower == transit.stated:
        return stated
    return speaker.say(N_("{stated}, up to {slower}"), stated=stated, slower=transit.slower)


def _shape(service: PostalService) -> Shape:
    transit = service.transit
    return {
        "id": service.id,
        "country": service.country,
        "name": service.name,
        "also": list(service.also),
        "earliest": transit.earliest,
        "stated": transit.stated,
        "slower": transit.slower,
        "share": transit.share,
        "saturday": service.saturday,
        "usual": service.usual,
        "collected": f"{service.collected:%H:%M}" if service.collected else None,
        "ended_on": service.ended_on,
        "source": service.source or None,
        "seen_on": service.seen_on,
        "own": service.own,
    }
