"""What the records hold of somebody, in words: for the pages that show first what would move, or go."""

from collections.abc import Mapping

from seguito.speech import Speaker


def held_in_words(held: Mapping[str, int], speaker: Speaker) -> list[str]:
    """One line a kind that there is something of, in the order in which they come."""
    return [_line(kind, n, speaker) for kind, n in held.items() if n]


def _line(kind: str, n: int, speaker: Speaker) -> str:
    match kind:
        case "details":
            return speaker.count("{n} thing that was said", "{n} things that were said", n)
        case "notes":
            return speaker.count("{n} note", "{n} notes", n)
        case "revisions":
            return speaker.count("{n} version of a note", "{n} versions of notes", n)
        case "deliveries":
            return speaker.count("{n} message in the outbox", "{n} messages in the outbox", n)
        case "letters":
            return speaker.count("{n} mail that came", "{n} mails that came", n)
        case "contacts":
            return speaker.count("{n} contact", "{n} contacts", n)
        case "interviews":
            return speaker.count("{n} seat at an interview", "{n} seats at interviews", n)
        case "follow_ups":
            return speaker.count("{n} step of a plan", "{n} steps of plans", n)
        case "impressions":
            return speaker.count("{n} impression in the recruiter's file", "{n} impressions in the recruiter's file", n)
        case "skills":
            return speaker.count("{n} skill in the recruiter's file", "{n} skills in the recruiter's file", n)
        case "people":
            return speaker.count("{n} person", "{n} people", n)
        case "applications":
            return speaker.count("{n} application", "{n} applications", n)
    return f"{n} {kind}"
