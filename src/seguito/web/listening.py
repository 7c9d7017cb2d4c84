"""While the page is open a thread of its own listens to the mailbox. No page waits for it."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import Event, Thread

from django.db import connections

from seguito.actions.listen import listen
from seguito.actions.sending import Outside
from seguito.actions.sync import sync
from seguito.core.reasons import Reason
from seguito.errors import Problem
from seguito.web.desk import Desk

_AFTER_A_DEFECT = timedelta(minutes=15)
_STOPS_WITHIN = 5.0  # seconds; what a slow server still holds ends with the process
_log = logging.getLogger(__name__)


@dataclass(slots=True)
class Listener:
    """Listens to the desk's mailbox. `looked_at`: when it was last read to its end; `trouble`: why it cannot be."""

    desk: Desk
    looked_at: datetime | None = None
    trouble: Reason | None = None
    _ended: Event = field(default_factory=Event)
    _disturbed: Event = field(default_factory=Event)
    _thread: Thread | None = None

    def start(self) -> None:
        self._thread = Thread(target=self._run, daemon=True, name="mailbox")
        self._thread.start()

    def disturb(self) -> None:
        """The account has changed: look now, and not when the time is over."""
        self._disturbed.set()

    def stop(self) -> None:
        self._ended.set()
        self._disturbed.set()
        if self._thread:
            self._thread.join(_STOPS_WITHIN)

    def _run(self) -> None:
        try:
            while not self._ended.is_set():
                self._guarded(self._listen)
        finally:
            connections.close_all()

    def _listen(self) -> None:
        self._disturbed.clear()
        self.looked_at, self.trouble = None, None
        outside = Outside(self.desk.home)
        listen(self.desk.who, self._look, self._tell, outside, self._disturbed.is_set, self._disturbed.wait)

    def _look(self) -> Reason | None:
        """`now` is asked anew at each look: the thread lives as long as the page."""
        desk, now = self.desk, self.desk.now()
        trouble = sync(desk.who, desk.language, now, Outside(desk.home)).trouble
        if trouble is None:
            self.looked_at, self.trouble = now, None
        return trouble

    def _tell(self, why: Reason) -> None:
        self.trouble = why

    def _guarded(self, work: Callable[[], None]) -> None:
        """Neither what a person can mend nor a defect of ours ends the listening for good."""
        try:
            work()
        except Problem as problem:
            self.trouble = Reason("", problem.happened, problem.values)
        except Exception:
            _log.exception("The mailbox could not be looked into.")
        else:
            return
        self._disturbed.wait(_AFTER_A_DEFECT.total_seconds())
