"""Ways of reaching a person: one folder each, and one line here.

A channel's folder says in `about.py` what it is; nothing elsewhere asks which channel it has before it.
"""

import importlib
from collections.abc import Callable
from dataclasses import dataclass

from seguito.core.nouns import NoteState, Person
from seguito.errors import N_, Problem

CHANNELS = (
    "email",
    "card",
)


class NoSuchChannel(Problem):
    id = "no-such-channel"
    happened = N_("There is no channel “{channel}”.")
    safe = N_("Nothing was changed.")
    next_step = N_("Choose one of these: {channels}.")


@dataclass(frozen=True, slots=True)
class About:
    """What a channel is. `by_hand`: the person carries the note, and says when it went.

    `reaches`: whether enough is known about somebody to reach them so. The texts are gettext ids, whole ones: each
    language has its own genders. `draft`, `approved`, `sent`: where a note of this channel stands; `begin`,
    `begin_anyway`: what a button says that lays one out; `another`: that the same person gets one as well.
    """

    id: str
    label: str
    by_hand: bool
    has_subject: bool
    reaches: Callable[[Person], bool]
    draft: str
    approved: str
    sent: str
    begin: str
    begin_anyway: str
    another: str

    def stands(self, state: NoteState) -> str:
        """Where a note in that state stands; a gettext id."""
        return {NoteState.DRAFT: self.draft, NoteState.APPROVED: self.approved, NoteState.SENT: self.sent}[state]


def about(channel: str) -> About:
    """What the channel `channel` is. Raises `NoSuchChannel`."""
    if channel not in CHANNELS:
        raise NoSuchChannel(channel=channel, channels=CHANNELS)
    found: About = importlib.import_module(f"seguito.channels.{channel}.about").ABOUT
    return found
