"""A card in the post: posted, and there (T1.2)."""

from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from seguito.actions.plan import replan_note
from seguito.actions.went_out import note_went
from seguito.actions.where import home_of, reader_of
from seguito.channels import about
from seguito.core.nouns import Note, Purpose, Who
from seguito.core.planning.follow_up import Kind, key_of
from seguito.core.planning.post import PostalService, arrival
from seguito.errors import N_, Problem
from seguito.records.database import atomic
from seguito.records.reads.deliveries import Written
from seguito.records.reads.interviews import interview
from seguito.records.reads.notes import note
from seguito.records.reads.postings import Journey, journey
from seguito.records.writes.follow_ups import mark_done
from seguito.records.writes.notes import mark_sent
from seguito.records.writes.postings import keep_arrival, keep_posting
from seguito.reference.postal import service_named, services, usual_service
from seguito.reference.routes import Route, postage

__all__ = ["ByPost", "Journey", "arrived", "by_post", "posted"]


class GoesByMail(Problem):
    id = "goes-by-mail"
    happened = N_("The note to {person} is an e-mail; it is not posted.")
    safe = N_("Nothing was changed.")
    next_step = N_("Lay out a card for {person}: seguito draft … --channel card.")


class NeverPosted(Problem):
    id = "never-posted"
    happened = N_("Nobody has said when the card to {person} was posted.")
    safe = N_("Nothing was changed.")
    next_step = N_("Say it first: seguito posted {note} --on DATE --by SERVICE.")


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


@dataclass(frozen=True, slots=True)
class ByPost:
    """A card's way: how far it is, and the services that would take it from here; `usual`: an ordinary stamp's id."""

    journey: Journey | None
    services: tuple[PostalService, ...]
    usual: str


def by_post(who: Who, card: Note, on: date) -> ByPost:
    """What is known of a card's way by post, and what can be said of it on that day."""
    home = home_of(who, interview(who, card.interview)) if card.interview else None
    country = home.country if home else ""
    found = tuple(one for one in services(country) if one.ended_on is None or one.ended_on >= on) if country else ()
    usual = usual_service(country, on) if country else None
    return ByPost(journey(who, card.id), found, usual.id if usual else "")


def posted(who: Who, wanted: str, on: date, by: str, now: datetime) -> Journey:
    """The card was posted on that day by that service; from now on it is on its way."""
    card = _card(who, wanted)
    if on > now.date():
        raise NotYet(day=on)
    with atomic():
        service, expected = _service(who, card, by, on)
        keep_posting(who, card.id, service, on, expected)
        went_at = datetime.combine(on, time(12), now.tzinfo or ZoneInfo("UTC"))
        if card.interview and card.purpose is not Purpose.THANKS:
            note_went(who, card.id, Written(card.purpose, card.interview, card.to.id), went_at)
        elif card.interview:
            mark_done(who, key_of(Kind.CARD, card.interview, card.to.id), now)
        mark_sent(who, card.id, went_at)
        replan_note(who, card, now)
        return _journey(who, card)


def arrived(who: Who, wanted: str, on: date, now: datetime) -> Journey:
    card = _card(who, wanted)
    if on > now.date():
        raise NotYet(day=on)
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
        return _journey(who, card)


def _card(who: Who, wanted: str) -> Note:
    found = note(who, wanted)
    if not about(found.channel).by_hand:
        raise GoesByMail(person=found.to.called)
    return found


def _service(who: Who, card: Note, by: str, on: date) -> tuple[str, tuple[date, date] | None]:
    """The service's id, and the days between which the card is expected."""
    if not card.interview:
        return by, None
    talk = interview(who, card.interview)
    home = home_of(who, talk)
    country = home.country if home else ""
    service = service_named(by, on, "", country)
    way = postage(Route(sender=home, reader=reader_of(card.to, talk, home), service=service.id), country, on)
    return service.id, arrival(on, way.transit, way.days) if way.transit else None


def _journey(who: Who, card: Note) -> Journey:
    found = journey(who, card.id)
    if found is None:
        raise LookupError(card.id)
    return found
