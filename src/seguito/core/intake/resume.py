"""A person in a JSON Resume (jsonresume.org, schema 1.0)."""

from collections.abc import Mapping
from typing import Any

from seguito.core.intake.incoming import Incoming, Reading, Unread, complaint
from seguito.core.reasons import Reason
from seguito.errors import N_


def is_resume(document: Any) -> bool:
    return isinstance(document, Mapping) and isinstance(document.get("basics"), Mapping)


def read_resume(document: Mapping[str, Any], source: str = "") -> Reading:
    """The one person of a résumé. What the schema does not know is passed over."""
    basics = document["basics"]
    place = basics.get("location") if isinstance(basics.get("location"), Mapping) else {}
    work = next(iter(_tables(document, "work")), {})
    skills = [name for one in _tables(document, "skills") for name in (_text(one, "name"), *_texts(one, "keywords"))]
    one = Incoming(
        line=1,
        name=_text(basics, "name"),
        emails=tuple(filter(None, [_text(basics, "email")])),
        phones=tuple(filter(None, [_text(basics, "phone")])),
        organisation=_text(work, "name") or _text(work, "company"),
        role=_text(basics, "label") or _text(work, "position"),
        street=_text(place, "address"),
        postcode=_text(place, "postalCode"),
        city=_text(place, "city"),
        region=_text(place, "region"),
        country=_text(place, "countryCode").upper(),
        skills=tuple(dict.fromkeys(filter(None, skills))),
        languages=tuple(filter(None, (_text(one, "language") for one in _tables(document, "languages")))),
        source=source,
    )
    wrong = complaint(one)
    return Reading((), (wrong,)) if wrong else Reading((one,))


def nothing_read() -> Reading:
    return Reading((), (Unread(1, Reason("", N_("neither an export of Seguito nor a JSON Resume"))),))


def _text(table: Mapping[str, Any], name: str) -> str:
    value = table.get(name)
    return " ".join(value.split()) if isinstance(value, str) else ""


def _texts(table: Mapping[str, Any], name: str) -> list[str]:
    value = table.get(name)
    return [" ".join(one.split()) for one in value if isinstance(one, str)] if isinstance(value, list) else []


def _tables(document: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    value = document.get(name)
    return [one for one in value if isinstance(one, Mapping)] if isinstance(value, list) else []
