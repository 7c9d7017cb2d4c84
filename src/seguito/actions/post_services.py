"""Which postal services are known, with the user's own rows in their places."""

from pathlib import Path

from seguito.core.planning.postage import PostalService
from seguito.reference.postal import services
from seguito.reference.postal.own import own_services

__all__ = ["own_services", "postal_services"]


def postal_services(country: str, home: Path) -> tuple[PostalService, ...]:
    """Those of a country (ISO 3166-1 alpha-2, in any case), or all of them. Raises PostalRowWrong."""
    return services(country.strip().upper(), own_services(home))
