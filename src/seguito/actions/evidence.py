"""How somebody followed up: what they wrote, whether in time, and what of the conversation it took up (T5.1)."""

from dataclasses import dataclass
from datetime import timedelta

from seguito.core.looks.context import Context, Said
from seguito.core.looks.substance.beside import drawn_on
from seguito.core.nouns import Who
from seguito.core.which_language import which_language
from seguito.languages.stop_words import stop_words
from seguito.languages.substance import substance_words
from seguito.records.reads.contacts import Received, received

_IN_TIME = timedelta(hours=24)  # T1.1


@dataclass(frozen=True, slots=True)
class FollowedUp:
    """One message of theirs. `after`: how long after the conversation, or None; `took_up`: of what was said there."""

    received: Received
    after: timedelta | None
    took_up: tuple[str, ...]

    @property
    def in_time(self) -> bool:
        return self.after is not None and self.after <= _IN_TIME

    @property
    def points(self) -> int:
        return int(self.in_time) + int(bool(self.took_up))


def evidence(who: Who, person_id: str) -> tuple[FollowedUp, ...]:
    """Every message of theirs, as it came."""
    return tuple(_described(one) for one in received(who, person_id))


def regard(messages: tuple[FollowedUp, ...]) -> int:
    return max((one.points for one in messages), default=0)


def _described(one: Received) -> FollowedUp:
    after = one.at - one.talk_ended_at if one.talk_ended_at else None
    if not one.text.strip() or not one.said:
        return FollowedUp(one, after, ())
    said = tuple(Said(None, kind, text, str(place)) for place, (kind, text) in enumerate(one.said))
    language = which_language(one.text, stop_words()) or "en"
    drawn = drawn_on(one.text, Context(details=said), substance_words(language))
    return FollowedUp(one, after, tuple(text for place, (_, text) in enumerate(one.said) if str(place) in drawn))
