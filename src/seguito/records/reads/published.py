"""How the events of the plan were left on the person's calendar server."""

from seguito.core.nouns import Who
from seguito.records import models


def published(who: Who) -> dict[str, tuple[str, str]]:
    """By name: the ETag there, and the digest of what we had written."""
    rows = models.PublishedEvent.objects.of(who).values_list("name", "etag", "digest")
    return {name: (etag, digest) for name, etag, digest in rows}
