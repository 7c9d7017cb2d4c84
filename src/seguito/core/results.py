"""What came of one's own notes, by how they were written, and whether that is enough to tell anything (T6.1)."""

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from statistics import median

TOO_FEW = 10  # with fewer cases no share tells anything
_Z = 1.959964  # 95 %


@dataclass(frozen=True, slots=True)
class Case:
    """One note that went, and what followed. `timing`: hour, day or later; `days`: to their answer, or None."""

    playbook: str
    channel: str
    timing: str
    used_details: bool
    days: float | None
    next_round: bool
    offer: bool

    @property
    def answered(self) -> bool:
        return self.days is not None


@dataclass(frozen=True, slots=True)
class Share:
    """`low`, `high`: the Wilson interval at 95 %."""

    count: int
    of: int
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Group:
    """The cases of one kind. `enough`: whether they tell anything; `days`: the middle of the days to an answer."""

    by: str
    name: str
    cases: int
    enough: bool
    answered: Share
    next_rounds: Share
    offers: Share
    days: float | None


def results(cases: Iterable[Case]) -> tuple[Group, ...]:
    """All together first, then by playbook, channel, timing and use of details."""
    known = list(cases)
    groups = [_group("all", "", known)]
    for by, name_of in _BY.items():
        groups += [
            _group(by, name, [c for c in known if name_of(c) == name]) for name in sorted(set(map(name_of, known)))
        ]
    return tuple(groups)


def wilson(count: int, of: int) -> Share:
    """The interval in which the true share lies, 95 times in 100 (Wilson, 1927); of nothing: anywhere."""
    if not of:
        return Share(0, 0, 0.0, 1.0)
    p, z2 = count / of, _Z * _Z
    middle = p + z2 / (2 * of)
    spread = _Z * math.sqrt(p * (1 - p) / of + z2 / (4 * of * of))
    low, high = (middle - spread) / (1 + z2 / of), (middle + spread) / (1 + z2 / of)
    return Share(count, of, max(0.0, min(low, p)), min(1.0, max(high, p)))  # at the edges sums round past the share


_BY: dict[str, Callable[[Case], str]] = {
    "playbook": lambda case: case.playbook,
    "channel": lambda case: case.channel,
    "timing": lambda case: case.timing,
    "details": lambda case: "used" if case.used_details else "unused",
}


def _group(by: str, name: str, cases: list[Case]) -> Group:
    days = [case.days for case in cases if case.days is not None]
    return Group(
        by=by,
        name=name,
        cases=len(cases),
        enough=len(cases) >= TOO_FEW,
        answered=wilson(len(days), len(cases)),
        next_rounds=wilson(sum(case.next_round for case in cases), len(cases)),
        offers=wilson(sum(case.offer for case in cases), len(cases)),
        days=median(days) if days else None,
    )
