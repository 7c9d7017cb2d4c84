"""Planning an interview from the records: gather the facts, ask the core, keep what it says."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from seguito.core.nouns import Detail, DetailKind, Interview, Note, NoteState, Pace, Person, Who
from seguito.core.planning.due import state_at
from seguito.core.planning.facts import InterviewFacts, NoteAtHand, NoteStage, Panelist
from seguito.core.planning.follow_up import FollowUpState
from seguito.core.planning.plan import plan_interview
from seguito.core.planning.post import Postage
from seguito.records.database import atomic
from seguito.records.reads.follow_ups import Planned, all_planned, done_for, planned_for
from seguito.records.reads.interviews import Kept, details, interview, kept_facts
from seguito.records.reads.notes import notes_of_interview, passed_notes
from seguito.records.reads.people import me
from seguito.records.writes.follow_ups import keep_plan
from seguito.reference.holidays import working_days
from seguito.reference.places import Place, place_of
from seguito.reference.playbooks import DEFAULT, playbook
from seguito.reference.routes import Route, postage
from seguito.reference.zones import country_of


@dataclass(frozen=True, slots=True)
class Standing:
    """A planned follow-up, and where it stands now."""

    planned: Planned
    state: FollowUpState


def plan(who: Who, wanted: str | None, now: datetime) -> tuple[Standing, ...]:
    """Every follow-up of one interview, or of all: as they open, by interview."""
    found = replan(who, interview(who, wanted).id, now) if wanted else all_planned(who)
    return tuple(standing_of(planned, now) for planned in found)


def standing_of(planned: Planned, now: datetime) -> Standing:
    state = FollowUpState(planned.settled) if planned.settled else state_at(planned.follow_up, now)
    return Standing(planned, state)


def replan(who: Who, interview_id: str, now: datetime) -> tuple[Planned, ...]:
    """Plan one interview again with everything that is known now; planning twice is planning once."""
    talk = interview(who, interview_id)
    facts = _facts(who, talk)
    planned = plan_interview(facts, playbook(talk.application.playbook or DEFAULT), now) if facts else ()
    with atomic():
        keep_plan(who, talk.id, planned)
    return planned_for(who, [talk.id])


def replan_note(who: Who, note: Note, now: datetime) -> None:
    """A note has come a step further, or back: what is next for its reader has changed."""
    if note.interview:
        replan(who, note.interview, now)


def _facts(who: Who, talk: Interview) -> InterviewFacts | None:
    """What planning stands on; None while nobody has said when the interview ends."""
    if talk.ends_at is None:
        return None
    author, kept = me(who), kept_facts(who, talk.id)
    zone = author.zone if author and author.zone else talk.zone
    home = home_of(who, talk)
    at_hand = _at_hand(notes_of_interview(who, talk.id), passed_notes(who, talk.id))
    return InterviewFacts(
        id=talk.id,
        end=talk.ends_at,
        zone=ZoneInfo(zone),
        application=talk.application.id,
        panel=tuple(_panelist(person, talk, at_hand, kept, home) for person in talk.panel),
        organisation_prefers=talk.application.organisation.prefers,
        pace=_pace(talk),
        decision_on=talk.application.decision_by,
        promised_on=talk.application.promised_on,
        promises=_promises(details(who, talk.id)),
        own_days=working_days(home),
        done=done_for(who, talk.id),
        replied_at=kept.replied_at,
        known_since=kept.recorded_on,
        cancelled=talk.cancelled,
    )


def _panelist(
    person: Person,
    talk: Interview,
    at_hand: Mapping[str, Mapping[str, NoteAtHand]],
    kept: Kept,
    home: Place | None,
) -> Panelist:
    reader = reader_of(person, talk, home)
    return Panelist(
        id=person.id,
        name=person.name,
        has_email=bool(person.email),
        prefers=person.prefers,
        zone=ZoneInfo(person.zone) if person.zone else ZoneInfo(talk.zone),
        days=working_days(reader),
        postage=_postage(home, reader, talk),
        posted_on=kept.posted_on.get(person.id),
        notes=at_hand.get(person.id, {}),
    )


def _at_hand(notes: tuple[Note, ...], passed: frozenset[str]) -> dict[str, dict[str, NoteAtHand]]:
    """By person, by channel: the notes that are begun but not out."""
    found: dict[str, dict[str, NoteAtHand]] = {}
    for note in notes:
        if note.state is NoteState.SENT:
            continue
        found.setdefault(note.to.id, {})[note.channel] = NoteAtHand(note.id, _stage(note, passed))
    return found


def _stage(note: Note, passed: frozenset[str]) -> NoteStage:
    if note.state is NoteState.APPROVED:
        return NoteStage.APPROVED
    if not note.touched:
        return NoteStage.SHEET
    return NoteStage.CHECKED if note.id in passed else NoteStage.DRAFT


def home_of(who: Who, talk: Interview) -> Place | None:
    """Where the author posts a letter: as they told, else the country that their zone is named for."""
    author = me(who)
    country = country_of(author.zone if author and author.zone else talk.zone)
    if author is None:
        return Place("", "", country) if country else None
    return place_of(author.address.city, author.address.region, author.address.country, country)


def reader_of(person: Person, talk: Interview, home: Place | None) -> Place | None:
    """Where a letter reaches them: their own address, else their house's, else the country of the interview's zone."""
    house, country = talk.application.organisation, person.address.country or talk.application.organisation.country
    country = country or country_of(person.zone or talk.zone) or (home.country if home else "")
    city = person.address.city or house.city
    return place_of(city, person.address.region, country)


def _postage(home: Place | None, reader: Place | None, talk: Interview) -> Postage:
    on = (talk.ends_at or talk.starts_at).date()
    return postage(Route(sender=home, reader=reader), home.country if home else "", on)


def _pace(talk: Interview) -> Pace:
    pace = talk.application.pace
    return talk.application.organisation.pace if pace is Pace.UNKNOWN else pace


def _promises(heard: tuple[Detail, ...]) -> tuple[Detail, ...]:
    return tuple(detail for detail in heard if detail.kind is DetailKind.PROMISE)
