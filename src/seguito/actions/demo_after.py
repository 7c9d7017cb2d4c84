"""The demo's two longer stories: a no and what followed it; and the same desk when it hires."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from seguito.actions.add import Told, add_by_hand
from seguito.actions.debrief import debrief
from seguito.actions.demo_note import tell_note
from seguito.actions.draft import draft
from seguito.actions.learned import learned
from seguito.actions.openings import all_openings, match, record_opening
from seguito.actions.outcome import outcome
from seguito.actions.reply import reply
from seguito.actions.stories import comment, write
from seguito.actions.talent import Impressed, add, notice_given
from seguito.actions.tell import tell_person
from seguito.core.nouns import Appointment, Gender, Outcome, Purpose, Who
from seguito.core.talent.opening_form import read_opening
from seguito.records.reads.interviews import application_row
from seguito.records.reads.people import person
from seguito.reference.demo import after, hiring, story


@dataclass(frozen=True, slots=True)
class Chapter:
    """A step of a story. `see`: which page shows it, with the id that it needs, or empty."""

    at: datetime
    says: Mapping[str, str]
    see: str
    id: str


def chapters(who: Who) -> tuple[tuple[Chapter, ...], tuple[Chapter, ...]]:
    """Both stories, step by step: the candidate's, then the recruiter's."""
    return _chapters(who, after()), _chapters(who, hiring())


def tell_what_came_before(who: Who, home: Path) -> None:
    told = after()
    talk = _interview(who, told["interview"])
    house = told["interview"]["organisation"]
    steps = [
        *((one["written_at"], _note, one) for one in told["note"]),
        *((one["noted_at"], _learned, one) for one in told["learned"]),
        *((one["at"], _reply, one) for one in told["reply"]),
        *((one["at"], _story, {**one, "about": house}) for one in told["story"]),
        (told["outcome"]["at"], _outcome, {**told["outcome"], "about": house}),
    ]
    for _, step, one in sorted(steps, key=lambda each: each[0]):
        step(who, talk, one, home)


def tell_the_other_side(who: Who, home: Path) -> None:
    told = hiring()
    for one in sorted(told["talent"], key=lambda each: each["at"]):
        _impressed(who, one, home)
    opening = told["opening"]
    record_opening(
        who, read_opening({name: value for name, value in opening.items() if name != "at"}, {}), opening["at"]
    )
    for word in told["word"]:
        _word(who, word["to"], word)
    match(who, opening["title"], story()["now"])


def _interview(who: Who, told: Mapping[str, Any]) -> str:
    starts, someone = told["starts"], told["person"]
    zone = ZoneInfo(story()["me"]["zone"])
    facts = Appointment(
        starts_at=starts.astimezone(zone),
        ends_at=starts.astimezone(zone) + timedelta(minutes=told["minutes"]),
        zone=zone.key,
    )
    where = Told(organisation=told["organisation"], role=told["role"])
    added = add_by_hand(who, facts, [(someone["name"], someone["email"])], where, told["added_at"])
    talk = added.interviews[0].interview
    known = {"title": someone["title"], "gender": Gender(someone["gender"])}
    tell_person(who, talk.panel[0].id, known, told["added_at"])
    debrief(who, talk.id, told["debrief"], "en", told["debriefed_at"])
    return talk.id


def _note(who: Who, talk: str, told: Mapping[str, Any], home: Path) -> None:
    note = draft(who, talk, None, None, "en", told["written_at"], Purpose(told["purpose"]))[0]
    tell_note(who, note, told, home)


def _outcome(who: Who, _talk: str, told: Mapping[str, Any], _home: Path) -> None:
    outcome(who, told["about"], Outcome(told["came"]), told["at"], told["lacked"], told["at"])


def _learned(who: Who, _talk: str, told: Mapping[str, Any], _home: Path) -> None:
    learned(who, told["text"], told["skill"], told["on"], told["noted_at"])


def _reply(who: Who, _talk: str, told: Mapping[str, Any], _home: Path) -> None:
    reply(who, after()["interview"]["person"]["name"], told["at"], told["text"], True, "email", told["at"])


def _story(who: Who, _talk: str, told: Mapping[str, Any], _home: Path) -> None:
    kept = write(who, told["title"], told["text"], told["about"], told["playbook"], told["at"])
    for text in told["comments"]:
        comment(who, kept.id, text, told["at"])


def _impressed(who: Who, told: Mapping[str, Any], home: Path) -> None:
    someone = Impressed(
        because=told["because"],
        held=tuple(told["held"]),
        missing=tuple(told.get("missing", ())),
        languages=tuple(told["languages"]),
        places=tuple(told.get("places", ())),
        source=told["source"],
        short_list=told.get("short_list", False),
        consent_until=told["until"],
        consent_words=told["words"],
        email=told["email"],
    )
    add(who, told["name"], someone, home, told["at"])
    notice_given(who, told["name"], told["notice_on"], told["at"])
    for word in told.get("word", ()):
        _word(who, told["name"], word)


def _word(who: Who, whom: str, told: Mapping[str, Any]) -> None:
    incoming, channel = not told.get("mine", False), told.get("channel", "email")
    reply(who, whom, told["at"], told["text"], incoming, channel, told["at"], told.get("shows", ()))


def _chapters(who: Who, told: Mapping[str, Any]) -> tuple[Chapter, ...]:
    return tuple(
        Chapter(one["at"], {name: one[name] for name in ("en", "it")}, one["see"], _id_of(who, one["see"]))
        for one in told["chapter"]
    )


def _id_of(who: Who, see: str) -> str:
    match see:
        case "application":
            return application_row(who, after()["interview"]["organisation"]).short
        case "opening":
            title = hiring()["opening"]["title"]
            return next((one.id for one in all_openings(who) if one.title == title), "")
        case "call":
            return person(who, hiring()["word"][-1]["to"]).id
    return ""
