"""A calendar that the person watches: a file, a subscribed .ics, or one on a CalDAV server. It is read, never written.

Where nothing has changed it costs one question (RFC 9110 If-None-Match; a collection's ctag).
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from pathlib import Path

from seguito.calendars.apart import first_day, single_events
from seguito.calendars.dav.line import Answer, DavLine, DavLogin
from seguito.calendars.dav.own import tree
from seguito.calendars.file import read_file
from seguito.core.offers import AHEAD, STILL_WORTH

MOST_BYTES = 10 * 1024 * 1024
_MOST_EVENTS = 2_000  # within the window
_CS = "{http://calendarserver.org/ns/}"
_CAL = "{urn:ietf:params:xml:ns:caldav}"
_XML = {"Content-Type": "application/xml; charset=utf-8"}
_WHAT = f"""<propfind xmlns="DAV:" xmlns:s="{_CS[1:-1]}"><prop>
<resourcetype/><s:getctag/></prop></propfind>""".encode()
_QUERY = f"""<c:calendar-query xmlns="DAV:" xmlns:c="{_CAL[1:-1]}"><prop><c:calendar-data/></prop>
<c:filter><c:comp-filter name="VCALENDAR"><c:comp-filter name="VEVENT">
<c:time-range start="{{start:%Y%m%d}}T000000Z" end="{{end:%Y%m%d}}T000000Z"/>
</c:comp-filter></c:comp-filter></c:filter></c:calendar-query>"""


@dataclass(frozen=True, slots=True)
class Seen:
    """What a calendar held: the events near `today`, each a calendar of its own. `mark`: by which to see a change."""

    mark: str
    events: tuple[str, ...]


def address_of(told: str) -> str | None:
    """The address that `told` is, `webcal:` taken for the https that it stands for; None where it names a file."""
    scheme, colon, rest = told.strip().partition("://")
    if not colon:
        return None
    return f"https://{rest}" if scheme.lower() in {"webcal", "webcals"} else told.strip()


def look_into_file(path: Path, mark: str, today: date) -> Seen | None:
    """None where it is as it was at `mark`. Raises a `Problem` when the file cannot be read."""
    data = read_file(path, MOST_BYTES)
    digest = hashlib.sha256(data).hexdigest()
    return None if digest == mark else Seen(digest, _near((data,), today))


def look_into(url: str, login: DavLogin | None, mark: str, today: date) -> Seen | None:
    """The same for an address. A collection of CalDAV is asked for its events, anything else is fetched whole.

    Raises CalendarUrlWrong, CalendarOutOfReach.
    """
    with DavLine(url, login) as line:
        if mark.startswith("etag:") or not (kind := _collection(line, url)):
            return _fetch(line, url, mark.removeprefix("etag:"), today)
        if kind == mark and kind != "ctag:":
            return None
        start, end = today - STILL_WORTH - timedelta(days=1), today + AHEAD + timedelta(days=1)
        query = _QUERY.format(start=start, end=end).encode()
        answer = line.ask("REPORT", url, query, {**_XML, "Depth": "1"})
        if answer.status != 207:
            raise line.refused(answer)
        files = (found.text or "" for found in tree(answer, line).iter(f"{_CAL}calendar-data"))
        return Seen(kind, _near((file.encode() for file in files), today))


def _collection(line: DavLine, url: str) -> str:
    """How a CalDAV calendar stands (`ctag:…`); empty where the address is none."""
    answer = line.ask("PROPFIND", url, _WHAT, {**_XML, "Depth": "0"})
    if answer.status == 401:
        raise line.refused(answer)
    if answer.status != 207:
        return ""
    found = tree(answer, line)
    if found.find(f".//{{DAV:}}resourcetype/{_CAL}calendar") is None:
        return ""
    return f"ctag:{found.findtext(f'.//{_CS}getctag', '')}"


def _fetch(line: DavLine, url: str, etag: str, today: date) -> Seen | None:
    answer: Answer = line.ask("GET", url, headers={"If-None-Match": etag} if etag else {})
    if answer.status == 304:
        return None
    if answer.status != 200:
        raise line.refused(answer)
    return Seen(f"etag:{answer.etag}", _near((answer.body,), today))


def _near(files: Iterable[bytes], today: date) -> tuple[str, ...]:
    """The events that begin within the window; a day of grace on either side, for zones."""
    first, last = (today - STILL_WORTH - timedelta(days=1)).isoformat(), (today + AHEAD + timedelta(days=1)).isoformat()
    events = (event for file in files for event in single_events(file))
    return tuple(islice((event for event in events if first <= first_day(event) <= last), _MOST_EVENTS))
