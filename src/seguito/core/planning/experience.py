"""What one's own cards took, beside what their service promises (T1.2).

Of `n` cards that went the same way, the next one takes no longer than the slowest with a chance of n in n + 1: few
cards prove little. So a card that was slower or faster than promised widens the range at once; only several narrow it,
with a day to spare until they are many, and never to before the day of the stated standard. What must be safe, the last
day of posting and whether a card comes before a decision, moves to the safe side alone, and not for one freak card.
"""

import math
from collections.abc import Sequence
from dataclasses import replace

from seguito.core.planning.postage import Postage, Transit
from seguito.core.reasons import Reason
from seguito.errors import N_

FEW = 4  # below, nothing is narrowed: 4 in 5 is the least that can be called likely
MANY = 9  # from here on no day to spare: 9 in 10 is what the services themselves are held to
_NEARLY_ALL = 0.9
REMEMBERED = 20  # of the latest cards: a service changes


def by_experience(postage: Postage, took: Sequence[int], to: object) -> Postage:
    """The postage with the range that one's own cards show, and its reason.

    `took`: the working days of each card that went the same way, the latest first; `to`: the country's name. Across a
    border, where nobody promises anything, no day is reckoned from it: what they took is told, and no more.
    """
    seen = tuple(took[:REMEMBERED])
    if not seen:
        return postage
    if postage.transit is None:
        return replace(postage, reasons=(*postage.reasons, *_told(seen, to)))
    shown, safe = shown_range(postage.transit, seen), safe_transit(postage.transit, seen)
    if (shown, safe) == (postage.transit, postage.transit):
        return postage
    return replace(postage, transit=safe, seen=shown, reasons=(*postage.reasons, *_why(postage, seen, to)))


def shown_range(transit: Transit, seen: Sequence[int]) -> Transit:
    """Between which days a card is expected: every card that was seen lies in it."""
    shortest, longest = min(seen), max(seen)
    if len(seen) < FEW:
        return replace(transit, earliest=min(transit.earliest, shortest), slower=max(transit.slower, longest))
    spare = 0 if len(seen) >= MANY else 1
    last = max(longest, transit.stated, min(longest + spare, transit.slower))
    first = min(shortest, transit.stated, max(shortest - spare, transit.earliest))
    return replace(transit, earliest=first, slower=last)


def safe_transit(transit: Transit, seen: Sequence[int]) -> Transit:
    """The service's figures, or slower ones: what half of one's cards kept, what nine in ten did."""
    if len(seen) < FEW:
        return transit
    order, count = sorted(seen), len(seen)
    nearly_all = min(count, math.ceil(_NEARLY_ALL * (count + 1)))
    stated = max(transit.stated, order[count // 2])
    return replace(transit, stated=stated, slower=max(transit.slower, order[nearly_all - 1], stated))


def _why(postage: Postage, seen: Sequence[int], to: object) -> tuple[Reason, ...]:
    if len(seen) >= FEW:
        return _told(seen, to)
    transit, values = postage.transit or Transit(0, 0, 0), {"service": postage.name, "country": to}
    if max(seen) > transit.slower:
        message = N_("A card of yours to {country} was slower than {service} promises (working days: {days}).")
        return (Reason("T1.2", message, {**values, "days": max(seen)}),)
    message = N_("A card of yours to {country} was faster than {service} promises (working days: {days}).")
    return (Reason("T1.2", message, {**values, "days": min(seen)}),)


def _told(seen: Sequence[int], to: object) -> tuple[Reason, ...]:
    if len(seen) < FEW:
        return ()
    values = {"count": len(seen), "country": to, "low": min(seen), "high": max(seen)}
    if min(seen) == max(seen):
        return (
            Reason(
                "T1.2", N_("Your last {count} cards to {country} took equally long (working days: {high})."), values
            ),
        )
    return (Reason("T1.2", N_("Your last {count} cards to {country} took {low} to {high} working days."), values),)
