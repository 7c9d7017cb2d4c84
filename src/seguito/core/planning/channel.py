"""By e-mail, by hand, or both (T2.1 to T2.3): the first row that fits decides, and gives its reason."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from seguito.core.nouns import Pace
from seguito.core.planning.post import Chance
from seguito.core.planning.workdays import days_told
from seguito.core.playbooks import Channel, Playbook
from seguito.core.reasons import Reason
from seguito.errors import N_


@dataclass(frozen=True, slots=True)
class ChannelFacts:
    """What the choice of a channel for one person stands on.

    `card`: what may become of one that is posted by the next working day.
    `person_prefers`, `organisation_prefers`: a channel's id, or empty. `chosen`: what the user said instead.
    """

    interview_on: date
    decision_on: date | None = None
    pace: Pace = Pace.UNKNOWN
    person_prefers: str = ""
    organisation_prefers: str = ""
    has_email: bool = True
    wants_no_email: bool = False
    card: Chance = Chance.UNKNOWN
    crosses_border: bool = False
    chosen: Channel | None = None


@dataclass(frozen=True, slots=True)
class ChannelAdvice:
    """The advice and why. `call`: no written word may arrive in time, so a call is offered."""

    channel: Channel
    reasons: tuple[Reason, ...]
    call: bool = False


_TOO_LATE = (Chance.TOO_LATE, Chance.AFTER_DECISION)
_Row = Callable[[ChannelFacts, Playbook], ChannelAdvice | None]


def choose_channel(facts: ChannelFacts, playbook: Playbook) -> ChannelAdvice:
    """The advice of the first row that fits; the last one always does."""
    for row in _ROWS:
        if advice := row(facts, playbook):
            return advice
    return _nothing_known(facts, playbook)


def _chosen(facts: ChannelFacts, _playbook: Playbook) -> ChannelAdvice | None:
    if facts.chosen is None:
        return None
    return ChannelAdvice(facts.chosen, (Reason("T2.2", N_("This is how you chose to write.")),))


def _no_email(facts: ChannelFacts, _playbook: Playbook) -> ChannelAdvice | None:
    if facts.has_email and not facts.wants_no_email:
        return None
    why = (
        Reason("T2.2", N_("This person asked for no e-mail."))
        if facts.wants_no_email
        else Reason("T2.1", N_("No e-mail address is known."))
    )
    if facts.crosses_border or facts.card in _TOO_LATE:
        late = Reason("T2.1", N_("A card can't be there in time: a call is what is left, and a card may follow."))
        return ChannelAdvice(Channel.CARD, (why, late), call=True)
    return ChannelAdvice(Channel.CARD, (why,))


def _fast(facts: ChannelFacts, playbook: Playbook) -> ChannelAdvice | None:
    near = facts.interview_on + timedelta(days=playbook.channel.fast_days)
    if facts.decision_on and facts.decision_on <= near:
        values = {"decision": facts.decision_on}
        return _email(Reason("T2.1", N_("They decide on {decision}: sooner than the post."), values))
    if facts.pace is Pace.FAST:
        return _email(Reason("T2.1", N_("They decide fast: often before a card is there.")))
    return None


def _no_card(facts: ChannelFacts, playbook: Playbook) -> ChannelAdvice | None:
    if facts.crosses_border:
        why = Reason("T2.1", N_("Across a border a card takes weeks: it may follow as a courtesy, never alone."))
    elif facts.card is Chance.AFTER_DECISION:
        message = N_("A card may come only after {decision}, when they decide: it may follow as a courtesy.")
        why = Reason("T2.1", message, {"decision": facts.decision_on})
    elif facts.card is Chance.TOO_LATE:
        days = playbook.card.arrives_within.days
        why = Reason(
            "T1.2", N_("A card can't be there within {days}: it may follow as a courtesy."), {"days": days_told(days)}
        )
    else:
        return None
    return _email(why)


def _prefers_email(facts: ChannelFacts, _playbook: Playbook) -> ChannelAdvice | None:
    if _preference(facts) != Channel.EMAIL:
        return None
    return _email(_preferred(facts, N_("This person prefers e-mail."), N_("They prefer e-mail there.")))


def _prefers_hand(facts: ChannelFacts, _playbook: Playbook) -> ChannelAdvice | None:
    if _preference(facts) != Channel.CARD:
        return None
    why = _preferred(facts, N_("This person prefers handwriting."), N_("They prefer handwriting there."))
    return ChannelAdvice(Channel.BOTH, (why, _DIFFERENT_WORDS))


def _time_for_both(facts: ChannelFacts, _playbook: Playbook) -> ChannelAdvice | None:
    if facts.decision_on:
        why = Reason(
            "T2.3", N_("They decide on {decision}: there is time for a card too."), {"decision": facts.decision_on}
        )
    elif facts.pace is Pace.LONG:
        why = Reason("T2.3", N_("They take their time: a card may come in addition to the e-mail."))
    else:
        return None
    return ChannelAdvice(Channel.BOTH, (why, _DIFFERENT_WORDS))


def _nothing_known(_facts: ChannelFacts, playbook: Playbook) -> ChannelAdvice:
    because = Reason(
        "T2.1",
        N_("Neither their pace nor what they prefer is known. {whose}: {because}"),
        {"whose": playbook.whose("channel"), "because": playbook.because("channel")},
    )
    both = (_DIFFERENT_WORDS,) if playbook.channel.nothing_known is Channel.BOTH else ()
    return ChannelAdvice(playbook.channel.nothing_known, (because, *both))


def _email(why: Reason) -> ChannelAdvice:
    return ChannelAdvice(Channel.EMAIL, (why,))


def _preference(facts: ChannelFacts) -> str:
    return facts.person_prefers or facts.organisation_prefers


def _preferred(facts: ChannelFacts, person: str, organisation: str) -> Reason:
    return Reason("T2.2", person if facts.person_prefers else organisation)


_DIFFERENT_WORDS = Reason("T2.3", N_("The e-mail goes now; the card follows in different words."))
_ROWS: tuple[_Row, ...] = (_chosen, _no_email, _fast, _no_card, _prefers_email, _prefers_hand, _time_for_both)
