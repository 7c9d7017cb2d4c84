"""A rule: a record with its own good and bad sentences.

The sentences are its tests: one parametrised test runs every rule over every sentence of its own.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from seguito.core.looks.finding import Finding, Look, Severity


@dataclass(frozen=True, slots=True)
class Rule:
    """What a look may find.

    `languages`: of the notes it reads; empty means every language.
    `says`: one message for each language of the interface, with `{named}` places that a finding fills.
    `wrong`: pairs (sentence that it must find, the same mended); an empty second part where no mending is offered.
    `right`: near misses that it must leave alone.
    """

    name: str
    look: Look
    severity: Severity
    says: Mapping[str, str]
    languages: tuple[str, ...] = ()
    wrong: tuple[tuple[str, str], ...] = ()
    right: tuple[str, ...] = ()
    instead: str = ""  # stock phrases: what to write about, never a sentence

    def finding(
        self,
        text: str,
        start: int | None,
        end: int | None,
        suggestions: tuple[str, ...] = (),
        severity: Severity | None = None,
        **values: object,
    ) -> Finding:
        """A finding of this rule in `text`, its message filled in every language."""
        quote = "" if start is None else text[start:end]
        return Finding(
            rule=self.name,
            severity=severity or self.severity,
            start=start,
            end=end,
            quote=quote,
            says={language: message.format(quote=quote, **values) for language, message in self.says.items()},
            suggestions=suggestions,
        )
