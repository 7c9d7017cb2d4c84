"""The context of a note as a JSON document tells it (the contract's `context`)."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, time
from typing import Any

from seguito.core.looks.context import Context, Known, PanelNote, Said
from seguito.core.nouns import DetailKind, Gender, Purpose
from seguito.core.reasons import Reason
from seguito.errors import N_, Problem

# Words that other programs use for the same kinds and purposes.
_KINDS = {
    "topic": DetailKind.INSIGHT,
    "need": DetailKind.INSIGHT,
    "company": DetailKind.WHY_HERE,
    "trip": DetailKind.ASIDE,
    "restaurant": DetailKind.ASIDE,
    "book": DetailKind.ASIDE,
}
_PURPOSES = {
    "after_interview": Purpose.THANKS,
    "after_no": Purpose.GRACIOUS_NO,
    "after_silence": Purpose.NUDGE,
    "stay_in_touch": Purpose.CHECK_IN,
}


class ContextUnclear(Problem):
    id = "context-unclear"
    happened = N_("In the context, `{field}` is {value}, and it should be {wanted}.")
    safe = N_("Nothing was checked.")
    next_step = N_("Mend it, or leave it out: every field of a context may be missing.")


def context_told(document: Any) -> Context:
    """The context that a JSON document tells. What it does not know is passed over; null is as good as nothing.

    Raises ContextUnclear for a value of the wrong kind, naming the field.
    """
    if document is None:
        return Context()
    if not isinstance(document, Mapping):
        raise _unclear("context", document, N_("an object"))
    told = {name: value for name, value in document.items() if value is not None}
    house, also = _house(told.get("organisation", ""))
    purpose = told.get("purpose") or _PURPOSES.get(_text(told, "stage"), Purpose.THANKS)
    return Context(
        organisation=house,
        organisation_also=also,
        role=_text(told, "role"),
        candidate=_text(told, "candidate"),
        to=_text(told, "to"),
        interviewers=tuple(map(_known, _objects(told, "interviewers"))),
        known_names=_texts(told, "known_names"),
        former_names=_texts(told, "former_names"),
        interview=_instant(told, "interview"),
        written_at=_instant(told, "written_at"),
        channel=_one_of(told.get("channel", "email"), "channel", ("email", "card")),
        purpose=_one_of(purpose, "purpose", tuple(Purpose)),
        details=tuple(map(_said, _objects(told, "details"))) if "details" in told else None,
        panel_notes=tuple(
            PanelNote(_text(note, "to", "panel_notes.to"), _text(note, "text", "panel_notes.text"))
            for note in _objects(told, "panel_notes")
        ),
    )


def _house(told: Any) -> tuple[str, tuple[str, ...]]:
    if isinstance(told, Mapping):
        return _text(told, "name", "organisation.name"), _texts(told, "also", "organisation.also")
    return _text({"organisation": told}, "organisation"), ()


def _known(told: Mapping[str, Any]) -> Known:
    gender = _text(told, "gender", "interviewers.gender").lower()
    return Known(
        name=_text(told, "name", "interviewers.name"),
        title=_text(told, "title", "interviewers.title"),
        gender=gender if gender in tuple(Gender) else None,
        email=_text(told, "email", "interviewers.email"),
        also=_texts(told, "also", "interviewers.also"),
    )


def _said(told: Mapping[str, Any]) -> Said:
    kind = _text(told, "kind", "details.kind")
    return Said(
        person=_text(told, "person", "details.person") or None,
        kind=kind if kind in tuple(DetailKind) else _KINDS.get(kind, DetailKind.INSIGHT),
        text=_text(told, "text", "details.text"),
        id=_text(told, "id", "details.id"),
    )


def _text(told: Mapping[str, Any], name: str, field: str = "") -> str:
    value = told.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise _unclear(field or name, value, N_("a text"))
    return " ".join(value.split()) if name != "text" else value


def _texts(told: Mapping[str, Any], name: str, field: str = "") -> tuple[str, ...]:
    value = told.get(name)
    if value is None:
        return ()
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise _unclear(field or name, value, N_("a list of texts"))
    return tuple(text for one in value if (text := " ".join(one.split())))


def _objects(told: Mapping[str, Any], name: str) -> Iterable[Mapping[str, Any]]:
    value = told.get(name, [])
    if not isinstance(value, list) or not all(isinstance(one, Mapping) for one in value):
        raise _unclear(name, value, N_("a list of objects"))
    return value


def _instant(told: Mapping[str, Any], name: str) -> datetime | None:
    """A day alone is its noon; a time without an offset is taken as it stands."""
    value = told.get(name)
    if value is None:
        return None
    try:
        instant = datetime.fromisoformat(value)
    except (TypeError, ValueError):
        raise _unclear(name, value, N_("a time like 2026-12-02T10:00:00+01:00")) from None
    if "T" not in value and " " not in value.strip():
        instant = datetime.combine(instant.date(), time(12))
    return instant if instant.tzinfo else instant.replace(tzinfo=UTC)


def _one_of(value: Any, field: str, known: tuple[str, ...]) -> str:
    if value not in known:
        raise _unclear(field, value, ", ".join(known))
    return str(value)


def _unclear(field: str, value: object, wanted: str) -> ContextUnclear:
    shown = repr(value)
    return ContextUnclear(field=field, value=shown if len(shown) < 60 else shown[:57] + "…", wanted=Reason("", wanted))
