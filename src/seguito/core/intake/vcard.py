"""People in vCards 3.0 and 4.0 (RFC 2426, RFC 6350), and in what phones still write of 2.1."""

import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass

from seguito.core.intake.incoming import Incoming, Reading, Unread, complaint
from seguito.core.reasons import Reason
from seguito.errors import N_

_HEAD = re.compile(r"(?:[^:\"]|\"[^\"]*\")*:")  # a quoted parameter may hold a colon (RFC 6350, 3.3)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    name: str
    parameters: str
    value: str


def read_vcards(text: str, source: str = "") -> Reading:
    """Every card of the file; a card that is cut off or tells nobody is named by its line."""
    people: list[Incoming] = []
    unread: list[Unread] = []
    card: list[_Line] | None = None
    begins = 0
    for line in _lines(text):
        key = (line.name, line.value.strip().upper())
        if key == ("BEGIN", "VCARD"):
            if card is not None:
                unread.append(Unread(begins, Reason("", N_("a card that does not end"))))
            card, begins = [], line.number
        elif key == ("END", "VCARD") and card is not None:
            one = _person(card, begins, source)
            if wrong := complaint(one):
                unread.append(wrong)
            else:
                people.append(one)
            card = None
        elif card is not None:
            card.append(line)
    if card is not None:
        unread.append(Unread(begins, Reason("", N_("a card that does not end"))))
    return Reading(tuple(people), tuple(unread))


def _lines(text: str) -> Iterator[_Line]:
    """Logical lines: a line that begins with a blank goes on (3.0), so does one after a soft end (2.1)."""
    pending, number = "", 0
    for place, raw in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), start=1):
        if pending and raw[:1] in (" ", "\t"):
            pending += raw[1:]
        elif pending.endswith("=") and "QUOTED-PRINTABLE" in pending.partition(":")[0].upper():
            pending = pending[:-1] + raw
        else:
            if parsed := _parsed(pending, number):
                yield parsed
            pending, number = raw, place
    if parsed := _parsed(pending, number):
        yield parsed


def _parsed(line: str, number: int) -> _Line | None:
    apart = _HEAD.match(line)
    if not apart:
        return None
    head, value = line[: apart.end() - 1], line[apart.end() :]
    name, _, parameters = head.partition(";")
    if "QUOTED-PRINTABLE" in parameters.upper():
        value = _decoded(quopri.decodestring(value.encode("utf-8")), parameters)
    return _Line(number, name.rpartition(".")[2].strip().upper(), parameters.upper(), value)


def _decoded(data: bytes, parameters: str) -> str:
    """As the line's own CHARSET says, else in UTF-8, else as phones without either wrote it."""
    told = re.search(r"CHARSET=\"?([\w.:-]+)", parameters, re.IGNORECASE)
    for name in (*([told[1]] if told else []), "utf-8"):
        try:
            return data.decode(name)
        except (LookupError, UnicodeDecodeError):
            continue
    return data.decode("cp1252", "replace")


def _person(card: list[_Line], begins: int, source: str) -> Incoming:
    def values(name: str) -> list[str]:
        return [text for line in card if line.name == name and (text := _plain(line.value))]

    def first(name: str) -> str:
        return next(iter(values(name)), "")

    address = next((_parts(line.value) for line in card if line.name == "ADR"), [])
    address += [""] * (7 - len(address))
    country = address[6].upper()
    return Incoming(
        line=begins,
        name=first("FN") or _name(card),
        emails=tuple(value.removeprefix("mailto:") for value in values("EMAIL")),
        phones=tuple(value.removeprefix("tel:") for value in values("TEL")),
        organisation=next((_parts(line.value)[0] for line in card if line.name == "ORG"), ""),
        role=first("TITLE") or first("ROLE"),
        street=address[2].replace("\n", ", "),
        city=address[3],
        region=address[4],
        postcode=address[5],
        country=country if re.fullmatch("[A-Z]{2}", country) else "",
        source=source,
    )


def _name(card: list[_Line]) -> str:
    family, given, *_ = [*next((_parts(line.value) for line in card if line.name == "N"), []), "", ""]
    return f"{given} {family}".strip()


def _parts(value: str) -> list[str]:
    """The parts of a structured value: kept apart by semicolons that are not escaped."""
    return [_plain(part) for part in re.split(r"(?<!\\);", value)]


def _plain(value: str) -> str:
    return _ESCAPED.sub(lambda sign: "\n" if sign[1] in "nN" else sign[1], value).strip()
