"""Telling what the plan and the looks need to know (`seguito me`, `seguito set`)."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from seguito.actions.plan import replan
from seguito.core.nouns import Application, Interview, Organisation, Person, Who
from seguito.core.wall_clock import instant_of
from seguito.errors import N_, Problem
from seguito.records.database import atomic
from seguito.records.reads.interviews import (
    interview as the_interview,
    interviews_at,
    interviews_for,
    interviews_with,
    open_interviews,
)
from seguito.records.reads.people import me, person
from seguito.records.writes.interviews import set_application, set_interview
from seguito.records.writes.myself import leave_panels
from seguito.records.writes.people import set_me, set_organisation, set_person

Told = Mapping[str, object]


class EndsBeforeStart(Problem):
    id = "ends-before-start"
    happened = N_("The interview would end ({ends}) before it starts ({starts}).")
    safe = N_("Nothing was changed.")
    next_step = N_("Tell both times, or the right one.")


class NoAddressThere(Problem):
    id = "no-address-there"
    happened = N_("No address of {name} is known, by which you could be told from a namesake.")
    safe = N_("Nothing was changed.")
    next_step = N_("Tell {name}'s address first.")


def who_am_i(who: Who) -> Person | None:
    return me(who)


def tell_me(who: Who, told: Told, now: datetime) -> Person:
    """What is told about oneself. Whoever bore one of the addresses on a panel was oneself, and leaves it."""
    with atomic():
        author = set_me(who, told)
        changed = leave_panels(who)
        _replan(who, dict.fromkeys((*open_interviews(who), *changed)), now)
        return me(who) or author


def that_is_me(who: Who, wanted: str, now: datetime) -> Person:
    """One of a panel is oneself, by their address; the name is taken if none was told yet. Raises NoAddressThere."""
    someone, author = person(who, wanted), me(who)
    if not someone.emails:
        raise NoAddressThere(name=someone.called)
    known = author.emails if author else ()
    told: dict[str, object] = {"email": tuple(dict.fromkeys((*known, *someone.emails)))}
    if someone.name and not (author and author.name):
        told["name"] = someone.name
    return tell_me(who, told, now)


def tell_organisation(who: Who, wanted: str, told: Told, now: datetime) -> Organisation:
    with atomic():
        organisation = set_organisation(who, wanted, told)
        _replan(who, interviews_at(who, organisation.id), now)
        return organisation


def tell_person(who: Who, wanted: str, told: Told, now: datetime) -> Person:
    with atomic():
        person = set_person(who, wanted, told)
        _replan(who, interviews_with(who, person.id), now)
        return person


def tell_application(who: Who, wanted: str, told: Told, now: datetime) -> Application:
    with atomic():
        application = set_application(who, wanted, told)
        _replan(who, interviews_for(who, application.id), now)
        return application


def tell_interview(who: Who, wanted: str, told: Told, now: datetime) -> Interview:
    with atomic():
        interview = set_interview(who, wanted, _by_its_clock(the_interview(who, wanted), told))
        if interview.ends_at and interview.ends_at <= interview.starts_at:
            raise EndsBeforeStart(starts=interview.starts_at, ends=interview.ends_at)
        _replan(who, [interview.id], now)
        return interview


def _by_its_clock(talk: Interview, told: Told) -> Told:
    """Hours that were told without an offset are those of the interview's own zone. Raises HourSkipped, HourTwice."""
    zone = ZoneInfo(str(told.get("zone") or talk.zone))
    return {
        field: instant_of(value, field, zone) if isinstance(value, datetime) else value for field, value in told.items()
    }


def _replan(who: Who, interview_ids: Iterable[str], now: datetime) -> None:
    """Whatever the plan stands on has changed: it is made again at once, so that nothing due is missed."""
    for interview_id in interview_ids:
        replan(who, interview_id, now)
