"""Words that the table need not hold, because their parts are there: portarglielo, chiaramente, bellissima, sant'."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from seguito.languages.it.lexicon.table import Analysis, stored

_ENCLITICS = re.compile(
    r"(?P<host>.{2,}?)(?P<clitics>(?:me|te|se|ce|ve|glie)(?:lo|la|li|le|ne)|mici|vici|visi|cisi|gli|mi|ti|si|ci|vi|lo|la|li|le|ne)"
)
_PAIRS = {"me": "mi", "te": "ti", "se": "si", "ce": "ci", "ve": "vi", "glie": "gli"}
_SUPERLATIVE = re.compile(r"(?P<stem>.{2,})issim(?P<ending>[oaie])")
_ENDINGS = {"o": ("m", "s"), "a": ("f", "s"), "i": ("m", "p"), "e": ("f", "p")}
_PREFIXES = re.compile(
    r"(?:arci|auto|anti|bio|contro|co|dis|eco|extra|ex-?|inter|iper|macro|mega|micro|mini|mono|multi|neo|para|pluri"
    r"|post|pre|pseudo|ri|semi|sopra|sotto|sovra|stra|sub|super|tele|trans|ultra|vice)-?(?P<base>.{5,})"
)
_VOWELS = "aeiouàèéìòù"


@lru_cache(maxsize=8192)
def analyses(form: str) -> tuple[Analysis, ...]:
    """Everything that a word may be; empty for one that nobody knows. `form`: lower case, apostrophe straight."""
    known = stored(form)
    if known or len(form) < 3:
        return known
    for derive in (_with_enclitics, _elided, _adverb, _quality, _superlative, _cut_short, _after_hyphen, _prefixed):
        found = tuple(dict.fromkeys(derive(form)))
        if found:
            return found
    return ()


def _with_enclitics(form: str) -> Iterator[Analysis]:
    """Infinitive, gerund, imperative or participle with its pronouns: ringraziarla, dandoglielo, mandami, dammi."""
    for size in (6, 5, 4, 3, 2):
        match = _ENCLITICS.fullmatch(form)
        if match is None:
            return
        host = form[:-size]
        pair = _ENCLITICS.fullmatch("xx" + form[-size:])
        if len(host) < 2 or pair is None or pair["host"] != "xx":
            continue
        clitics = _apart(pair["clitics"])
        found = [replace(analysis, clitics=clitics) for analysis in _hosts(host, pair["clitics"][0])]
        if found:
            yield from found
            return


def _apart(clitics: str) -> tuple[str, ...]:
    for first, plain in _PAIRS.items():
        if clitics.startswith(first) and clitics[len(first) :] in {"lo", "la", "li", "le", "ne"}:
            return (plain, clitics[len(first) :])
    return (clitics[:2], clitics[2:]) if len(clitics) == 4 else (clitics,)


def _hosts(host: str, first_letter: str) -> Iterator[Analysis]:
    if host.endswith("r"):
        yield from (a for ending in ("e", "re") for a in stored(host + ending) if a.mood == "infinitive")
    elif host.endswith("ndo"):
        yield from (a for a in stored(host) if a.mood == "gerund")
    elif host[-1] in _VOWELS:
        yield from (a for a in stored(host) if a.mood == "imperative" or (a.mood == "participle" and a.tense == "past"))
    elif host[-1] == first_letter:
        yield from (a for a in stored(host[:-1] + "'") if a.mood == "imperative")


def _elided(form: str) -> Iterator[Analysis]:
    if form.endswith("'"):
        for vowel in "oaei":
            yield from stored(form[:-1] + vowel)


def _adverb(form: str) -> Iterator[Analysis]:
    if form.endswith("mente"):
        stem = form.removesuffix("mente")
        bases = (stem, stem + "e", stem + "o")
        if any(a.is_nominal for base in bases for a in (*stored(base), *_superlative(base))):
            yield Analysis("adverb", form)


def _quality(form: str) -> Iterator[Analysis]:
    """tracciabilità, orgogliosità: from an adjective that is known."""
    if form.endswith(("ità", "età")):
        stem = form[:-3] if form.endswith("ità") else form[:-2].removesuffix("e")
        if any(a.kind == "adjective" for ending in "oe" for a in stored(stem + ending)):
            yield Analysis("noun", form, "f")


def _superlative(form: str) -> Iterator[Analysis]:
    match = _SUPERLATIVE.fullmatch(form)
    if match is None:
        return
    stem, (gender, number) = match["stem"], _ENDINGS[match["ending"]]
    for base in (stem + "o", stem + "e", stem + "io", stem.removesuffix("h") + "o"):
        if any(a.kind in {"adjective", "determiner"} or a.mood == "participle" for a in stored(base)):
            yield Analysis("adjective", base, gender, number)
            return


def _cut_short(form: str) -> Iterator[Analysis]:
    """Before another word the last vowel of a verb may fall: voler dire, vengon dietro."""
    if form.endswith(("ar", "er", "ir", "or", "ur")):
        yield from (a for ending in ("e", "re") for a in stored(form + ending) if a.mood == "infinitive")
    elif form.endswith(("an", "on", "iam")):
        yield from (a for a in stored(form + "o") if a.kind == "verb" and a.person and a.number == "p")


def _after_hyphen(form: str) -> Iterator[Analysis]:
    """Either part may rule: stato-nazione, ex-collega, tecnico-commerciale."""
    first, hyphen, rest = form.partition("-")
    if hyphen:
        yield from (a for part in (first, rest.rpartition("-")[2]) for a in stored(part) if a.is_nominal)


def _prefixed(form: str) -> Iterator[Analysis]:
    match = _PREFIXES.fullmatch(form)
    if match:
        base = match["base"]
        yield from (
            replace(a, lemma=form.removesuffix(base) + a.lemma)
            for a in (*stored(base), *_with_enclitics(base))
            if a.is_nominal or a.kind == "verb"
        )
