"""A card in the post: posted, and there (T1.2)."""

from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from seguito.actions.past_cards import experienced, past_cards
from seguito.actions.plan import replan_note
from seguito.actions.went_out import note_went
from seguito.actions.where import home_of, reader_of
from seguito.channels import about
from seguito.core.nouns import Note, Purpose, Who
from seguito.core.planning.follow_up import Kind, key_of
from seguito.core.planning.post import Posted, when_posted
from seguito.core.planning.postage import Postage, PostalService
from seguito.core.reasons import Reason
from seguito.errors import N_, Problem
from seguito.records.database import atomic, data_folder
from seguito.records.reads.deliveries import Written
from seguito.records.reads.interviews import interview
from seguito.records.reads.notes import note
from seguito.records.reads.postings import Journey, arrived_cards, journey
from seguito.records.writes.follow_ups import mark_done
from seguito.records.writes.notes import mark_sent
from seguito.records.writes.postings import keep_arrival, keep_posting
from seguito.reference.postal import service_named, services, usual_service
from seguito.reference.postal.own import own_services
from seguito.reference.routes import Route, postage

__all__ = ["ByPost", "Journey", "OnTheWay", "arrived", "by_post", "posted"]


class GoesByMail(Problem):
    id = "goes-by-mail"
    happened = N_("The note to {person} is an e-mail; it is not posted.")
    safe = N_("Nothing was changed.")
    next_step = N_("Lay out a card for {person}: seguito draft … --channel card.")
    on_page = N_("Begin a card for {person} on the interview's page.")


class NeverPosted(Problem):
    id = "never-posted"
    happened = N_("Nobody has said when the card to {person} was posted.")
    safe = N_("Nothing was changed.")
    next_step = N_("Say it first: seguito posted {note} --on DATE --by SERVICE.")
    on_page = N_("Say first when it was posted.")


class NotYet(Problem):
    id = "not-yet"
    happened = N_("{day} has not come yet.")
    safe = N_("Nothing was changed.")
    next_step = N_("Say on which day it really was put into the box.")


class BeforeItWasPosted(Problem):
    id = "before-it-was-posted"
    happened = N_("The card to {person} was posted on {posted_on}; it cannot have come on {day}.")
    safe = N_("Nothing was changed.")
    next_step = N_("Say the right day, or first when it was posted: seguito posted {note} --on DATE --by SERVICE.")
    on_page = N_("Say the right day, or first when it was posted.")


@dataclass(frozen=True, slots=True)
class OnTheWay:
    """A card's journey. `reasons`: why it is expected then. `accounted_for`: each day that was not counted, and why."""

    journey: Journey
    reasons: tuple[Reason, ...] = ()
    accounted_for: tuple[tuple[date, Reason], ...] = ()


@dataclass(frozen=True, slots=True)
class ByPost:
    """A card's way: how far it is, and the services that would take it from here; `usual`: an ordinary stamp's id."""

    journey: Journey | None
    services: tuple[PostalService, ...]
    usual: str


def by_post(who: Who, card: Note, on: date) -> ByPost:
    """What is known of a card's way by post, and what can be said of it on that day."""
    home = home_of(who, interview(who, card.interview)) if card.interview else None
    country, own = home.country if home else "", own_services(data_folder())
    found = (
        tuple(one for one in services(country, own) if one.ended_on is None or one.ended_on >= on) if country else ()
    )
    usual = usual_service(country, on, own) if country else None
    return ByPost(journey(who, card.id), found, usual.id if usual else "")


def posted(who: Who, wanted: str, on: Posted, by: str, now: datetime) -> OnTheWay:
    """The card was posted then by that service; from now on it is on its way. Said twice, the later word counts.

    Raises NotYet, GoesByMail, and what an unknown service or an unreadable file of own services raises.
    """
    card = _card(who, wanted)
    _refuse_future(on, now)
    with atomic():
        service, way = _way(who, card, by, on.on)
        expected = way.arrival(on.on, on.at)
        keep_posting(who, card.id, service, on.on, expected)
        went_at = datetime.combine(on.on, on.at or time(12), now.tzinfo or ZoneInfo("UTC"))
        if card.interview and card.purpose is not Purpose.THANKS:
            note_went(who, card.id, Written(card.purpose, card.interview, card.to.id), went_at)
        elif card.interview:
            mark_done(who, key_of(Kind.CARD, card.interview, card.to.id), now)
        mark_sent(who, card.id, went_at)
        replan_note(who, card, now)
        if expected is None:
            return OnTheWay(_journey(who, card), way.reasons)
        counted_out = way.days.counted_out(on.on, expected[1])
        return OnTheWay(_journey(who, card), (*when_posted(on, way), *way.reasons), counted_out)


def arrived(who: Who, wanted: str, on: date, now: datetime) -> OnTheWay:
    """The card was there on that day. Said twice, the later word counts."""
    card = _card(who, wanted)
    _refuse_future(Posted(on), now)
    with atomic():
        way = journey(who, card.id)
        if way is None:
            raise NeverPosted(person=card.to.called, note=card.id)
        if on < way.posted_on:
            raise BeforeItWasPosted(person=card.to.called, posted_on=way.posted_on, day=on, note=card.id)
        keep_arrival(who, card.id, on)
        if card.interview:
            mark_done(who, key_of(Kind.CARD, card.interview, card.to.id, "there"), now)
        replan_note(who, card, now)
        return OnTheWay(_journey(who, card))


def _refuse_future(on: Posted, now: datetime) -> None:
    if (on.on, on.at or time.min) > (now.date(), now.time()):
        raise NotYet(day=on.on)


def _card(who: Who, wanted: str) -> Note:
    found = note(who, wanted)
    if not about(found.channel).by_hand:
        raise GoesByMail(person=found.to.called)
    return found


def _way(who: Who, card: Note, by: str, on: date) -> tuple[str, Postage]:
    """The service's id, and how the card travels by it."""
    talk = interview(who, card.interview) if card.interview else None
    home = home_of(who, talk)
    country, own = home.country if home else "", own_services(data_folder())
    service = service_named(by, on, "", country, own)
    route = Route(sender=home, reader=reader_of(card.to, talk, home), service=service.id, own=own)
    return service.id, experienced(postage(route, country, on), route, past_cards(arrived_cards(who)))


def _journey(who: Who, card: Note) -> Journey:
    found = journey(who, card.id)
    if found is None:
        raise LookupError(card.id)
    return found
