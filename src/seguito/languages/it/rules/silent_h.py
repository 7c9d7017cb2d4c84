"""The h that is not heard: ho, hai, ha, hanno are no o, ai, a, anno."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from seguito.core.looks.language.prose import Hit, Sentence
from seguito.core.looks.language.record import rule
from seguito.languages.it.phrases import is_past_participle, is_surely_finite, verb_follows
from seguito.languages.it.subjects import subject_at
from seguito.languages.it.words import Word, at, form_at, words

_SAYS = {"en": "Here it is written “{better}”.", "it": "Qui si scrive «{better}»."}
_WITH_H = {"a": "ha", "o": "ho", "ai": "hai", "anno": "hanno"}
_CLITIC = frozenset("mi ti ci vi l' m' c' v' gliel' n'".split())
_BETWEEN = frozenset("mai già sempre ancora anche appena molto più".split())
_SAID_NEXT = frozenset("tutti tutte un una uno il lo la i gli le di che a molto anche".split())
_HAD = frozenset("un una un' uno ragione bisogno molta molto".split())
# After these stands the year: un anno fatto di sorprese.
_BEFORE_YEAR = frozenset(
    "un l' ogni qualche quest' quell' primo ultimo dell' all' nell' dall' del per di altro nuovo mezzo".split()
)
_ONE_YEAR = frozenset("un ogni quest' quell' qualche dell' all' nell' dall' primo scorso".split())
_DAYS = frozenset("lunedì martedì mercoledì giovedì venerdì sabato domenica oggi domani".split())
_TO_SOMEBODY = frozenset("grazie insieme davanti vicino intorno rispetto oltre fino saluti".split())


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
        ["I vostri clienti anno fiducia in voi.", "I vostri clienti hanno fiducia in voi."],
        ["Il signor Lupi a ragione.", "Il signor Lupi ha ragione."],
        ["In questi anni o imparato a tacere.", "In questi anni ho imparato a tacere."],
        ["Anno detto tutti di sì.", "Hanno detto tutti di sì."],
        ["Non so cosa a detto il custode.", "Non so cosa ha detto il custode."],
        ["Il corso che o seguito durava un anno.", "Il corso che ho seguito durava un anno."],
        ["Abbiamo una bottega che a tre stanze.", "Abbiamo una bottega che ha tre stanze."],
        ["Mi chiedo se a già deciso.", "Mi chiedo se ha già deciso."],
        ["L'anno scelta i ragazzi, quella frase.", "L'hanno scelta i ragazzi, quella frase."],
    ],
    right=[
        "Un anno passato qui, a contatto con voi, o detto meglio con loro.",
        "Ai miei colleghi, a lei, o a loro.",
        "Davanti a fatti compiuti, a detta di tutti, a scritti e a parole.",
        "Oggi o domani, scritto o detto, l'anno scorso.",
        "Chiedo a lei a una condizione.",
        "A volte o mai, quanto a fatica; il treno che a un tratto si ferma, la gente che a tre anni legge.",
        "Marta si lamenta, e Anna a ragione ride.",
        "I fogli stampati o scritti, i libri letti o prestati. Anno nuovo, anno passato in fretta.",
    ],
)
def h_missing(sentence: Sentence) -> Iterator[Hit]:
    read = words(sentence)
    for word in read:
        meant = _WITH_H.get(word.form)
        if meant and _is_verb(read, word):
            yield sentence.hit(word.token, word.token, meant)


def _is_verb(read: Sequence[Word], word: Word) -> bool:
    before, after = form_at(read, word.index - 1), at(read, word.index + 1)
    if after is None or after.is_mark:
        return False
    chosen = ("m", "s") not in after.reading.adjective_pairs  # l'anno scelta i ragazzi
    if before in _CLITIC and (before != "l'" or word.form != "anno" or chosen):
        return is_past_participle(after) or (before in {"mi", "ti"} and word.form != "o")
    participle = at(read, word.index + 2) if after.form in _BETWEEN else after
    if word.form == "a" and before in {"lei", "lui"} and _has_something(read, word, after):
        return True
    if word.form == "a" and _is_right(read, word, after):
        return True
    if word.form == "anno":
        subject = subject_at(read, 0)
        if subject and subject.end == word.index and subject.number == "p" and after.is_only("noun", "article"):
            return True  # i clienti anno fiducia
    if word.form == "a" and before == "che" and _owns(read, word, after):
        return True
    if participle is None or not is_past_participle(participle):
        return False
    if before == "che" and word.form == "o" and sum(other.form == "o" for other in read) == 1:
        return True
    if before == "non" and word.form in {"a", "o", "anno"}:
        return after is not participle or after.form[-1] in "oa"
    if word.form == "a":
        asks = before in {"cosa", "quanto", "perché", "dove", "come"} and participle.is_only(
            "participle", "adjective", "noun"
        )
        return (asks or before in {"lei", "lui", "chi", "che", "se", "quando"}) and participle.form[-1] == "o"
    return (word.form == "anno" or not verb_follows(read, word.index + 2)) and _begins_perfect(read, word, before)


def _has_something(read: Sequence[Word], word: Word, after: Word) -> bool:
    """Lei a una memoria rara: at the beginning of a clause, in a sentence with no other verb."""
    begins = word.index == 1 or form_at(read, word.index - 2) in {",", "che", "e"}
    return begins and after.form in _HAD and not any(is_surely_finite(other) for other in read)


def _owns(read: Sequence[Word], word: Word, after: Word) -> bool:
    """Una libreria che a tre stanze: something counted, and no verb after it in the clause."""
    noun = at(read, after.index + 1)
    counted = after.is_only("numeral") or after.form in {"molti", "molte", "tanti", "tante", "pochi", "poche"}
    clause = list(takewhile(lambda other: not other.is_mark, read[after.index + 1 :]))
    return counted and bool(noun and noun.may_be("noun")) and not any(other.finite for other in clause)


def _is_right(read: Sequence[Word], word: Word, after: Word) -> bool:
    """Il signor Lupi a ragione: a name or a noun, and the clause ends with no verb of its own."""
    last = at(read, after.index + 1)
    before = read[word.index - 1] if word.index else None
    named = bool(before and (before.is_name or before.is_only("noun")))
    ends = last is None or last.is_mark or last.form in {"di", "su", "quando"}
    clause = takewhile(lambda other: not other.is_mark, reversed(read[: word.index]))
    return named and ends and after.form in {"ragione", "torto", "bisogno"} and not any(w.finite for w in clause)


def _begins_perfect(read: Sequence[Word], word: Word, before: str) -> bool:
    """O parlato, ai visto, i colleghi anno detto: nothing is joined, and no noun is pointed at."""
    if word.form == "o":
        joins = _joins(at(read, word.index - 1)) and not _unlike(read[word.index - 1], at(read, word.index + 1))
        return before != "," and not joins and sum(w.form == "o" for w in read) == 1
    if word.form == "ai":
        return word.begins or before in {"tu", "mi", "non", "che", "se"}
    if word.begins or before == ",":  # Anno detto tutti, and no year: something that was said follows at once
        return form_at(read, word.index + 2) in _SAID_NEXT
    return bool(before) and before not in _BEFORE_YEAR and not before[-1].isdecimal()


def _unlike(earlier: Word, after: Word | None) -> bool:
    """Anni o imparato: a noun and a participle that neither agrees with it nor is a noun itself are no alternatives."""
    if after is None or not earlier.is_only("noun") or after.may_be("noun"):
        return False
    return earlier.pairs.isdisjoint(after.reading.adjective_pairs)


def _joins(earlier: Word | None) -> bool:
    """Whether an o after this word joins it to another: scritto o detto."""
    if earlier is None:
        return False
    content = bool(earlier.kinds & {"adjective", "noun", "finite"}) and not earlier.may_be("adverb")
    return earlier.may_be("participle") or content


@rule(
    "H_TOO_MANY",
    severity="stop",
    says=_SAYS,
    wrong=[
        ["Lavoro qui da un hanno.", "Lavoro qui da un anno."],
        ["Sono andata ha vedere la bottega.", "Sono andata a vedere la bottega."],
        ["Vado ha scuola la sera.", "Vado a scuola la sera."],
        ["Mi chiami di mattina ho di sera.", "Mi chiami di mattina o di sera."],
        ["Ho parlato hai vostri fornitori.", "Ho parlato ai vostri fornitori."],
        ["Ho lavorato tre hanno a Cuneo.", "Ho lavorato tre anni a Cuneo."],
        ["Posso venire martedì ho giovedì.", "Posso venire martedì o giovedì."],
        ["L'ho detto subito hai miei genitori.", "L'ho detto subito ai miei genitori."],
        ["Mia nonna era sarta ha Prato.", "Mia nonna era sarta a Prato."],
        ["Ho detto ha tutti che ci sono.", "Ho detto a tutti che ci sono."],
    ],
    right=[
        "Hai vostri fornitori in comune?",
        "Ha da fare, ho da leggere.",
        "Loro hanno un anno di tempo.",
        "Ho di che ridere.",
        "Di quei tre hanno risposto due, e tre hanno in mente altro.",
    ],
)
def h_too_many(sentence: Sentence) -> Iterator[Hit]:
    read = words(sentence)
    for before, word, after in zip(read, read[1:], read[2:], strict=False):
        better = _without_h(read, before, word, after)
        if better:
            yield sentence.hit(word.token, word.token, better)


def _without_h(read: Sequence[Word], before: Word, word: Word, after: Word) -> str:
    match word.form:
        case "hanno":
            last = before.form == "l'" and after.form in {"scorso", "prossimo", "dopo"}
            if before.is_only("numeral"):
                return "anni" if _is_span(at(read, before.index - 1), after) else ""
            return "anno" if last or before.form in _ONE_YEAR else ""
        case "ha":
            stands_alone = before.form in {"chi", "che", "non", "lo", "la", "ne"}
            going = is_surely_finite(before) and any(a.person == 1 for a in before.finite) and after.is_only("noun")
            if going or _is_told(read, before, after) or _is_at_place(read, word, after):
                return "a"
            return "a" if after.is_only("infinitive") and not stands_alone else ""
        case "hai":
            return "ai" if _is_of_persons(before, after) or _is_of_mine(read, before, after) else ""
        case "ho":
            parallel = after.form == form_at(read, word.index - 2) and after.may_be("preposition")
            days = before.form in _DAYS and after.form in _DAYS
            return "o" if parallel or days else ""
    return ""


_SOMEBODY = frozenset("tutti tutte lei lui loro voi noi me te qualcuno nessuno chi".split())


def _is_told(read: Sequence[Word], before: Word, after: Word) -> bool:
    """Ho detto ha tutti: after a perfect and before somebody, where nothing is told of what was said."""
    auxiliary = at(read, before.index - 1)
    told = is_past_participle(before) and bool(auxiliary and auxiliary.finite and auxiliary.has_lemma("avere"))
    return told and after.form in _SOMEBODY and not any(w.form in _RELATIVES for w in read[: before.index])


_RELATIVES = frozenset("che cui chi quanto quello quel ciò".split())


def _is_at_place(read: Sequence[Word], word: Word, after: Word) -> bool:
    """Era sarta ha Prato: the clause has its verb, a noun goes before, and it ends with a name."""
    last, before = at(read, after.index + 1), read[word.index - 1]
    clause = takewhile(lambda other: not other.is_mark, reversed(read[: word.index]))
    ends = last is None or last.is_mark
    return after.is_name and ends and before.is_only("noun") and any(map(is_surely_finite, clause))


def _is_span(earlier: Word | None, after: Word) -> bool:
    """Ho lavorato tre hanno in fonderia, da tre hanno: no participle follows, and a verb or preposition goes before."""
    spans = bool(earlier and (is_past_participle(earlier) or earlier.form in {"da", "per", "tra", "fra", "di", "in"}))
    return spans and not is_past_participle(after)


def _is_of_mine(read: Sequence[Word], before: Word, after: Word) -> bool:
    """Ho detto tutto hai miei genitori: I have said it, so no second person has anything."""
    mine = after.form in {"miei", "suoi", "vostri", "loro", "nostri"} and not before.is_mark
    said = any(a.person == 1 for word in read[: before.index] for a in word.finite)
    return mine and said and before.form not in {"tu", "che", "se", "non", "e", "ma", "come", "quando"}


def _is_of_persons(before: Word, after: Word) -> bool:
    """Grazie hai colleghi, ho parlato hai vostri: after a verb or a thanks comes no second person."""
    verb = is_surely_finite(before) or is_past_participle(before)
    plural = ("m", "p") in after.reading.noun_pairs | after.reading.determiner_pairs
    return plural and (verb or before.form in _TO_SOMEBODY)
