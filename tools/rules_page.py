"""The documentation's page of rules, made from the rules themselves.

python tools/rules_page.py            write docs/rules.md
python tools/rules_page.py --check    fail when it is older than the rules
"""

import sys
from itertools import groupby
from pathlib import Path

from seguito.actions.rules import rules
from seguito.core.looks.rule import Rule

PAGE = Path(__file__).parent.parent / "docs" / "rules.md"
_TITLES = {
    "names": "First look: names and facts",
    "language": "Second look: language",
    "substance": "Third look: substance",
}
_COLUMNS = "| rule | notes in | weight | says | for example |\n| --- | --- | --- | --- | --- |\n"
_HEAD = """# What the looks may find

Made from the rules by `python tools/rules_page.py`. Each rule carries the sentences that it must find, and the near
misses that it must leave alone. *stop* and *ask* keep a look from passing until the words are mended or the finding is
answered with a reason; a *hint* does not.
"""


def page() -> str:
    parts = [_HEAD]
    for look, group in groupby(rules(), key=lambda rule: rule.look.value):
        parts.append(f"\n## {_TITLES[look]}\n\n{_COLUMNS}")
        parts += [_row(rule) for rule in group]
    return "".join(parts)


def _row(rule: Rule) -> str:
    example = ""
    if rule.wrong:
        wrong, right = rule.wrong[0]
        example = f"{wrong} → {right}" if right else wrong
    cells = (f"`{rule.name}`", ", ".join(rule.languages) or "all", rule.severity.value, rule.says["en"], example)
    return "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |\n"


if __name__ == "__main__":
    if "--check" in sys.argv[1:]:
        sys.exit(0 if PAGE.exists() and PAGE.read_text("utf-8") == page() else f"{PAGE} is older than the rules")
    PAGE.write_text(page(), "utf-8")
