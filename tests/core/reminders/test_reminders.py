"""Reminders: each rings once, late ones say so, and the night is kept (T1.4)."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, strategies as st

from seguito.core.planning.follow_up import FollowUp, Kind, NextStep
from seguito.core.planning.windows import Window, end_of
from seguito.core.reminders.due import Chase, Ring, due_reminders, next_reminders
from seguito.core.reminders.quiet import NEVER, Quiet, QuietHoursUnclear, quiet_hours
from seguito.core.reminders.slots import Occasion, slots

ROME, NEW_YORK = ZoneInfo("Europe/Rome"), ZoneInfo("America/New_York")
QUIET = Quiet()


def utc(text: str, zone: ZoneInfo = ROME) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=zone).astimezone(UTC)


def follow_up(window: Window, kind: Kind = Kind.NOTE, key: str = "i/note/p") -> FollowUp:
    return FollowUp(kind, key, window, (), NextStep("seguito due", ""), interview="i")


def note(ended: str, zone: ZoneInfo = ROME) -> FollowUp:
    end = utc(ended, zone)
    return follow_up(Window(end + timedelta(minutes=30), end + timedelta(minutes=60), end + timedelta(hours=24)))


def card(last_day: date, opens: str) -> FollowUp:
    end = end_of(last_day, ROME)
    return follow_up(Window(utc(opens), end, end), Kind.CARD, "i/card/p")


def rings(one: FollowUp, zone: ZoneInfo = ROME, quiet: Quiet = QUIET) -> list[tuple[Occasion, str]]:
    found = [(slot.occasion, slot.rings_at.astimezone(zone)) for slot in slots(one, quiet, zone)]
    return [(occasion, f"{at:%a %H:%M}") for occasion, at in found]


def test_a_note_rings_as_it_opens_near_its_best_end_and_in_its_last_hour() -> None:
    assert rings(note("2026-12-02 11:00")) == [
        (Occasion.OPENS, "Wed 11:30"),
        (Occasion.BEST_ENDS, "Wed 11:50"),
        (Occasion.LAST_HOUR, "Thu 10:00"),
    ]


def test_what_opens_at_night_waits_for_the_morning() -> None:
    assert rings(note("2026-12-02 20:59")) == [(Occasion.OPENS, "Wed 21:29"), (Occasion.LAST_HOUR, "Thu 19:59")]
    assert rings(note("2026-12-02 21:05")) == [(Occasion.OPENS, "Thu 07:30"), (Occasion.LAST_HOUR, "Thu 20:05")]


def test_what_would_close_at_night_rings_before_it() -> None:
    assert rings(note("2026-12-02 22:30"))[-1] == (Occasion.LAST_HOUR, "Thu 20:30")
    short = follow_up(Window(utc("2026-12-02 22:00"), None, utc("2026-12-02 22:10")))
    assert rings(short) == [(Occasion.OPENS, "Wed 20:30")]


def test_a_card_rings_in_the_morning_of_its_last_day_of_post() -> None:
    assert rings(card(date(2026, 12, 4), "2026-12-02 12:00")) == [
        (Occasion.OPENS, "Wed 12:00"),
        (Occasion.LAST_POST, "Fri 09:00"),
    ]


def test_what_never_closes_rings_once() -> None:
    nudge = follow_up(Window(utc("2026-12-09 08:30"), utc("2026-12-09 23:59")), Kind.NUDGE)
    assert rings(nudge) == [(Occasion.OPENS, "Wed 08:30")]


@pytest.mark.parametrize(
    ("value", "told"),
    [("21:30-07:30", "21:30-07:30"), ("9:00 – 10:15", "09:00-10:15"), ("none", "00:00-00:00")],
)
def test_quiet_hours_are_read(value: str, told: str) -> None:
    assert str(quiet_hours(value)) == told


@pytest.mark.parametrize("value", ["", "21:30", "25:00-07:00", "21:30-07:61", "evening", "-"])
def test_quiet_hours_that_are_none_are_told(value: str) -> None:
    with pytest.raises(QuietHoursUnclear):
        quiet_hours(value)


def test_missed_slots_become_one_which_says_that_it_is_late() -> None:
    one = note("2026-12-02 11:00")
    [ring] = due_reminders([Chase(one)], QUIET, ROME, utc("2026-12-03 10:45"))
    assert (ring.occasion, ring.is_over, ring.meant_for) == (Occasion.LAST_HOUR, False, utc("2026-12-03 10:00"))
    [ring] = due_reminders([Chase(one)], QUIET, ROME, utc("2026-12-04 10:45"))
    assert (ring.occasion, ring.is_over) == (Occasion.LAST_HOUR, True)


def test_one_that_waited_for_the_morning_is_not_late() -> None:
    [ring] = due_reminders([Chase(note("2026-12-02 21:05"))], QUIET, ROME, utc("2026-12-03 07:30"))
    assert (ring.occasion, ring.is_over, ring.meant_for) == (Occasion.OPENS, False, None)


def test_what_is_over_does_not_ring() -> None:
    assert due_reminders([Chase(note("2026-12-02 11:00"), is_over=True)], QUIET, ROME, utc("2026-12-02 12:00")) == ()


def test_a_window_that_moves_to_a_later_day_rings_anew() -> None:
    told = due_reminders([Chase(note("2026-12-02 11:00"))], QUIET, ROME, utc("2026-12-02 11:30"))[0].at
    moved = Chase(note("2026-12-09 11:00"), told)
    assert due_reminders([moved], QUIET, ROME, utc("2026-12-03 11:30")) == ()
    assert [ring.occasion for ring in due_reminders([moved], QUIET, ROME, utc("2026-12-09 11:30"))] == [Occasion.OPENS]


def test_what_comes_next_is_known() -> None:
    chase = Chase(note("2026-12-02 11:00"))
    [(slot, _)] = next_reminders([chase], QUIET, ROME, utc("2026-12-02 11:40"))
    assert (slot.occasion, slot.rings_at) == (Occasion.BEST_ENDS, utc("2026-12-02 11:50"))


def test_when_the_clocks_change_a_night_is_a_night() -> None:
    for day in (date(2026, 10, 25), date(2027, 3, 28)):
        night = QUIET.span(datetime.combine(day, time(4), ROME), ROME)
        assert night is not None
        assert f"{night.begins.astimezone(ROME):%d %H:%M}" == f"{day - timedelta(days=1):%d} 21:30"
        assert f"{night.ends.astimezone(ROME):%d %H:%M}" == f"{day:%d} 07:30"


ENDS = st.timedeltas(timedelta(0), timedelta(days=164)).map(lambda after: datetime(2026, 10, 20, tzinfo=UTC) + after)
LENGTHS = st.timedeltas(timedelta(minutes=1), timedelta(days=9))
TIMES = st.times().map(lambda at: at.replace(second=0, microsecond=0))
NIGHTS = st.just(QUIET) | st.builds(Quiet, TIMES, TIMES)
ZONES = st.sampled_from([ROME, NEW_YORK, ZoneInfo("Australia/Lord_Howe")])


@st.composite
def windows(draw: st.DrawFn) -> Window:
    opens = draw(ENDS)
    length = draw(LENGTHS)
    closes = opens + length if draw(st.booleans()) else None
    return Window(opens, opens + draw(st.timedeltas(timedelta(0), length)) if draw(st.booleans()) else None, closes)


PLANS = st.lists(st.builds(follow_up, windows(), st.sampled_from([Kind.NOTE, Kind.CARD, Kind.NUDGE])), max_size=4)


def play(plans: list[FollowUp], clock: list[datetime], quiet: Quiet, zone: ZoneInfo) -> list[tuple[datetime, Ring]]:
    """What is told as the clock shows these instants, one after the other, in whatever order they come."""
    told: dict[str, datetime] = {}
    heard = []
    for now in clock:
        for ring in due_reminders([Chase(one, told.get(one.key)) for one in plans], quiet, zone, now):
            told[ring.follow_up.key] = ring.at
            heard.append((now, ring))
    return heard


@given(PLANS, st.lists(ENDS, max_size=40), NIGHTS, ZONES)
def test_nothing_is_told_twice_nor_at_night_however_the_clock_jumps(
    plans: list[FollowUp], clock: list[datetime], quiet: Quiet, zone: ZoneInfo
) -> None:
    named = [follow_up(one.window, one.kind, f"k{n}") for n, one in enumerate(plans)]
    heard = play(named, clock, quiet, zone)
    slots_told = [(ring.follow_up.key, ring.at) for _, ring in heard]
    assert len(slots_told) == len(set(slots_told))
    assert not [now for now, _ in heard if quiet.holds(now, zone)]
    for now, ring in heard:
        closes_at = ring.follow_up.window.closes_at
        assert ring.is_over == (closes_at is not None and now > closes_at)


@given(PLANS, st.lists(ENDS, max_size=40), ZONES)
def test_everything_is_told_once_the_clock_is_right_again(
    plans: list[FollowUp], clock: list[datetime], zone: ZoneInfo
) -> None:
    named = [follow_up(one.window, one.kind, f"k{n}") for n, one in enumerate(plans)]
    heard = play(named, [*clock, *(datetime(2027, 5, 1, hour, tzinfo=UTC) for hour in (3, 13))], QUIET, zone)
    last = {ring.follow_up.key: ring.at for _, ring in heard}
    assert last == {one.key: max(slot.at for slot in slots(one, QUIET, zone)) for one in named}


@example(  # ten minutes before its best time ends it is half a minute to the night
    Window(datetime(2026, 10, 20, 0, 6, tzinfo=UTC), datetime(2026, 10, 20, 1, 39, 30, tzinfo=UTC)),
    ZoneInfo("America/New_York"),
)
@given(windows(), ZONES)
def test_minute_by_minute_each_slot_rings_in_its_time(window: Window, zone: ZoneInfo) -> None:
    """An uninterrupted clock misses none: each rings, and none late, but those that the same night holds together."""
    one = follow_up(window)
    due = sorted({slot.rings_at for slot in slots(one, QUIET, zone)})
    clock = [at + timedelta(seconds=30) for at in due] + [at + timedelta(hours=11) for at in due]
    heard = play([one], sorted(clock), QUIET, zone)
    assert [ring.meant_for for _, ring in heard] == [None] * len(heard)
    assert heard


@given(windows(), NIGHTS, ZONES)
def test_slots_are_in_order_and_apart(window: Window, quiet: Quiet, zone: ZoneInfo) -> None:
    ats = [slot.at for slot in slots(follow_up(window), quiet, zone)]
    assert ats == sorted(set(ats))
    assert ats[0] == window.opens_at
    assert [slot.rings_at for slot in slots(follow_up(window), NEVER, zone)] == [
        slot.at for slot in slots(follow_up(window), NEVER, zone)
    ]
