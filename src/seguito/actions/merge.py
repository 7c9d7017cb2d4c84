"""Two records that are the same person, or the same house, made one; nothing that was said or written is lost."""

from dataclasses import dataclass
from datetime import datetime

from seguito.actions.cadence import stay_in_touch
from seguito.actions.plan import replan
from seguito.core.nouns import Organisation, Person, Who
from seguito.errors import N_, Problem
from seguito.records.database import atomic
from seguito.records.reads.erasure import held_about
from seguito.records.reads.houses import held_at, organisation
from seguito.records.reads.interviews import interviews_at, interviews_with
from seguito.records.reads.keeping import applications_with
from seguito.records.reads.people import me, person
from seguito.records.writes.keeping import keep_audit
from seguito.records.writes.merging import merge_organisations, merge_people


class SameRecord(Problem):
    id = "same-record"
    happened = N_("Both are the same record already: {name}.")
    safe = N_("Nothing was changed.")
    next_step = N_("Name two different ones, by their ids.")


class MergedWithOneself(Problem):
    id = "merged-with-oneself"
    happened = N_("One of them is you, whose records these are.")
    safe = N_("Nothing was changed.")
    next_step = N_("If you stand on a panel by mistake, tell your other address: seguito me email=…")
    on_page = N_("If you stand on a panel by mistake, tell your other address in the settings, under About me.")


@dataclass(frozen=True, slots=True)
class Merging:
    """`moves`: how many rows of each kind go over from `other` to `kept`, by kind."""

    kept: Person
    other: Person
    moves: dict[str, int]


@dataclass(frozen=True, slots=True)
class HousesMerging:
    kept: Organisation
    other: Organisation
    moves: dict[str, int]


def what_moves(who: Who, kept: str, other: str) -> Merging:
    """What `merge` would do. Changes nothing. Raises SameRecord or MergedWithOneself."""
    one, two, author = person(who, kept), person(who, other), me(who)
    if one.id == two.id:
        raise SameRecord(name=one.called)
    if author is not None and author.id in (one.id, two.id):
        raise MergedWithOneself
    return Merging(one, two, held_about(who, two.id))


def merge(who: Who, kept: str, other: str, now: datetime) -> Merging:
    """`other` is `kept` from now on. Which record it was is written down, so that erasing the one erases both."""
    merging = what_moves(who, kept, other)
    with atomic():
        talks = {*interviews_with(who, merging.kept.id), *interviews_with(who, merging.other.id)}
        gone = merge_people(who, merging.kept.id, merging.other.id)
        keep_audit(who, "merged", merging.kept.id, {"record": gone, **merging.moves}, now)
        for talk in sorted(talks):
            replan(who, talk, now)
        for application in applications_with(who, merging.kept.id):
            stay_in_touch(who, application)
    return merging


def what_moves_between_houses(who: Who, kept: str, other: str) -> HousesMerging:
    """What `merge_houses` would do. Changes nothing. Raises SameRecord."""
    one, two = organisation(who, kept), organisation(who, other)
    if one.id == two.id:
        raise SameRecord(name=one.name)
    return HousesMerging(one, two, held_at(who, two.id))


def merge_houses(who: Who, kept: str, other: str, now: datetime) -> HousesMerging:
    """The house `other` is `kept` from now on."""
    merging = what_moves_between_houses(who, kept, other)
    with atomic():
        merge_organisations(who, merging.kept.id, merging.other.id)
        for talk in interviews_at(who, merging.kept.id):
            replan(who, talk, now)
    return merging
