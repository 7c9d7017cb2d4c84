"""Cycles are collected between pages, where nobody waits for it, and not inside one."""

import gc
from threading import Event, Thread
from time import sleep

from django.core.signals import request_finished

_A_PAUSE = 0.03  # seconds: what a page brings along (style, script, fonts) has come by then


def sweep_between_pages() -> None:
    """From now on the young objects are looked through a moment after each page, on a thread of their own.

    The interpreter's own thresholds stay as a net, for work that makes much and ends no page.
    """
    ended = Event()

    def sweep() -> None:
        while ended.wait():
            ended.clear()
            sleep(_A_PAUSE)
            if not ended.is_set():  # else another page was on its way: after that one
                gc.collect(1)

    request_finished.connect(lambda **_: ended.set(), weak=False, dispatch_uid="sweep")
    Thread(target=sweep, daemon=True, name="sweep").start()
