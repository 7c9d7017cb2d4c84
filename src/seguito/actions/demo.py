"""The demo: a story told by the same actions as anybody's, at the times that it gives."""

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from seguito.actions.add import Told, add_invite
from seguito.actions.debrief import debrief
from seguito.actions.demo_after import tell_the_other_side, tell_what_came_before
from seguito.actions.demo_note import tell_note
from seguito.actions.draft import draft
from seguito.actions.session import Session, begin
from seguito.actions.tell import tell_application, tell_me, tell_organisation, tell_person
from seguito.core.nouns import Form, Gender, Interview, Pace, Who
from seguito.reference.demo import invite, story


def tell_story(home: Path) -> tuple[Session, datetime]:
    """Fill the empty folder `home` with the story, and say what time it is in it."""
    told = story()
    first = told["interview"][0]["added_at"]
    who = begin(home, first).who
    me = told["me"]
    tell_me(who, {**me, "email": tuple(me["email"])}, first)
    tell_what_came_before(who, home)
    tell_the_other_side(who, home)
    for talk in told["interview"]:
        _interview(who, talk, ZoneInfo(me["zone"]), home)
    return begin(home, told["now"]), told["now"]


def _interview(who: Who, told: Mapping[str, Any], zone: ZoneInfo, home: Path) -> None:
    added = add_invite(who, invite(told["invite"]), Told(), zone, told["added_at"])
    talk = added.interviews[0].interview
    _what_is_known(who, talk, told)
    debrief(who, talk.id, told["debrief"], "en", told["debriefed_at"])
    notes = {note.to.name: note for note in draft(who, talk.id, None, None, "en", told["debriefed_at"])}
    for written in told["note"]:
        tell_note(who, notes[written["to"]], written, home)


def _what_is_known(who: Who, talk: Interview, told: Mapping[str, Any]) -> None:
    now = told["added_at"]
    house, application = dict(told["organisation"]), dict(told.get("application", {}))
    if "pace" in house:
        house["pace"] = Pace(house["pace"])
    if "decision_by" in application:
        application["decision_by"] = date.fromisoformat(application["decision_by"])
    tell_organisation(who, talk.application.organisation.id, house, now)
    if application:
        tell_application(who, talk.application.id, application, now)
    ids = {person.name: person.id for person in talk.panel}
    for person in told["people"]:
        fields = {key: value for key, value in person.items() if key != "name"}
        fields |= {"gender": Gender(fields["gender"])} if "gender" in fields else {}
        fields |= {"form": Form(fields["form"])} if "form" in fields else {}
        tell_person(who, ids[person["name"]], fields, now)
