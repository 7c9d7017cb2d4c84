"""Compile the English lexicon: form → everything that it may be, and the forms of verbs and nouns.

    python tools/make_english_lexicon.py            (fetches the wheel named below with pip)
    python tools/make_english_lexicon.py WHEEL      (reads the wheel that is already there)

Sources and licences of what comes out: src/seguito/languages/en/lexicon/LICENSE.md. Running it twice gives the same
bytes.
"""

import gzip
import subprocess
import sys
import tempfile
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

HOME = Path(__file__).parent.parent / "src/seguito/languages/en/lexicon"
PACKAGE, VERSION = "lemminflect", "0.2.3"
TABLE = "lemminflect/resources/infl_lu.csv.gz"

# What the columns of the source hold, in order, and the letter for each here.
VERB_TAGS = ("d", "h", "g", "z")  # past, participle, -ing, third person
DEGREE_TAGS = {"adj": ("j", "jr", "js"), "adv": ("r", "rr", "rs")}

Reading = tuple[str, str]  # tag, lemma


def main() -> None:
    if len(sys.argv) > 1:
        make(Path(sys.argv[1]))
        return
    with tempfile.TemporaryDirectory() as folder:
        pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", folder]
        subprocess.run([*pip, f"{PACKAGE}=={VERSION}"], check=True)
        make(next(Path(folder).glob("*.whl")))


def make(wheel: Path) -> None:
    readings: dict[str, set[Reading]] = defaultdict(set)
    barred = {line for line in (HOME / "barred.txt").read_text("utf-8").split("\n") if line and line[0] != "#"}
    for lemma, kind, columns in rows(wheel):
        for form, tag in forms(lemma, kind, columns):
            if form not in barred and f"{form} {tag[0]}" not in barred:
                readings[form].add((tag, lemma))
    for line in (HOME / "additions.tsv").read_text("utf-8").splitlines():
        if line[0] != "#":
            form, tag, *lemma = line.split("\t")
            readings[form].add((tag, lemma[0] if lemma else form))
    with (HOME / "forms.tsv").open("w", encoding="utf-8", newline="\n") as file:
        for form in sorted(readings, key=lambda word: word.encode()):
            said = (tag if lemma == form else f"{tag}:{lemma}" for tag, lemma in sorted(plain(form, readings[form])))
            file.write(f"{form}\t{' '.join(said)}\n")


def plain(form: str, readings: set[Reading]) -> set[Reading]:
    """“things” is the plural of thing, and no noun of its own beside it; “means” is both."""
    is_plural = any(tag == "p" and lemma != form for tag, lemma in readings)
    if not (form.endswith("s") and is_plural) or form == "means":
        return readings
    return {(tag, lemma) for tag, lemma in readings if tag[0] != "n"}


def rows(wheel: Path) -> Iterator[tuple[str, str, list[list[str]]]]:
    """Lemma, kind, and for each column its variants, best first; names and words with marks are left out."""
    with zipfile.ZipFile(wheel) as archive:
        text = gzip.decompress(archive.read(TABLE)).decode("utf-8")
    for line in text.splitlines():
        lemma, kind, *columns = line.split(",")
        if lemma.replace("-", "").isalpha() and lemma.islower() and kind in {"noun", "verb", *DEGREE_TAGS}:
            yield lemma, kind, [column.split("/") if column else [] for column in columns]


def forms(lemma: str, kind: str, columns: list[list[str]]) -> Iterator[tuple[str, str]]:
    """Every form with its tag; on the lemma's own row the tag carries the forms too: `v=went,gone,going,goes`."""
    if kind == "noun":
        plurals = [form for form in columns[0] if form != lemma] if columns else []
        yield lemma, f"n={plurals[0]}" if plurals else "n"
        yield from ((form, "p") for form in plurals)
    elif kind == "verb":
        past, participle, ing, third = columns
        columns = [past, participle or past, ing, third]
        yield lemma, "v=" + ",".join(column[0] if column else "" for column in columns)
        yield from ((form, tag) for tag, column in zip(VERB_TAGS, columns, strict=True) for form in column)
    else:
        for tag, column in zip(DEGREE_TAGS[kind], [[lemma], *columns], strict=False):
            yield from ((form, tag) for form in column)


if __name__ == "__main__":
    main()
