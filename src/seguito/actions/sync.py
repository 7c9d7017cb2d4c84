"""Going on where things were left: what dead programs had in hand, what waits for another try, copies to be filed, and
what has come back.
"""

from dataclasses import dataclass
from datetime import datetime

from seguito.actions.add import Added
from seguito.actions.debrief import Debriefed
from seguito.actions.filing import file_copies
from seguito.actions.in_drafts import lay_draft
from seguito.actions.notice import notice
from seguito.actions.send import seconds_to_turn
from seguito.actions.sending import Outside, alone, hand_over, line_of, recover
from seguito.actions.went_out import plan_on
from seguito.core.correspondence.letters import Noticed
from seguito.core.nouns import Who
from seguito.core.offers import Offered
from seguito.core.outbox import Delivery, may_claim
from seguito.core.reasons import Reason
from seguito.records.reads.accounts import Account, account
from seguito.records.reads.deliveries import all_deliveries, claimable


@dataclass(frozen=True, slots=True)
class Synced:
    """The deliveries that changed; the letters, the debriefs and the invites that came, and what these moved or ended.

    `trouble`: why the mailbox could not be read to its end. `paused`: why nothing goes out.
    """

    deliveries: tuple[Delivery, ...]
    letters: tuple[Noticed, ...]
    debriefs: tuple[Debriefed, ...]
    offers: tuple[Offered, ...]
    followed: tuple[Added, ...]
    trouble: Reason | None
    paused: Reason | None


def sync(who: Who, language: str, now: datetime, outside: Outside) -> Synced:
    """Do what can be done now; nothing is waited for but servers. `language`: the interface's."""
    before = {one.id: one for one in all_deliveries(who)}
    sender = account(who)
    paused = sender.paused_because if sender else None
    with alone(who, outside.home, sender) as only_one:
        recover(who, now, outside, alone=only_one)
        if sender is not None and paused is None:
            _hand_over_due(who, sender, now, outside)
        trouble = file_copies(who, now, outside)
    noticed = notice(who, language, now, outside)
    changed = tuple(one for one in all_deliveries(who) if one != before.get(one.id))
    plan_on(who, changed, now)
    return Synced(
        changed,
        noticed.letters,
        noticed.debriefs,
        noticed.offers,
        noticed.followed,
        trouble or noticed.trouble,
        paused,
    )


def _hand_over_due(who: Who, sender: Account, now: datetime, outside: Outside) -> None:
    """In the order in which they were made, until the account's pace or its server says stop."""
    waiting = [one for one in claimable(who) if may_claim(one, now)]
    for one in waiting:
        if one.by_draft:
            lay_draft(who, one, now, outside)
    due = [one for one in waiting if not one.by_draft]
    if not due:
        return
    with line_of(sender, outside) as line:
        for one in due:
            if seconds_to_turn(who, sender, outside):
                return
            hand_over(who, one, sender, line, now, outside)
            if not line.reached:
                return
