"""Small things that a person has settled for good."""

from seguito.core.nouns import Who
from seguito.records.models import Workspace


def setting(who: Who, name: str) -> object:
    """What is kept under that name, or None."""
    kept: dict[str, object] = Workspace.objects.values_list("settings", flat=True).get(id=who.workspace)
    return kept.get(name)
