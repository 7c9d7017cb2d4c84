"""What the page says of its listening to the mailbox."""

from seguito.errors import N_
from seguito.speech import Speaker
from seguito.web.desk import desk


def listened(speaker: Speaker) -> str:
    """When the mailbox was last looked into, or why it cannot be; empty where nobody listens."""
    listener = desk().listener
    if listener and listener.trouble:
        why = speaker.reason(listener.trouble)
        return speaker.say(N_("The mailbox cannot be looked into just now: {why}. It is tried again."), why=why)
    if listener and listener.looked_at:
        hour = speaker.hour(listener.looked_at)
        return speaker.say(N_("Looked into at {hour}. It is listened to while this page is open."), hour=hour)
    return ""
