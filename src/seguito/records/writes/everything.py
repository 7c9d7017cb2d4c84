"""An export taken in: row by row as it was written, all of it or nothing."""

import base64
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import connection, models as fields
from django.db.utils import IntegrityError

from seguito.core.nouns import Who
from seguito.errors import N_, Problem
from seguito.records import models, words_index


class NoExport(Problem):
    id = "no-export"
    happened = N_("The file is no export of Seguito that can be taken in: {reason}.")
    safe = N_("Nothing was taken in.")
    next_step = N_("Write a fresh one with `seguito export`, by the same version or an older one.")


def put_in(who: Who, document: Mapping[str, Any]) -> int:
    """Keep every row that is not here yet; how many that were. A row that is here stays as it is.

    Into a folder that holds nothing yet the export's own workspace comes, so that exporting again gives the same file.
    Run it in a transaction: keys are held against each other at its end.
    """
    known = {str(model._meta.model_name): model for model in apps.get_app_config("records").get_models()}
    tables: Mapping[str, Any] = document["tables"]
    if strange := [name for name in tables if name not in known]:
        raise NoExport(reason=f"“{strange[0]}”")
    home = _workspace(who, tables)
    count = 0
    try:
        for name, rows in tables.items():
            if name != "workspace":
                count += _put_table(known[name], rows, home)
        connection.check_constraints()
    except (KeyError, TypeError, ValueError, ValidationError, IntegrityError) as error:
        raise NoExport(reason=error) from error
    words_index.rebuild()
    return count


def _workspace(who: Who, tables: Mapping[str, Any]) -> str:
    """The workspace that the rows go into; who is who comes along only where nobody was here."""
    mine = models.Workspace.objects.get(id=who.workspace)
    empty = not any(
        model.objects.of(who).exists() for model in (models.Person, models.Organisation, models.Application)
    )
    told = tables.get("workspace") or []
    if empty and len(told) == 1:
        values = _values(models.Workspace, told[0])
        elsewhere = models.Workspace.objects.filter(id=values["id"]).exclude(id=mine.id)
        if not elsewhere.exists():
            mine.delete()
            models.Workspace(**{**values, "name": mine.name or values["name"]}).save(force_insert=True)
            return str(values["id"])
    return who.workspace


def _put_table(model: Any, rows: Any, home: str) -> int:
    here = set(model.objects.values_list("id", flat=True).iterator())
    fresh = [model(**{**_values(model, row), "workspace_id": home}) for row in rows if UUID(row["id"]) not in here]
    model.objects.bulk_create(fresh, batch_size=500)
    return len(fresh)


def _values(model: Any, row: Mapping[str, Any]) -> dict[str, Any]:
    known = {field.attname: field for field in model._meta.concrete_fields}
    if strange := [name for name in row if name not in known]:
        raise KeyError(strange[0])
    return {name: _value(known[name], value) for name, value in row.items()}


def _value(field: Any, value: Any) -> Any:
    if value is None:
        return None
    match field:
        case fields.DateTimeField():
            return datetime.fromisoformat(value)
        case fields.DateField():
            return date.fromisoformat(value)
        case fields.BinaryField():
            return base64.b64decode(value["base64"])
        case fields.JSONField():
            return value
    return field.to_python(value) if not field.is_relation else field.target_field.to_python(value)
