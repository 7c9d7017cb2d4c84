"""How the user's own cards travelled: by which services of their own, and how long they took (T1.2)."""

from dataclasses import dataclass, replace

from seguito.core.planning.experience import by_experience
from seguito.core.planning.postage import Postage
from seguito.errors import Problem
from seguito.records.database import data_folder
from seguito.records.reads.postings import Arrived
from seguito.reference.addresses import country_name
from seguito.reference.places import Place, place_of
from seguito.reference.postal import Own, PostalRowWrong
from seguito.reference.postal.own import own_services
from seguito.reference.routes import Route, postage

_LANGUAGES = ("en", "it")


@dataclass(frozen=True, slots=True)
class PastCards:
    """`arrived`: the latest first. `own`: the user's own services."""

    arrived: tuple[Arrived, ...] = ()
    own: Own = ()


def past_cards(arrived: tuple[Arrived, ...]) -> PastCards:
    """With one's own services. A file of them that can't be read stops no planning: `seguito doctor` names it."""
    try:
        own = own_services(data_folder())
    except PostalRowWrong:
        own = ()
    return PastCards(arrived, own)


def experienced(way: Postage, route: Route, past: PastCards) -> Postage:
    """The way of a card with what one's own cards on the same way took: same service, country and distance."""
    if route.reader is None or not (way.service or way.crosses_border):
        return way
    to = route.reader.country
    took = [days for card in past.arrived if (days := _took(card, way, route, to, past.own)) is not None]
    return by_experience(way, took, {language: country_name(to, language) for language in _LANGUAGES})


def _took(card: Arrived, way: Postage, route: Route, to: str, own: Own) -> int | None:
    """The working days that a card took on that way; None where it went another."""
    place = _place(card, to if way.crosses_border is False else "")
    if place is None or place.country != to or (way.service and card.service != way.service):
        return None
    try:
        its = postage(replace(route, reader=place, service=card.service, own=own), "", card.posted_on)
    except Problem:  # a service that is no more
        return None
    return its.days.count(card.posted_on, card.arrived_on) if its.transit == way.transit else None


def _place(card: Arrived, home: str) -> Place | None:
    return place_of(card.city, card.region, card.country, home)
