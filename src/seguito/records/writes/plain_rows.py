"""Many rows of one table in one plain statement: making an object of each takes several times as long."""

import json
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from django.db import connection, models as django_models

from seguito.core.nouns import Who
from seguito.records.models.row import Row, short_of

Keyed = tuple[UUID, Sequence[Any]]


def insert(who: Who, model: type[Row], names: Sequence[str], rows: Iterable[Keyed]) -> None:
    """Insert rows: each a key, and values in the order of `names`. Fields that are not named get their default."""
    given = [_field(model, name) for name in names]
    rest = [field for field in model._meta.concrete_fields if field not in given and field.name not in _OWN]
    columns = [*_OWN.values(), *(str(field.column) for field in (*given, *rest))]
    defaults = tuple(field.get_db_prep_save(field.get_default(), connection) for field in rest)
    workspace = UUID(who.workspace).hex
    statement = (
        f"INSERT INTO {connection.ops.quote_name(model._meta.db_table)} "  # noqa: S608 (names of our own tables)
        f"({', '.join(map(connection.ops.quote_name, columns))}) VALUES ({', '.join(['%s'] * len(columns))})"
    )
    with connection.cursor() as cursor:
        cursor.executemany(
            statement,
            [(key.hex, short_of(key), workspace, *map(_held, values), *defaults) for key, values in rows],
        )


_OWN = {"id": "id", "short": "short", "workspace": "workspace_id"}


def _field(model: type[Row], name: str) -> "django_models.Field[Any, Any]":
    return next(field for field in model._meta.concrete_fields if name in (field.name, field.attname))


def _held(value: Any) -> Any:
    """A value as SQLite holds it."""
    match value:
        case UUID():
            return value.hex
        case datetime():
            return value.astimezone(UTC).replace(tzinfo=None).isoformat(" ")
        case date():
            return value.isoformat()
        case tuple() | list():
            return json.dumps(list(value))
    return value
