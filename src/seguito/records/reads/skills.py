"""Names of skills that were imported."""

from seguito.core.nouns import Who
from seguito.records import models


def imported_skill(who: Who, name: str) -> str | None:
    """The skill that bears this folded name."""
    return models.SkillName.objects.of(who).filter(folded=name).values_list("skill", flat=True).first()


def imported_count(who: Who) -> int:
    return models.SkillName.objects.of(who).count()
