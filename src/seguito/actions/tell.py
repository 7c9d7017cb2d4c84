"""Telling what the plan and the looks need to know (`seguito me`, `seguito set`)."""

from collections.abc import Mapping
from datetime import datetime

from seguito.core.nouns import Application, Interview, Organisation, Person, Who
from seguito.errors import N_, Problem
from seguito.records.database import atomic
from seguito.records.reads.people import me
from seguito.records.writes.interviews import set_application, set_interview
from seguito.records.writes.people import set_me, set_organisation, set_person

Told = Mapping[str, object]


class EndsBeforeStart(Problem):
    id = "ends-before-start"
    happened = N_("The interview would end ({ends}) before it starts ({starts}).")
    safe = N_("Nothing was changed.")
    next_step = N_("Tell both times, or the right one.")


def who_am_i(who: Who) -> Person | None:
    return me(who)


def tell_me(who: Who, told: Told) -> Person:
    with atomic():
        return set_me(who, told)


def tell_organisation(who: Who, wanted: str, told: Told, now: datetime) -> Organisation:
    with atomic():
        return set_organisation(who, wanted, told)


def tell_person(who: Who, wanted: str, told: Told, now: datetime) -> Person:
    with atomic():
        return set_person(who, wanted, told)


def tell_application(who: Who, wanted: str, told: Told, now: datetime) -> Application:
    with atomic():
        return set_application(who, wanted, told)


def tell_interview(who: Who, wanted: str, told: Told, now: datetime) -> Interview:
    with atomic():
        interview = set_interview(who, wanted, told)
        if interview.ends_at and interview.ends_at <= interview.starts_at:
            raise EndsBeforeStart(starts=interview.starts_at, ends=interview.ends_at)
        return interview
