"""The table of everything that the looks may find."""

from collections.abc import Iterator

from seguito.core.looks.language.general import GENERAL_RULES
from seguito.core.looks.names import RULES as NAME_RULES
from seguito.core.looks.rule import Rule
from seguito.core.looks.substance import SUBSTANCE_RULES
from seguito.engines.languagetool import RULES as LANGUAGETOOL_RULES
from seguito.languages import available
from seguito.languages.rules import engine_rules, every_rule_of, writing_of


def rules() -> tuple[Rule, ...]:
    """Names, then language, then substance, each by name; a rule that several entries share stands once."""
    found = {(rule.look, rule.name, rule.languages, rule.says["en"]): rule for rule in _all()}
    order = list(type(next(iter(found.values())).look))
    return tuple(sorted(found.values(), key=lambda rule: (order.index(rule.look), rule.name, rule.languages)))


def _all() -> Iterator[Rule]:
    yield from NAME_RULES
    yield from GENERAL_RULES
    yield from LANGUAGETOOL_RULES
    for language in available():
        yield from every_rule_of(language)
        yield from engine_rules(language, writing_of(language).engine).values()
    yield from SUBSTANCE_RULES
