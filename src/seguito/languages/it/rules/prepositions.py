"""The preposition that a word wants: interessata al ruolo, dipende da voi, capace di aspettare."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from seguito.core.looks.language.prose import Hit, Sentence
from seguito.core.looks.language.record import rule
from seguito.languages.it.clauses import is_introduced
from seguito.languages.it.determiners import Beginning, beginning, family_of, joined_with, pairs_of
from seguito.languages.it.uses import used_as
from seguito.languages.it.words import Word, words

_SAYS = {
    "en": "“{word}” wants another preposition: “{better}”.",
    "it": "«{word}» vuole un'altra preposizione: «{better}».",
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What one word wants. `phrase`: the words of a fixed phrase, else empty; `wrong`: "" is no preposition at all."""

    phrase: tuple[str, ...]
    wrong: frozenset[str]
    right: str
    verb: bool
    adverb: bool


Rows = Mapping[str, Sequence[Wanted]]  # by lemma, or by the last word of a phrase


@lru_cache
def _wanted(table: str) -> Rows:
    found: dict[str, list[Wanted]] = {}
    for row in _table()[table]:
        after, phrase = row.get("after", "").split(), tuple(row.get("phrase", "").split())
        wanted = Wanted(phrase, frozenset(row["not"]), row["right"], row.get("verb", False), row.get("adverb", False))
        for key in after or phrase[-1:]:
            found.setdefault(key, []).append(wanted)
    return found


@lru_cache(maxsize=1)
def _table() -> dict[str, list[dict[str, Any]]]:
    with (Path(__file__).parent.parent / "prepositions.toml").open("rb") as file:
        return tomllib.load(file)


def _found(read: Sequence[Word], word: Word, rows: Rows) -> Iterator[Wanted]:
    for row in rows.get(word.form, ()):
        first = word.index + 1 - len(row.phrase)
        if (
            row.phrase
            and first >= 0
            and all(other.form == form for other, form in zip(read[first:], row.phrase, strict=False))
        ):
            yield row
    for lemma in word.reading.lemmas:
        for row in rows.get(lemma, ()):
            fits = not row.phrase and (not row.verb or _is_verb(read, word))
            if fits and (not row.adverb or (word.may_be("adverb") and not is_introduced(read, word.index))):
                yield row


def _is_verb(read: Sequence[Word], word: Word) -> bool:
    if word.may_be("noun"):
        near = read[max(0, word.index - 2) : word.index]  # sono riuscita: no success
        return word.may_be("participle") and any(other.finite and other.has_lemma("essere", "avere") for other in near)
    return bool(word.kinds & {"finite", "infinitive", "participle", "gerund"})


def _preposition(word: Word) -> tuple[str, bool] | None:
    """The preposition of a word, and whether it holds an article: nel is in with an article; il is an article alone."""
    if word.form in {"di", "a", "da", "in", "con", "su", "per", "ad", "d'"}:
        return {"ad": "a", "d'": "di"}.get(word.form, word.form), False
    joined = next((a.lemma for a in word.reading.analyses if a.kind == "joined"), None)
    if joined:
        return joined, True
    if word.may_be("article") and family_of(word.form) and not word.has_lemma("uno"):
        return "", True
    return None


@rule(
    "PREPOSITION",
    severity="ask",
    says=_SAYS,
    wrong=[
        ["Sono interessata nel ruolo di tecnica.", "Sono interessata al ruolo di tecnica."],
        ["Dipende di voi e dalla stagione.", "Dipende da voi e dalla stagione."],
        ["Un lavoro inerente il tema.", "Un lavoro inerente al tema."],
        ["Vorrei rispondere la mail.", "Vorrei rispondere alla mail."],
        ["In base del vostro annuncio.", "In base al vostro annuncio."],
        ["Abito vicino la stazione.", "Abito vicino alla stazione."],
    ],
    right=[
        "Sono interessata al ruolo e a voi, dipende da voi.",
        "Mi ha risposto la sua collega.",
        "Un vicino di casa, il vicino la saluta.",
        "In base a ciò che dice, in merito al ruolo.",
        "Ho telefonato la sera, e ho partecipato l'anno scorso.",
    ],
)
def preposition(sentence: Sentence) -> Iterator[Hit]:
    read = words(sentence)
    for word in read[:-2]:
        for row in _found(read, word, _wanted("before_noun")):
            hit = _before_noun(sentence, read, word, row)
            if hit:
                yield hit
                break


def _before_noun(sentence: Sentence, read: Sequence[Word], word: Word, row: Wanted) -> Hit | None:
    first = (
        word.index
        + 1
        + (
            bool(word.kinds & {"finite", "infinitive"})
            and read[word.index + 1].is_only("adverb")
            and len(read) > word.index + 3
        )
    )
    written, after = read[first], read[first + 1]
    found = _preposition(written)
    if (
        found is None
        or found[0] not in row.wrong
        or after.may_be("infinitive")
        or after.is_mark
        or (not (row.phrase or row.verb or row.adverb) and _is_somebody(read, word))
    ):
        return None
    if found[0] == "" and (_is_time(after) or _may_be_subject(read, word) or written.token.capitalised):
        return None
    better = _joined(row.right, written, after) if found[1] else row.right
    if not better:
        return None
    return sentence.hit(written.token, written.token, better.rstrip() or better, word=word.token.text)


def _is_time(word: Word) -> bool:
    """Ho risposto la sera stessa, l'altro giorno."""
    return word.is_among(used_as("times")) or word.has_lemma("altro", "scorso", "stesso")


def _may_be_subject(read: Sequence[Word], word: Word) -> bool:
    """Mi ha risposto la sua collega: what follows may be the subject, unless the verb is in the first person."""
    before = read[word.index - 1] if word.index else None
    if word.may_be("infinitive"):
        return bool(before and any(a.person == 3 for a in before.finite))  # debbano partecipare i soci
    if not word.kinds & {"finite", "participle"}:
        return False
    near = [word, *(other for other in read[max(0, word.index - 2) : word.index] if other.has_lemma("avere", "essere"))]
    return not any(a.person == 1 for other in near for a in other.finite)


def _is_somebody(read: Sequence[Word], word: Word) -> bool:
    """Gli interessati nella graduatoria: people, not what one is."""
    if not word.may_be("noun") or word.index == 0:
        return False
    return not any(
        other.has_lemma("essere", "dire", "mostrare", "sembrare") for other in read[max(0, word.index - 4) : word.index]
    )


def _joined(preposition: str, written: Word, after: Word) -> str:
    """The wanted preposition with the article of the written one: nel → al, la → alla."""
    family = family_of("il") if not preposition else family_of(joined_with(preposition))
    begins = beginning(after.form)
    shown = pairs_of(written.form)
    if begins is Beginning.UNSURE or family is None:
        return ""
    pair = next((pair for pair in sorted(shown) if pair in after.pairs | after.reading.determiner_pairs), min(shown))
    article = family.form(pair, begins)
    return f"{preposition} {article}" if preposition in {"con", "per"} else article


@rule(
    "PREPOSITION_INFINITIVE",
    severity="ask",
    says=_SAYS,
    wrong=[
        ["Sono contenta per lavorare con voi.", "Sono contenta di lavorare con voi."],
        ["Non sono capace a stare ferma.", "Non sono capace di stare ferma."],
        ["Ho iniziato di studiare il tedesco.", "Ho iniziato a studiare il tedesco."],
        ["Sono in grado a guidare.", "Sono in grado di guidare."],
        ["Sono riuscita di finire in tempo.", "Sono riuscita a finire in tempo."],
        ["Non vedo l'ora a cominciare.", "Non vedo l'ora di cominciare."],
    ],
    right=[
        "Sono contenta di lavorare, abituata a guidare, pronta a partire.",
        "Ho deciso di restare, mi sono decisa a partire.",
        "Ho provato a capire e ho cercato di aiutare.",
        "Sono contenta per persone come voi, e chiedo a colleghi fidati.",
        "Sono felice per te, e ho bisogno di dormire.",
        "Ho il piacere di invitarla a cena, la possibilità di crescere.",
        "Mi rendo conto che scegliere è difficile, sono contenta che lavorare qui piaccia.",
    ],
)
def preposition_infinitive(sentence: Sentence) -> Iterator[Hit]:
    read = words(sentence)
    for word in read[:-2]:
        for row in _found(read, word, _wanted("before_infinitive")):
            written, after = read[word.index + 1], read[word.index + 2]
            if written.form == "che" and any(other.finite for other in read[after.index + 1 :]):
                continue  # mi rendo conto che scegliere è difficile
            if written.form in row.wrong and _is_infinitive(after) and not (row.verb and _is_reflexive(read, word)):
                yield sentence.hit(written.token, written.token, row.right, word=word.token.text)
                break


_NOUNS_TOO = frozenset("piacere potere dovere parere avere sapere essere".split())


def _is_infinitive(word: Word) -> bool:
    """Finire, pranzare; no noun that is commoner than its verb (di piacere)."""
    as_noun = word.is_only("infinitive", "noun") and word.form not in _NOUNS_TOO
    return word.may_be("infinitive") and (word.is_only("infinitive") or as_noun)


def _is_reflexive(read: Sequence[Word], word: Word) -> bool:
    """Mi sono decisa a partire."""
    if any(a.clitics for a in word.reading.analyses):
        return True
    near = read[max(0, word.index - 3) : word.index]
    return any(other.may_be("clitic") or any(a.clitics for a in other.reading.analyses) for other in near)


@dataclass(frozen=True, slots=True)
class Places:
    """Towns take a, countries and regions in."""

    towns: frozenset[str]
    countries: frozenset[str]


@lru_cache(maxsize=1)
def _places() -> Places:
    with (Path(__file__).parent.parent / "places.toml").open("rb") as file:
        return Places(**{name: frozenset(found.split()) for name, found in tomllib.load(file).items()})


_GOING = frozenset("andare vivere abitare lavorare tornare venire stare trasferire arrivare restare".split())


@rule(
    "TOWN_OR_COUNTRY",
    severity="ask",
    says={
        "en": "Towns take “a”, countries “in”: “{better}”.",
        "it": "Con le città si usa «a», con i paesi «in»: «{better}».",
    },
    wrong=[
        ["Vado in Bologna due volte al mese.", "Vado a Bologna due volte al mese."],
        ["In primavera andrò a Francia.", "In primavera andrò in Francia."],
    ],
    right=[
        "Vado a Bologna e in Francia, la ditta ha sede in Milano.",
        "Grazie a Italia Nostra, e a Francia Bianchi.",
        "In Roma c'è tutto; da Torino a Germania Est.",
    ],
)
def town_or_country(sentence: Sentence) -> Iterator[Hit]:
    read = words(sentence)
    for before, written, place in zip(read, read[1:], read[2:], strict=False):
        if written.form not in {"in", "a", "ad"} or not before.is_among(_GOING):
            continue
        after = read[place.index + 1] if place.index + 1 < len(read) else None
        if after is not None and after.is_name:
            continue
        if written.form == "in" and place.token.text in _places().towns:
            yield sentence.hit(written.token, written.token, "a")
        elif written.form in {"a", "ad"} and place.token.text in _places().countries:
            yield sentence.hit(written.token, written.token, "in")
