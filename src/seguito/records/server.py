"""A team's records: one PostgreSQL for many workspaces, named by `SEGUITO_DATABASE`.

What SQLite does by being one file with one writer, is asked for here: writers of one workspace take turns, so that
whatever was written for a single writer stays true; workspaces do not wait for each other.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.db import connection

from seguito.core.reasons import Reason
from seguito.errors import N_, Problem
from seguito.records.problems import NewerDatabase
from seguito.records.schema import SCHEMA

_SETTING = "SEGUITO_DATABASE"
_TURN = "SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))"


class DatabaseUnclear(Problem):
    id = "database-unclear"
    happened = N_("SEGUITO_DATABASE names no database that Seguito can use: {reason}.")
    safe = N_("Nothing was done.")
    next_step = N_("Write it like postgresql://seguito@db.example.org/seguito, or leave it unset to use a file here.")


class DatabaseOutOfReach(Problem):
    id = "database-out-of-reach"
    exit_code = 3
    happened = N_("The database {name} does not answer as it should: {reason}")
    safe = N_("Nothing was changed by this command.")
    next_step = N_("Once it answers, do it again.")


class KeptByTheServer(Problem):
    id = "kept-by-the-server"
    happened = N_("The records lie in the database {name}, whose copies its own tools make.")
    safe = N_("Nothing was changed.")
    next_step = N_("Use pg_dump and pg_restore; `seguito export` writes one workspace as JSON.")


def server() -> dict[str, Any] | None:
    """The database that a team has named, as Django wants to be told; None: a file in the data folder.

    Raises DatabaseUnclear. A password may stand in the address, else libpq's own places are asked (PGPASSFILE).
    """
    told = os.environ.get(_SETTING, "").strip()
    if not told:
        return None
    try:
        address = urlsplit(told)
        port = address.port
    except ValueError as error:
        raise DatabaseUnclear(reason=error) from error
    name = unquote(address.path.removeprefix("/"))
    if address.scheme not in ("postgresql", "postgres") or not name:
        raise DatabaseUnclear(reason=told if "@" not in told else f"{address.scheme}://…")
    if not _has_driver():
        raise DatabaseUnclear(reason=Reason("", N_("its driver is missing (pip install 'seguito[postgres]')")))
    options = dict(parse_qsl(address.query))
    return {
        "NAME": name,
        "USER": unquote(address.username or ""),
        "PASSWORD": unquote(address.password or ""),
        "HOST": options.pop("host", "") or unquote(address.hostname or ""),
        "PORT": options.pop("port", "") or str(port or ""),
        "OPTIONS": options,
    }


def address() -> str:
    """As libpq reads it: for an engine that has a connection of its own."""
    return os.environ[_SETTING].strip()


def _has_driver() -> bool:
    try:
        import psycopg  # noqa: F401
    except ImportError:
        return False
    return True


def bring_up_to_date() -> None:
    """Bring the server's tables to this version; one program does it, the others wait for it."""
    found = _schema()
    if found > SCHEMA:
        raise NewerDatabase(path=connection.settings_dict["NAME"], found=found, known=SCHEMA)
    if found == SCHEMA:
        return
    from django.core.management import call_command

    with _making_tables():
        call_command("migrate", "records", verbosity=0, interactive=False)


@contextmanager
def room_for_jobs(name: str) -> Iterator[bool]:
    """The schema in which an engine keeps its jobs; whether it is empty. One program at a time makes it."""
    with _making_tables(), connection.cursor() as cursor:
        cursor.execute(f'CREATE SCHEMA IF NOT EXISTS "{name}"')
        cursor.execute("SELECT count(*) = 0 FROM information_schema.tables WHERE table_schema = %s", [name])
        yield bool(cursor.fetchone()[0])


@contextmanager
def _making_tables() -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(hashtextextended('seguito tables', 0))")
        try:
            yield
        finally:
            cursor.execute("SELECT pg_advisory_unlock(hashtextextended('seguito tables', 0))")


def _schema() -> int:
    """How many migrations the server has seen: what `PRAGMA user_version` says of a file."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass('django_migrations') IS NOT NULL")
        if not cursor.fetchone()[0]:
            return 0
        cursor.execute("SELECT count(*) FROM django_migrations WHERE app = 'records'")
        return int(cursor.fetchone()[0])


def take_turn(name: str) -> None:
    """Inside a transaction: be the only one on that name until it ends. A file has but one writer anyway."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(_TURN, [name])


@contextmanager
def only_one_on_the_server(doing: str) -> Iterator[bool]:
    """The lock of one kind of work among all programs of the team: it goes with its holder's connection."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(hashtextextended(%s, 1))", [doing])
        got = bool(cursor.fetchone()[0])
    try:
        yield got
    finally:
        if got and connection.connection is not None and not connection.connection.closed:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(hashtextextended(%s, 1))", [doing])
