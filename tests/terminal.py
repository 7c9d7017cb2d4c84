"""Running the command itself, in this process, as a person would."""

import io
import json
import sys
from dataclasses import dataclass
from typing import Any

import pytest

from seguito.cli import main


@dataclass(frozen=True, slots=True)
class Answer:
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


class Seguito:
    """`seguito("add", "invite.ics")` runs the command; `.json(...)` adds `--json`, expects 0 and reads the answer."""

    def __init__(self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self._capsys = capsys
        self._monkeypatch = monkeypatch

    def at(self, now: str) -> "Seguito":
        """From here on it is `now` (ISO 8601 with offset)."""
        self._monkeypatch.setenv("SEGUITO_NOW", now)
        return self

    def __call__(self, *words: object, typed: str | None = None) -> Answer:
        if typed is not None:
            self._monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed.encode("utf-8"))))
        self._capsys.readouterr()
        code = main([str(word) for word in words])
        out, err = self._capsys.readouterr()
        return Answer(code, out, err)

    def json(self, *words: object, typed: str | None = None) -> Any:
        answer = self(*words, "--json", typed=typed)
        assert answer.code == 0, answer.out + answer.err
        return answer.json
