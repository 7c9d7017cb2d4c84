"""The text index over the talent file: SQLite's FTS5, over stems that are computed here and kept in `Talent.words`.

The table holds no text of its own (`content='records_talent'`); what is taken out must be told as it went in.
"""

from typing import Any

_TABLE = "records_talentwords"

CREATE = (
    f"CREATE VIRTUAL TABLE {_TABLE} USING fts5("
    "words, content='records_talent', content_rowid='number', tokenize='unicode61', detail='none')"
)
COUNTS = f"CREATE VIRTUAL TABLE {_TABLE}_counts USING fts5vocab('{_TABLE}', 'row')"
ADD = f"INSERT INTO {_TABLE} (rowid, words) VALUES (%s, %s)"  # noqa: S608 (the name is ours)
TAKE_OUT = f"INSERT INTO {_TABLE} ({_TABLE}, rowid, words) VALUES ('delete', %s, %s)"  # noqa: S608
REBUILD = f"INSERT INTO {_TABLE} ({_TABLE}) VALUES ('rebuild')"  # noqa: S608
FIND = f"SELECT rowid FROM {_TABLE} WHERE {_TABLE} MATCH %s ORDER BY rowid LIMIT %s"  # noqa: S608
HOW_MANY = f"SELECT term, doc FROM {_TABLE}_counts WHERE term IN ({{places}})"  # noqa: S608


def make_words_index(apps: Any, schema_editor: Any) -> None:
    """Create the index, once."""
    if schema_editor.connection.vendor != "sqlite":
        raise NotImplementedError("the talent file is searched in SQLite only so far")
    for statement in (CREATE, COUNTS):
        schema_editor.execute(statement)
