"""Compile the Italian lexicon: form → everything that it may be.

    python tools/make_lexicon.py                    (needs npm; fetches the three packages named below)
    python tools/make_lexicon.py FOLDER             (reads the .tgz files that are already there)

Sources and licences: src/seguito/languages/it/lexicon/LICENSE.md. Running it twice gives the same bytes.
"""

import hashlib
import io
import json
import subprocess
import sys
import tarfile
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HOME = Path(__file__).parent.parent / "src/seguito/languages/it/lexicon"
VERSION = "3.4.0"
PACKAGES = {"italian-words-dict": "words", "italian-adjectives-dict": "adjectives", "italian-verbs-dict": "verbs"}
SHA256 = {
    "italian-words-dict": "206140def521b43aa2b73f425caca5025e6d616e393f819c6e4fa159a3e25aa2",
    "italian-adjectives-dict": "06daedcdef8d70140f7da82f77ebd688ad3ca94d0e5990b998ae248e21418e2b",
    "italian-verbs-dict": "eeb5e913fb201c4b759ac16979761ba3920808443812220c02728c7e2751ede2",
}
LOANWORDS = "loanwords.tsv"
HAND_MADE = ("closed.tsv", "additions.tsv", LOANWORDS)

Entry = tuple[str, str, str]  # form, tag, lemma
Record = dict[str, Any]

MOODS = {"ind": "i", "sub": "s", "cond": "c", "impr": "m"}
TENSES = {"pres": "p", "impf": "i", "past": "a", "fut": "f"}
CLITICS = "glielo gliela glieli gliele gliene sene selo sela selove mi ti si ci vi lo la li le ne gli".split()


def main() -> None:
    if len(sys.argv) > 1:
        make(Path(sys.argv[1]))
        return
    with tempfile.TemporaryDirectory() as folder:
        for package in PACKAGES:
            subprocess.run(["npm", "pack", "--silent", f"{package}@{VERSION}"], cwd=folder, check=True)
        make(Path(folder))


def make(folder: Path) -> None:
    words, adjectives, verbs = (_json(folder, package) for package in PACKAGES)
    barred = set(_lines("barred.txt"))
    entries = {*nouns(words), *all_adjectives(adjectives), *all_verbs(verbs)}
    entries = {entry for entry in entries if barred.isdisjoint(_ways_to_bar(*entry))}
    for name in HAND_MADE:
        entries |= set(hand_made(name))
    write(entries | set(parts_of_loanwords({form for form, _, _ in entries})))
    write_paradigms(entries)


def _ways_to_bar(form: str, tag: str, lemma: str) -> set[str]:
    return {form, f"{form} {tag}", f"{form} of {lemma}", f"all of {lemma}", f"all of {lemma} {tag[0]}"}


def _json(folder: Path, package: str) -> dict[str, Record]:
    packed = (folder / f"{package}-{VERSION}.tgz").read_bytes()
    if hashlib.sha256(packed).hexdigest() != SHA256[package]:
        raise SystemExit(f"{package}-{VERSION}.tgz is not the file that the lexicon was made from.")
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        found: dict[str, Record] = json.load(
            archive.extractfile(f"package/dist/{PACKAGES[package]}.json") or io.BytesIO()
        )
        return found


def _lines(name: str) -> Iterator[str]:
    for line in (HOME / name).read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line


def hand_made(name: str) -> Iterator[Entry]:
    for line in _lines(name):
        tag, lemma, forms = line.split("\t")
        for form in forms.split():
            yield form, tag, form if lemma == "=" else lemma


def parts_of_loanwords(known: set[str]) -> Iterator[Entry]:
    """Of case-study both parts are known as well, unless Italian has such a word of its own."""
    for form, _, _ in hand_made(LOANWORDS):
        for part in form.split("-"):
            if "-" in form and len(part) > 2 and part not in known:
                yield part, "N--", part


def nouns(words: dict[str, Record]) -> Iterator[Entry]:
    """One gender a noun, as the package has it; nouns of both are in additions.tsv and in `_both_genders`."""
    for lemma, record in words.items():
        if lemma.endswith("."):
            continue
        gender, plural = record["G"].lower(), record["P"]
        if plural == lemma or lemma[-1] in "àèìòù":
            yield lemma, f"N{gender}-", lemma
            continue
        yield lemma, f"N{gender}s", lemma
        if plural:
            yield _one_i(plural), f"N{gender}p", lemma
        yield from _both_genders(lemma)


def _one_i(plural: str) -> str:
    """Morph-it! has colloquii, calendarii: today the plural of -io has one i."""
    return plural[:-1] if plural.endswith("ii") and plural not in {"zii", "addii", "pendii", "rii", "oblii"} else plural


def _both_genders(lemma: str) -> Iterator[Entry]:
    """What ends in -ista or -enne is a man or a woman; so is whoever presides: vicepresidente."""
    stem = lemma[:-1]
    if lemma.endswith("ista"):
        yield from ((lemma, "N-s", lemma), (stem + "i", "Nmp", lemma), (stem + "e", "Nfp", lemma))
    elif lemma.endswith(("enne", "presidente", "dirigente", "diante", "gerente", "governante")):
        yield from ((lemma, "N-s", lemma), (stem + "i", "N-p", lemma))


def all_adjectives(adjectives: dict[str, Record]) -> Iterator[Entry]:
    for lemma, record in adjectives.items():
        forms = _four_forms(lemma, record)
        if len(set(forms.values())) == 1:
            yield lemma, "A--", lemma
            continue
        for number in "sp":
            if forms["m" + number] == forms["f" + number]:
                yield forms["m" + number], f"A-{number}", lemma
            else:
                yield forms["m" + number], f"Am{number}", lemma
                yield forms["f" + number], f"Af{number}", lemma


def _four_forms(lemma: str, record: Record) -> dict[str, str]:
    """What the package leaves open is regular: -o -a -i -e, or -e -e -i -i."""
    endings = "oaie" if lemma.endswith("o") else "eeii"
    return {
        slot: _one_i(record.get(slot.upper()) or (lemma if slot == "ms" else lemma[:-1] + ending))
        for slot, ending in zip(("ms", "fs", "mp", "fp"), endings, strict=True)
    }


def all_verbs(verbs: dict[str, Record]) -> Iterator[Entry]:
    table: dict[str, set[tuple[str, str]]] = {}
    for lemma, record in verbs.items():
        if lemma.endswith("re"):
            table[lemma] = set(forms_of(lemma, record))
    for line in _lines("verbs_like.tsv"):
        model, lemmas = line.split("\t")
        for lemma in lemmas.split():
            table.setdefault(lemma, set()).update(conjugated_like(lemma, model, table[model]))
    for lemma, forms in table.items():
        for form, tag in forms:
            yield form, tag, lemma


def forms_of(lemma: str, record: Record) -> Iterator[tuple[str, str]]:
    """The package keeps one infinitive and one gerund a verb, mostly with a clitic stuck to it."""
    yield lemma, "Vn"
    for mood, tenses in record.items():
        if mood in MOODS:
            for tense, people in tenses.items():
                for who, form in people.items():
                    yield _mended(form, mood, tense, who), f"V{MOODS[mood]}{TENSES[tense]}{who[1]}{who[0].lower()}"
    if "ger" in record:
        yield _without_clitic(record["ger"]["pres"]), "Vg"
    for tense, forms in record.get("part", {}).items():
        for which, form in forms.items():
            gender = "-" if tense == "pres" else "f" if which.endswith("F") else "m"
            yield form, f"Vp{TENSES[tense]}{gender}{which[0].lower()}"


def _mended(form: str, mood: str, tense: str, who: str) -> str:
    """301 verbs of the package have `accenderà` for `accenderò`."""
    return form[:-1] + "ò" if (mood, tense, who) == ("ind", "fut", "S1") else form


def _without_clitic(gerund: str) -> str:
    end = max(gerund.rfind("ando"), gerund.rfind("endo"))
    return gerund[: end + 4]


def conjugated_like(lemma: str, model: str, forms: set[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """`accorgere` like `scorgere`: the letters that both end with stay, the letters before them are exchanged."""
    shared = 0
    while shared < min(len(lemma), len(model)) and lemma[-1 - shared] == model[-1 - shared]:
        shared += 1
    ours, theirs = lemma[: len(lemma) - shared], model[: len(model) - shared]
    for form, tag in forms:
        if form.startswith(theirs):
            yield ours + form[len(theirs) :], tag


def write(entries: set[Entry]) -> None:
    """forms.tsv: sorted by its bytes, to be searched where it lies. classes.tsv: what a number there means."""
    readings: dict[str, set[str]] = defaultdict(set)
    for form, tag, lemma in entries:
        readings[form].add(tag + _from_form(form, lemma))
    classes = sorted({" ".join(sorted(tags)) for tags in readings.values()})
    number = {name: index for index, name in enumerate(classes)}
    lines = sorted(f"{form}\t{number[' '.join(sorted(tags))]}\n".encode() for form, tags in readings.items())
    (HOME / "forms.tsv").write_bytes(b"".join(lines))
    (HOME / "classes.tsv").write_text("".join(f"{name}\n" for name in classes), "utf-8", newline="\n")
    print(f"{len(lines)} forms, {len(classes)} classes, {sum(map(len, lines)) / 1e6:.1f} MB")


def write_paradigms(entries: set[Entry]) -> None:
    """verbs.tsv: which paradigm a verb follows. paradigms.tsv: its finite forms, letters off and on the infinitive."""
    verbs: dict[str, set[str]] = defaultdict(set)
    for form, tag, lemma in entries:
        if tag[0] == "V" and tag[1] in "isc" and form[-1] in "aeioàèéìòù":
            verbs[lemma].add(tag + _from_form(lemma, form))
    paradigms = sorted({" ".join(sorted(forms)) for forms in verbs.values()})
    number = {name: index for index, name in enumerate(paradigms)}
    lines = [f"{lemma}\t{number[' '.join(sorted(forms))]}\n" for lemma, forms in sorted(verbs.items())]
    (HOME / "verbs.tsv").write_text("".join(lines), "utf-8", newline="\n")
    (HOME / "paradigms.tsv").write_text("".join(f"{name}\n" for name in paradigms), "utf-8", newline="\n")
    print(f"{len(lines)} verbs, {len(paradigms)} paradigms")


def _from_form(form: str, lemma: str) -> str:
    """How to get from the form to its lemma: letters to take off the end, letters to put on."""
    shared = 0
    while shared < min(len(form), len(lemma)) and form[shared] == lemma[shared]:
        shared += 1
    return f":{len(form) - shared}{lemma[shared:]}"


if __name__ == "__main__":
    main()
