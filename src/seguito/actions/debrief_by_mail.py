"""A debrief from the phone: the link that the calendar's alarm holds, and the mail that comes of it."""

import secrets
from datetime import datetime, timedelta
from email.utils import parseaddr

from seguito.actions.debrief import Debriefed, debrief
from seguito.core.correspondence.by_mail import mail_to_oneself, mark_in, mark_of
from seguito.core.correspondence.letters import Letter
from seguito.core.nouns import Who
from seguito.records.database import atomic
from seguito.records.reads.accounts import sender_of
from seguito.records.reads.interviews import interview, interviews_since
from seguito.records.reads.people import me
from seguito.records.reads.settings import setting
from seguito.records.writes.settings import keep_setting

STILL_TAKEN = timedelta(days=60)  # after the interview
_KEY = "debrief_key"


def debrief_link(who: Who, wanted: str) -> str | None:
    """A link that opens a mail to oneself, a line for each of the panel; None where one's own address is unknown."""
    own = own_addresses(who)
    if not own:
        return None
    talk = interview(who, wanted)
    mark = mark_of(talk.id, _key(who))
    return mail_to_oneself(own[0], talk.application.organisation.name, mark, (one.called for one in talk.panel))


def own_addresses(who: Who) -> tuple[str, ...]:
    """The account's first, then one's own."""
    author = me(who)
    found = (parseaddr(sender_of(who))[1], *(author.emails if author else ()))
    return tuple(dict.fromkeys(address.lower() for address in found if address))


def debrief_meant(who: Who, letter: Letter, own: tuple[str, ...], now: datetime) -> str | None:
    """Which interview a mail is about. Only a mail from oneself counts, and only with the mark of that interview."""
    mark, key = mark_in(letter.subject), setting(who, _KEY)
    if mark is None or not isinstance(key, str) or letter.address not in own:
        return None
    return next((one for one in interviews_since(who, now - STILL_TAKEN) if mark_of(one, key) == mark), None)


def take_in_debrief(who: Who, interview_id: str, text: str, language: str, now: datetime) -> Debriefed:
    """What the mail says becomes details; identical lines count once, so that the same mail twice changes nothing."""
    return debrief(who, interview_id, text, language, now)


def _key(who: Who) -> str:
    with atomic():
        kept = setting(who, _KEY)
        if isinstance(kept, str):
            return kept
        key = secrets.token_hex(16)
        keep_setting(who, _KEY, key)
        return key
