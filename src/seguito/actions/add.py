"""Recording interviews: from an invite's bytes, or as they are told by hand."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from seguito.actions.plan import replan
from seguito.calendars.invite import read_invites
from seguito.calendars.nouns import Invited, Need, Oddity, Status
from seguito.core.invitation import Guess, house_domains, read_title
from seguito.core.nouns import Appointment, Interview, Organisation, Person, Who
from seguito.errors import N_, Problem
from seguito.languages.invitation import title_words
from seguito.languages.title_words import split_title
from seguito.records.database import atomic
from seguito.records.reads.follow_ups import Planned, planned_for
from seguito.records.reads.interviews import InviteStands, interview, interview_by_invite, organisation_names
from seguito.records.reads.people import me
from seguito.records.writes.interviews import (
    cancel_interview,
    keep_application,
    keep_interview,
    seat_also,
    update_interview,
)
from seguito.records.writes.people import keep_organisation, keep_person, set_me
from seguito.reference.mail import free_mail


class EndsBeforeItStarts(Problem):
    id = "ends-before-start"
    happened = N_("The interview would end ({ends}) before it starts ({starts}).")
    safe = N_("Nothing was recorded.")
    next_step = N_("Correct one of the two, then add it again.")


class InviteEndsBeforeItStarts(Problem):
    id = "invite-ends-before-start"
    happened = N_("By this invite, the interview would end ({ends}) before it starts.")
    safe = N_("Nothing was recorded.")
    next_step = N_('Ask whoever sent it, or tell it by hand: seguito add --organisation "…" --when START --lasts MIN.')
    on_page = N_("Ask whoever sent it, or write it in by hand below.")


class NoOrganisation(Problem):
    id = "no-organisation"
    happened = N_("Nobody has said which organisation the interview is with.")
    safe = N_("Nothing was recorded.")
    next_step = N_('Say it: --organisation "…".')
    on_page = N_("Write it in the field of that name.")


class NobodyNamed(Problem):
    id = "nobody-named"
    happened = N_("Nobody was named.")
    safe = N_("Nothing was changed.")
    next_step = N_("Write who was there, one a line, with the address if you have it.")


@dataclass(frozen=True, slots=True)
class Told:
    """What the person says beside the invite. Empty: nothing."""

    organisation: str = ""
    role: str = ""
    decision_by: date | None = None
    pace: str = ""
    mine: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Added:
    """`state`: new, updated, cancelled or unchanged. `needs`: what must still be asked."""

    interview: Interview
    state: str
    needs: tuple[str, ...]
    follow_ups: tuple[Planned, ...]


@dataclass(frozen=True, slots=True)
class AddedAll:
    interviews: tuple[Added, ...]
    warnings: tuple[Oddity, ...]


def add_invite(who: Who, data: bytes, told: Told, zone: ZoneInfo, now: datetime) -> AddedAll:
    """Record every interview of an invite. A newer invite moves or ends what was planned; the same one changes nothing.

    `zone`: the reader's, for times that have none. Everything is recorded, or nothing. Raises a `Problem` for bytes
    that are no invite.
    """
    author = me(who)
    mine = (*told.mine, *(author.emails if author else ()))
    reading = read_invites(data, zone, mine)
    for odd in reading.warnings:
        if odd.code == "end-before-start":
            raise InviteEndsBeforeItStarts(ends=odd.values["end"])
    added: list[Added] = []
    warnings = list(reading.warnings)
    with atomic():
        _keep_mine(who, told.mine)
        for invited in reading.interviews:
            known = interview_by_invite(who, *invite_key(invited))
            if invited.status is Status.CANCELLED and known is None:
                message = N_("This cancels “{summary}”, which was never recorded here.")
                warnings.append(Oddity("cancels-nothing", message, {"summary": invited.summary}))
                continue
            added.append(_add_one(who, invited, known, replace(told, mine=mine), now))
    return AddedAll(tuple(added), tuple(warnings))


def add_by_hand(who: Who, facts: Appointment, panel: Sequence[tuple[str, str]], told: Told, now: datetime) -> AddedAll:
    """Record an interview as it is told. `panel`: names with their addresses, either of which may be empty."""
    if not told.organisation.strip():
        raise NoOrganisation
    with atomic():
        _keep_mine(who, told.mine)
        house = keep_organisation(who, told.organisation)
        application = keep_application(who, house, told.role, told.decision_by, told.pace)
        people = [_panelist(who, name, address, house) for name, address in panel]
        needs = (*_missing(told.role, people), *(() if facts.ends_at else (Need.END.value,)))
        return AddedAll(
            (_planned(who, keep_interview(who, application, _checked(facts), people, now), "new", needs, now),), ()
        )


def add_to_panel(who: Who, wanted: str, panel: Sequence[tuple[str, str]], now: datetime) -> Interview:
    """Whoever was there as well. `panel`: names with their addresses, either of which may be empty."""
    if not panel:
        raise NobodyNamed
    with atomic():
        talk = interview(who, wanted)
        people = [_panelist(who, name, address, talk.application.organisation) for name, address in panel]
        seated = seat_also(who, talk.id, people)
        replan(who, talk.id, now)
    return seated


def _add_one(who: Who, invited: Invited, known: InviteStands | None, told: Told, now: datetime) -> Added:
    if known and not has_news(invited, known):
        return _planned(who, known.interview, "unchanged", (), now, again=False)
    if invited.status is Status.CANCELLED and known:
        ended = cancel_interview(who, known.interview.id, invited.sequence, invited.dtstamp)
        return _planned(who, ended, "cancelled", (), now)
    guess = _house_and_role(who, invited, told)
    house = known.interview.application.organisation if known else _house(who, guess, invited)
    people = [_panelist(who, invitee.name or "", invitee.email or "", house) for invitee in invited.people]
    facts = _checked(_facts(invited))
    if known:
        return _update(who, known, facts, people, invited, now)
    application = keep_application(who, house, told.role or guess.role, told.decision_by, told.pace)
    needs = (*_guessed(guess, application.role), *_missing(application.role, people), *invited.needs)
    return _planned(who, keep_interview(who, application, facts, people, now), "new", tuple(dict.fromkeys(needs)), now)


def has_news(invited: Invited, known: InviteStands) -> bool:
    """Whether it is a newer version than the recorded one. A cancellation may bear the number of what it ends."""
    version, recorded = (invited.sequence, invited.dtstamp or _NEVER), (known.sequence, known.stamped_at or _NEVER)
    ends_it = invited.status is Status.CANCELLED and not known.interview.cancelled
    return version > recorded or (version == recorded and ends_it)


def _update(
    who: Who, known: InviteStands, facts: Appointment, people: Sequence[Person], invited: Invited, now: datetime
) -> Added:
    before = known.interview
    if facts.ends_at is None and facts.starts_at == before.starts_at:
        facts = replace(facts, ends_at=before.ends_at)  # told by hand, as the invite did not say
    after = update_interview(who, before.id, facts, people)
    state = "unchanged" if after == before else "updated"
    return _planned(who, after, state, tuple(invited.needs), now)


_NEVER = datetime.min.replace(tzinfo=UTC)


def invite_key(invited: Invited) -> tuple[str, str]:
    """By what an event is kept: its uid, and which one of a series it is."""
    uid, instance = invited.key
    return uid[:500], instance


def _facts(invited: Invited) -> Appointment:
    if invited.starts_at is None:
        raise LookupError(invited.uid)  # only a cancellation comes without a start, and it never comes here
    uid, instance = invite_key(invited)
    return Appointment(
        starts_at=invited.starts_at,
        ends_at=invited.ends_at,
        zone=invited.zone,
        place=invited.place,
        join_url=invited.join_url,
        language=invited.language,
        uid=uid,
        recurrence_id=instance,
        sequence=invited.sequence,
        stamped_at=invited.dtstamp,
        summary=invited.summary,
    )


def _checked(facts: Appointment) -> Appointment:
    if facts.ends_at is not None and facts.ends_at <= facts.starts_at:
        raise EndsBeforeItStarts(starts=facts.starts_at, ends=facts.ends_at)
    return facts


def _house_and_role(who: Who, invited: Invited, told: Told) -> Guess:
    """What the invite says of house and role; what the person says comes first, and is no guess."""
    addresses = [invitee.email for invitee in invited.people if invitee.email]
    names = [invitee.name or "" for invitee in invited.people]
    author = me(who)
    domains = house_domains(addresses, free_mail(), told.mine)
    guess = read_title(invited.summary, domains, [*names, author.name if author else ""], title_words())
    known = organisation_names(who)
    if guess.organisation.casefold() in known:
        guess = replace(guess, organisation_guessed=False)
    if told.organisation:
        guess = replace(guess, organisation=told.organisation, organisation_guessed=False)
    if told.role:
        guess = replace(guess, role=told.role, role_guessed=False)
    return guess


def _house(who: Who, guess: Guess, invited: Invited) -> Organisation:
    """Where nothing tells the house, the invite's own title stands in for it until somebody says (`needs`)."""
    return keep_organisation(who, guess.organisation or invited.summary[:300] or "?")


def _panelist(who: Who, name: str, address: str, house: Organisation) -> Person:
    title, bare = split_title(name)
    return keep_person(who, bare, [address] if address else [], house, title)


def _guessed(guess: Guess, role: str) -> tuple[str, ...]:
    house = ("organisation",) if guess.organisation_guessed or not guess.organisation else ()
    return (*house, *(("role",) if guess.role_guessed or not role else ()))


def _missing(role: str, people: Sequence[Person]) -> tuple[str, ...]:
    return (*(() if role else ("role",)), *(() if people else (Need.PEOPLE.value,)))


def _keep_mine(who: Who, mine: Sequence[str]) -> None:
    """The addresses that the person says are theirs; the first thing that is known about them, if nothing is."""
    author = me(who)
    addresses = author.emails if author else ()
    known = {address.lower() for address in addresses}
    fresh = tuple(address for address in mine if address.lower() not in known)
    if fresh:
        set_me(who, {"email": (*addresses, *fresh)})


def _planned(
    who: Who, interview: Interview, state: str, needs: tuple[str, ...], now: datetime, again: bool = True
) -> Added:
    if again:
        replan(who, interview.id, now)
    return Added(interview, state, needs, planned_for(who, [interview.id]))
