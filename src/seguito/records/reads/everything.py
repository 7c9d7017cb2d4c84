"""Everything that the folder holds, as plain data."""

import base64
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.apps import apps

from seguito.core.nouns import Who
from seguito.records.models import Row, Workspace


def tables(who: Who) -> Iterator[tuple[str, Iterator[dict[str, Any]]]]:
    """Every table's name with its rows, tables and rows in a fixed order, so that nothing changed is the same file."""
    yield "workspace", (_plain(row) for row in Workspace.objects.filter(id=who.workspace))
    for model in sorted(apps.get_app_config("records").get_models(), key=lambda m: m._meta.model_name or ""):
        if issubclass(model, Row):
            yield str(model._meta.model_name), (_plain(row) for row in model.objects.of(who).order_by("id").iterator())


def _plain(row: Row | Workspace) -> dict[str, Any]:
    return {field.attname: _value(getattr(row, field.attname)) for field in row._meta.concrete_fields}


def _value(value: object) -> object:
    match value:
        case datetime() | date():
            return value.isoformat()
        case UUID():
            return str(value)
        case bytes() | memoryview():
            return {"base64": base64.b64encode(bytes(value)).decode("ascii")}
    return value
