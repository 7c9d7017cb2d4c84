"""`seguito rules`: the table of everything that the looks may find."""

from argparse import ArgumentParser, Namespace

from seguito.actions.rules import rules
from seguito.cli.shapes import Shape
from seguito.cli.terminal import Terminal
from seguito.core.looks.rule import Rule


def arguments(parser: ArgumentParser) -> None:
    """It takes nothing."""


def run(options: Namespace, terminal: Terminal) -> int:
    found = rules()
    if terminal.as_json:
        terminal.answer({"rules": [_shape(rule) for rule in found]})
        return 0
    for rule in found:
        languages = ",".join(rule.languages) or "*"
        says = rule.says.get(terminal.speaker.language, rule.says["en"])
        terminal.line(f"{rule.look.value:<10} {rule.name:<28} {languages:<6} {rule.severity.value:<5} {says}")
    return 0


def _shape(rule: Rule) -> Shape:
    return {
        "name": rule.name,
        "look": rule.look,
        "severity": rule.severity,
        "languages": list(rule.languages),
        "says": dict(rule.says),
        "wrong": [list(pair) for pair in rule.wrong],
        "right": list(rule.right),
    }
