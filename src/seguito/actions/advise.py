"""What to do after an interview, from what a person tells and nothing that is kept (T1, T2)."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, tzinfo

from seguito.core.nouns import Pace
from seguito.core.planning.channel import ChannelAdvice
from seguito.core.planning.chase import nudge_day
from seguito.core.planning.facts import InterviewFacts, Panelist
from seguito.core.planning.follow_up import FollowUp
from seguito.core.planning.plan import advice_for, plan_interview
from seguito.core.planning.post import CardPlan, Posted
from seguito.core.planning.postage import Postage
from seguito.core.planning.windows import EmailState, Window, email_state, email_window
from seguito.core.planning.workdays import WorkingDays
from seguito.core.playbooks import Channel, Playbook
from seguito.errors import N_, Problem
from seguito.reference.holidays import named, working_days
from seguito.reference.places import Place, parse_place
from seguito.reference.playbooks import DEFAULT, playbook
from seguito.reference.postal import Own
from seguito.reference.routes import Route, postage
from seguito.reference.zones import country_of


class DayBeforeInterview(Problem):
    id = "day-before-interview"
    happened = N_("{option} names {day}, which is before the interview ends on {end}.")
    safe = N_("Nothing was done.")
    next_step = N_("Correct one of the two.")


@dataclass(frozen=True, slots=True)
class Question:
    """What a person asks. `end`: aware. `zone`: the asker's own; `zone_name`: its IANA name, or empty.

    `sender`, `reader`: places as typed. `holidays`: days that replace every calendar; None: the calendars count.
    `posted_at`: the hour on the box's clock. `own`: the asker's own postal services.
    """

    end: datetime
    zone: tzinfo
    zone_name: str = ""
    decision_on: date | None = None
    pace: Pace = Pace.UNKNOWN
    prefers: str = ""
    sender: str = ""
    reader: str = ""
    service: str = ""
    transit: int | None = None
    holidays: tuple[date, ...] | None = None
    posted_on: date | None = None
    posted_at: time | None = None
    promised_on: date | None = None
    playbook: str = DEFAULT
    own: Own = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """The advice with all its days. `card`: None where nothing asks for one. Instants are in UTC."""

    channel: ChannelAdvice
    playbook: Playbook
    email: Window
    state: EmailState
    card: CardPlan | None
    nudge_on: date | None
    follow_ups: tuple[FollowUp, ...]
    postage: Postage = field(default_factory=Postage)
    sender: Place | None = None
    reader: Place | None = None


def advise(question: Question, now: datetime) -> Answer:
    """The channel, its windows and days, each with its reasons.

    Raises DayBeforeInterview, PlaybookUnknown, PlaceUnclear and what an unknown postal service raises.
    """
    ended_on = question.end.astimezone(question.zone).date()
    _refuse_days_before(question, ended_on)
    strategy, home = playbook(question.playbook), country_of(question.zone_name)
    route = _route(question, home)
    on = question.posted_on or max(ended_on, now.astimezone(question.zone).date())
    way = postage(route, home, on)
    readers = _readers_days(question, route.reader, home)
    posted = Posted(question.posted_on, question.posted_at) if question.posted_on else None
    panelist = Panelist("", days=readers, postage=way, posted=posted)
    facts = InterviewFacts(
        id="",
        end=question.end,
        zone=question.zone,
        panel=(panelist,),
        organisation_prefers=question.prefers,
        pace=question.pace,
        decision_on=question.decision_on,
        promised_on=question.promised_on,
    )
    channel, card = advice_for(facts, panelist, strategy, now)
    email = email_window(question.end, strategy.email)
    wants_card = channel.channel is not Channel.EMAIL
    told = route.is_told or question.prefers == Channel.CARD or posted is not None
    return Answer(
        channel=channel,
        playbook=strategy,
        email=email,
        state=email_state(email, now),
        card=card if wants_card or told else None,
        nudge_on=nudge_day(question.promised_on, readers, strategy) if question.promised_on else None,
        follow_ups=plan_interview(facts, strategy, now),
        postage=way,
        sender=route.sender,
        reader=route.reader,
    )


def _refuse_days_before(question: Question, ended_on: date) -> None:
    days = {
        "--decision": question.decision_on,
        "--posted": question.posted_on,
        "--promised": question.promised_on,
    }
    for option, day in days.items():
        if day and day < ended_on:
            raise DayBeforeInterview(option=option, day=day, end=ended_on)


def _route(question: Question, home: str) -> Route:
    return Route(
        sender=parse_place(question.sender, home) if question.sender else None,
        reader=parse_place(question.reader, home) if question.reader else None,
        service=question.service,
        transit=question.transit,
        holidays=question.holidays,
        own=question.own,
    )


def _readers_days(question: Question, reader: Place | None, home: str) -> WorkingDays:
    """The reader's working days: of the place told, else of the country of the zone, unless days were named."""
    if question.holidays is not None:
        return named(question.holidays)
    return working_days(reader or (Place("", "", home) if home else None))
