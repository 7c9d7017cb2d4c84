"""Everything about one person as it is read: sections of lines, each a name and what stands there, in one language."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from seguito.errors import N_
from seguito.speech import Speaker

_NAMES: dict[str, str] = {
    "among": N_("together with"),
    "at": N_("when"),
    "because": N_("why"),
    "consent_asked_on": N_("renewal asked on"),
    "consent_ended_on": N_("leave ended on"),
    "consent_given_on": N_("leave given on"),
    "consent_until": N_("leave until"),
    "consent_words": N_("words of the leave"),
    "basis": N_("legal basis"),
    "source": N_("from"),
    "notice_given_on": N_("told what is kept, on"),
    "keep_until": N_("kept until, at the latest"),
    "available": N_("free"),
    "short_list": N_("on the short list"),
    "added_at": N_("put in on"),
    "on": N_("day"),
    "text": N_("words"),
    "skill": N_("skill"),
    "held": N_("has it"),
    "evidence": N_("what shows it"),
    "opening": N_("opening"),
    "place": N_("place"),
    "of": N_("of"),
    "score": N_("score (it only orders)"),
    "matched": N_("has"),
    "missing": N_("lacks"),
    "reasons": N_("reasons"),
    "what": N_("what"),
    "where": N_("where"),
    "field": N_("field"),
    "quote": N_("words"),
    "until": N_("until"),
    "kind": N_("kind"),
    "channel": N_("how"),
    "direction": N_("direction"),
    "state": N_("state"),
    "subject": N_("subject"),
    "sent_at": N_("sent"),
    "handed_at": N_("sent"),
    "starts_at": N_("from"),
    "ends_at": N_("until"),
    "opens_at": N_("from"),
    "closes_at": N_("until"),
    "due_on": N_("by"),
    "name": N_("name"),
    "role": N_("role"),
    "given": N_("given name"),
    "family": N_("family name"),
    "emails": N_("addresses"),
    "phones": N_("phones"),
    "organisation": N_("house"),
    "city": N_("city"),
    "country": N_("country"),
    "street": N_("street"),
    "postcode": N_("postcode"),
    "region": N_("region"),
    "languages": N_("languages"),
    "zone": N_("time zone"),
    "title": N_("title"),
    "prefers": N_("prefers"),
    "form": N_("Lei or tu"),
    "gender": N_("she or he"),
    "also": N_("also called"),
    "initials": N_("initials"),
    "id": N_("number"),
}
_YES, _NO = N_("yes"), N_("no")

Lines = list[tuple[str, str]]


def told_sections(
    document: Mapping[str, Sequence[Mapping[str, Any]]],
    headings: Mapping[str, str],
    words: Mapping[str, str],
    speaker: Speaker,
) -> list[tuple[str, list[Lines]]]:
    """`headings`: by section; `words`: what values of `what` mean. Both gettext ids. Empty lines are left out."""
    return [
        (speaker.text(headings[name]), [_lines(row, words, speaker) for row in rows]) for name, rows in document.items()
    ]


def _lines(row: Mapping[str, Any], words: Mapping[str, str], speaker: Speaker) -> Lines:
    told = ((name, value) for name, value in row.items() if value not in ("", None, (), []))
    return [(speaker.text(_NAMES.get(name, name)), _value(name, value, words, speaker)) for name, value in told]


def _value(name: str, value: Any, words: Mapping[str, str], speaker: Speaker) -> str:
    if name == "what":
        return speaker.text(words.get(str(value), str(value)))
    match value:
        case bool():
            return speaker.text(_YES if value else _NO)
        case datetime() | date():
            return speaker.say("{value}", value=value)
    plain = speaker.plain(value)
    return "; ".join(map(str, plain)) if isinstance(plain, list) else str(plain)
