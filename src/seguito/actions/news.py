"""Whether a check-in tells something new: read with the third look (T5.4)."""

from seguito.actions.cadence import untold
from seguito.core.cadence.news import with_news
from seguito.core.looks.context import Context, Said
from seguito.core.looks.finding import LookResult
from seguito.core.looks.substance.beside import drawn_on
from seguito.core.nouns import DetailKind, Note, Purpose, Who
from seguito.languages.substance import substance_words


def looks_with_news(who: Who, note: Note, text: str, looks: tuple[LookResult, ...]) -> tuple[LookResult, ...]:
    """The looks over `text` as the words of `note`; a check-in's third look asks for something new as well."""
    if note.purpose is not Purpose.CHECK_IN:
        return looks
    news = tuple(one.text for one in untold(who, note.application)) if note.application else ()
    told = bool(news) and _tells(text, note.language, news)
    return with_news(looks, note.purpose, text, news, told)


def _tells(text: str, language: str, news: tuple[str, ...]) -> bool:
    """Whether the text recalls any of the news, in whatever form."""
    said = tuple(Said(None, DetailKind.INSIGHT, words, str(place)) for place, words in enumerate(news))
    return bool(drawn_on(text, Context(details=said), substance_words(language)))
