"""Reasons in a JSON column: days and instants keep their type, so that a face can write them in its reader's form."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from enum import Enum
from typing import Any

from seguito.core.reasons import Reason

Kept = dict[str, Any]


def reason_row(reason: Reason) -> Kept:
    return {"tip": reason.tip, "message": reason.message, "values": values_row(reason.values)}


def reason_value(kept: Mapping[str, Any]) -> Reason:
    return Reason(tip=kept["tip"], message=kept["message"], values=values_value(kept["values"]))


def values_row(values: Mapping[str, object]) -> Kept:
    return {name: _row(value) for name, value in values.items()}


def values_value(kept: Mapping[str, Any]) -> dict[str, object]:
    return {name: _value(value) for name, value in kept.items()}


def _row(value: object) -> Any:
    match value:
        case Enum():
            return value.value
        case str() | int() | float() | bool() | None:
            return value
        case datetime():
            return {"moment": value.isoformat()}
        case date():
            return {"day": value.isoformat()}
        case time():
            return {"hour": value.isoformat()}
        case timedelta():
            return {"seconds": value.total_seconds()}
        case Reason():
            return {"reason": reason_row(value)}
        case Mapping():
            return {"spoken": dict(value)}
        case tuple() | list():
            return {"several": [_row(item) for item in value]}
    raise TypeError(f"no form to keep {type(value).__name__} in a reason")


def _value(kept: Any) -> object:
    match kept:
        case {"moment": text}:
            return datetime.fromisoformat(text)
        case {"day": text}:
            return date.fromisoformat(text)
        case {"hour": text}:
            return time.fromisoformat(text)
        case {"seconds": seconds}:
            return timedelta(seconds=seconds)
        case {"reason": inner}:
            return reason_value(inner)
        case {"spoken": words}:
            return words
        case {"several": items}:
            return tuple(_value(item) for item in items)
        case {"texts": texts}:
            return dict(texts)
    return kept
