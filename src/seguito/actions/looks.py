"""The three looks over one text, whatever it came from (T4.1)."""

from dataclasses import replace

from seguito.core.looks.context import Context
from seguito.core.looks.finding import Look, LookResult, numbered
from seguito.core.looks.names import look_at_names
from seguito.core.looks.substance import look_at_substance
from seguito.engines import proofread
from seguito.engines.languagetool import Address
from seguito.languages.names import name_words_of
from seguito.languages.substance import substance_words


def three_looks(
    text: str, language: str, context: Context, own: frozenset[str], languagetool: Address | None = None
) -> tuple[LookResult, ...]:
    """Names and facts, language, substance: what each finds, in reading order.

    `own`: the person's own words, right as they stand; one with a capital letter is a known name.
    `languagetool`: one that the second look asks too.
    """
    names = tuple(sorted(word for word in own if word[:1].isupper()))
    known = replace(context, known_names=(*context.known_names, *names))
    found = {
        Look.NAMES: look_at_names(text, known, name_words_of(language)),
        Look.LANGUAGE: proofread(text, language, context, own, languagetool),
        Look.SUBSTANCE: look_at_substance(text, language, context, substance_words(language)),
    }
    return tuple(LookResult(look, numbered(findings)) for look, findings in found.items())
