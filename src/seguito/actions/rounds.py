"""What goes on in the background: rounds of the same few jobs, each asking the records what is due.

A round trusts no timer: one that came late, twice or after a night's sleep finds in the records what is left to do.
The jobs come in as callables with nothing in hand, so that an engine of jobs can call them in this loop's place.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from seguito.core.nouns import Who
from seguito.errors import N_, Problem
from seguito.records.alone import only_one

HALF_A_MINUTE = timedelta(seconds=30)
FIVE_MINUTES = timedelta(minutes=5)
A_DAY = timedelta(days=1)


class AlreadyWatched(Problem):
    id = "already-watched"
    happened = N_("Another `seguito watch` is at work on {home}.")
    safe = N_("Nothing was done; reminders come from that one.")
    next_step = N_("End it first if this one is to take its place.")


@dataclass(frozen=True, slots=True)
class Job:
    """`run` says whether all went well; after trouble it is tried again in five minutes, and not every round.

    `every`: at the earliest. A job claims what it does in the records, so that twice is once.
    """

    name: str
    every: timedelta
    run: Callable[[], bool]


@contextmanager
def alone_on_watch(who: Who, home: Path) -> Iterator[None]:
    """Raises `AlreadyWatched`. The lock goes with its holder, whatever that dies of."""
    with only_one(home, f"watching-{who.workspace}") as alone:
        if not alone:
            raise AlreadyWatched(home=home)
        yield


def watch(jobs: Sequence[Job], rest: Callable[[float], bool], clock: Callable[[], float] = time.monotonic) -> None:
    """Round after round until `rest`, which waits so many seconds, says that it is enough. `clock` never jumps."""
    not_before = dict.fromkeys((job.name for job in jobs), clock())
    while True:
        for job in jobs:
            if clock() >= not_before[job.name]:
                went_well = job.run()
                pause = job.every if went_well else max(job.every, FIVE_MINUTES)
                not_before[job.name] = clock() + pause.total_seconds()
        if rest(HALF_A_MINUTE.total_seconds()):
            return
