"""Whose records lie here."""

from seguito.records import models
from seguito.records.database import told_here


def workspaces() -> tuple[str, ...]:
    """The ids of all workspaces, the oldest first."""
    with told_here():
        ids = models.Workspace.objects.order_by("created_at", "id").values_list("id", flat=True)
        return tuple(map(str, ids))
