"""The jobs, behind Django's Tasks API: one engine runs them at once, another lays them in a team's queue.

What each does in a process is said once, when that starts (`bring`): its folder, its clock, its words.
"""

from collections.abc import Callable, Mapping
from datetime import timedelta

from django_tasks import task  # `django.tasks` from Django 6 on
from django_tasks.base import Task

from seguito.actions.rounds import A_DAY, FIVE_MINUTES, HALF_A_MINUTE

Doing = Callable[[str], bool]
_brought: dict[str, Doing] = {}


def bring(doing: Mapping[str, Doing]) -> None:
    """By a job's name: what it does for a workspace, and whether all went well."""
    _brought.clear()
    _brought.update(doing)


@task()
def sync(workspace: str) -> bool:
    """Mail: what waits goes, copies are filed, what has come is read."""
    return _brought["sync"](workspace)


@task()
def calendar(workspace: str) -> bool:
    """The calendar that is watched is read, and Seguito's own brought up to date."""
    return _brought["calendar"](workspace)


@task()
def reminders(workspace: str) -> bool:
    """What is due is told (T1.4)."""
    return _brought["reminders"](workspace)


@task()
def retention(workspace: str) -> bool:
    """Whose time in the recruiter's file ends is told, and later erased (T5.1)."""
    return _brought["retention"](workspace)


# Mail first: an answer that has come ends a chase before anybody is reminded of it.
PERIODS: tuple[tuple[Task[[str], bool], timedelta], ...] = (
    (sync, FIVE_MINUTES),
    (calendar, FIVE_MINUTES),
    (reminders, HALF_A_MINUTE),
    (retention, A_DAY),
)
