"""The interface's texts: collected from the sources, translated in one file a language, compiled beside it.

python tools/messages.py            bring the catalogues up to date with the sources
python tools/messages.py --check    fail when a text is missing, unused, untranslated or badly filled
"""

import ast
import io
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

SOURCE = Path(__file__).parent.parent / "src" / "seguito"
HEADER = "# The texts of Seguito's interface. AGPL-3.0-or-later, as the program."
LANGUAGES = ("it",)  # English is in the sources
KEYWORDS = {"N_": 1, "say": 1, "text": 1, "count": 2}  # how many of a call's arguments are texts
TEMPLATE_KEYWORDS: dict[str, tuple[int, ...] | None] = {"gettext": None, "ngettext": (1, 2)}
_PLACE = re.compile(r"\{[a-z_]*\}|%\([a-z_]+\)s")


def main() -> int:
    found = collect()
    if "--check" in sys.argv[1:]:
        faults = [fault for language in LANGUAGES for fault in check(language, found)]
        sys.stderr.writelines(f"{fault}\n" for fault in faults)
        return 1 if faults else 0
    for language in LANGUAGES:
        renew(language, found)
    return 0


def collect() -> Catalog:
    """Every text of the interface, with the files that say it."""
    catalogue = Catalog(project="Seguito", charset="utf-8", fuzzy=False, header_comment=HEADER)
    for path, ids in sorted(_texts(), key=lambda found: (str(found[0]), str(found[1]))):
        catalogue.add(ids, locations=[(path.relative_to(SOURCE.parent).as_posix(), None)])
    return catalogue


def _texts() -> Iterator[tuple[Path, str | tuple[str, ...]]]:
    for path in sorted(SOURCE.rglob("*.py")):
        for ids in _said_in(ast.parse(path.read_text("utf-8"))):
            yield path, ids
    for path in sorted(SOURCE.rglob("*.html")):
        code = templatize(path.read_text("utf-8"), origin=str(path))
        for _line, ids, _comments, _context in extract("python", io.BytesIO(code.encode()), TEMPLATE_KEYWORDS):
            if ids and all(ids if isinstance(ids, tuple) else (ids,)):
                yield path, ids


def _said_in(code: ast.AST) -> Iterator[str | tuple[str, ...]]:
    """The literal first arguments of the calls that say something; of `count`, both forms."""
    for call in ast.walk(code):
        if not isinstance(call, ast.Call):
            continue
        name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        wanted = KEYWORDS.get(name, 0) if name == "N_" or _speaks(call.func) else 0
        words = [arg.value for arg in call.args[:wanted] if isinstance(arg, ast.Constant)]
        ids = tuple(word for word in words if isinstance(word, str) and word)
        if wanted and len(ids) == wanted:
            yield ids if wanted > 1 else ids[0]


def _speaks(called: ast.expr) -> bool:
    """Whether a method is a speaker's or a terminal's: other things have a `text` of their own."""
    owner = ast.unparse(called.value) if isinstance(called, ast.Attribute) else ""
    return owner == "self" or any(word in owner for word in ("speaker", "terminal", "say"))


def _files(language: str) -> tuple[Path, Path]:
    folder = SOURCE / "locale" / language / "LC_MESSAGES"
    return folder / "django.po", folder / "django.mo"


def _read(language: str) -> Catalog:
    po, _ = _files(language)
    if not po.exists():
        return Catalog(locale=language, project="Seguito", charset="utf-8", fuzzy=False)
    with po.open("rb") as file:
        return read_po(file, locale=language)


def renew(language: str, found: Catalog) -> None:
    catalogue = _read(language)
    catalogue.update(found, no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    catalogue.fuzzy = False
    catalogue.header_comment = HEADER
    po, mo = _files(language)
    po.parent.mkdir(parents=True, exist_ok=True)
    with po.open("wb") as file:
        write_po(file, catalogue, width=118, sort_output=True, omit_header=False, include_lineno=False)
    _without_dates(po)
    with mo.open("wb") as file:
        write_mo(file, _read(language))
    missing = [message.id for message in catalogue if message.id and not _translated(message)]
    print(f"{language}: {len(catalogue)} texts, {len(missing)} untranslated")
    for text in missing:
        print(f"  {text!r}")


def check(language: str, found: Catalog) -> Iterator[str]:
    catalogue = _read(language)
    po, mo = _files(language)
    known, said = {str(m.id) for m in catalogue if m.id}, {str(m.id) for m in found if m.id}
    for text in sorted(said - known):
        yield f"{po.name} ({language}) lacks {text!r}: run `make messages`, then translate it"
    for text in sorted(known - said):
        yield f"{po.name} ({language}) holds {text!r}, which nothing says any more: run `make messages`"
    for message in catalogue:
        if message.id and not _translated(message):
            yield f"{po.name} ({language}) does not translate {message.id!r}"
        elif message.id and not _same_places(message):
            yield f"{po.name} ({language}) fills other places than {message.id!r}"
    with mo.open("rb") as file:
        compiled = {_forms(m.id): _forms(m.string) for m in read_mo(file) if m.id}
    if compiled != {_forms(m.id): _forms(m.string) for m in catalogue if m.id and _translated(m)}:
        yield f"{mo.name} ({language}) is older than {po.name}: run `make messages`"


def _forms(text: str | Sequence[str] | None) -> tuple[str, ...]:
    """The one form of a text, or the forms of a count: Babel gives these in a tuple or, from a .mo, in a list."""
    return tuple(text) if isinstance(text, (tuple, list)) else (str(text or ""),)


def _translated(message: Message) -> bool:
    return all(_forms(message.string)) and not message.fuzzy


def _same_places(message: Message) -> bool:
    ids, strings = _forms(message.id), _forms(message.string)
    wanted = set(_PLACE.findall(ids[-1]))
    return all(set(_PLACE.findall(text)) <= wanted for text in strings) and set(_PLACE.findall(strings[-1])) == wanted


def _without_dates(po: Path) -> None:
    """Dates and tools in the header would change the file whenever nothing has."""
    lines = po.read_text("utf-8").splitlines(keepends=True)
    po.write_text(
        "".join(x for x in lines if not re.match(r'"(POT?-|Generated-By|Last-Tr|Language-T|Report)', x)), "utf-8"
    )


if __name__ == "__main__":
    sys.exit(main())
