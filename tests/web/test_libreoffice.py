"""LibreOffice's remote grammar checker, pointed at the page, shows the second look in a document.

Runs where LibreOffice Writer 7.4 or newer and its Python bindings are (Debian: libreoffice-writer, python3-uno).
"""

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.web.serving import served

_CHECKER = "org.openoffice.lingu.LanguageToolGrammarChecker"
_PLACE = "/org.openoffice.Office.Linguistic/GrammarChecking/LanguageTool"
PARAGRAPHS = [
    ("en", "US", "Dear Ms Reed 😀, I look forward to meet you. One release lost it's headline."),
    ("it", "IT", "Qual'è il motivo? Sono andata via perchè pioveva."),
    ("en", "IE", "I kept thinking about the queue of lorries."),
]


@pytest.fixture(scope="module")
def python_of_office() -> str:
    """The system's Python, if it has `uno`."""
    python = shutil.which("python3", path="/usr/bin")
    if not python or subprocess.run([python, "-c", "import uno"], check=False, capture_output=True).returncode:
        pytest.skip("LibreOffice's python3-uno is not installed")
    if not shutil.which("soffice"):
        pytest.skip("LibreOffice is not installed")
    return python


@pytest.fixture(scope="module")
def readings(tmp_path_factory: pytest.TempPathFactory, python_of_office: str) -> Iterator[list[dict[str, object]]]:
    """What LibreOffice shows of each paragraph, with its settings as its options dialog writes them."""
    folder = tmp_path_factory.mktemp("office")
    with served(folder / "home") as address:
        _settings(folder / "profile", BaseURL=f"{address}/v2", IsEnabled="true")
        told = subprocess.run(
            [python_of_office, str(Path(__file__).parent / "reads_in_writer.py"), str(folder / "profile")],
            input=json.dumps([{"language": la, "country": co, "text": text} for la, co, text in PARAGRAPHS]),
            env={"PATH": "/usr/bin:/bin", "HOME": str(folder)},
            capture_output=True,
            text=True,
            check=False,
            timeout=100,
        )
        assert told.returncode == 0, told.stderr
        yield json.loads(told.stdout.splitlines()[-1])


def _settings(profile: Path, **told: str) -> None:
    items = "".join(
        f'<item oor:path="{_PLACE}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for name, value in told.items()
    )
    (profile / "user").mkdir(parents=True)
    (profile / "user/registrymodifications.xcu").write_text(
        f'<?xml version="1.0"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>'
    )


def test_a_document_is_read_in_the_language_and_region_of_each_paragraph(readings: list[dict[str, object]]) -> None:
    assert [reading["checker"] for reading in readings] == [_CHECKER] * len(PARAGRAPHS)


def test_what_is_wrong_is_underlined_where_it_stands(readings: list[dict[str, object]]) -> None:
    marked = [
        {_at(text, found): found["suggestions"][0] for found in reading["findings"]}  # type: ignore[attr-defined]
        for (_, _, text), reading in zip(PARAGRAPHS, readings, strict=True)
    ]
    assert marked == [{"meet": "meeting", "it's": "its"}, {"Qual'è": "Qual è", "perchè": "perché"}, {}]


def test_each_mark_says_why(readings: list[dict[str, object]]) -> None:
    assert all(found["comment"] for reading in readings for found in reading["findings"])  # type: ignore[attr-defined]


def _at(text: str, found: dict[str, int]) -> str:
    """LibreOffice counts UTF-16 units."""
    units = text.encode("utf-16-le")
    return units[found["start"] * 2 : (found["start"] + found["length"]) * 2].decode("utf-16-le")
