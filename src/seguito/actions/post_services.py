"""Which postal services are known."""

from seguito.core.planning.post import PostalService
from seguito.reference.postal import services


def postal_services(country: str) -> tuple[PostalService, ...]:
    """Those of a country (ISO 3166-1 alpha-2, in any case), or all of them."""
    return services(country.strip().upper())
