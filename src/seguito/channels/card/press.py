"""Typst, under one lock and with a time limit.

The compiler is not thread-safe (0.15 answers a second thread with "Already borrowed") and can't be interrupted; it
lets other threads run while it works. So it works on a thread of its own: a caller waits no longer than the limit, and
a press that is stuck is left behind with its thread and replaced.
"""

import json
import re
from collections.abc import Mapping
from concurrent.futures import Future, TimeoutError as NotDone
from importlib.resources import files
from pathlib import Path
from threading import Lock, Thread
from typing import Any

from seguito.errors import N_, Problem

SECONDS = 20.0
_HERE = Path(str(files(__package__)))
_TOLD = re.compile(r"OVERFULL (\{[^{}]*\})")


class PrintingTookTooLong(Problem):
    id = "printing-took-too-long"
    exit_code = 3
    happened = N_("Setting the page took longer than {seconds} seconds.")
    safe = N_("Nothing was printed, and nothing of the note has changed.")
    next_step = N_("Try again; if it happens again, print a shorter note.")


class NoRoom(Exception):
    """The note did not fit on its sheet, by `lines` of the lines it has in the smallest type (`of`)."""

    def __init__(self, lines: float, of: float) -> None:
        super().__init__(lines, of)
        self.lines = int(lines)
        self.of = int(of)


class Press:
    """One compiler, one order at a time. `pdf` gives the file of an order, `pictures` its pages."""

    def __init__(self) -> None:
        self._machine = _Machine()

    def pdf(self, order: Mapping[str, Any], seconds: float = SECONDS) -> bytes:
        """The file, as PDF/A-2a: with its structure, for readers that speak; the same order gives the same bytes."""
        pdf: bytes = self._run(order, seconds, format="pdf", pdf_standards=["a-2a"])
        return pdf

    def pictures(self, order: Mapping[str, Any], kind: str, ppi: float, seconds: float = SECONDS) -> tuple[bytes, ...]:
        """Every page as a picture; `kind`: png or svg."""
        found = self._run(order, seconds, format=kind, ppi=ppi)
        return (found,) if isinstance(found, bytes) else tuple(found)

    def _run(self, order: Mapping[str, Any], seconds: float, **how: object) -> Any:
        data = {"order": json.dumps(order, ensure_ascii=False)}  # what people typed travels as one string of JSON
        machine = self._machine
        job: Future[Any] = Future()
        Thread(target=machine.work, args=(job, data, how), name="press", daemon=True).start()
        try:
            return job.result(seconds)
        except NotDone:
            if self._machine is machine:
                self._machine = _Machine()
            raise PrintingTookTooLong(seconds=round(seconds)) from None


class _Machine:
    """The compiler with its lock."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._compiler: Any = None

    def work(self, job: "Future[Any]", data: Mapping[str, str], how: Mapping[str, object]) -> None:
        with self._lock:
            try:
                job.set_result(self._compile(data, how))
            except Exception as error:  # whatever it is, whoever waits for the job must hear of it
                job.set_exception(error)

    def _compile(self, data: Mapping[str, str], how: Mapping[str, object]) -> Any:
        import typst

        if self._compiler is None:
            source = str(_HERE / "typ" / "main.typ")
            fonts = [str(_HERE / "fonts")]
            self._compiler = typst.Compiler(source, root=str(_HERE), font_paths=fonts, ignore_system_fonts=True)
        try:
            return self._compiler.compile(sys_inputs=data, **how)
        except typst.TypstError as error:
            told = _TOLD.search(str(error).replace('\\"', '"'))
            if told:
                raise NoRoom(**json.loads(told[1])) from None
            raise


PRESS = Press()
