"""A letter that only says hello is not written: something new, or it waits (T5.4)."""

from seguito.core.looks.finding import Finding, Look, LookResult, Severity, numbered
from seguito.core.looks.rule import Rule
from seguito.core.nouns import Purpose

NOTHING_NEW = Rule(
    name="NOTHING_NEW",
    look=Look.SUBSTANCE,
    severity=Severity.STOP,
    says={
        "en": "Nothing new is noted since you last wrote. Say what you have learned or done (`seguito learned`), "
        "or wait.",
        "it": "Non c'è niente di nuovo da quando hai scritto l'ultima volta. Di' che cosa hai imparato o fatto "
        "(`seguito learned`), oppure aspetta.",
    },
)
NEWS_UNTOLD = Rule(
    name="NEWS_UNTOLD",
    look=Look.SUBSTANCE,
    severity=Severity.ASK,
    says={
        "en": "The letter does not tell what is new: “{news}”.",
        "it": "La lettera non racconta che cosa c'è di nuovo: «{news}».",
    },
)


def with_news(
    looks: tuple[LookResult, ...], purpose: Purpose, text: str, news: tuple[str, ...], told: bool
) -> tuple[LookResult, ...]:
    """The looks over a note, and in the third what a check-in lacks. `told`: whether the text draws on any news."""
    if purpose is not Purpose.CHECK_IN or told:
        return looks
    missing = NEWS_UNTOLD.finding(text, None, None, news=news[0]) if news else NOTHING_NEW.finding(text, None, None)
    return tuple(_added(result, missing) if result.look is Look.SUBSTANCE else result for result in looks)


def _added(result: LookResult, missing: Finding) -> LookResult:
    return LookResult(result.look, numbered((*result.findings, missing)), result.answered)
