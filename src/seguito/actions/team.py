"""What a team's workers need to know of the records."""

from contextlib import AbstractContextManager
from pathlib import Path

from seguito.errors import N_, Problem
from seguito.records.alone import only_one
from seguito.records.database import let_go, open_records
from seguito.records.reads.workspaces import workspaces
from seguito.records.server import address, room_for_jobs, server

__all__ = ["database_address", "let_go", "only_timekeeper", "room_for_jobs", "workspaces"]


class NoTeam(Problem):
    id = "no-team"
    happened = N_("SEGUITO_DATABASE names no database, and a worker serves those who share one.")
    safe = N_("Nothing was done.")
    next_step = N_("For one person's folder: `seguito watch`. For a team: see docs/team.md.")


def open_for_the_team(home: Path) -> None:
    """Raises `NoTeam`, and what stands in the way of opening the records."""
    database_address()
    open_records(home)


def database_address() -> str:
    """Raises `NoTeam`, DatabaseUnclear."""
    if server() is None:
        raise NoTeam
    return address()


def only_timekeeper(home: Path) -> AbstractContextManager[bool]:
    """Whether this worker is the one that lays jobs in for all."""
    return only_one(home, "keeping-time")
