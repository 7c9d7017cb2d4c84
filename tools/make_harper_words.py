#!/usr/bin/env python3
"""Make what src/seguito/languages/en/ tells of Harper's own words: `harper_words.tsv` and `harper_far_words.txt`.

Usage: .venv/bin/python tools/make_harper_words.py PLACE

PLACE is the source of harper-core in the version that harper-py holds (2.13.0; `cargo info harper-core@2.13.0` puts
it into ~/.cargo/registry/src). Two thirds of the chosen rules look for phrases; a text that lacks a phrase's words need
not be shown to its rule, which saves most of the time. Run it after another rule is chosen in `harper.toml` (a rule
that has no line costs time, never a finding) or when harper-py follows a newer Harper.
"""

import json
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from rapidfuzz import process
from rapidfuzz.distance import OSA

from seguito.engines.far_words import ordinary_words
from seguito.languages.rules import engine_rules

ENGLISH = Path(__file__).parents[1] / "src/seguito/languages/en"
SOURCE = "harper-core 2.13.0 (Apache-2.0)"
MADE = f"made by tools/make_harper_words.py from {SOURCE}.\n"
HEAD = f"# a rule of Harper's, and the words of its phrases; {MADE}"
NAMES = f"# words of Harper's that look like none of ours; {MADE}"

Words = frozenset[str]
NONE: Words = frozenset()
TAGS = frozenset("ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN SCONJ VERB PUNCT SYM X PROG".split())
TOKEN = re.compile(r"\s+|@\w+|\$[\w']+|[^\W\d_](?:[^\W\d_]|['’](?=[^\W\d_]))*|\d+|.", re.DOTALL)
EXPRESSION = re.compile(r"^expr (\w+) (.*(?:\n(?!let |test |allows |expr |#).*)*)", re.MULTILINE)
STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')
MANY, MOST = 12, 24  # alternatives of one word, of a phrase: beyond that its other words must do


def main() -> None:
    place = Path(sys.argv[1])
    chosen = engine_rules("en", "harper")
    needs = {name: sets for name, sets in sorted(_needs(place / "src/linting").items()) if name in chosen}
    lines = [f"{name}\t{_written(sets)}\n" for name, sets in needs.items() if NONE not in sets]
    (ENGLISH / "harper_words.tsv").write_text(HEAD + "".join(lines), "utf-8")
    (ENGLISH / "harper_far_words.txt").write_text(
        NAMES + "".join(f"{name}\n" for name in sorted(set(_names(place)))), "utf-8"
    )


def _written(sets: Iterable[Words]) -> str:
    return "|".join(sorted(" ".join(sorted(words)) for words in sets))


def _needs(place: Path) -> dict[str, list[Words]]:
    """By rule the sets of words one of which a text must hold; an empty one where that can't be told."""
    found: dict[str, list[Words]] = {}
    for file in (place / "weir_rules").rglob("*.weir"):
        name = file.stem if file.parent.name == "weir_rules" else file.parent.name
        found[name] = _least(found.get(name, []) + _of_weir(file.read_text("utf-8")))
    for name in ("closed_compounds.rs", "phrase_set_corrections/mod.rs"):
        found |= {rule: _least(map(words_of, phrases)) for rule, phrases in _tables((place / name).read_text("utf-8"))}
    names = json.loads((place.parents[1] / "proper_noun_rules.json").read_text("utf-8"))
    return found | {rule: _least(map(words_of, told["canonical"])) for rule, told in names.items()}


def words_of(text: str) -> Words:
    return frozenset(re.findall(r"[^\W\d_]+|\d+", text.lower()))


def _tables(rust: str) -> Iterator[tuple[str, list[str]]]:
    """Rules with their wrong phrases: `"Name" => (&["wrong"], "right")`, or of pairs `(wrong, right)`."""
    code = re.sub(r"^\s*//.*$", "", rust.partition("#[cfg(test)]\nmod tests {")[0], flags=re.MULTILINE)
    entries = re.split(r'^\s+"(\w+)"\s*=>\s*\(', code, flags=re.MULTILINE)[1:]
    for name, body in zip(entries[::2], entries[1::2], strict=True):
        table = _bracketed(body)
        pairs = re.findall(r'\(\s*(?:("(?:[^"\\]|\\.)*")|&\[(.*?)\])\s*,', table, re.DOTALL)
        yield name, STRING.findall(" ".join(one or several for one, several in pairs) if pairs else table)


def _bracketed(body: str) -> str:
    depth, start = 0, body.index("&[")
    for end in range(start, len(body)):
        depth += (body[end] == "[") - (body[end] == "]")
        if body[end] == "]" and not depth:
            return body[start : end + 1]
    raise ValueError(body)


def _of_weir(text: str) -> list[Words]:
    """Harper's own little language of patterns: words, (rows), [choices], <filters>, !not, @named, TAGS."""
    named: dict[str, list[Words]] = {}
    for name, pattern in EXPRESSION.findall(text):
        named[name] = _row(TOKEN.findall(pattern.strip()), "", named)
    return named["main"]


def _row(tokens: list[str], ends: str, named: dict[str, list[Words]]) -> list[Words]:
    elements = []
    while tokens and tokens[0] not in tuple(ends):
        elements.append(_one(tokens, named))
    return _joined(elements)


def _one(tokens: list[str], named: dict[str, list[Words]]) -> list[Words]:
    piece = tokens.pop(0)
    if piece == "(":
        row = _row(tokens, ")", named)
        tokens.pop(0)
        return row
    if piece in "[<":
        close, members = {"[": "]", "<": ">"}[piece], list[list[Words]]()
        while not members or tokens.pop(0) != close:
            members.append(_row(tokens, "," + close, named))
        return members[0] if piece == "<" else _least(words for member in members for words in member)
    if piece == "!":
        _one(tokens, named)
        return [NONE]
    if piece[0] == "@":
        return named[piece[1:]]
    return [NONE] if piece in TAGS or not piece[0].isalnum() else [words_of(piece)]


def _joined(elements: list[list[Words]]) -> list[Words]:
    """What a row needs: all of its plain words, with one of its choices (two where there is no plain word)."""
    sure = NONE.union(*(each[0] for each in elements if len(each) == 1))
    choices = sorted((each for each in elements if len(each) > 1 and all(each)), key=len)
    if not choices or (sure and len(choices[0]) > MANY):
        return [sure]
    told = choices[0]
    if not sure and len(choices) > 1 and len(told) * len(choices[1]) <= MOST:
        told = [one | other for one in told for other in choices[1]]
    return _least(sure | each for each in told)


def _least(sets: Iterable[Words]) -> list[Words]:
    """Without those that hold another."""
    once = list(dict.fromkeys(sets))
    return [words for words in once if not any(other < words for other in once)]


def _names(place: Path) -> Iterator[str]:
    """Those that `seguito.engines.far_words` would take for foreign, though Harper knows them: minutes of work."""
    ours = ordinary_words()
    held = frozenset(ours)
    for line in (place / "dictionary.dict").read_text("utf-8").splitlines():
        word = line.partition("/")[0].partition(" ")[0]
        lower = word.lower()
        strange = len(word) > 6 and word.isalpha() and lower not in held and (word.istitle() or word.islower())
        if strange and process.extractOne(lower, ours, scorer=OSA.distance, score_cutoff=3) is None:
            yield lower


if __name__ == "__main__":
    main()
