"""What every engine of jobs must keep, whatever lays the jobs in and whoever takes them."""

import signal
import subprocess
import sys
from datetime import timedelta

import pytest

from seguito.jobs import queue
from tests.jobs.engine import MORNING, TEAM, Engine

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="needs signals of POSIX"),
    pytest.mark.xdist_group("jobs"),
]
EVENING = MORNING + timedelta(hours=10)


def test_what_is_due_is_told_once_however_often_the_job_runs(engine: Engine) -> None:
    engine.meet("Alfa", MORNING)
    engine.is_it(MORNING + timedelta(hours=2))
    for _ in range(5):
        engine.lay_in()
    worker = engine.worker()
    engine.until(engine.heard)
    engine.rounds()
    assert set(engine.heard().values()) == {1}
    assert engine.end(worker) == 0


def test_a_job_that_is_killed_in_the_middle_is_followed_by_another(engine: Engine) -> None:
    engine.meet("Alfa", MORNING)
    engine.is_it(MORNING + timedelta(hours=2))
    (engine.stage / "kill").touch()
    assert engine.worker().wait(30) == -signal.SIGKILL
    assert not engine.heard()
    engine.worker()
    engine.until(engine.heard)
    engine.rounds()
    assert set(engine.heard().values()) == {1}


def test_a_clock_that_jumps_neither_loses_nor_repeats(engine: Engine) -> None:
    engine.meet("Alfa", MORNING)
    engine.meet("Beta", EVENING - timedelta(hours=1))
    engine.worker()
    engine.rounds()
    for hours in (2, -30, 2, 11, 1, 11):
        engine.is_it(MORNING + timedelta(hours=hours))
        engine.rounds(4)
    engine.until(lambda: len({line.split()[1] for line in engine.heard()}) >= 2)
    assert set(engine.heard().values()) == {1}


def test_emptying_the_table_of_jobs_loses_nothing(engine: Engine) -> None:
    """Where there is none, the process that held them in mind is ended."""
    engine.meet("Alfa", MORNING)
    worker = engine.worker()
    engine.rounds()
    engine.is_it(MORNING + timedelta(hours=2))
    if engine.kind == TEAM:
        for _ in range(5):
            _empty_the_table()
    else:
        worker.kill()
        engine.worker()
    engine.until(engine.heard)
    engine.meet("Beta", MORNING + timedelta(hours=1))
    engine.until(lambda: len({line.split()[1] for line in engine.heard()}) >= 2)
    assert set(engine.heard().values()) == {1}


def test_a_job_that_fails_is_tried_again_and_the_others_go_on(engine: Engine) -> None:
    engine.meet("Alfa", MORNING)
    (engine.stage / "fail").touch()
    engine.worker()
    engine.until(lambda: engine.done()["sync failed"] and engine.done()["calendar failed"])
    engine.is_it(MORNING + timedelta(hours=2))
    engine.until(engine.heard)
    engine.until(lambda: engine.done()["retention"])
    assert not engine.done()["sync"]
    (engine.stage / "fail").unlink()
    engine.until(lambda: engine.done()["sync"] and engine.done()["calendar"])
    assert set(engine.heard().values()) == {1}


def test_two_workers_at_once_never_remind_twice(engine: Engine) -> None:
    for name in ("Alfa", "Beta", "Gamma"):
        engine.meet(name, MORNING)
    workers: list[subprocess.Popen[bytes]] = [engine.worker(), engine.worker()]
    engine.rounds()
    for hours in (1, 2, 3, 9, 26):
        engine.is_it(MORNING + timedelta(hours=hours))
        engine.rounds(6)
    assert engine.heard()
    workers[0].kill()
    engine.is_it(MORNING + timedelta(hours=34))
    engine.rounds(6)
    assert set(engine.heard().values()) == {1}


def _empty_the_table() -> None:
    queue.laying().connector.execute_query("TRUNCATE procrastinate_jobs CASCADE")
