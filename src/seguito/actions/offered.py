"""Interviews that come in by themselves: offered once; what is recorded already is followed without asking."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from seguito.actions.add import Added, AddedAll, Told, add_invite, has_news, invite_key
from seguito.actions.debrief_by_mail import own_addresses
from seguito.calendars.invite import read_invites
from seguito.calendars.nouns import Invited, Status
from seguito.calendars.people import Absence
from seguito.core.nouns import Who
from seguito.core.offers import (
    STILL_WORTH,
    Event,
    InterviewWords,
    Offered,
    OfferKind,
    looks_like_interview,
    same_house,
    speaks_for,
)
from seguito.errors import Problem
from seguito.languages.interviewing import interview_words
from seguito.records.database import atomic
from seguito.records.reads import offers as kept
from seguito.records.reads.interviews import InviteStands, interview_by_invite
from seguito.records.reads.letters import NoSuchLetter
from seguito.records.reads.offers import OfferStands
from seguito.records.reads.people import me
from seguito.records.writes.offers import NewOffer, keep_offer, settle_offer, withdraw_offer
from seguito.reference.mail import free_mail

_FOLLOWED = frozenset({"REQUEST", "CANCEL"})  # PUBLISH and no word at all have no authority (RFC 5546)


@dataclass(frozen=True, slots=True)
class Came:
    """An event, as a calendar of its own, and where it came from.

    `by_mail`: anybody may have sent it, as they say from `sender` (an address in small letters, or none), called
    `name`; else it stood in a calendar that the person chose.
    """

    invite: str
    by_mail: bool = False
    sender: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class TakenIn:
    """`offered`: what is asked now. `followed`: recorded interviews that were moved or ended."""

    offered: tuple[Offered, ...] = ()
    followed: tuple[Added, ...] = ()


@dataclass(frozen=True, slots=True)
class _Desk:
    """Whose interviews, and what one looks at them with."""

    who: Who
    own: tuple[str, ...]
    zone: ZoneInfo
    words: InterviewWords
    free_mail: frozenset[str]
    now: datetime


def take_in_events(who: Who, events: Iterable[Came], now: datetime) -> TakenIn:
    """Offer what looks like an interview, follow what is recorded. What cannot be read is passed over."""
    desk = _Desk(who, own_addresses(who), _zone(who, now), interview_words(), free_mail(), now)
    offered: dict[str, Offered] = {}
    followed: list[Added] = []
    for came in events:
        with atomic():
            for one in _take_in(desk, came):
                match one:
                    case Added():
                        followed.append(one)
                    case Offered():
                        offered[one.id] = one
    return TakenIn(tuple(offered.values()), tuple(followed))


def offers(who: Who, now: datetime) -> tuple[Offered, ...]:
    """What is asked about, and what was settled lately, as it begins."""
    return kept.offers(who, now - STILL_WORTH)


def open_offers(who: Who) -> tuple[Offered, ...]:
    return kept.open_offers(who)


def is_offer(who: Who, wanted: str) -> bool:
    """Whether `wanted` names an offer rather than a letter. Raises SeveralFit."""
    try:
        kept.offer(who, wanted)
    except NoSuchLetter:
        return False
    return True


def settle(who: Who, wanted: str, yes: bool, now: datetime) -> tuple[Offered, AddedAll | None]:
    """The person's word on an offer; on a yes, what was recorded. Raises NoSuchLetter, and what `add` can."""
    stands = kept.offer(who, wanted)
    with atomic():
        added = None
        if yes and stands.invite:
            added = add_invite(who, stands.invite.encode(), Told(mine=own_addresses(who)), _zone(who, now), now)
        settle_offer(who, stands.offered.id, yes)
    return kept.offer(who, stands.offered.id).offered, added


def _take_in(desk: _Desk, came: Came) -> list[Added | Offered]:
    try:
        reading = read_invites(came.invite.encode(), desk.zone, desk.own)
    except Problem:
        return []
    is_series = any(odd.code == "series" for odd in reading.warnings)
    if any(odd.code == "end-before-start" for odd in reading.warnings):
        return []
    found: list[Added | Offered] = []
    for invited in reading.interviews:
        known = interview_by_invite(desk.who, *invite_key(invited))
        before = kept.offer_by_invite(desk.who, *invite_key(invited))
        if known is not None:
            found += _of_recorded(desk, came, invited, known, before)
        else:
            found += _of_new(desk, came, invited, is_series, before)
    return found


def _of_recorded(
    desk: _Desk, came: Came, invited: Invited, known: InviteStands, before: OfferStands | None
) -> list[Added | Offered]:
    if not has_news(invited, known):
        return []
    panel = {address.lower() for person in known.interview.panel for address in person.emails}
    spoken_for = panel | (before.spoken_for if before else frozenset())
    by_right = not came.by_mail or (
        invited.method in _FOLLOWED and speaks_for(_organiser(invited), came.sender, spoken_for, desk.free_mail)
    )
    if not by_right:
        kind = OfferKind.CANCELLED if invited.status is Status.CANCELLED else OfferKind.MOVED
        return _offer(desk, came, invited, kind, before)
    told = Told(mine=desk.own)
    try:
        done = add_invite(desk.who, came.invite.encode(), told, desk.zone, desk.now).interviews
    except Problem:
        return []
    if before and before.offered.asks:
        settle_offer(desk.who, before.offered.id, True)
    return [one for one in done if one.state != "unchanged"]


def _of_new(
    desk: _Desk, came: Came, invited: Invited, is_series: bool, before: OfferStands | None
) -> list[Added | Offered]:
    if before is not None:
        first = before.spoken_for
        by_right = not came.by_mail or speaks_for(_organiser(invited), came.sender, first, desk.free_mail)
        if not before.offered.asks or not by_right:
            return []
    if invited.status is Status.CANCELLED:
        if before is not None and _is_newer(invited, before, or_same=True):
            withdraw_offer(desk.who, before.offered.id)
        return []
    if before is None and not _is_interview(desk, invited, is_series):
        return []
    return _offer(desk, came, invited, OfferKind.INVITE, before)


def _offer(
    desk: _Desk, came: Came, invited: Invited, kind: OfferKind, before: OfferStands | None
) -> list[Added | Offered]:
    if before is not None and not _is_newer(invited, before):
        return []
    uid, instance = invite_key(invited)
    organiser = _organiser(invited)
    named = invited.organiser
    there = next((one.name or one.email for one in invited.people if one.name or one.email), "")
    new = NewOffer(
        uid=uid,
        recurrence_id=instance,
        kind=kind,
        sequence=invited.sequence,
        stamped_at=invited.dtstamp,
        summary=invited.summary,
        starts_at=invited.starts_at,
        ends_at=invited.ends_at,
        # Of a change that may be forged, who mailed it is what there is to see.
        sender=(came.name or came.sender if kind is not OfferKind.INVITE else "")
        or (named and (named.name or named.email))
        or there
        or came.name
        or came.sender,
        organiser=organiser,
        address=came.sender,
        source="mail" if came.by_mail else "calendar",
        invite=came.invite,
    )
    says_the_same = before is not None and _seen(new) == _seen(before.offered)
    if says_the_same and before and not before.offered.asks:
        return []
    after = kept.offer(desk.who, keep_offer(desk.who, new, desk.now)).offered
    return [] if says_the_same else [after]


def _seen(one: NewOffer | Offered) -> tuple[object, ...]:
    """What a person would see of it: where that stays the same, it is no news."""
    return one.kind, one.summary, one.starts_at, one.ends_at


def _is_newer(invited: Invited, before: OfferStands, or_same: bool = False) -> bool:
    recorded = (before.sequence, before.stamped_at or datetime.min.replace(tzinfo=UTC))
    return invited.version > recorded or (or_same and invited.version == recorded)


def _is_interview(desk: _Desk, invited: Invited, is_series: bool) -> bool:
    if invited.starts_at is None:
        return False
    own = [address for address in desk.own if address.rpartition("@")[2] not in desk.free_mail]
    event = Event(
        title=invited.summary,
        description=invited.description,
        starts_at=invited.starts_at,
        ends_at=invited.ends_at,
        all_day=invited.all_day,
        is_series=is_series,
        others=len(invited.people),
        listed=any(left.why is Absence.ONESELF for left in invited.left_out),
        by_colleague=same_house(_organiser(invited), own, desk.free_mail) and _organiser(invited) not in desk.own,
    )
    return looks_like_interview(event, desk.words, desk.now)


def _organiser(invited: Invited) -> str:
    return (invited.organiser.email or "").lower() if invited.organiser else ""


def _zone(who: Who, now: datetime) -> ZoneInfo:
    """For times that name no zone: one's own, else that of the clock."""
    author = me(who)
    if author and author.zone:
        return ZoneInfo(author.zone)
    return now.tzinfo if isinstance(now.tzinfo, ZoneInfo) else ZoneInfo("UTC")
