"""Small things that a person has settled for good, kept."""

from seguito.core.nouns import Who
from seguito.records.models import Workspace


def keep_setting(who: Who, name: str, value: object) -> None:
    """`value`: plain data; None forgets it."""
    workspace = Workspace.objects.select_for_update().get(id=who.workspace)
    workspace.settings = {key: kept for key, kept in {**workspace.settings, name: value}.items() if kept is not None}
    workspace.save(update_fields=["settings"])
