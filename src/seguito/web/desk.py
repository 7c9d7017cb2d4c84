"""What the running page serves: whose folder, since when, and which token opens it.

One process serves one folder. `cli` fills it before the server starts.
"""

import hmac
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from seguito.actions.sign_in import Asking
from seguito.core.nouns import Who

if TYPE_CHECKING:
    from seguito.web.listening import Listener


@dataclass(slots=True)
class Desk:
    """`began`: the domain's time when the page was opened; it ticks on from there, whatever the clock says.

    `token`: opens one browser, once; what follows is a session cookie. `asking`: a question at a mail provider, whose
    answer a browser is to bring back.
    """

    home: Path
    who: Who
    zone: ZoneInfo
    language: str
    began: datetime
    token: str
    is_demo: bool = False
    listener: "Listener | None" = None
    asking: Asking | None = None
    _opened_at: float = field(default_factory=monotonic)

    def now(self) -> datetime:
        passed = monotonic() - self._opened_at
        return datetime.fromtimestamp(self.began.timestamp() + passed, UTC).astimezone(self.zone)

    def read_in(self, zone: str) -> None:
        """Times are told in this zone from now on; empty: as before."""
        if zone:
            self.zone = ZoneInfo(zone)

    def take_token(self, offered: str) -> bool:
        """Whether this is the launch token; it is good for one browser."""
        good = bool(self.token) and hmac.compare_digest(self.token.encode(), offered.encode("utf-8", "replace"))
        if good:
            self.token = ""
        return good


_desks: list[Desk] = []


def set_up(desk: Desk) -> None:
    """Serve this desk from now on."""
    _desks[:] = [desk]


def desk() -> Desk:
    if not _desks:
        raise RuntimeError("no desk has been set up: the page is started by `seguito`")
    return _desks[0]
