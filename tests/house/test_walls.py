"""What the house promises about itself."""

import keyword
import re
import subprocess
import sys
from pathlib import Path

import pytest

from seguito.cli.commands import COMMANDS

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "seguito"


def tracked() -> list[Path]:
    done = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True)
    return [ROOT / name for name in done.stdout.splitlines()]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_its_module(command: str) -> None:
    assert (SOURCE / "cli" / f"{_module(command)}.py").is_file()


def test_every_module_of_a_command_is_listed() -> None:
    modules = {path.stem for path in (SOURCE / "cli").glob("*.py") if "def arguments(" in path.read_text("utf-8")}
    assert modules - {"open"} == set(map(_module, COMMANDS))


def _module(command: str) -> str:
    """Python's own words cannot name a module that one imports."""
    return f"{command}_" if keyword.iskeyword(command) else command


def test_every_command_is_in_the_contracts() -> None:
    contracts = (ROOT / "docs" / "contracts.md").read_text("utf-8")
    assert [name for name in COMMANDS if not re.search(rf"\b{name}\b", contracts)] == []


def test_documents_link_only_to_what_is_there() -> None:
    pages = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")]
    broken = [
        (page.name, link)
        for page in pages
        for link in re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text("utf-8"))
        if not (page.parent / link).exists()
    ]
    assert broken == []


def test_requirements_have_hashes_and_name_no_index() -> None:
    for path in (ROOT / "requirements").glob("*.txt"):
        text = path.read_text("utf-8")
        pins = [line for line in text.splitlines() if re.match(r"[a-z0-9]", line)]
        assert pins
        assert text.count("--hash=sha256:") >= len(pins)
        assert not re.search(r"https?:|index-url|find-links", text)


def test_no_module_is_too_long_to_read_in_a_sitting() -> None:
    long = {
        path.relative_to(SOURCE).as_posix(): lines
        for path in SOURCE.rglob("*.py")
        if "migrations" not in path.parts and (lines := path.read_text("utf-8").count("\n")) > 500
    }
    assert long == {}


def test_the_project_stands_alone() -> None:
    """Nothing points to what users don't have."""
    words = re.compile(r"\.\./shared|/work/|/tmp/reports|/tmp/w\b")
    texts = [p for p in tracked() if p.suffix in {".py", ".md", ".toml", ".txt", ".html", ".css", ".js", ".sh", ""}]
    found = [
        p.name for p in texts if p.is_file() and p != Path(__file__) and words.search(p.read_text("utf-8", "ignore"))
    ]
    assert found == []


def test_the_page_of_rules_is_made_from_the_rules() -> None:
    done = subprocess.run([sys.executable, "tools/rules_page.py", "--check"], cwd=ROOT, check=False)
    assert done.returncode == 0, "run: python tools/rules_page.py"
