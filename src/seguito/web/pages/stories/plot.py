"""One's own record as small charts: what happened, and what could be true with so few notes (Wilson, 95 %)."""

from collections.abc import Iterable
from dataclasses import dataclass

from seguito.channels import about
from seguito.core.results import Group, Share
from seguito.errors import N_
from seguito.speech import Speaker

MEASURES = {
    "answered": N_("Answers"),
    "next": N_("Next rounds"),
    "offers": N_("Offers"),
}
_BY = {
    "all": N_("All together"),
    "playbook": N_("By playbook"),
    "channel": N_("By channel"),
    "timing": N_("By timing"),
    "details": N_("By what the note took up"),
}
_NAMES = {
    ("all", ""): N_("all notes"),
    ("timing", "hour"): N_("within the hour"),
    ("timing", "day"): N_("within a day"),
    ("timing", "later"): N_("later"),
    ("details", "used"): N_("something of the conversation"),
    ("details", "unused"): N_("nothing of the conversation"),
}
_ROW = 74  # of the drawing's height


@dataclass(frozen=True, slots=True)
class Bar:
    """One line of a chart; every `x` in per cent. `label` says the counts, `enough` whether they tell anything."""

    label: str
    dot: float
    low: float
    high: float
    text_y: int
    y: int
    enough: bool
    note: str


@dataclass(frozen=True, slots=True)
class Chart:
    title: str
    bars: tuple[Bar, ...]
    height: int


@dataclass(frozen=True, slots=True)
class Line:
    """The same as a line of a table."""

    by: str
    name: str
    answered: str
    days: str
    next_rounds: str
    offers: str
    enough: bool


def charts(groups: Iterable[Group], measure: str, speaker: Speaker) -> list[Chart]:
    told: dict[str, list[Group]] = {}
    for group in groups:
        if group.cases:
            told.setdefault(group.by, []).append(group)
    return [
        Chart(
            speaker.text(_BY[by]),
            tuple(_bar(place, one, measure, speaker) for place, one in enumerate(listed)),
            _ROW * len(listed) + 24,
        )
        for by, listed in told.items()
    ]


def lines(groups: Iterable[Group], speaker: Speaker) -> list[Line]:
    return [
        Line(
            speaker.text(_BY[one.by]),
            _name(one, speaker),
            _told(one.answered, speaker),
            speaker.decimal(one.days) if one.days is not None else "–",
            _told(one.next_rounds, speaker),
            _told(one.offers, speaker),
            one.enough,
        )
        for one in groups
        if one.cases
    ]


def _bar(place: int, one: Group, measure: str, speaker: Speaker) -> Bar:
    share = {"answered": one.answered, "next": one.next_rounds, "offers": one.offers}[measure]
    counts = speaker.say(N_("{name}: {count} of {of}"), name=_name(one, speaker), count=share.count, of=share.of)
    return Bar(
        label=counts[:1].upper() + counts[1:],
        dot=round(100 * share.count / share.of, 1) if share.of else 0,
        low=round(100 * share.low, 1),
        high=round(100 * share.high, 1),
        text_y=_ROW * place + 26,
        y=_ROW * place + 46,
        enough=one.enough,
        note="" if one.enough else speaker.text(N_("too few to tell")),
    )


def _name(one: Group, speaker: Speaker) -> str:
    if one.by == "channel":
        return speaker.text(about(one.name).label)
    return speaker.text(_NAMES[one.by, one.name]) if (one.by, one.name) in _NAMES else one.name


def _told(share: Share, speaker: Speaker) -> str:
    return speaker.say(
        N_("{count} of {of} ({low}% to {high}%)"),
        count=share.count,
        of=share.of,
        low=round(100 * share.low),
        high=round(100 * share.high),
    )
