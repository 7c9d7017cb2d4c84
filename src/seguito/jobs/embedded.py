"""One person's engine: the jobs run in this process, each at once when its time has come.

Nothing is written about them.A queue in a table was tried (django-tasks-db 0.13) and left: see docs/architecture.md.
"""

import sys
from collections.abc import Callable

from django_tasks import TaskResultStatus
from django_tasks.base import Task

from seguito.actions.rounds import Job
from seguito.jobs.tasks import PERIODS


def rounds_for(workspace: str) -> tuple[Job, ...]:
    return tuple(Job(task.name, every, _at_once(task, workspace)) for task, every in PERIODS)


def _at_once(task: Task[[str], bool], workspace: str) -> Callable[[], bool]:
    def run_it() -> bool:
        result = task.enqueue(workspace)
        if result.status == TaskResultStatus.SUCCESSFUL:
            return bool(result.return_value)
        for error in result.errors:  # a defect of ours: the other jobs go on
            sys.stderr.write(error.traceback)
        return False

    return run_it
