"""Fit what the places of English sentences want: src/seguito/languages/en/slots.

    python tools/make_english_slots.py TREEBANK… --prose TEXT

TREEBANK: folders of Universal Dependencies' files (`*.conllu`, read with their Penn tags), EWT and what is free of GUM.
TEXT: prose, a paragraph a line; a first model that sees the words too tags it, and the second, that does not, learns
from both. Needs scikit-learn, which Seguito itself does not. Sources and licences: `LICENSE.md` beside the weights.
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from seguito.core.looks.language.prose import Token
from seguito.core.looks.language.reading import read
from seguito.languages.en import slots
from seguito.languages.en.lexicon import word
from seguito.languages.rules import writing_of

HOME = Path(slots.__file__).parent
FAMILIES = {
    "NNPS": "NNS",
    "JJS": "JJR",
    "RBR": "JJR",
    "RBS": "JJR",
    "PDT": "DT",
    "WDT": "WH",
    "WP": "WH",
    "WRB": "WH",
    "WP$": "PRP$",
    "VBP+RB": "VBP",
    "VBZ+RB": "VBZ",
    "VBD+RB": "VBD",
    "VB+RB": "VB",
}
LEARNT = {*"VB VBP VBD VBN VBG VBZ NN NNS JJ JJR RB RP IN TO DT PRP PRP$ EX WH PRBE CC MD CD NNP PRMD POS".split()}
KEPT = sorted(LEARNT - {"CC", "CD", "PRMD", "POS", "MD", "NNP"})
OWN_WORDS, SEEN_AT_LEAST, FAINTEST = 470, 20, 3
Sentence = tuple[Sequence[Token], Sequence[str]]  # tokens and a part of speech for each


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("treebanks", nargs="+", type=Path)
    asked.add_argument("--prose", type=Path, required=True)
    given = asked.parse_args()
    gold = [
        sentence for folder in given.treebanks for file in sorted(folder.rglob("*.conllu")) for sentence in trees(file)
    ]
    prose = list(sentences(given.prose.read_text("utf-8")))
    choose_own_words([tokens for tokens, _ in gold] + prose)
    silver = tagged(gold, prose)
    write(*fitted([*gold, *silver], with_words=False))


def trees(file: Path) -> Iterator[Sentence]:
    """The sentences of a treebank's file, contractions joined as a note writes them."""
    for block in file.read_text("utf-8").split("\n\n"):
        forms: list[str] = []
        tags: list[str] = []
        glued = False
        for row in (line.split("\t") for line in block.splitlines() if line[:1].isdigit()):
            if not row[0].isdigit():
                continue
            form, tag = row[1].replace("’", "'"), row[4]
            if glued and forms and re.match(r"^'|^n't$", form) and tag in {"POS", "VBZ", "VBP", "MD", "RB", "VBD"}:
                forms[-1], tags[-1] = forms[-1] + form, f"{tags[-1]}+{tag}"
            else:
                forms.append(form)
                tags.append(tag)
            glued = "SpaceAfter=No" in row[9]
        tokens = [token for form in forms for token in tokens_of(form)[:1]]
        if len(tokens) == len(forms):
            yield tokens, [family(tag) for tag in tags]


def family(tag: str) -> str:
    """A part as the model knows it, or empty."""
    first, _, second = tag.partition("+")
    if second in {"VBZ", "VBP"} and first in {"PRP", "DT", "EX", "WP", "WDT", "WRB"}:
        return "PRBE"
    if second in {"POS", "MD"}:
        return "POS" if second == "POS" else "PRMD"
    found = FAMILIES.get(tag, tag)
    return found if found in LEARNT else ""


def tokens_of(text: str) -> tuple[Token, ...]:
    return read(text, "en", writing_of("en")).tokens


def sentences(text: str) -> Iterator[Sequence[Token]]:
    for line in text.splitlines():
        yield from (sentence.tokens for sentence in read(line, "en", writing_of("en")).sentences)


def choose_own_words(texts: Sequence[Sequence[Token]]) -> None:
    counted = Counter(token.word for tokens in texts for token in tokens if token.is_word)
    (HOME / "own_words.txt").write_text("\n".join(sorted(w for w, _ in counted.most_common(OWN_WORDS))) + "\n", "utf-8")
    slots.own_words.cache_clear()


def tagged(gold: Sequence[Sentence], prose: Sequence[Sequence[Token]]) -> list[Sentence]:
    """The prose with the parts that a model gives it which sees the words themselves."""
    model, places = fitted(gold, with_words=True)
    found: list[Sentence] = []
    for tokens in prose:
        rows = [signs(tokens, index, with_words=True) for index in range(len(tokens))]
        guessed = zip(tokens, model.predict(matrix(rows, places)), strict=True)
        found.append((tokens, [str(part) if token.is_word else "" for token, part in guessed]))
    return found


def signs(tokens: Sequence[Token], index: int, *, with_words: bool) -> list[str]:
    around = list(slots.signs(tokens, index))
    if with_words:
        form = tokens[index].word
        readings = "".join(sorted({tag for tag, _ in word(form).readings}))
        around += [f"w:{form}", f"l:{readings}", f"e:{form[-3:]}", f"f:{form[-2:]}", f"l:{readings} {around[0]}"]
    return around


def fitted(given: Sequence[Sentence], *, with_words: bool) -> tuple[LogisticRegression, dict[str, int]]:
    rows = [
        (signs(tokens, index, with_words=with_words), part)
        for tokens, parts in given
        for index, part in enumerate(parts)
        if part
    ]
    counted = Counter(sign for row, _ in rows for sign in row)
    seen = 2 if with_words else SEEN_AT_LEAST
    places = {sign: at for at, sign in enumerate(sign for sign, count in counted.items() if count >= seen)}
    model = LogisticRegression(solver="saga", C=1.0 if with_words else 0.3, max_iter=30, tol=1e-3)
    model.fit(matrix([row for row, _ in rows], places), np.array([part for _, part in rows]))
    return model, places


def matrix(rows: Sequence[Sequence[str]], places: dict[str, int]) -> csr_matrix:
    columns: list[int] = []
    ends = [0]
    for row in rows:
        columns += [places[sign] for sign in row if sign in places]
        ends.append(len(columns))
    return csr_matrix((np.ones(len(columns), dtype=np.float32), columns, ends), shape=(len(rows), len(places)))


def write(model: LogisticRegression, places: dict[str, int]) -> None:
    """Tenths of a natural logarithm, each sign's around their median: only differences between parts matter."""
    chosen = [list(model.classes_).index(part) for part in KEPT]
    weights = np.rint(10 * (model.coef_[chosen] - np.median(model.coef_[chosen], axis=0))).astype(int)
    known = np.rint(10 * (model.intercept_[chosen] - np.median(model.intercept_[chosen]))).astype(int)
    lines = {"": known} | {sign: weights[:, at] for sign, at in places.items()}
    with (HOME / "weights.tsv").open("w", encoding="utf-8", newline="\n") as file:
        for sign in sorted(lines, key=lambda text: text.encode()):
            said = [f"{part}{weight:+d}" for part, weight in zip(KEPT, lines[sign], strict=True)]
            told = [text for text, weight in zip(said, lines[sign], strict=True) if not sign or abs(weight) >= FAINTEST]
            if told:
                file.write(f"{sign}\t{' '.join(told)}\n")


if __name__ == "__main__":
    main()
