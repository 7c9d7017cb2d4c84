"""What was told in a form: its fields, read as the command line reads FIELD=VALUE."""

from collections.abc import Mapping

from seguito.core.fields import BadValue, Field, Told, read_fields
from seguito.core.reasons import Reason
from seguito.errors import N_

# What the forms call them; a problem names the field as it is read there.
_LABELS = {
    "name": N_("Name"),
    "organisation": N_("Organisation"),
    "role": N_("Role"),
    "email": N_("Addresses, one a line, the one to write to first"),
    "country": N_("Country, two letters"),
    "postcode": N_("Postcode"),
    "phone": N_("Phone"),
    "zone": N_("Time zone"),
    "lang": N_("Language to write in"),
    "initials": N_("Initials, for the card"),
    "decision_by": N_("They decide on"),
    "promised_on": N_("They promised word by"),
    "starts_at": N_("It starts"),
    "ends_at": N_("It ends"),
    "earliest": N_("Working days at the earliest"),
    "stated": N_("Working days that it promises"),
    "slower": N_("Working days when it is slow"),
    "share": N_("How much arrives as promised, in per cent"),
    "collected": N_("The box is emptied at"),
    "ended_on": N_("Ended on"),
}


class WrongInField(BadValue):
    happened = N_("“{value}” can't stand under “{field}”.")


def told_fields(form: Mapping[str, str], fields: Mapping[str, Field]) -> Told:
    """The fields that the form holds; one that may have several values holds them one a line. Raises a `Problem`."""
    words = [f"{name}={value}" for name in fields if name in form for value in _values(form[name], fields[name])]
    try:
        return read_fields(words, fields)
    except BadValue as wrong:
        name = str(wrong.values["field"])
        if name not in _LABELS:
            raise
        raise WrongInField(**{**wrong.values, "field": Reason("", _LABELS[name])}) from wrong


def _values(text: str, field: Field) -> list[str]:
    return (text.splitlines() or [""]) if field.many else [text]
