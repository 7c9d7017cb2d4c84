"""A language's rules together: which of them a note has to be shown to."""

from collections.abc import Iterable, Iterator

from seguito.core.looks.language.prose import Prose
from seguito.core.looks.language.rules import LanguageRule, PatternRule

_BEGINNING = 3  # letters of a piece that are looked up; of its many pieces a note holds the beginnings of few


class RuleBook:
    """Rules in their order. A pattern that goes with certain pieces is passed over where the note holds none."""

    __slots__ = ("_always", "_by_beginning", "rules")

    def __init__(self, rules: Iterable[LanguageRule]) -> None:
        self.rules = tuple(rules)
        self._always: list[int] = []
        self._by_beginning: dict[str, dict[str, list[int]]] = {}
        for number, rule in enumerate(self.rules):
            pieces = rule.only_with if isinstance(rule, PatternRule) else ()
            if not pieces or any(len(piece) < _BEGINNING for piece in pieces):
                self._always.append(number)
                continue
            for piece in pieces:
                self._by_beginning.setdefault(piece[:_BEGINNING], {}).setdefault(piece, []).append(number)

    def asked_of(self, prose: Prose) -> Iterator[LanguageRule]:
        """The rules that may find something in a note, in their order."""
        lower = prose.lower
        if len(lower) != len(prose.plain):  # a letter that grows when it is made small
            yield from self.rules
            return
        beginnings = {lower[at : at + _BEGINNING] for at in range(len(lower))}
        asked = set(self._always)
        for beginning in beginnings & self._by_beginning.keys():
            for piece, numbers in self._by_beginning[beginning].items():
                if piece in lower:
                    asked.update(numbers)
        yield from (self.rules[number] for number in sorted(asked))
