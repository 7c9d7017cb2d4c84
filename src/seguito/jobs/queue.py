"""A team's queue: Procrastinate on the team's PostgreSQL, behind Django's Tasks API.

Its tables lie in a schema of their own that bears its version, and hold nothing that is not in the records: they may be
emptied or thrown away at any time.
"""

from functools import cache
from typing import Any, ParamSpec, TypeVar

import procrastinate
from django_tasks import TaskResult, TaskResultStatus
from django_tasks.backends.base import BaseTaskBackend
from django_tasks.base import Task
from procrastinate.exceptions import AlreadyEnqueued

from seguito.actions.team import database_address, room_for_jobs

NAME = "seguito"
_ROOM = f"seguito_jobs_{procrastinate.__version__.replace('.', '_')}"

P = ParamSpec("P")
T = TypeVar("T")


class TeamBackend(BaseTaskBackend):
    """A job that waits already is not laid in twice; one that runs does not run beside itself."""

    def enqueue(self, task: Task[P, T], args: Any, kwargs: Any) -> TaskResult[T]:
        self.validate_task(task)
        own = f"{task.name} {' '.join(map(str, args))}"
        laid = laying().configure_task(NAME, allow_unknown=True, queueing_lock=own, lock=own)
        try:
            number = str(laid.defer(path=task.module_path, args=list(args)))
        except AlreadyEnqueued:
            number = ""
        return TaskResult(
            task=task,
            id=number,
            status=TaskResultStatus.READY,
            enqueued_at=None,
            started_at=None,
            last_attempted_at=None,
            finished_at=None,
            args=list(args),
            kwargs=dict(kwargs),
            backend=self.alias,
            errors=[],
            worker_ids=[],
        )


@cache
def laying() -> procrastinate.App:
    """The queue's near end, where jobs are laid in."""
    app = procrastinate.App(connector=procrastinate.SyncPsycopgConnector(**connection()))
    app.open()
    with room_for_jobs(_ROOM) as is_empty:
        if is_empty:
            app.schema_manager.apply_schema()
    return app


def connection() -> dict[str, Any]:
    """How Procrastinate's own connections are made."""
    return {"conninfo": database_address(), "kwargs": {"options": f"-c search_path={_ROOM}"}, "min_size": 1}
