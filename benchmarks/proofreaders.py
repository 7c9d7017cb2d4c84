"""The proofreaders that the benchmark of the looks sets side by side, each behind one question: where is it wrong?"""

import json
import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import urlopen

from benchmarks.languagetool import languagetool
from benchmarks.sentences import Span

Reader = Callable[[str], list[Span]]


@dataclass(frozen=True, slots=True)
class Proofreader:
    """`read`: spans that it holds to be wrong, in code points, of a text in its first spelling. `otherwise`: in the
    language's other spelling, where it has one (American). `pid`: of the process that does the work, `begun` its
    start by the monotonic clock."""

    read: Reader
    otherwise: Reader
    pid: int
    begun: float


@contextmanager
def seguito(language: str, begun: float) -> Iterator[Proofreader]:
    """The second look as a person meets it: what holds a note back. It takes either spelling of English."""
    from seguito.engines import proofread

    def read(text: str) -> list[Span]:
        return [(f.start or 0, f.end or 0) for f in proofread(text, language) if f.holds_back and f.start is not None]

    yield Proofreader(read, read, os.getpid(), begun)


@contextmanager
def harper(language: str, begun: float) -> Iterator[Proofreader]:
    """harper-py with the rules that it turns on by itself; English alone."""
    from harper import Dialect, Linter

    def reader(dialect: Dialect) -> Reader:
        linter: list[Linter] = []

        def read(text: str) -> list[Span]:
            if not linter:
                linter.append(Linter(dialect))
            return [(lint.span.start, lint.span.end) for lint in linter[0].lint(text, language="plaintext")]

        return read

    yield Proofreader(reader(Dialect.BRITISH), reader(Dialect.AMERICAN), os.getpid(), begun)


@contextmanager
def hunspell(language: str, begun: float) -> Iterator[Proofreader]:
    """chunspell, asked of every word, for nothing but yes or no: its suggestions would take a hundred times as long.

    English by the American dictionary that it brings, Italian by the one that Seguito brings.
    """
    from hunspell import Hunspell

    import seguito

    brought = Path(seguito.__file__).parent / "languages/it/dictionary"
    dictionary = Hunspell("it_IT", hunspell_data_dir=str(brought)) if language == "it" else Hunspell("en_US")

    def is_right(word: str) -> bool:
        return dictionary.spell(word) or all(map(dictionary.spell, re.findall(r"[^']+'?", word)))

    def read(text: str) -> list[Span]:
        words = re.finditer(r"[^\W\d_]+(?:'[^\W\d_]+)*", text.replace("’", "'"))
        return [word.span() for word in words if not is_right(word[0])]

    yield Proofreader(read, read, os.getpid(), begun)


@contextmanager
def languagetool_server(language: str, begun: float) -> Iterator[Proofreader]:
    """LanguageTool's own server with the rules that it turns on by itself; its start is that of its process."""
    spellings = {"en": ("en-GB", "en-US"), "it": ("it", "it")}[language]
    with languagetool() as server:

        def reader(spelling: str) -> Reader:
            def read(text: str) -> list[Span]:
                asked = urlencode({"text": text, "language": spelling}).encode()
                with urlopen(f"{server.address}/v2/check", asked) as answer:  # noqa: S310 (loopback)
                    matches = json.loads(answer.read())["matches"]
                return [_code_points(text, match["offset"], match["length"]) for match in matches]

            return read

        yield Proofreader(reader(spellings[0]), reader(spellings[1]), server.pid, server.begun)


def _code_points(text: str, offset: int, length: int) -> Span:
    """LanguageTool counts UTF-16 units."""
    units = text.encode("utf-16-le", "surrogatepass")
    before = units[: offset * 2].decode("utf-16-le", "surrogatepass")
    within = units[offset * 2 : (offset + length) * 2].decode("utf-16-le", "surrogatepass")
    return len(before), len(before) + len(within)


PROOFREADERS = {
    "Seguito": seguito,
    "Harper alone": harper,
    "Hunspell alone": hunspell,
    "LanguageTool": languagetool_server,
}
