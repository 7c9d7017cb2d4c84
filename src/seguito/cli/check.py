"""`seguito check FILE|- …`, `seguito check --jsonl FILE|-`, `seguito check NOTE …`: the three looks (T4.1)."""

import json
from argparse import ArgumentParser, Namespace
from pathlib import Path

from seguito.actions.check_text import CheckedText, check_text
from seguito.actions.languagetool import languagetool
from seguito.actions.own_words import own_words
from seguito.cli.findings import told_looks
from seguito.cli.lines_checked import check_lines
from seguito.cli.note_file import text_of
from seguito.cli.shapes import Shape, looks_shape
from seguito.cli.terminal import Terminal
from seguito.core.looks.context import Context
from seguito.core.looks.told import context_told
from seguito.errors import N_, Problem


class ContextNoJson(Problem):
    id = "context-no-json"
    happened = N_("{file} is no JSON: {reason}, in line {line}.")
    safe = N_("Nothing was checked.")
    next_step = N_("Mend it there; `docs/contracts.md` shows what a context looks like.")


class NothingToCheck(Problem):
    id = "nothing-to-check"
    happened = N_("Nothing was named that could be checked.")
    safe = N_("Nothing was checked.")
    next_step = N_("Name a file, `-` for what comes on stdin, or one of your notes.")


class NoFindingNamed(Problem):
    id = "answer-without-note"
    happened = N_("{option} says something of one of your notes, and none was named.")
    safe = N_("Nothing was checked or changed.")
    next_step = N_('seguito check NOTE --answer FINDING --because "…", or seguito check NOTE --used DETAIL')


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "what", nargs="?", metavar="FILE|-|NOTE", help=N_("a text file, stdin, or a note of the records")
    )
    parser.add_argument("--jsonl", metavar="FILE|-", help=N_('one {"id","text","lang","context"} a line'))
    parser.add_argument("--lang", default="", metavar="it|en|en-GB|en-US")
    parser.add_argument("--context", metavar="CONTEXT.json")
    parser.add_argument("--answer", metavar="FINDING", help=N_("a finding of the note that may stay"))
    parser.add_argument("--because", default="", metavar="TEXT")
    parser.add_argument("--used", metavar="DETAIL", help=N_("a detail that the note draws on"))


def run(options: Namespace, terminal: Terminal) -> int:
    """0: ready, as far as the looks can tell; 1: held back."""
    if options.jsonl:
        return check_lines(options.jsonl, options.lang, terminal)
    if not options.what:
        raise NothingToCheck
    if not _is_file(options.what):
        # The records, and with them Django, are needed for one's own notes alone.
        from seguito.cli.note_checked import check_own_note

        return check_own_note(options, terminal)
    for option in ("answer", "because", "used"):
        if getattr(options, option):
            raise NoFindingNamed(option=f"--{option}")
    return _check_file(options, terminal)


def _is_file(what: str) -> bool:
    """`-`, what lies there, and what looks like a file's name or path; everything else names a note."""
    path = Path(what)
    return what == "-" or path.exists() or len(path.parts) > 1 or (path.suffix[1:].isalnum() and " " not in what)


def _check_file(options: Namespace, terminal: Terminal) -> int:
    text, guessed = text_of(options.what)
    if guessed:
        terminal.err.write(
            terminal.speaker.say(N_("{file} is no UTF-8; it was read as Windows-1252."), file=options.what) + "\n"
        )
    context = _context(options.context) if options.context else Context()
    home, otherwise = terminal.home, terminal.speaker.language
    checked = check_text(text, options.lang, context, own_words(home), otherwise, languagetool(home))
    if terminal.as_json:
        terminal.answer({"id": options.what, **checked_shape(checked, terminal.speaker.language)})
    else:
        for line in told_looks(text, checked.looks, terminal.speaker):
            terminal.line(line)
        terminal.line()
        terminal.say(N_("Ready to go.") if checked.ready else N_("Held back: mend what is marked, then check again."))
    return 0 if checked.ready else 1


def checked_shape(checked: CheckedText, language: str) -> Shape:
    """`language`: the interface's, in which the findings speak."""
    return {"lang": checked.language, "ready": checked.ready, "looks": looks_shape(checked.looks, language)}


def _context(name: str) -> Context:
    text, _ = text_of(name)
    try:
        return context_told(json.loads(text))
    except json.JSONDecodeError as error:
        raise ContextNoJson(file=name, reason=error.msg, line=error.lineno) from None
    except RecursionError:
        raise ContextNoJson(file=name, reason="nested too deeply", line=1) from None
