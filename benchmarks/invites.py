"""A thousand invites read, against icalendar's own parsing of the same files in the same run.

    python benchmarks/invites.py [INVITES]

The files are the test's own fixtures, in turn. icalendar only parses; Seguito also finds the zone, the people and
the link.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path
from zoneinfo import ZoneInfo

from icalendar import Calendar

from seguito.calendars.invite import read_invites
from seguito.errors import Problem

_FIXTURES = Path(__file__).parent.parent / "tests" / "calendars" / "invites"


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    files = [path.read_bytes() for path in sorted(_FIXTURES.glob("*.ics"))]
    zone = ZoneInfo("Europe/Rome")
    for data in files:  # both warm
        _quietly(lambda data=data: read_invites(data, zone))
        _quietly(lambda data=data: Calendar.from_ical(data))
    ours = _seconds(lambda data: read_invites(data, zone), files, count)
    theirs = _seconds(Calendar.from_ical, files, count)
    print("| reader | ms an invite |\n| --- | --- |")
    print(f"| Seguito, from bytes to people | {ours / count * 1000:.2f} |")
    print(f"| icalendar, parsing alone | {theirs / count * 1000:.2f} |")
    print(f"\nRatio: {ours / theirs:.2f}")


def _seconds(read: Callable[[bytes], object], files: list[bytes], count: int) -> float:
    begun = time.perf_counter()
    for n in range(count):
        data = files[n % len(files)]
        _quietly(lambda data=data: read(data))
    return time.perf_counter() - begun


def _quietly(read: Callable[[], object]) -> None:
    """Some fixtures are no invites: each reader refuses them in its own way."""
    try:
        read()
    except (Problem, ValueError, KeyError, IndexError):
        return


if __name__ == "__main__":
    main()
