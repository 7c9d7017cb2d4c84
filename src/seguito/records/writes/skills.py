"""Names of skills from an official table, kept."""

from collections.abc import Mapping

from seguito.core.nouns import Who
from seguito.records import models


def keep_skill_names(who: Who, names: Mapping[str, tuple[str, str]], ours: Mapping[str, str], language: str) -> int:
    """Keep what is new; how many names that were. `names`: folded name → skill and label.

    `ours`: concepts that have an id of our own; what another language's table called by the concept is called by it.
    """
    rows = models.SkillName.objects.of(who)
    for concept, skill in ours.items():
        rows.filter(skill=concept).update(skill=skill)
    here = set(rows.filter(language=language).values_list("folded", flat=True))
    fresh = [
        models.SkillName(
            workspace_id=who.workspace, folded=name, skill=skill[:200], label=label[:200], language=language
        )
        for name, (skill, label) in names.items()
        if name and name not in here
    ]
    models.SkillName.objects.bulk_create(fresh, batch_size=2000)
    return len(fresh)
