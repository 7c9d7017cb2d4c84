"""How often a page asks the database: never more often for more data."""

from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from seguito.actions.add import Told, add_by_hand
from seguito.actions.debrief import debrief
from seguito.actions.draft import draft
from seguito.core.nouns import Appointment
from seguito.web.desk import Desk
from tests.web.visitor import Visitor

AT_MOST = 15


def fill(desk: Desk, interviews: int, people: int) -> str:
    """So many interviews with so many people each, debriefed and laid out; the last one's id."""
    last = ""
    for number in range(interviews):
        starts = datetime.fromisoformat("2026-12-02T09:00:00+01:00") - timedelta(hours=number)
        told = Appointment(starts_at=starts, ends_at=starts + timedelta(hours=1), zone="Europe/Rome")
        panel = [(f"Given{n} Family{number}x{n}", f"p{n}.{number}@house{number}.example") for n in range(people)]
        added = add_by_hand(desk.who, told, panel, Told(organisation=f"House {number}", role="Editor"), desk.began)
        last = added.interviews[0].interview.id
        lines = "\n".join(f"@p{n}.{number}@house{number}.example they mend clock number {n}" for n in range(people))
        debrief(desk.who, last, lines, "en", desk.began)
        draft(desk.who, last, None, None, "en", desk.began)
    return last


@pytest.mark.parametrize("size", [(1, 1), (6, 4)])
def test_every_page_asks_at_most_fifteen_times(visitor: Visitor, desk: Desk, size: tuple[int, int]) -> None:
    interview = fill(desk, *size)
    visitor.go(f"/interviews/{interview}")
    note = visitor.page.link("laid out") if visitor.page else ""
    person = next(href for _, href in visitor.go("/people").links if href.startswith("/people/"))
    last = [href for _, href in visitor.go("/people").links if href.startswith("/people/")][-1]
    merging = f"{person}/merge?other={last.rpartition('/')[2]}" if last != person else f"{person}/merge"
    house = next(href for _, href in visitor.go("/houses").links if href.startswith("/houses/"))
    application = next(href for _, href in visitor.go("/applications").links if href.startswith("/applications/"))
    asked = {}
    for address in (
        "/", "/add", "/interviews", f"/interviews/{interview}", f"/interviews/{interview}/debrief", note,
        f"{note}/revisions", f"{note}/card", "/people", person, f"{person}/merge", merging, "/houses", house, f"{house}/merge",
        "/applications", application, "/outbox", "/inbox", "/settings", "/settings/paper", "/settings/post", "/settings/post/it-posta1",
    ):  # fmt: skip
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert visitor.go(address).status == 200
        asked[address.replace(interview, "ID")] = len(queries)
    assert {address: count for address, count in asked.items() if count > AT_MOST} == {}


def test_what_would_be_erased_is_asked_no_oftener_for_more_data(visitor: Visitor, desk: Desk) -> None:
    counted = []
    for size in ((2, 2), (7, 4)):
        fill(desk, *size)
        person = next(href for _, href in visitor.go("/people").links if href.startswith("/people/"))
        with CaptureQueriesContext(connection) as queries:
            assert visitor.go(f"{person}/erase").status == 200
        counted.append(len(queries))
    assert counted[1] <= counted[0]
