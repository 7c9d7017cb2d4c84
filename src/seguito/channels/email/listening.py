"""Waiting for mail on an open line (RFC 2177, IDLE). It is a hint and no more: lines die unheard, so that whoever waits
looks again after a while in any case.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from imapclient import IMAPClient

_STEP = 1.0  # seconds: how soon a wait ends that is not wanted any more
_SILENT_ENDS = 20  # a line that is ready to be read and says nothing, so many times, has been hung up
_AT_ONCE = 0.05


class Ear:
    """Hears of new mail in the inbox, where the server tells; else it only waits."""

    def __init__(self, client: IMAPClient, is_told: bool) -> None:
        self._client = client
        self.is_told = is_told

    def wait(self, seconds: float, enough: Callable[[], bool]) -> bool:
        """Wait so long, less where it is `enough`. True: something has come. Raises OSError where the line is dead."""
        end, silent = time.monotonic() + seconds, 0
        while not enough() and (left := end - time.monotonic()) > 0:
            began = time.monotonic()
            said = self._said(min(left, _STEP))
            if any(len(one) > 1 and one[1] == b"EXISTS" for one in said):
                return True
            silent = silent + 1 if not said and time.monotonic() - began < min(left, _AT_ONCE) else 0
            if silent >= _SILENT_ENDS:
                raise ConnectionResetError
        return False

    def _said(self, seconds: float) -> list[tuple[object, ...]]:
        if self.is_told:
            return list(self._client.idle_check(timeout=seconds))
        time.sleep(seconds)
        return []


@contextmanager
def listening(client: IMAPClient) -> Iterator[Ear]:
    """What comes from now on is heard of. On this line nothing else may be asked meanwhile."""
    is_told = client.has_capability("IDLE")
    client.select_folder("INBOX", readonly=True)
    if is_told:
        client.idle()
    yield Ear(client, is_told)
    if is_told:
        client.idle_done()
