"""How the events of the plan stand on the person's calendar server, kept."""

from collections.abc import Mapping

from seguito.core.nouns import Who
from seguito.records import models


def keep_published(who: Who, stands: Mapping[str, tuple[str, str]]) -> None:
    """In place of what was kept before."""
    rows = models.PublishedEvent.objects.of(who)
    rows.exclude(name__in=stands).delete()
    for name, (etag, digest) in stands.items():
        models.PublishedEvent.objects.update_or_create(
            workspace_id=who.workspace, name=name, defaults={"etag": etag, "digest": digest}
        )
