"""Names of skills that were imported."""

from seguito.core.nouns import Who
from seguito.records import models


def imported_skill(who: Who, name: str) -> str | None:
    """The skill that bears this folded name."""
    return models.SkillName.objects.of(who).filter(folded=name).values_list("skill", flat=True).first()


def imported_label(who: Who, skill: str, language: str) -> str:
    """Its official name in that language; empty where none was imported."""
    rows = models.SkillName.objects.of(who).filter(skill=skill, language=language)
    return rows.values_list("label", flat=True).first() or ""
