"""What was told in a form: its fields, read as the command line reads FIELD=VALUE."""

from collections.abc import Mapping

from seguito.core.fields import Field, Told, read_fields


def told_fields(form: Mapping[str, str], fields: Mapping[str, Field]) -> Told:
    """The fields that the form holds; one that may have several values holds them one a line. Raises a `Problem`."""
    words = [f"{name}={value}" for name in fields if name in form for value in _values(form[name], fields[name])]
    return read_fields(words, fields)


def _values(text: str, field: Field) -> list[str]:
    return (text.splitlines() or [""]) if field.many else [text]
