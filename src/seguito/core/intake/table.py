"""People in a table: a CSV as spreadsheets write it, in either language, and one that any spreadsheet may open."""

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from seguito.core.folding import folded
from seguito.core.intake.incoming import Incoming, Reading, Unread, complaint
from seguito.core.reasons import Reason
from seguito.errors import N_, Problem

FIELDS = (
    "name",
    "given",
    "family",
    "email",
    "phone",
    "organisation",
    "role",
    "street",
    "postcode",
    "city",
    "region",
    "country",
    "skills",
    "missing",
    "languages",
    "because",
    "source",
    "available",
    "consent_until",
)
_SEVERAL = frozenset({"email", "phone", "skills", "missing", "languages"})
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_BETWEEN = re.compile(r"[;|\n]")


class NoSuchColumn(Problem):
    id = "no-such-column"
    happened = N_("“{column}” is no column of this file, or “{field}” is nothing that it can be taken for.")
    safe = N_("Nothing was taken in.")
    next_step = N_("Its columns: {columns}. They can be: {fields}.")


def read_table(text: str, names: Mapping[str, str], told: Mapping[str, str] | None = None, source: str = "") -> Reading:
    """The people of a CSV with a line of headings.

    `names`: folded heading → field; `told`: heading → field (or empty), as the person says. Raises NoSuchColumn.
    """
    rows = csv.reader(text.splitlines(keepends=True), delimiter=_delimiter(text))
    headings = [heading.strip() for heading in next(rows, [])]
    columns = _columns(headings, names, told or {})
    people: list[Incoming] = []
    unread: list[Unread] = []
    line = rows.line_num + 1
    try:
        for row in rows:
            if any(cell.strip() for cell in row):
                _read_row(row, headings, columns, line, source, people, unread)
            line = rows.line_num + 1
    except csv.Error:
        unread.append(Unread(line, Reason("", N_("no table can be read from here on"))))
    return Reading(tuple(people), tuple(unread), columns)


def write_table(rows: Iterable[Mapping[str, str]]) -> Iterable[list[str]]:
    """Rows for `csv.writer`, headings first. No cell begins as a formula would: spreadsheets run those."""
    yield list(FIELDS)
    for row in rows:
        yield [safe_cell(row.get(name, "")) for name in FIELDS]


def safe_cell(value: str) -> str:
    """An apostrophe before what a spreadsheet would take for a formula; reading it back takes it away again."""
    return f"'{value}" if value.startswith(_FORMULA) or re.match(r"'+[=+\-@\t\r]", value) else value


def plain_cell(value: str) -> str:
    return value[1:] if value.startswith("'") and value.lstrip("'")[:1] in _FORMULA else value


def _delimiter(text: str) -> str:
    """The sign that the headings are kept apart with; Italian spreadsheets write a semicolon."""
    heading = text.partition("\n")[0]
    return max(",;\t", key=heading.count)


def _columns(headings: Sequence[str], names: Mapping[str, str], told: Mapping[str, str]) -> dict[str, str]:
    for column, name in told.items():
        if column not in headings or (name and name not in FIELDS):
            raise NoSuchColumn(column=column, field=name, columns=", ".join(headings), fields=", ".join(FIELDS))
    guessed = {heading: names.get(folded(heading.replace("_", " ").replace("-", " ")), "") for heading in headings}
    return {heading: told.get(heading, guessed[heading]) for heading in headings if heading}


def _read_row(
    row: Sequence[str],
    headings: Sequence[str],
    columns: Mapping[str, str],
    line: int,
    source: str,
    people: list[Incoming],
    unread: list[Unread],
) -> None:
    if len(row) > len(headings):
        unread.append(Unread(line, Reason("", N_("more cells than there are columns"))))
        return
    cells: dict[str, list[str]] = {}
    for heading, cell in zip(headings, row, strict=False):
        if (name := columns.get(heading, "")) and cell.strip():
            cells.setdefault(name, []).extend(_values(name, plain_cell(cell.strip())))
    one = _incoming(cells, line, source, unread)
    if one is None:
        return
    if wrong := complaint(one):
        unread.append(wrong)
    else:
        people.append(one)


def _values(name: str, cell: str) -> list[str]:
    if name not in _SEVERAL:
        return [cell]
    parts = _BETWEEN.split(cell) if _BETWEEN.search(cell) or name == "phone" else cell.split(",")
    return [part.strip() for part in parts if part.strip()]


def _incoming(cells: Mapping[str, list[str]], line: int, source: str, unread: list[Unread]) -> Incoming | None:
    def first(name: str) -> str:
        return next(iter(cells.get(name, [])), "")

    until = None
    if told := first("consent_until"):
        until = _day(told)
        if until is None:
            unread.append(Unread(line, Reason("", N_("“{value}” is no day like 2027-03-31"), {"value": told[:80]})))
            return None
    return Incoming(
        line=line,
        name=first("name") or f"{first('given')} {first('family')}".strip(),
        emails=tuple(cells.get("email", ())),
        phones=tuple(cells.get("phone", ())),
        organisation=first("organisation"),
        role=first("role"),
        street=first("street"),
        postcode=first("postcode"),
        city=first("city"),
        region=first("region"),
        country=first("country").upper() if len(first("country")) == 2 else "",
        skills=tuple(cells.get("skills", ())),
        missing=tuple(cells.get("missing", ())),
        languages=tuple(cells.get("languages", ())),
        because=first("because"),
        source=first("source") or source,
        available=first("available"),
        consent_until=until,
    )


def _day(text: str) -> date | None:
    """ISO, or the day first as Italian spreadsheets write it (31/03/2027)."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        pass
    parts = re.fullmatch(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})", text)
    if not parts:
        return None
    day, month, year = map(int, parts.groups())
    try:
        return date(year, month, day) if day > 12 or day == month else None  # 3/4 may be either: nobody guesses
    except ValueError:
        return None
