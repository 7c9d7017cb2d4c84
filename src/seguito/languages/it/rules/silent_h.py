"""The h that is not heard: ho, hai, ha, hanno; and what sounds like c'è, c'era, c'entra, l'ho, loro."""

from collections.abc import Iterator, Sequence

from seguito.core.looks.language.prose import Hit, Sentence
from seguito.core.looks.language.record import rule
from seguito.languages.it.phrases import is_surely_finite, verb_follows
from seguito.languages.it.words import Word, words

_SAYS = {"en": "Here it is written “{better}”.", "it": "Qui si scrive «{better}»."}
_WITH_H = {"a": "ha", "o": "ho", "ai": "hai", "anno": "hanno"}
_CLITIC = frozenset("mi ti ci vi l' m' c' v' gliel' n'".split())


def _at(read: Sequence[Word], index: int) -> Word | None:
    return read[index] if 0 <= index < len(read) else None


def _form(read: Sequence[Word], index: int) -> str:
    return read[index].form if 0 <= index < len(read) else ""


def _is_participle(word: Word | None) -> bool:
    """A past participle, and no other verb's form: detto, visto, fatta."""
    if word is None or not any(a.mood == "participle" and a.tense == "past" for a in word.reading.analyses):
        return False
    return not word.token.capitalised and word.kinds <= {"participle", "adjective", "noun"}


@rule(
    "H_MISSING",
    severity="stop",
    says=_SAYS,
    wrong=[
        ["Mi a fatto piacere.", "Mi ha fatto piacere."],
        ["Non o mai visto un forno così.", "Non ho mai visto un forno così."],
        ["I colleghi mi anno mostrato tutto.", "I colleghi mi hanno mostrato tutto."],
        ["Oggi o parlato con lei.", "Oggi ho parlato con lei."],
        ["Lei a una memoria rara.", "Lei ha una memoria rara."],
        ["Ai visto che bella sala?", "Hai visto che bella sala?"],
    ],
    right=[
        "Un anno passato qui, a contatto con voi, o detto meglio con loro.",
        "Ai miei colleghi, a lei, o a loro.",
        "Davanti a fatti compiuti, a detta di tutti, a scritti e a parole.",
        "Oggi o domani, scritto o detto, l'anno scorso.",
        "Chiedo a lei a una condizione.",
        "A volte o mai.",
    ],
)
def h_missing(sentence: Sentence) -> Iterator[Hit]:
    read = words(sentence)
    for word in read:
        meant = _WITH_H.get(word.form)
        if meant and _is_verb(read, word):
            yield sentence.hit(word.token, word.token, meant)


def _is_verb(read: Sequence[Word], word: Word) -> bool:
    before, after = _form(read, word.index - 1), _at(read, word.index + 1)
    if after is None or after.is_mark:
        return False
    if before in _CLITIC and not (word.form == "anno" and before in {"l'", "quell'", "un"}):
        return _is_participle(after) or before in {"mi", "ti"} and word.form != "o"
    skipped = _at(read, word.index + 2) if after.form in {"mai", "già", "sempre", "ancora", "anche", "appena", "molto", "più"} else after
    if before == "non" and word.form in {"a", "o", "anno"}:
        return after.form in {"mai", "ancora", "più"} and _is_participle(skipped) or _is_participle(after) and after.form[-1] in "oa"
    if word.form == "a" and before in {"lei", "lui", "chi", "che"}:
        return _has_something(read, word, after, before) or (_is_participle(skipped) and skipped is not None and skipped.form[-1] == "o")
    if not _is_participle(skipped) or verb_follows(read, word.index + 2) and word.form != "anno":
        return False
    return _begins_perfect(read, word, before)


def _has_something(read: Sequence[Word], word: Word, after: Word, before: str) -> bool:
    """Lei a una memoria rara: at the beginning, with no other verb."""
    begins = word.index == 1 or _form(read, word.index - 2) in {",", "che", "e"}
    return before in {"lei", "lui"} and begins and after.form in {"un", "una", "un'", "uno", "ragione", "bisogno", "molta", "molto"} and not any(
        is_surely_finite(other) for other in read
    )


def _begins_perfect(read: Sequence[Word], word: Word, before: str) -> bool:
    """O parlato, ai visto, i colleghi anno detto: nothing is joined, and no noun is pointed at."""
    if word.form == "o":
        earlier = _at(read, word.index - 1)
        joins = earlier is not None and (earlier.may_be("participle") or earlier.kinds & {"adjective", "noun", "finite"} and not earlier.may_be("adverb"))
        return not joins and before != "," and not any(other.form == "o" for other in read if other.index != word.index)
    if word.form == "ai":
        return word.begins or before in {"tu", "mi", "non", "che", "se"}
    if word.form == "anno":
        return bool(before) and before not in {"un", "l'", "ogni", "qualche", "quest'", "quell'", "primo", "ultimo", "dell'", "all'", "nell'", "dall'", "del", "per", "di", "altro", "nuovo", "mezzo"} and before[-1] not in "0123456789"
    return False


@rule(
    "H_TOO_MANY",
    severity="stop",
    says=_SAYS,
    wrong=[
        ["Lavoro qui da un hanno.", "Lavoro qui da un anno."],
        ["Sono andata ha vedere la bottega.", "Sono andata a vedere la bottega."],
        ["Mi chiami di mattina ho di sera.", "Mi chiami di mattina o di sera."],
        ["Ho parlato hai vostri fornitori.", "Ho parlato ai vostri fornitori."],
    ],
    right=["Hai vostri fornitori in comune?", "Ha da fare, ho da leggere.", "Loro hanno un anno di tempo.", "Ho di che ridere."],
)
def h_too_many(sentence: Sentence) -> Iterator[Hit]:
    read = words(sentence)
    for word in read:
        before, after = _at(read, word.index - 1), _at(read, word.index + 1)
        if before is None or after is None:
            continue
        if word.form == "hanno" and before.form in {"un", "l'", "ogni", "quest'", "quell'", "qualche", "dell'", "all'", "nell'", "dall'", "primo", "scorso"} and before.form != "l'":
            yield sentence.hit(word.token, word.token, "anno")
        elif word.form == "hanno" and before.form == "l'" and after.form in {"scorso", "prossimo", "dopo"}:
            yield sentence.hit(word.token, word.token, "anno")
        elif word.form == "ha" and after.is_only("infinitive") and before.form not in {"chi", "che", "non", "lo", "la", "ne"}:
            yield sentence.hit(word.token, word.token, "a")
        elif word.form == "hai" and _is_of_persons(read, before, after):
            yield sentence.hit(word.token, word.token, "ai")
        elif word.form == "ho" and after.form == _form(read, word.index - 2) and after.is_only("preposition"):
            yield sentence.hit(word.token, word.token, "o")


def _is_of_persons(read: Sequence[Word], before: Word, after: Word) -> bool:
    """Grazie hai colleghi, ho parlato hai vostri: after a verb or a thanks comes no second person."""
    joined = before.form in {"grazie", "insieme", "davanti", "vicino", "intorno", "rispetto", "oltre", "fino", "saluti", "anche", "e"}
    verb = is_surely_finite(before) or _is_participle(before)
    plural = ("m", "p") in after.reading.noun_pairs or ("m", "p") in after.reading.determiner_pairs
    return plural and (verb or joined and before.form not in {"e", "anche"})


@rule(
    "THERE_IS_SPELT",
    severity="stop",
    says=_SAYS,
    wrong=[
        ["Ce una frase che ho riletto.", "C'è una frase che ho riletto."],
        ["In laboratorio cera un silenzio bello.", "In laboratorio c'era un silenzio bello."],
        ["Il rumore non centra niente.", "Il rumore non c'entra niente."],
        ["L'oro hanno imparato presto.", "Loro hanno imparato presto."],
    ],
    right=["Ce l'ho, ce ne sono, ce lo dica.", "La cera era calda.", "La freccia centra il bersaglio.", "L'oro e l'argento hanno un prezzo."],
)
def there_is_spelt(sentence: Sentence) -> Iterator[Hit]:
    read = words(sentence)
    for word in read:
        before, after = _form(read, word.index - 1), _at(read, word.index + 1)
        if after is None or word.token.text == "CE":
            continue
        if word.form == "ce" and after.form not in {"lo", "la", "li", "le", "l'", "ne", "n'"} and not after.is_mark and before != "ce":
            yield sentence.hit(word.token, word.token, "c'è")
        elif word.form == "cera" and after.form in {"un", "una", "un'", "molto", "molta", "tanta", "tanto", "anche", "stata", "stato", "il", "la", "uno", "sempre", "poca", "troppa"} and not before.endswith("a"):
            yield sentence.hit(word.token, word.token, "c'era")
        elif word.form == "centra" and (before in {"non", "cosa", "che"} or after.form in {"niente", "nulla", "poco", "molto"}) and not after.may_be("article"):
            yield sentence.hit(word.token, word.token, "c'entra")
        elif word.form == "l'" and after.form == "oro" and _plural_verb(read, word.index + 2):
            yield sentence.hit(word.token, after.token, "loro")


def _plural_verb(read: Sequence[Word], index: int) -> bool:
    word = _at(read, index)
    return bool(word and word.finite and all(a.person == 3 and a.number == "p" for a in word.finite))


@rule(
    "HAVE_ELIDED",
    severity="stop",
    says=_SAYS,
    wrong=[
        ["Me la detto lei.", "Me l'ha detto lei."],
        ["Lo visto ieri.", "L'ho visto ieri."],
        ["Non lo mai dimenticato.", "Non l'ho mai dimenticato."],
    ],
    right=["La fatta è questa, lo scritto è lungo, lo stato delle cose.", "Me lo ha detto.", "Il lato oscuro."],
)
def have_elided(sentence: Sentence) -> Iterator[Hit]:
    read = words(sentence)
    for word in read:
        if word.form not in {"lo", "la"}:
            continue
        before, after = _form(read, word.index - 1), _at(read, word.index + 1)
        participle = _at(read, word.index + 2) if after and after.form in {"mai", "già", "sempre", "ancora"} else after
        if not _is_participle(participle) or participle is None or ("m", "s") not in participle.pairs:
            continue
        third = before in {"me", "te", "ce", "ve"}
        only_verb = not participle.kinds & {"noun", "adjective"} or participle.form in {"visto", "detto", "fatto", "letto", "dimenticato", "sentito", "incontrato", "conosciuto"}
        if third and word.form == "la":
            yield sentence.hit(word.token, word.token, "l'ha", "l'ho")
        elif word.form == "lo" and only_verb and (word.begins or before in {"non", "che", "e", "me", "te"}) and not verb_follows(read, participle.index + 1):
            yield sentence.hit(word.token, word.token, "l'ho", "l'ha")
