"""Words of time and what they say of the verb beside them."""

import re
from collections.abc import Sequence

from seguito.core.looks.language.prose import Kind, Token
from seguito.languages.en.grammar import (
    group,
    may_be,
)

YEAR = re.compile(r"(?:19|20)\d\d$")


def time_behind(tokens: Sequence[Token]) -> str:
    for index, token in enumerate(tokens):
        before = tokens[index - 1].word if index else ""
        if token.kind is Kind.MARK or token.word in group("conjunctions", "wh_words", "be", "have", "do", "modals") - {
            "as",
            "after",
            "before",
        }:
            return ""
        if token.word == "yesterday" and before not in {"of", "for", "since", "about", "from", "until", "on"}:
            return token.text
        unit = tokens[index + 1] if index + 1 < len(tokens) else None
        if (
            token.word == "last"
            and unit
            and unit.word
            in group("time_units", "weekdays", "months") | {"night", "spring", "summer", "autumn", "winter"}
        ):
            return (
                ""
                if before in {"the", "since", "of", "for", "about", "from", "until", "by"}
                else f"{token.text} {unit.text}"
            )
        if token.word == "ago":
            return token.text if "since" not in [t.word for t in tokens[:index]] else ""
        if token.word == "in" and unit and YEAR.match(unit.text):
            return f"{token.text} {unit.text}"
        if may_be(token, "d", "z") and token.tag == "VERB" and before in group("subjects"):
            return ""
    return ""
