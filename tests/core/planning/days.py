"""Days and instants as a reader of a table sees them; a weekday that does not fit its date is refused."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from seguito.core.planning.workdays import WorkingDays
from seguito.core.reasons import Reason


def day(text: str) -> date:
    """`Fri 2026-12-04`."""
    weekday, _, told = text.partition(" ")
    found = date.fromisoformat(told)
    assert found.strftime("%a") == weekday, f"{told} is a {found:%a}"
    return found


def moment(text: str) -> datetime:
    """`Fri 2026-03-27 17:00 Europe/Rome`, aware of that zone."""
    weekday, told, hour, zone = text.split(" ")
    return datetime.combine(day(f"{weekday} {told}"), datetime.fromisoformat(f"{told}T{hour}").time(), ZoneInfo(zone))


def utc(text: str) -> datetime:
    """`2026-03-27T16:00+00:00`, in UTC."""
    return datetime.fromisoformat(text).astimezone(UTC)


def days_without(*holidays: str, saturday: bool = False) -> WorkingDays:
    """Working days with these holidays: `days_without("Tue 2026-12-08")`."""
    table = {day(text): Reason("T1.2", "a holiday") for text in holidays}
    return WorkingDays(table.get, saturday)


def minutes(count: float) -> timedelta:
    return timedelta(minutes=count)
