"""Server time of every page with 5,000 interviews and 20,000 people: p95 of each, goal 60 ms.

    .venv/bin/python benchmarks/page.py [--interviews 5000] [--people 20000]

Beside the clock's time stands the processor's: on a machine that does other things as well, only that one can be
compared. The records are written by the table, the last interview by the same actions as anybody's; each page is then
asked for as a browser would, in this process, with the cookie, and with a person's pause between two: there the cycles
are swept up, which is told in a line of its own, beside what the collector did inside pages all the same.
"""

import argparse
import gc
import statistics
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import current_thread, main_thread
from time import perf_counter, process_time, sleep
from zoneinfo import ZoneInfo

from seguito.actions.add import Told, add_by_hand
from seguito.actions.debrief import debrief
from seguito.actions.draft import draft
from seguito.actions.edit import edit
from seguito.actions.people import some_people
from seguito.actions.session import begin
from seguito.actions.tell import tell_me
from seguito.core.nouns import Appointment, Who

NOW = datetime(2026, 12, 2, 12, tzinfo=UTC)
PAUSE = 0.1  # seconds between two pages: no person is as quick
LETTER = "Dear Anna,\n\nThe clock that you mend stayed with me all the way home.\n\nKind regards,\nAda\n"


def fill(who: Who, interviews: int, people: int) -> None:
    from django.db import transaction

    from seguito.records import models

    w = who.workspace
    houses = [
        models.Organisation(workspace_id=w, name=f"House {n}", folded=f"house {n}") for n in range(interviews // 5)
    ]
    folk = [
        models.Person(
            workspace_id=w,
            given=f"Given{n}",
            family=f"Family{n}",
            folded=f"given{n} family{n}",
            organisation=houses[n % len(houses)],
        )
        for n in range(people)
    ]
    addresses = [
        models.EmailAddress(workspace_id=w, person=one, address=f"p{n}@x.example", folded=f"p{n}@x.example", position=0)
        for n, one in enumerate(folk)
    ]
    applications = [models.Application(workspace_id=w, organisation=house, role="Editor") for house in houses]
    talks = [
        models.Interview(
            workspace_id=w, application=applications[n % len(applications)], zone="Europe/Rome", recorded_at=NOW,
            starts_at=NOW - timedelta(hours=6 * n + 48), ends_at=NOW - timedelta(hours=6 * n + 47), debriefed_at=NOW,
        )
        for n in range(interviews)
    ]  # fmt: skip
    seats = [
        models.Seat(workspace_id=w, interview=talk, person=folk[(4 * n + k) % people], position=k)
        for n, talk in enumerate(talks)
        for k in range(4)
    ]
    plans = [
        models.FollowUp(
            workspace_id=w, key=f"{talk.short}/{kind}", kind=kind, interview=talk, application=talk.application,
            opens_at=talk.starts_at, closes_at=talk.starts_at + timedelta(days=1), done_at=NOW,
            state="planned" if n < 40 else "done",
            next_step={"command": f"seguito debrief {talk.short}", "message": "Write it down.", "values": {}},
        )
        for n, talk in enumerate(talks)
        for kind in ("debrief", "note", "card")
    ]  # fmt: skip
    said = {"kind": "insight", "by": "them", "text": "they mend clocks", "position": 0}
    details = [
        models.Detail(workspace_id=w, interview=talk, person=folk[4 * n % people], **said)
        for n, talk in enumerate(talks)
    ]
    with transaction.atomic():
        for rows in (houses, folk, addresses, applications, talks, seats, plans, details):
            type(rows[0]).objects.bulk_create(rows, batch_size=2000)


def the_last_one(who: Who, home: Path) -> tuple[str, str]:
    facts = Appointment(NOW - timedelta(hours=2), NOW - timedelta(hours=1), "Europe/Rome")
    panel = [(f"Anna{n} Reed{n}", f"anna{n}@last.example") for n in range(4)]
    talk = (
        add_by_hand(who, facts, panel, Told(organisation="The Last House", role="Editor"), NOW).interviews[0].interview
    )
    debrief(who, talk.id, "\n".join(f"@anna{n}@last.example they mend clock {n}" for n in range(4)), "en", NOW)
    notes = draft(who, talk.id, None, None, "en", NOW)
    edit(who, notes[0].id, LETTER, "Clocks", NOW)
    return talk.id, notes[0].id


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--interviews", type=int, default=5000)
    parser.add_argument("--people", type=int, default=20000)
    parser.add_argument("--rounds", type=int, default=25)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        measure(Path(folder), options)


def measure(home: Path, options: argparse.Namespace) -> None:
    who = begin(home, NOW).who
    from django.conf import settings
    from django.test import Client

    from seguito.web.desk import Desk, set_up
    from seguito.web.server import put_at_hand

    settings.SECRET_KEY = "x" * 50
    set_up(Desk(home, who, ZoneInfo("Europe/Rome"), "en", NOW, "once"))
    fill(who, options.interviews, options.people)
    interview, note = the_last_one(who, home)
    tell_me(who, {"name": "Ada Conti", "email": ("ada@mail.example",), "zone": "Europe/Rome"}, NOW)
    person = some_people(who, "anna", 0, 1)[0].person.id
    put_at_hand("en")  # as the server does when it starts
    client = Client(headers={"host": "127.0.0.1"})
    client.get("/?token=once")
    pages = {
        "today": "/", "interviews": "/interviews", "interview": f"/interviews/{interview}",
        "debrief": f"/interviews/{interview}/debrief", "note": f"/notes/{note}", "people": "/people",
        "people, searched": "/people?q=family19", "person": f"/people/{person}", "merge": f"/people/{person}/merge",
        "erase": f"/people/{person}/erase",
        "houses": "/houses", "house": "/houses?q=house 77",
        "applications": "/applications", "searched": "/applications?q=house 77&outcome=open",
        "on paper": f"/notes/{note}/card", "outbox": "/outbox", "settings": "/settings",
        "stationery": "/settings/paper",
    }  # fmt: skip
    swept = watch_the_collector()
    print(f"{options.interviews} interviews, {options.people} people; milliseconds, {options.rounds} rounds")
    for name, address in pages.items():
        assert client.get(address).status_code == 200, name
        print(f"{name:<18}{spread(lambda address=address: client.get(address), options.rounds)}")
    look = {"text": LETTER, "seq": "1"}
    print(f"{'a look':<18}{spread(lambda: client.post(f'/notes/{note}/look', look), options.rounds)}")
    for where, taken in swept.items():
        print(f"collected {where:<14} {len(taken):4} times, the longest {max(taken, default=0.0):.1f}")


def watch_the_collector() -> dict[str, list[float]]:
    """From now on: how long each collection took, in milliseconds, by where it was."""
    taken: dict[str, list[float]] = {"between pages": [], "inside pages": []}
    began = [0.0]

    def note(phase: str, _: object) -> None:
        if phase == "start":
            began[0] = perf_counter()
        else:
            where = "inside pages" if current_thread() is main_thread() else "between pages"
            taken[where].append(1000 * (perf_counter() - began[0]))

    gc.callbacks.append(note)
    return taken


def spread(ask: "object", rounds: int) -> str:
    assert callable(ask)
    ask(), ask()
    taken, worked = [], []
    for _ in range(rounds):
        sleep(PAUSE)
        began, busy = perf_counter(), process_time()
        ask()
        taken.append(1000 * (perf_counter() - began))
        worked.append(1000 * (process_time() - busy))
    return f"{_told(taken)}     processor {_told(worked)}"


def _told(taken: list[float]) -> str:
    return f"median {statistics.median(taken):6.1f}   p95 {statistics.quantiles(taken, n=20)[18]:6.1f}"


if __name__ == "__main__":
    main()
