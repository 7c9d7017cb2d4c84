"""Files as other programs write them: read right, or named by the line and never half."""

import csv
import io
from datetime import date

import pytest
from hypothesis import given, strategies as st

from seguito.core.intake.table import FIELDS, read_table, write_table
from seguito.core.intake.vcard import read_vcards

NAMES = {"name": "name", "nome": "name", "email": "email", "e mail": "email", "notes": "because", "note": "because"}


@pytest.mark.parametrize(
    ("card", "name", "email"),
    [
        ("FN:Maria Luisa De\r\n  Santis\r\nEMAIL:ml@x.ex\r\n ample", "Maria Luisa De Santis", "ml@x.example"),
        ("FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Nicol=C3=B2 =\r\nVerr=C3=AC", "Nicolò Verrì", None),
        ("FN;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:Nicol=F2", "Nicolò", None),
        ("FN;ENCODING=QUOTED-PRINTABLE:Nicol=F2", "Nicolò", None),
        ('FN:Ada\r\nEMAIL;X-ABLABEL="home: mine":ada@x.example', "Ada", "ada@x.example"),
        ("item1.FN:Ada\r\nitem1.EMAIL;PREF=1:ada@x.example", "Ada", "ada@x.example"),
    ],
)
def test_a_card_is_read_however_its_program_wrote_it(card: str, name: str, email: str | None) -> None:
    reading = read_vcards(f"BEGIN:VCARD\r\nVERSION:3.0\r\n{card}\r\nEND:VCARD\r\n")
    (one,) = reading.people
    assert (one.name, next(iter(one.emails), None), reading.unread) == (name, email, ())


def test_a_card_that_is_cut_off_is_named_by_its_line() -> None:
    reading = read_vcards("BEGIN:VCARD\nFN:Ada\nEND:VCARD\nBEGIN:VCARD\nFN:Eva\n")
    assert [one.line for one in reading.unread] == [4]


@pytest.mark.parametrize(
    "table",
    [
        'Nome;E-mail;Note\r\n"Rossi; Ada";a@x.example;"due\r\nrighe"\r\n',
        'sep=;\nNome;E-mail;Note\n"Rossi; Ada";a@x.example;"due\r\nrighe"\n',
        'Nome\tE-mail\tNote\nRossi; Ada\ta@x.example\t"due\r\nrighe"\n',
    ],
)
def test_a_table_is_read_however_its_program_wrote_it(table: str) -> None:
    reading = read_table(table, NAMES)
    assert [(one.name, one.emails, one.because) for one in reading.people] == [
        ("Rossi; Ada", ("a@x.example",), "due\r\nrighe")
    ]
    assert reading.unread == ()


@pytest.mark.parametrize(
    ("table", "lines"),
    [
        ('Name,Email,Notes\nAda,a@x.example,"never closed\nEva,e@x.example,ok\n', [2]),
        (f"Name,Email,Notes\nAda,a@x.example,ok\nEva,e@x.example,{'x' * 1_000_000}\n", [3]),
        ("Name,Email\nAda,a@x.example,more\nEva,no address\n,\nLea,l@x.example\n", [2, 3]),
        ("Name,Email,Notes,Notes\nAda,a@x.example,one,one\nEva,e@x.example,one,two\n", [3]),
        ("Name,Email\nA\0da,a@x.example\n", [2]),
    ],
)
def test_what_cannot_be_read_is_named_by_its_line(table: str, lines: list[int]) -> None:
    assert [one.line for one in read_table(table, NAMES).unread] == lines


cells = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1, max_size=30)
told = cells.map(str.strip).filter(bool)


@given(st.lists(st.tuples(told, told, st.dates(date(2027, 1, 1), date(2030, 1, 1))), max_size=5))
def test_what_is_written_out_is_safe_in_a_spreadsheet_and_reads_back_the_same(
    people: list[tuple[str, str, date]],
) -> None:
    rows = [{"name": name, "because": why, "consent_until": until.isoformat()} for name, why, until in people]
    file = io.StringIO(newline="")
    csv.writer(file).writerows(write_table(rows))
    for row in csv.reader(io.StringIO(file.getvalue(), newline="")):
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row)
    reading = read_table(file.getvalue(), {name.replace("_", " "): name for name in FIELDS})
    assert [(one.name, one.because, one.consent_until) for one in reading.people] == people
    assert reading.unread == ()
