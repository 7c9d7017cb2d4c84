"""Two verbs that an accent makes: è is no e, dà is no da."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from seguito.core.looks.language.prose import Hit, Sentence
from seguito.core.looks.language.record import rule
from seguito.languages.it.phrases import is_past_participle, is_surely_finite, verb_follows
from seguito.languages.it.subjects import subject_at
from seguito.languages.it.uses import used_as
from seguito.languages.it.words import Word, at, form_at, words

_SAYS = {"en": "Here it is written “{better}”.", "it": "Qui si scrive «{better}»."}
_PROCLITIC = frozenset("mi ti ci vi".split())
_ARTICLES = frozenset("il la i le".split())
_GOES_ON = frozenset("come ma perché anche tanto dove quando e".split())  # after the comma, a clause of its own
_ADJECTIVAL = frozenset({"adjective", "participle"})
_DEGREES = frozenset("molto così davvero troppo sempre".split())
_TRULY = frozenset("davvero proprio ormai sempre ancora già quasi abbastanza piuttosto".split())
_BEFORE_IS = frozenset("che com' cos' qual non c'".split())
_BEGIN_ANEW = frozenset("ho abbiamo sono siamo vorrei spero ringrazio mi ti ci vi li lo gli ne l'".split())
_ON = frozenset("sul sulla sullo sull' sui sugli sulle".split())  # il cortile dà sul fiume
_WHOSE = frozenset("mia sua vostra nostra tua loro di".split())
_GIVEN = frozenset(
    "fiducia fastidio speranza coraggio forza energia gioia sicurezza serenità soddisfazione spazio importanza valore "
    "peso".split()
)


@rule(
    "E_VERB",
    severity="stop",
    says=_SAYS,
    wrong=[
        ["Il colloquio e stato bello e non e durato molto.", "Il colloquio è stato bello e non è durato molto."],
        ["Mi e piaciuta la sala.", "Mi è piaciuta la sala."],
        ["Il reparto e più grande di quanto pensassi.", "Il reparto è più grande di quanto pensassi."],
        ["La sede e davvero a due passi da qui.", "La sede è davvero a due passi da qui."],
        ["La vostra sede e molto luminosa.", "La vostra sede è molto luminosa."],
        ["La sala e molto luminosa, come mi ha detto.", "La sala è molto luminosa, come mi ha detto."],
        ["Il vostro banco e il più lungo che abbia visto.", "Il vostro banco è il più lungo che abbia visto."],
        ["Scusi il ritardo, il quale e dovuto alla neve.", "Scusi il ritardo, il quale è dovuto alla neve."],
    ],
    right=[
        "La Chiesa e lo Stato, un luogo e uno stato d'animo.",
        "Grazie per la visita e per il caffè.",
        "Un colloquio lungo e molto interessante.",
        "Il forno e il banco sono belli, e molto puliti.",
        "Né sì né no: tra il sì e il non e il forse.",
    ],
)
def e_verb(sentence: Sentence) -> Iterator[Hit]:
    read = words(sentence)
    for before, word, after in zip(read, read[1:], read[2:], strict=False):
        if word.token.text != "e" or not after.token.is_word:
            continue
        found = _needs_verb(read, before, after) or _been_after_noun(read, before, after)
        if found or _only_verb(read, before, after) or _after_subject(read, word, after):
            yield sentence.hit(word.token, word.token, "è")


def _needs_verb(read: Sequence[Word], before: Word, after: Word) -> bool:
    """Mi e piaciuta, non e vero: a verb must follow these words. (Tra il sì e il non e il forse: none.)"""
    if before.form == "non":
        named = form_at(read, before.index - 1) in {"il", "un"}
        return not named and after.form not in {"e", "o", "non"} and not after.may_be("clitic")
    if before.form in {"quale", "quali"} and form_at(read, before.index - 1) in _ARTICLES:
        return after.kinds <= _ADJECTIVAL | {"adverb"}  # il quale e dovuto
    return before.form in _PROCLITIC or (before.form in {"si", "gli", "ne"} and is_past_participle(after))


def _been_after_noun(read: Sequence[Word], before: Word, after: Word) -> bool:
    """La visita e stata bella: stata has no verb of its own."""
    if after.form not in {"stato", "stata", "stati", "state"} or after.token.capitalised:
        return False
    following = at(read, after.index + 1)
    agrees = bool(before.pairs & after.reading.adjective_pairs) or before.may_be("pronoun")
    said = bool(following and (following.kinds & (_ADJECTIVAL | {"adverb", "article", "preposition", "joined"})))
    return agrees and said and not any(is_surely_finite(w) for w in read[: after.index])


def _after_subject(read: Sequence[Word], word: Word, after: Word) -> bool:
    """Il forno e spento dal lunedì: a noun, and only an adjective after it, in a clause with no verb."""
    subject, before = subject_at(read, 0), read[word.index - 1]
    if subject is None or subject.end != word.index or before.may_be("adjective"):
        return False
    if after.form in {"più", "meno"}:
        said = at(read, after.index + 1)
        compared = form_at(read, after.index + 2) in {"di", "del", "della", "che"}
        return bool(said and compared and said.reading.adjective_pairs & subject.pairs)
    if after.form in _ARTICLES:
        said = at(read, after.index + 2)
        most = form_at(read, after.index + 1) in {"più", "meno"} and said is not None
        return most and said is not None and bool(said.pairs & subject.pairs) and form_at(read, said.index + 1) == "che"
    if after.form in _TRULY:
        said = at(read, after.index + 1)
        fits = said and (said.may_be("preposition") or said.may_be("joined") or said.pairs & subject.pairs)
        return bool(fits) and not any(map(is_surely_finite, read[after.index :]))
    if not after.is_only("adjective", "participle") or not after.pairs & subject.pairs:
        return False
    clause = list(takewhile(lambda other: not other.is_mark, read[after.index + 1 :]))
    return not any(other.finite for other in clause) and not (clause and clause[0].may_be("noun"))


def _only_verb(read: Sequence[Word], before: Word, after: Word) -> bool:
    """La sede e molto luminosa: a sentence with no verb at all, and an adjective that agrees with its subject."""
    if not before.is_only("noun") or not read[0].kinds & {"article", "determiner"} or after.form not in _DEGREES:
        return False
    said = at(read, after.index + 1)
    if said is None or not said.is_only("adjective", "participle", "noun"):
        return False
    if not said.reading.adjective_pairs & before.pairs:
        return False
    comma = next((other.index for other in read[said.index :] if other.token.text == ","), None)
    alone = read if comma is None or form_at(read, comma + 1) not in _GOES_ON else read[:comma]
    return not any(other.finite for other in alone)


@rule(
    "E_JOINT",
    severity="stop",
    says=_SAYS,
    wrong=[
        ["Sono arrivata tardi è ho aspettato.", "Sono arrivata tardi e ho aspettato."],
        ["Ringrazio lei è vorrei salutare tutti.", "Ringrazio lei e vorrei salutare tutti."],
        ["Il forno è il banco erano pronti.", "Il forno e il banco erano pronti."],
        ["Ho ordinato i moduli è li ho spediti.", "Ho ordinato i moduli e li ho spediti."],
    ],
    right=["È bello, è vero, ed è qui.", "Com'è ho già detto.", "Il punto è: ho tempo?", "Tutto quello che è sono io."],
)
def e_joint(sentence: Sentence) -> Iterator[Hit]:
    read = words(sentence)
    for before, word, after in zip(read, read[1:], read[2:], strict=False):
        if word.token.text == "è" and _joins_subjects(read, before, after):
            yield sentence.hit(word.token, word.token, "e")
        if word.token.text != "è" or before.form in _BEFORE_IS or after.form not in _BEGIN_ANEW:
            continue
        following = at(read, after.index + 1)
        if after.finite or (following and is_surely_finite(following)):
            yield sentence.hit(word.token, word.token, "e")


def _joins_subjects(read: Sequence[Word], before: Word, after: Word) -> bool:
    """Il forno è il banco erano pronti: two subjects, and their verb in the plural right after them."""
    first = subject_at(read, 0)
    second = subject_at(read, after.index) if first and first.end == before.index + 1 else None
    verb = at(read, second.end) if second and after.may_be("article") else None
    return bool(verb and is_surely_finite(verb) and any((a.person, a.number) == (3, "p") for a in verb.finite))


@rule(
    "DA_VERB",
    severity="stop",
    says=_SAYS,
    wrong=[
        ["Mi da molta serenità.", "Mi dà molta serenità."],
        ["Il vostro metodo da fiducia a tutti.", "Il vostro metodo dà fiducia a tutti."],
        ["Non mi da fastidio il rumore.", "Non mi dà fastidio il rumore."],
        ["Il cortile da sul fiume.", "Il cortile dà sul fiume."],
    ],
    right=[
        "Vengo da Bari, da due anni, da solo.",
        "Una sala da ballo, il vino da tavola, dà fiducia.",
        "Vi scrivo da casa.",
    ],
)
def da_verb(sentence: Sentence) -> Iterator[Hit]:
    read = words(sentence)
    for before, word, after in zip(read, read[1:], read[2:], strict=False):
        if word.form != "da" or after.is_mark:
            continue
        if before.form in _PROCLITIC | {"gli", "si"} or after.form in _ON or _gives(read, before, after):
            yield sentence.hit(word.token, word.token, "dà")


def _gives(read: Sequence[Word], before: Word, after: Word) -> bool:
    """Il metodo da fiducia, il capo da del tu: a sentence that has no verb before."""
    if before.form == "non":
        return after.form in _GIVEN | {"mai", "più", "niente", "nulla", "retta"}
    given = after.form in _GIVEN or (after.form in {"del", "una", "un"} and after.index + 1 < len(read))
    return given and before.may_be("noun") and not any(word.finite for word in read[: before.index + 1])


@rule(
    "DA_PREPOSITION",
    severity="stop",
    says=_SAYS,
    wrong=[
        ["Lavoro qui dà due anni.", "Lavoro qui da due anni."],
        ["Vengo dà Torino.", "Vengo da Torino."],
        ["È tutto scritto, dà parte mia.", "È tutto scritto, da parte mia."],
    ],
    right=["Mi dà fiducia, dà due esempi.", "Il forno dà sul cortile.", "Chi dà parte del suo tempo."],
)
def da_preposition(sentence: Sentence) -> Iterator[Hit]:
    read = words(sentence)
    for before, word, after in zip(read, read[1:], read[2:], strict=False):
        if word.form != "dà" or before.form in {"chi", "che", "non"} or before.may_be("clitic"):
            continue
        mine = any(a.person == 1 for a in before.finite)  # vengo dà una famiglia
        from_place = is_surely_finite(before) and (after.is_name or mine)
        if from_place or _is_since_or_from(read, after) or verb_follows(read, after.index):
            yield sentence.hit(word.token, word.token, "da")


def _is_since_or_from(read: Sequence[Word], after: Word) -> bool:
    """Da due anni, da parte mia."""
    counted = at(read, after.index + 1)
    since = after.may_be("numeral") and bool(counted and counted.is_among(used_as("times")))
    return since or (after.form == "parte" and form_at(read, after.index + 1) in _WHOSE)
