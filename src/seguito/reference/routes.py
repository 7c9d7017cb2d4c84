"""How a card travels between two places: which service, which days both ends work, whether it crosses a border."""

from dataclasses import dataclass, replace
from datetime import date

from seguito.core.planning.postage import Postage, PostalService, Transit
from seguito.core.planning.workdays import WorkingDays
from seguito.core.reasons import Reason
from seguito.errors import N_
from seguito.reference.holidays import named, national_only, working_days
from seguito.reference.places import Place
from seguito.reference.postal import Own, service_named, usual_service


@dataclass(frozen=True, slots=True)
class Route:
    """What is known of a card's way. `service`: a name as typed, or empty. `transit`: working days, told by a person.

    `holidays`: days that replace the calendars of both ends; None: the calendars count. `own`: the user's own services.
    """

    sender: Place | None = None
    reader: Place | None = None
    service: str = ""
    transit: int | None = None
    holidays: tuple[date, ...] | None = None
    own: Own = ()

    @property
    def is_told(self) -> bool:
        """Whether anybody said anything about the post."""
        return bool(self.sender or self.reader or self.service or self.transit is not None)


def postage(route: Route, home: str, on: date) -> Postage:
    """The way of a card that is posted about `on`.

    An end that is not told lies where the service is, else where the other end is, else in the country `home`. Without
    a word about the post the transit stays unknown: a guess would look like a fact. Raises what `service_named` does.
    """
    service = _service(route, home, on)
    sender, reader = _ends(route, service, home)
    days = _both_ends(route, service, sender, reader)
    if route.transit is not None:
        told = Transit(route.transit, route.transit, route.transit)
        return Postage(told, days, crosses_border=_crosses(sender, reader), reasons=_lengthens(None))
    if _crosses(sender, reader):
        why = Reason("T2.1", N_("Across a border post takes weeks, and nobody promises when it arrives."))
        return Postage(None, days, crosses_border=True, reasons=(why,))
    if service is None:
        return Postage(None, days, reasons=(_unknown(sender if route.is_told else None),))
    return Postage(
        _within(service, sender, reader),
        days,
        service.id,
        service.name,
        collected=service.collected,
        reasons=_lengthens(service),
    )


def _service(route: Route, home: str, on: date) -> PostalService | None:
    """The service named, else the usual one where something about the way was told."""
    told = route.sender or route.reader
    if route.service:
        country = route.sender.country if route.sender else ""
        return service_named(route.service, on, country, told.country if told else home, route.own)
    return usual_service(told.country, on, route.own) if told and route.transit is None else None


def _ends(route: Route, service: PostalService | None, home: str) -> tuple[Place | None, Place | None]:
    other = route.sender or route.reader
    country = service.country if service else other.country if other else home
    unknown = Place("", "", country) if country else None
    return route.sender or unknown, route.reader or unknown


def _both_ends(route: Route, service: PostalService | None, sender: Place | None, reader: Place | None) -> WorkingDays:
    saturday = service.saturday if service else False
    if route.holidays is not None:
        return replace(named(route.holidays), saturday=saturday)
    ends = [end for end in (sender, reader) if end]
    if service and not service.local_holidays:
        ends = [national_only(end) for end in ends]
    days = WorkingDays()
    for end in ends:
        days = days.together(working_days(end))
    return replace(days, saturday=saturday)


def _crosses(sender: Place | None, reader: Place | None) -> bool:
    return bool(sender and reader and sender.country != reader.country)


def _within(service: PostalService, sender: Place | None, reader: Place | None) -> Transit:
    """The transit for that distance, where the service tells near from far."""
    if sender and reader and sender.same_city(reader) and service.near:
        return service.near
    if sender and reader and sender.same_region(reader) and service.within_region:
        return service.within_region
    return service.transit


def _lengthens(service: PostalService | None) -> tuple[Reason, ...]:
    if service is None or not service.alternate_days:
        return ()
    message = N_("Where post comes only every other day, {service} may take up to {slower} working days.")
    return (Reason("T1.2", message, {"service": service.name, "slower": service.transit.slower}),)


def _unknown(sender: Place | None) -> Reason:
    if sender is None:
        return Reason("T1.2", N_("Nobody said how the card would travel, so its days can't be reckoned."))
    message = N_("No postal service is known in {country}: tell its working days.")
    return Reason("T1.2", message, {"country": sender.country})
