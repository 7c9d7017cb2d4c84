"""`seguito skills [NAME]`, `seguito skills import ESCO.csv [--lang it]`: what a skill is called here."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from seguito.actions.skills import import_skills, known_as
from seguito.cli.opened import opened
from seguito.cli.terminal import Terminal


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("words", nargs="*", metavar="NAME | import FILE")
    parser.add_argument("--lang", choices=["en", "it"], help="the language of the imported names")


def run(options: Namespace, terminal: Terminal) -> int:
    session = opened(terminal)
    if options.words[:1] == ["import"] and len(options.words) > 1:
        counts = [import_skills(session.who, Path(file), options.lang or "") for file in options.words[1:]]
        if terminal.as_json:
            terminal.answer({"imported": sum(counts)})
        else:
            terminal.line(terminal.speaker.count("{n} name was taken in.", "{n} names were taken in.", sum(counts)))
        return 0
    found = [known_as(session.who, name, terminal.speaker.language) for name in options.words]
    if terminal.as_json:
        terminal.answer({"skills": [{"text": text, "id": skill, "label": label} for text, skill, label in found]})
        return 0
    for text, skill, label in found:
        terminal.line(f"{text} → {label} ({skill})")
    return 0
