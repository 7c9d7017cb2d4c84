"""What an action needs besides the records when it speaks to a server."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from seguito.channels.email.smtp import USUAL_PATIENCE, Patience


def _real_clock() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Outside:
    """What sending needs. `clock` is the real one: leases and pace are between programs.

    `copy_after`: how long a server that may file its own copy is given, in seconds, before we file one.
    """

    home: Path
    clock: Callable[[], datetime] = _real_clock
    wait: Callable[[float], None] = time.sleep
    patience: Patience = USUAL_PATIENCE
    copy_after: float = 5.0
