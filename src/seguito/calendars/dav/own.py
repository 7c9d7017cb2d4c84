"""The calendar that Seguito makes for itself: found once, then kept equal to the plan."""

import xml.etree.ElementTree as ET
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from urllib.parse import quote, unquote, urljoin, urlsplit

from seguito.calendars.dav.line import Answer, DavLine
from seguito.core.reasons import Reason
from seguito.errors import N_

_DAV, _CAL = "{DAV:}", "{urn:ietf:params:xml:ns:caldav}"
_HOME = f"""<propfind xmlns="DAV:" xmlns:c="{_CAL[1:-1]}"><prop>
<current-user-principal/><c:calendar-home-set/></prop></propfind>""".encode()
_ETAGS = b'<propfind xmlns="DAV:"><prop><getetag/><resourcetype/></prop></propfind>'
_MAKE = """<c:mkcalendar xmlns="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><set><prop>
<displayname>{name}</displayname>
<c:supported-calendar-component-set><c:comp name="VEVENT"/></c:supported-calendar-component-set>
</prop></set></c:mkcalendar>"""
_XML = {"Content-Type": "application/xml; charset=utf-8"}


@dataclass(frozen=True, slots=True)
class Kept:
    """How an event was left on the server: its ETag there, and the digest of what we had written."""

    etag: str
    digest: str


def make_calendar(line: DavLine, url: str, segment: str, name: str) -> str:
    """Make a calendar of our own below the person's home, and give its address. `segment`: letters nobody else has.

    Raises CalendarOutOfReach; also where the server makes no calendars (some only show what their own page made).
    """
    own = urljoin(_home(line, url).rstrip("/") + "/", f"{segment}/")
    made = line.ask("MKCALENDAR", own, _MAKE.format(name=name).encode(), _XML)
    if made.status == 201:
        return own
    if made.status in (403, 405, 501):
        raise line.trouble(
            Reason("", N_("it makes no calendars for other programs; use the file of `seguito calendar`"))
        )
    raise line.refused(made)


def bring_up_to_date(line: DavLine, own: str, wanted: Mapping[str, bytes], kept: Mapping[str, Kept]) -> dict[str, Kept]:
    """Write what is new or has changed, take away what is no longer planned; how each event then stands.

    `wanted`: events by their names. What the person changed or took away over there stays so, until its plan moves.
    One question to the server where nothing has changed.
    """
    there = _etags(line, own)
    stands: dict[str, Kept] = {}
    for name, event in wanted.items():
        before, digest = kept.get(name), sha256(event).hexdigest()
        if before is not None and before.digest == digest:
            stands[name] = before
        else:
            stands[name] = Kept(_put(line, own, name, event, there.get(name, "")), digest)
    for name in kept.keys() - wanted.keys():
        if name in there:
            _take_away(line, own, name, there[name])
    return stands


def _put(line: DavLine, own: str, name: str, event: bytes, etag: str) -> str:
    """Over what lies there, and only over that: somebody who changed it in between is asked for the next time."""
    only_if = {"If-Match": etag} if etag else {"If-None-Match": "*"}
    answer = line.ask("PUT", _address(own, name), event, {"Content-Type": "text/calendar; charset=utf-8", **only_if})
    if answer.status not in (200, 201, 204):
        raise line.refused(answer)
    return answer.etag


def _take_away(line: DavLine, own: str, name: str, etag: str) -> None:
    answer = line.ask("DELETE", _address(own, name), headers={"If-Match": etag})
    if answer.status not in (200, 202, 204, 404, 412):
        raise line.refused(answer)


def _home(line: DavLine, url: str) -> str:
    """Where the person's calendars lie (RFC 6764 and 4791): by the address given, else by the well-known one."""
    for start in (url, urljoin(url, "/.well-known/caldav")):
        answer = line.ask("PROPFIND", start, _HOME, {**_XML, "Depth": "0"})
        if answer.status in (401, 403):
            raise line.refused(answer)
        if answer.status != 207:
            continue
        home = _href(answer, f"{_CAL}calendar-home-set", line)
        if home:
            return home
        principal = _href(answer, f"{_DAV}current-user-principal", line)
        if principal:
            home = _href(
                line.ask("PROPFIND", principal, _HOME, {**_XML, "Depth": "0"}), f"{_CAL}calendar-home-set", line
            )
            if home:
                return home
    raise line.trouble(Reason("", N_("it does not say where this user's calendars lie")))


def _etags(line: DavLine, own: str) -> dict[str, str]:
    """What lies in the calendar, by name."""
    answer = line.ask("PROPFIND", own, _ETAGS, {**_XML, "Depth": "1"})
    if answer.status != 207:
        raise line.refused(answer)
    found: dict[str, str] = {}
    for response in tree(answer, line).iter(f"{_DAV}response"):
        href, etag = response.findtext(f"{_DAV}href", ""), response.findtext(f".//{_DAV}getetag")
        name = unquote(urlsplit(href).path.rsplit("/", 1)[-1]).removesuffix(".ics")
        if name and etag:
            found[name] = etag
    return found


def _href(answer: Answer, prop: str, line: DavLine) -> str:
    found = tree(answer, line).findtext(f".//{prop}/{_DAV}href", "").strip()
    return urljoin(answer.url, found) if found else ""


def tree(answer: Answer, line: DavLine) -> ET.Element:
    """An answer in XML. Raises CalendarOutOfReach for any other."""
    if b"<!DOCTYPE" in answer.body[:1_000] or b"<!ENTITY" in answer.body:
        raise line.trouble(Reason("", N_("its answer cannot be read")))
    try:
        return ET.fromstring(answer.body)  # noqa: S314 (no entities: looked for above)
    except ET.ParseError as error:
        raise line.trouble(Reason("", N_("its answer cannot be read"))) from error


def _address(own: str, name: str) -> str:
    return urljoin(own, f"{quote(name)}.ics")
