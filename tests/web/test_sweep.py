"""Cycles go between pages: what a page left behind is gone a moment after it."""

import gc
from threading import Event
from weakref import finalize

from seguito.web.sweep import sweep_between_pages
from tests.web.visitor import Visitor


class Knot:
    """Something that only the collector can free."""

    def __init__(self) -> None:
        self.itself = self


def test_what_a_page_left_in_a_circle_is_swept_up_after_the_page(visitor: Visitor) -> None:
    sweep_between_pages()
    gone = Event()
    gc.disable()
    try:
        finalize(Knot(), gone.set)
        visitor.go("/interviews")
        assert gone.wait(timeout=10)
    finally:
        gc.enable()
