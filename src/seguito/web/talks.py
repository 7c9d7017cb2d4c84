"""The conversations with one person, as lines; from each the letter that says no can be begun (T5.5)."""

from seguito.actions.interviews import interviews_with
from seguito.core.nouns import Who
from seguito.speech import Speaker


def talks_with(who: Who, person_id: str, speaker: Speaker) -> list[dict[str, str]]:
    return [
        {
            "id": talk.id,
            "title": ", ".join(filter(None, (talk.organisation, talk.role))),
            "when": speaker.short_day(talk.starts_at.astimezone(speaker.zone).date()),
        }
        for talk in interviews_with(who, person_id)
        if not talk.cancelled
    ]
