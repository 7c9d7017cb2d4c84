"""A note as a file: its first line may give the subject, in any language's word for it."""

from seguito.languages import available, part

_LONGEST = 500


def split_subject(text: str) -> tuple[str | None, str]:
    """The subject that the first line gives (None: it gives none), and the body after it."""
    first, _, rest = text.removeprefix("\ufeff").lstrip("\r\n").partition("\n")
    word, colon, subject = first.partition(":")
    if colon and word.strip().casefold() in _words():
        return " ".join(subject.split())[:_LONGEST], rest.lstrip("\r\n")
    return None, text


def with_subject(language: str, subject: str, body: str) -> str:
    """The same file written: `split_subject` gives both parts back."""
    word: str = part(language, "headings").SUBJECT
    return f"{word}: {subject}\n\n{body}"


def _words() -> frozenset[str]:
    return frozenset(part(language, "headings").SUBJECT.casefold() for language in available())
