"""Another form of the same verb: another person, another mood. Found among the forms that the lexicon knows."""

from collections.abc import Callable

from seguito.languages.it.lexicon import Analysis, analyses
from seguito.languages.it.lexicon.table import finite_forms


def in_person(form: str, person: int, number: str) -> tuple[str, ...]:
    """`ha` for the third person plural: `hanno`. Same mood and tense; empty where the lexicon has none."""
    return _others(form, lambda a, b: (b.person, b.number, b.mood, b.tense) == (person, number, a.mood, a.tense))


def in_subjunctive(form: str, tense: str = "") -> tuple[str, ...]:
    """`è` → `sia`, `avrei` → `avessi`: same person, the tense that answers to its own unless one is named."""

    def fits(a: Analysis, b: Analysis) -> bool:
        wanted = tense or ("present" if a.tense in {"present", "future"} and a.mood == "indicative" else "imperfect")
        return (b.person, b.number, b.mood, b.tense) == (a.person, a.number, "subjunctive", wanted)

    return _others(form, fits)


def in_conditional(form: str) -> tuple[str, ...]:
    """`venissi` → `verrei`: same person."""
    return _others(form, lambda a, b: (b.person, b.number, b.mood) == (a.person, a.number, "conditional"))


def _others(form: str, fits: Callable[[Analysis, Analysis], bool]) -> tuple[str, ...]:
    found = [
        other
        for analysis in analyses(form)
        if analysis.is_finite and analysis.mood != "imperative"
        for other, reading in finite_forms(analysis.lemma)
        if fits(analysis, reading)
    ]
    return tuple(dict.fromkeys(found))


def same_form_of(lemma: str, form: str) -> tuple[str, ...]:
    """`ho` of essere: `sono`. Same person, mood and tense of another verb."""
    wanted = {(a.person, a.number, a.mood, a.tense) for a in analyses(form) if a.is_finite and a.mood != "imperative"}
    found = (other for other, b in finite_forms(lemma) if (b.person, b.number, b.mood, b.tense) in wanted)
    return tuple(dict.fromkeys(found))
