"""Playbooks and stories of one's own, as values."""

from seguito.core.nouns import Who
from seguito.records import models


def adopted_playbook(who: Who) -> str:
    """The playbook that was adopted for everything; empty: none was."""
    return models.Workspace.objects.values_list("playbook", flat=True).get(id=who.workspace)


def own_playbook(who: Who, name: str) -> str | None:
    """The text of a person's own playbook; None where they have none of that name."""
    return models.OwnPlaybook.objects.of(who).filter(name=name).values_list("text", flat=True).first()


def own_playbooks(who: Who) -> tuple[str, ...]:
    return tuple(models.OwnPlaybook.objects.of(who).order_by("name").values_list("name", flat=True))
