"""The text index over the talent file, over stems that are computed here and kept in `Talent.words`.

SQLite has a table of FTS5 that holds no text of its own (`content='records_talent'`): what is taken out must be told as
it went in. PostgreSQL indexes the stems where they stand, and needs to be told nothing.
"""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection

from seguito.core.nouns import Who

_TABLE = "records_talentwords"

_FTS5 = (
    f"CREATE VIRTUAL TABLE {_TABLE} USING fts5("
    "words, content='records_talent', content_rowid='number', tokenize='unicode61', detail='none')",
    f"CREATE VIRTUAL TABLE {_TABLE}_counts USING fts5vocab('{_TABLE}', 'row')",
)
_ADD = f"INSERT INTO {_TABLE} (rowid, words) VALUES (%s, %s)"  # noqa: S608 (the name is ours)
_TAKE_OUT = f"INSERT INTO {_TABLE} ({_TABLE}, rowid, words) VALUES ('delete', %s, %s)"  # noqa: S608
_REBUILD = f"INSERT INTO {_TABLE} ({_TABLE}) VALUES ('rebuild')"  # noqa: S608
_FIND = f"SELECT rowid FROM {_TABLE} WHERE {_TABLE} MATCH %s ORDER BY rowid LIMIT %s"  # noqa: S608
_HOW_MANY = f"SELECT term, doc FROM {_TABLE}_counts WHERE term IN ({{places}})"  # noqa: S608

_STEMS = "string_to_array(words, ' ')"
_GIN = f"CREATE INDEX {_TABLE} ON records_talent USING gin ({_STEMS})"
_FIND_STEMS = (
    f"SELECT number FROM records_talent WHERE workspace_id = %s AND {_STEMS} {{holds}} %s::text[]"  # noqa: S608
    " ORDER BY number LIMIT %s"
)
_COUNT_STEMS = f"SELECT count(*) FROM records_talent WHERE workspace_id = %s AND {_STEMS} @> %s::text[]"  # noqa: S608


def make_words_index(apps: Any, schema_editor: Any) -> None:
    """Create the index, once."""
    for statement in _FTS5 if schema_editor.connection.vendor == "sqlite" else (_GIN,):
        schema_editor.execute(statement)


def add(rows: Iterable[tuple[int, str]]) -> None:
    """Numbers, and the words of each."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.executemany(_ADD, list(rows))


def take_out(number: int, words: str) -> None:
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(_TAKE_OUT, [number, words])


def rebuild() -> None:
    """The index, made anew: a word that was taken out of it is still in its pages until then."""
    with connection.cursor() as cursor:
        cursor.execute(_REBUILD if connection.vendor == "sqlite" else f"REINDEX INDEX {_TABLE}")


def holding_all(who: Who, stems: Sequence[str], most: int) -> list[int]:
    """Numbers of files that hold every one of the stems."""
    if connection.vendor == "sqlite":
        return _numbers(_FIND, " AND ".join(map(_quoted, stems)), most)
    return _numbers(_FIND_STEMS.format(holds="@>"), who.workspace, list(stems), most)


def holding_any(who: Who, stems: Sequence[str], most: int) -> list[int]:
    if connection.vendor == "sqlite":
        return _numbers(_FIND, " OR ".join(map(_quoted, stems)), most)
    return _numbers(_FIND_STEMS.format(holds="&&"), who.workspace, list(stems), most)


def in_how_many(who: Who, stems: Sequence[str]) -> dict[str, int]:
    """In how many files each stem stands."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(_HOW_MANY.format(places=", ".join(["%s"] * len(stems))), list(stems))
            return dict(cursor.fetchall())
        found = dict[str, int]()
        for stem in stems:
            cursor.execute(_COUNT_STEMS, [who.workspace, [stem]])
            found[stem] = cursor.fetchone()[0]
        return found


def _numbers(statement: str, *values: str | int | list[str]) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(statement, list(values))
        return [row[0] for row in cursor.fetchall()]


def _quoted(stem: str) -> str:
    return json.dumps(stem, ensure_ascii=False)
