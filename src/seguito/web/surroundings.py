"""What every page shows around its own."""

from django.http import HttpRequest

from seguito.errors import N_
from seguito.web.desk import desk
from seguito.web.language import language_of, speaker_of
from seguito.web.perspective import USES, side_of, uses_of

THEME_COOKIE = "seguito_theme"
THEMES = {
    "": N_("Light or dark as the system has it"),
    "light": N_("Light"),
    "dark": N_("Dark"),
}


def around(request: HttpRequest) -> dict[str, object]:
    here, speaker = desk(), speaker_of(request)
    theme = request.COOKIES.get(THEME_COOKIE, "")
    theme = theme if theme in THEMES else ""
    order = list(THEMES)
    return {
        "now": here.now(),
        "zone": here.zone.key,
        "language": language_of(request),
        "theme": theme,
        "theme_word": speaker.say(N_("Theme: {theme}"), theme=speaker.text(THEMES[theme])),
        "next_theme": order[(order.index(theme) + 1) % len(order)] or "system",
        "is_demo": here.is_demo,
        "side": side_of(request),
        "uses": uses_of(request),
        "uses_words": [(value, speaker.text(word)) for value, word in USES.items()],
    }
