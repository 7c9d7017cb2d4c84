"""`seguito check --jsonl`: one note a line in, one answer a line out, in order."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from seguito.actions.check_text import check_text
from seguito.actions.languagetool import languagetool
from seguito.actions.own_words import own_words
from seguito.cli.note_file import FileUnreadable
from seguito.cli.shapes import Shape, looks_shape
from seguito.cli.terminal import Terminal, plain
from seguito.core.decoding import decoded
from seguito.core.looks.told import context_told
from seguito.engines.languagetool import Address
from seguito.errors import N_, Problem

_LONGEST_LINE = 4_000_000  # bytes: a note, its roster and its panel's notes take far less


class LineUnclear(Problem):
    id = "line-unclear"
    happened = N_("Line {line} holds no note: {reason}.")
    safe = N_("The other lines were read.")
    next_step = N_('Write it as {{"id": …, "text": …, "lang": …, "context": …}}, on one line.')


def check_lines(name: str, language: str, terminal: Terminal) -> int:
    """Answer every line as it comes. 1: a note was held back; 2: none was, and a line could not be read."""
    own, peer = own_words(terminal.home), languagetool(terminal.home)
    held_back = unread = False
    for number, line in _lines(name):
        if not line.strip():
            continue
        answer = _answer(line, number, language, own, peer, terminal)
        held_back |= answer.get("ready") is False
        unread |= "error" in answer
        terminal.out.write(json.dumps(answer, ensure_ascii=False, default=plain) + "\n")
        terminal.out.flush()
    return 1 if held_back else 2 if unread else 0


def _answer(
    line: bytes, number: int, language: str, own: frozenset[str], peer: Address | None, terminal: Terminal
) -> Shape:
    known_as: Any = None
    speaker = terminal.speaker
    try:
        document = _document(line, number)
        known_as = document.get("id")
        context = context_told(document.get("context"))
        text, told_language = _told(document, "text", number), _told(document, "lang", number) or language
        checked = check_text(text, told_language, context, own, speaker.language, peer)
    except Problem as problem:
        return {"id": known_as, "error": {"code": problem.id, "message": speaker.problem(problem)}}
    looks = looks_shape(checked.looks, speaker.language)
    return {"id": known_as, "lang": checked.language, "ready": checked.ready, "looks": looks}


def _document(line: bytes, number: int) -> dict[str, Any]:
    if len(line) > _LONGEST_LINE:
        raise LineUnclear(line=number, reason=f"{len(line)} > {_LONGEST_LINE} bytes")
    try:
        document = json.loads(decoded(line)[0])
    except json.JSONDecodeError as error:
        raise LineUnclear(line=number, reason=error.msg) from None
    except (RecursionError, ValueError) as error:
        raise LineUnclear(line=number, reason=type(error).__name__) from None
    if not isinstance(document, dict):
        raise LineUnclear(line=number, reason=type(document).__name__)
    return document


def _told(document: dict[str, Any], field: str, number: int) -> str:
    value = document.get(field)
    if not isinstance(value, str) and (field == "text" or value is not None):
        raise LineUnclear(line=number, reason=f"{field}: {type(value).__name__}")
    return value or ""


def _lines(name: str) -> Iterator[tuple[int, bytes]]:
    """Line by line, so that an answer goes out before the next line has come in."""
    if name == "-":
        yield from _split(sys.stdin.buffer)
        return
    try:
        with Path(name).open("rb") as file:
            yield from _split(file)
    except OSError as error:
        raise FileUnreadable(file=name, reason=error.strerror or type(error).__name__) from None


def _split(stream: BinaryIO) -> Iterator[tuple[int, bytes]]:
    number = 0
    while line := stream.readline(_LONGEST_LINE + 1):
        number += 1
        while not line.endswith(b"\n") and len(rest := stream.readline(_LONGEST_LINE + 1)) > 0:
            line = line[: _LONGEST_LINE + 1] if not rest.endswith(b"\n") else line[: _LONGEST_LINE + 1] + b"\n"
        yield number, line
