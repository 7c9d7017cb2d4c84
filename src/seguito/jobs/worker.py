"""A worker of a team: takes jobs from the queue, and is ready to be the one that lays them in.

Of all workers one keeps time; when it dies another does. It trusts no timer of the queue's, whose clock may be set
back: by its own, which never jumps, every job of every workspace is laid in when its time has come, and what dead
workers have left is cleared away.
"""

import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import procrastinate
from django.utils.module_loading import import_string
from django_tasks.base import Task
from procrastinate.exceptions import ConnectorException

from seguito.actions.rounds import FIVE_MINUTES, HALF_A_MINUTE, Job, watch
from seguito.actions.team import let_go, only_timekeeper, workspaces
from seguito.errors import Problem
from seguito.jobs import queue
from seguito.jobs.tasks import PERIODS

_CLEAR = """
WITH dead AS (
    DELETE FROM procrastinate_workers WHERE last_heartbeat < now() - make_interval(secs => %(dead)s) RETURNING id
)
DELETE FROM procrastinate_jobs
WHERE status = 'doing' AND (worker_id IS NULL OR worker_id IN (SELECT id FROM dead))
"""


@dataclass(frozen=True, slots=True)
class Pace:
    """`round`: how often the time is looked at. `again`: after a job that failed. `dead`: after no sign of life.

    `periods`: the jobs, and how often each is laid in.
    """

    round: timedelta = HALF_A_MINUTE
    again: timedelta = FIVE_MINUTES
    dead: timedelta = timedelta(seconds=30)
    periods: tuple[tuple[Task[[str], bool], timedelta], ...] = PERIODS


class NotYet(Exception):
    """Not all went well: the job is tried again later."""


def work(home: Path, pace: Pace = Pace()) -> None:
    """Until SIGTERM or Ctrl+C; the job in hand is brought to its end first."""
    queue.laying()
    ended = threading.Event()
    time = threading.Thread(target=_keep_time, args=(home, pace, ended), daemon=True)
    time.start()
    try:
        _far_end(pace).run_worker(
            concurrency=1,
            delete_jobs="successful",
            update_heartbeat_interval=pace.dead.total_seconds() / 3,
            stalled_worker_timeout=pace.dead.total_seconds(),
        )
    finally:
        ended.set()
        time.join(pace.round.total_seconds())


def work_once(home: Path) -> None:
    """Everything of every workspace laid in, and taken until nothing is left."""
    for task, _ in PERIODS:
        _for_everybody(task)()
    _far_end(Pace()).run_worker(concurrency=1, delete_jobs="successful", wait=False)


def _far_end(pace: Pace) -> procrastinate.App:
    app = procrastinate.App(connector=procrastinate.PsycopgConnector(**queue.connection()))

    @app.task(name=queue.NAME, retry=procrastinate.RetryStrategy(wait=int(pace.again.total_seconds())))
    def run(path: str, args: Sequence[str]) -> None:
        let_go()
        try:
            if import_string(path).call(*args) is False:
                raise NotYet(path)
        finally:
            let_go()

    return app


def _keep_time(home: Path, pace: Pace, ended: threading.Event) -> None:
    """Be the timekeeper as soon and as long as that can be."""

    def rest(_: float) -> bool:
        return ended.wait(pace.round.total_seconds())

    while not ended.is_set():
        with suppress(Problem, ConnectorException), only_timekeeper(home) as first:
            if first:
                jobs = [Job(task.name, every, _for_everybody(task)) for task, every in pace.periods]
                watch([Job("clearing", pace.round, _clearing(pace)), *jobs], rest)
        let_go()
        rest(0)


def _for_everybody(task: Task[[str], bool]) -> Callable[[], bool]:
    """Lay it in for every workspace."""

    def lay_in() -> bool:
        for workspace in workspaces():
            task.using(backend="team").enqueue(workspace)
        return True

    return lay_in


def _clearing(pace: Pace) -> Callable[[], bool]:
    """Take away what dead workers had in hand: it is laid in again when its time comes, and finds what is left."""

    def clear_away() -> bool:
        queue.laying().connector.execute_query(_CLEAR, dead=pace.dead.total_seconds())
        return True

    return clear_away
