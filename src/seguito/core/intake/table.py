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
_LINE_ENDS = re.compile(r"(?<=\n)|(?<=\r)(?!\n)")


class NoSuchColumn(Problem):
    id = "no-such-column"
    happened = N_("“{column}” is no column of this file, or “{field}” is nothing that it can be taken for.")
    safe = N_("Nothing was taken in.")
    next_step = N_("Its columns: {columns}. They can be: {fields}.")


def read_table(text: str, names: Mapping[str, str], told: Mapping[str, str] | None = None, source: str = "") -> Reading:
    """The people of a CSV with a line of headings.

    `names`: folded heading → field; `told`: heading → field (or empty), as the person says. Raises NoSuchColumn.
    """
    text, above, delimiter = _begun(text)
    # Strict: a quote that is never closed would swallow everybody who follows.
    rows = csv.reader(_LINE_ENDS.split(text), delimiter=delimiter, strict=True)
    people: list[Incoming] = []
    unread: list[Unread] = []
    columns: dict[str, str] = {}
    line = above + 1
    try:
        headings = [heading.strip() for heading in next(rows, [])]
        columns = _columns(headings, names, told or {})
        line = above + rows.line_num + 1
        for row in rows:
            if any(cell.strip() for cell in row):
                _read_row(row, headings, columns, line, source, people, unread)
            line = above + rows.line_num + 1
    except csv.Error:
        message = N_("no table can be read from here on: an open quote, or a cell of more than {most} letters")
        unread.append(Unread(line, Reason("", message, {"most": csv.field_size_limit()})))
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


def _begun(text: str) -> tuple[str, int, str]:
    """The table from its headings on, how many lines stand above, and the sign between its cells.

    Italian spreadsheets write a semicolon; Excel may say the sign in a line of its own (`sep=;`).
    """
    first, _, rest = text.partition("\n")
    if told := re.fullmatch(r"sep=([,;\t|])\s*", first, re.IGNORECASE):
        return rest, 1, told[1]
    return text, 0, max(",;\t", key=first.count)


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
    if twice := next((name for name in cells if name not in _SEVERAL and len(set(cells[name])) > 1), ""):
        message = N_("two columns are taken for “{field}” and differ: rename one, or map it to nothing (--map)")
        unread.append(Unread(line, Reason("", message, {"field": twice})))
        return
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
