"""What every page shows around its own."""

from django.http import HttpRequest

from seguito.web.desk import desk
from seguito.web.language import language_of


def around(request: HttpRequest) -> dict[str, object]:
    now = desk().now()
    return {"now": now, "language": language_of(request), "is_demo": desk().is_demo}
