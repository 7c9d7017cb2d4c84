"""The recruiter's file: who impressed, on what evidence, by whose leave (T5.1, T5.3)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from seguito.actions.evidence import FollowedUp, evidence, regard
from seguito.actions.openings import Closer, closer
from seguito.actions.skills import vocabulary
from seguito.actions.where import home_from, reader_of
from seguito.core.cadence.short_list import ShortListed, check_in_with
from seguito.core.nouns import Person, Who
from seguito.core.planning.follow_up import FollowUp
from seguito.core.skills import place_skill
from seguito.core.talent.leave import WARN_BEFORE, Consent, Leave, kept_until
from seguito.errors import N_, Problem
from seguito.languages.search import stems_of
from seguito.records.database import atomic
from seguito.records.reads.contacts import last_contact_with
from seguito.records.reads.follow_ups import done_with_talent
from seguito.records.reads.keeping import touches
from seguito.records.reads.people import me, person
from seguito.records.reads.problems import NoSuchPerson
from seguito.records.reads.talent import Talent, over_by, talent, talent_of, whole_file
from seguito.records.suppression import erased
from seguito.records.writes.follow_ups import keep_check_in
from seguito.records.writes.keeping import keep_audit
from seguito.records.writes.people import keep_person, set_person
from seguito.records.writes.talent import NewSkill, index_words, keep_skills, keep_talent, set_consent, set_talent
from seguito.reference.holidays import working_days
from seguito.reference.playbooks import playbook
from seguito.reference.skills import spoken_language


class NoBecause(Problem):
    id = "no-because"
    happened = N_("Nothing is said of what impressed.")
    safe = N_("Nobody was added.")
    next_step = N_('Say it in your own words: --because "…".')


class PerhapsErased(Problem):
    id = "perhaps-erased"
    happened = N_("Somebody called {person} was erased here.")
    safe = N_("Nobody was added.")
    next_step = N_("If this is another person, or they have asked to be in the file again, add --namesake.")


class AskedBefore(Problem):
    id = "renewal-asked-before"
    happened = N_("{person} cannot be asked again: it was asked before, or they withdrew their leave.")
    safe = N_("Nothing was changed.")
    next_step = N_("If they give it by themselves: seguito talent renew {id} --consent-until DATE.")
    on_page = N_("If they give it by themselves, note it under “By whose leave”.")


@dataclass(frozen=True, slots=True)
class Impressed:
    """What is told of somebody who impressed. Empty: nothing. `held`, `missing`: skills as one writes them."""

    because: str = ""
    held: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    available: str = ""
    source: str = ""
    short_list: bool = False
    consent_until: date | None = None
    consent_words: str = ""
    email: str = ""
    namesake: bool = False


@dataclass(frozen=True, slots=True)
class Filed:
    """A file as it may be shown. `messages`: how they followed up."""

    talent: Talent
    leave: Leave
    may_ask: bool
    messages: tuple[FollowedUp, ...] = ()


@dataclass(frozen=True, slots=True)
class File:
    """`open`: with their leave, or not asked yet. `closed`: names alone. `soon`: their time is nearly over."""

    open: tuple[Filed, ...]
    closed: tuple[Filed, ...]
    soon: tuple[Talent, ...]


def the_file(who: Who, now: datetime) -> File:
    today = now.date()
    filed = [filed_as(one, today) for one in whole_file(who)]
    soon = over_by(who, today + WARN_BEFORE)
    keep_audit(who, "listed", "", {"people": [one.talent.person.id for one in filed]}, now)
    return File(
        open=tuple(one for one in filed if one.leave is not Leave.CLOSED),
        closed=tuple(one for one in filed if one.leave is Leave.CLOSED),
        soon=soon,
    )


def show(who: Who, wanted: str, now: datetime) -> Filed:
    """One file, with how its owner followed up; of a closed one no more than that it is closed."""
    filed = filed_as(talent(who, wanted), now.date())
    keep_audit(who, "shown", filed.talent.person.id, {}, now)
    if filed.leave is Leave.CLOSED:
        return filed
    return replace(filed, messages=evidence(who, filed.talent.person.id))


def add(who: Who, wanted: str, told: Impressed, home: Path, now: datetime) -> tuple[Filed, tuple[Closer, ...]]:
    """Put somebody into the file, or add to what stands there. Openings that they come nearer to come back as well."""
    with atomic():
        someone = _whom(who, wanted, told, home)
        known = talent_of(who, someone.id)
        if known is None and not told.because.strip():
            raise NoBecause
        keep_talent(who, someone.id, told.because.strip(), told.source, kept_until(now.date(), None), now)
        if told.consent_until:
            _give_leave(who, someone.id, told.consent_until, told.consent_words, now)
        fresh = keep_skills(who, someone.id, _skills(who, told, now.date() if known else None))
        more: dict[str, object] = {"short_list": True} if told.short_list else {}
        more |= {"available": told.available} if told.available else {}
        set_talent(who, someone.id, more)
        in_step(who, someone.id)
        keep_audit(who, "added" if known is None else "changed", someone.id, {}, now)
        return filed_as(talent(who, someone.id), now.date()), closer(who, someone.id, fresh, now) if known else ()


def shows(who: Who, person_id: str, skills: Sequence[str], text: str, now: datetime) -> tuple[Closer, ...]:
    """Somebody's message shows something new: openings that had lacked it come back. Nothing for whoever is in no file.

    Run it in a transaction.
    """
    if talent_of(who, person_id) is None:
        return ()
    words = vocabulary(who)
    learned = [NewSkill(one.id, one.label, True, text[:500], now.date()) for one in map(words.read, skills)]
    fresh = keep_skills(who, person_id, learned)
    in_step(who, person_id)
    return closer(who, person_id, fresh, now)


def renew(who: Who, wanted: str, until: date, words: str, now: datetime) -> Filed:
    """They gave their leave, anew or for the first time."""
    file = talent(who, wanted)
    with atomic():
        _give_leave(who, file.person.id, until, words, now)
        in_step(who, file.person.id)
        keep_audit(who, "leave-given", file.person.id, {"until": until.isoformat()}, now)
    return filed_as(talent(who, file.person.id), now.date())


def ask_renewal(who: Who, wanted: str, now: datetime) -> Filed:
    """A renewal was asked: once, and never of somebody who withdrew. Raises AskedBefore."""
    file = talent(who, wanted)
    if not file.consent.may_ask(now.date()):
        raise AskedBefore(person=file.person.name, id=file.person.id)
    return _set_leave(who, file, replace(file.consent, asked_on=now.date()), "renewal-asked", now)


def withdraw(who: Who, wanted: str, now: datetime) -> Filed:
    """They withdrew their leave: from now on the file is closed."""
    file = talent(who, wanted)
    return _set_leave(who, file, replace(file.consent, ended_on=now.date()), "leave-withdrawn", now)


def off_short_list(who: Who, wanted: str, now: datetime) -> Filed:
    """No check-ins any more; the file stays."""
    file = talent(who, wanted)
    with atomic():
        set_talent(who, file.person.id, {"short_list": False})
        in_step(who, file.person.id)
        keep_audit(who, "changed", file.person.id, {}, now)
    return filed_as(talent(who, file.person.id), now.date())


def notice_given(who: Who, wanted: str, on: date, now: datetime) -> Filed:
    """They were told what is kept of them, and why."""
    file = talent(who, wanted)
    with atomic():
        set_talent(who, file.person.id, {"notice_given_on": on})
        keep_audit(who, "notice-given", file.person.id, {"on": on.isoformat()}, now)
    return filed_as(talent(who, file.person.id), now.date())


def over(who: Who, now: datetime) -> tuple[Talent, ...]:
    """Those whose time in the file is over: they are to be erased."""
    return over_by(who, now.date())


def in_step(who: Who, person_id: str) -> None:
    """What is kept beside a file for the ranking, the search and the next check-in. Run it in a transaction."""
    file = talent_of(who, person_id)
    if file is None:
        return
    last = last_contact_with(who, person_id)
    told = {"regard": regard(evidence(who, person_id)), "last_contact_on": last.date() if last else None}
    set_talent(who, person_id, told)
    index_words(who, person_id, stems_of(_written(file)))
    keep_check_in(who, person_id, _check_in(who, file))


def _check_in(who: Who, file: Talent) -> tuple[FollowUp, ...]:
    if not file.short_list:
        return ()
    author, last = me(who), file.last_contact_on or file.added_at.date()
    listed = ShortListed(
        person=file.person.id,
        name=file.person.name,
        added_at=file.added_at,
        leave_until=None if file.consent.ended_on else file.consent.until,
        zone=ZoneInfo(author.zone if author and author.zone else "UTC"),
        days=working_days(reader_of(file.person, None, home_from(author, None))),
        touches=touches(who, [file.person.id]),
        done=done_with_talent(who, file.person.id),
        grown=tuple(skill.label for skill in file.skills if skill.held and skill.on and skill.on >= last),
    )
    return check_in_with(listed, playbook())


def _written(file: Talent) -> str:
    skills = [f"{skill.label} {skill.evidence}" for skill in file.skills if skill.held]
    return " ".join([file.because, file.person.role, *(text for _, text in file.impressions), *skills])


def _whom(who: Who, wanted: str, told: Impressed, home: Path) -> Person:
    """Somebody who is known; else, of a full name or an address, somebody new."""
    name, _, rest = wanted.partition("<")
    email = told.email or rest.rstrip("> ").strip()
    try:
        someone = person(who, email or name.strip())
    except NoSuchPerson:
        if not email and len(name.split()) < 2:
            raise
        someone = _new(who, name.strip(), email, told, home)
    if told.email and told.email.lower() not in {one.lower() for one in someone.emails}:
        someone = set_person(who, someone.id, {"email": (*someone.emails, told.email)})
    return someone


def _new(who: Who, name: str, email: str, told: Impressed, home: Path) -> Person:
    listed = erased(home)
    if not told.namesake and (listed.covers("", [email] if email else [], ()) or (name and listed.may_be(name))):
        raise PerhapsErased(person=name or email)
    return keep_person(who, name, [email] if email else [], None)


def _skills(who: Who, told: Impressed, learned_on: date | None) -> Iterable[NewSkill]:
    """`learned_on`: what is added to a file that stands already was learned since; what it begins with was not."""
    words = vocabulary(who)
    for text in told.held:
        name, _, shown = text.partition(":")
        skill = words.read(name)
        yield NewSkill(skill.id, skill.label, True, shown.strip(), learned_on)
    for text in told.missing:
        skill = words.read(text)
        yield NewSkill(skill.id, skill.label, held=False)
    for text in told.languages:
        yield NewSkill(spoken_language(text)[0], text)
    for text in told.places:
        yield NewSkill(place_skill(text), text)


def _give_leave(who: Who, person_id: str, until: date, words: str, now: datetime) -> None:
    added = talent(who, person_id).added_at.date()
    set_consent(who, person_id, Consent(now.date(), until, words), kept_until(added, until))


def _set_leave(who: Who, file: Talent, consent: Consent, what: str, now: datetime) -> Filed:
    with atomic():
        set_consent(who, file.person.id, consent, file.keep_until)
        in_step(who, file.person.id)
        keep_audit(who, what, file.person.id, {}, now)
    return filed_as(talent(who, file.person.id), now.date())


def filed_as(file: Talent, today: date) -> Filed:
    """A file as it stands today by its owner's leave."""
    return Filed(file, file.consent.stands(today), file.consent.may_ask(today))
