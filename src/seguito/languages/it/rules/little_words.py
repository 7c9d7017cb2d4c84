"""Little words that differ by an accent or an h: e/è, da/dà, si/sì, la/là, ne/né, se/sé, a/ha, o/ho, ai/hai, anno/hanno."""

from collections.abc import Iterator, Sequence

from seguito.core.looks.language.prose import Hit, Sentence
from seguito.core.looks.language.record import rule
from seguito.languages.it.phrases import is_surely_finite, verb_follows
from seguito.languages.it.words import Word, words

_SAYS = {"en": "Here it is written “{better}”.", "it": "Qui si scrive «{better}»."}
_PROCLITIC = frozenset("mi ti ci vi".split())
_ADJECTIVAL = {"adjective", "participle"}


def _at(read: Sequence[Word], index: int) -> Word | None:
    return read[index] if 0 <= index < len(read) else None


def _form(read: Sequence[Word], index: int) -> str:
    return read[index].form if 0 <= index < len(read) else ""


def _is_participle(word: Word | None) -> bool:
    """A past participle that is nothing else: detto, fatta; not stato, a noun, nor an adjective alone."""
    if word is None or not word.may_be("participle") or not word.reading.adjective_pairs:
        return False
    return word.kinds <= {"participle", "adjective", "noun"} and any(a.tense == "past" for a in word.reading.analyses)


@rule(
    "E_VERB",
    severity="stop",
    says=_SAYS,
    wrong=[
        ["Il colloquio e stato bello e non e durato molto.", "Il colloquio è stato bello e non è durato molto."],
        ["Mi e piaciuta la sala.", "Mi è piaciuta la sala."],
        ["La vostra sede e molto luminosa.", "La vostra sede è molto luminosa."],
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
    for word in read:
        if word.token.text not in {"e", "E"} or word.index == 0:
            continue
        before, after = read[word.index - 1], _at(read, word.index + 1)
        if after is None or not after.token.is_word:
            continue
        if before.form == "non" and _form(read, word.index - 2) in {"il", "un"}:
            continue
        if _follows_clitic(before, after) or _been_after_noun(read, before, after) or _only_verb(read, word, before, after):
            yield sentence.hit(word.token, word.token, "è")


def _follows_clitic(before: Word, after: Word) -> bool:
    """Mi e piaciuta, non e vero: a verb must follow these."""
    if before.form == "non":
        return after.form not in {"e", "o", "non"} and not after.may_be("clitic")
    return before.form in _PROCLITIC or (before.form in {"si", "gli", "le", "ne"} and _is_participle(after) and before.form != "le")


def _been_after_noun(read: Sequence[Word], before: Word, after: Word) -> bool:
    """La visita e stata bella: stata has no verb of its own."""
    if after.form not in {"stato", "stata", "stati", "state"} or after.token.capitalised:
        return False
    following = _at(read, after.index + 1)
    agrees = bool(before.pairs & after.reading.adjective_pairs) or before.may_be("pronoun")
    said = bool(following and (following.kinds & (_ADJECTIVAL | {"adverb", "article", "preposition", "joined"})))
    return agrees and said and not any(is_surely_finite(w) for w in read[: after.index])


def _only_verb(read: Sequence[Word], word: Word, before: Word, after: Word) -> bool:
    """La sede e molto luminosa: a sentence with no verb at all, and an adjective that agrees with its subject."""
    if not before.is_only("noun") or not read[0].kinds & {"article", "determiner"} or after.form not in {"molto", "così", "davvero", "troppo", "sempre"}:
        return False
    said = _at(read, word.index + 2)
    if said is None or not said.kinds <= _ADJECTIVAL or not said.pairs & before.pairs:
        return False
    return not any(other.finite for other in read)


@rule(
    "E_JOINT",
    severity="stop",
    says=_SAYS,
    wrong=[
        ["Sono arrivata tardi è ho aspettato.", "Sono arrivata tardi e ho aspettato."],
        ["Ringrazio lei è vorrei salutare tutti.", "Ringrazio lei e vorrei salutare tutti."],
    ],
    right=["È bello, è vero, ed è qui.", "Com'è ho già detto.", "Il punto è: ho tempo?", "Tutto quello che è sono io."],
)
def e_joint(sentence: Sentence) -> Iterator[Hit]:
    read = words(sentence)
    for word in read:
        after = _at(read, word.index + 1)
        if word.token.text != "è" or after is None or word.index == 0 or read[word.index - 1].form in {"che", "com'", "cos'", "qual", "non", "c'"}:
            continue
        if after.form in {"ho", "abbiamo", "vorrei", "spero", "sono", "mi", "ti", "ci", "vi"} and after.form != "sono" or after.form == "ringrazio":
            following = _at(read, word.index + 2)
            if after.finite or (following and is_surely_finite(following)):
                yield sentence.hit(word.token, word.token, "e")


@rule(
    "DA_VERB",
    severity="stop",
    says=_SAYS,
    wrong=[
        ["Mi da molta serenità.", "Mi dà molta serenità."],
        ["Il vostro metodo da fiducia a tutti.", "Il vostro metodo dà fiducia a tutti."],
        ["Non mi da fastidio il rumore.", "Non mi dà fastidio il rumore."],
    ],
    right=["Vengo da Bari, da due anni, da solo.", "Una sala da ballo, il vino da tavola, dà fiducia.", "Vi scrivo da casa."],
)
def da_verb(sentence: Sentence) -> Iterator[Hit]:
    read = words(sentence)
    for word in read:
        if word.form != "da" or word.index == 0:
            continue
        before, after = read[word.index - 1], _at(read, word.index + 1)
        if before.form in {"mi", "ti", "ci", "vi", "gli", "si"} and after and not after.is_mark:
            yield sentence.hit(word.token, word.token, "dà")
        elif after and (after.form in _GIVEN or after.form in {"del", "una", "un"} and word.index + 2 < len(read)) and before.may_be("noun") and not any(w.finite for w in read[: word.index]):
            yield sentence.hit(word.token, word.token, "dà")


_GIVEN = frozenset("fiducia fastidio speranza coraggio forza energia gioia sicurezza serenità soddisfazione spazio importanza valore peso".split())


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
    for word in read:
        if word.form != "dà" or word.index == 0:
            continue
        before, after = read[word.index - 1], _at(read, word.index + 1)
        if after is None:
            continue
        counted = after.may_be("numeral") and (_at(read, word.index + 2) or after).has_lemma("anno", "mese", "giorno", "settimana", "ora")
        ours = after.form == "parte" and _form(read, word.index + 2) in {"mia", "sua", "vostra", "nostra", "tua", "loro", "di"}
        if before.form in {"chi", "che", "non"} or before.may_be("clitic"):
            continue
        if (is_surely_finite(before) and after.is_name) or counted or ours or verb_follows(read, word.index + 1):
            yield sentence.hit(word.token, word.token, "da")


@rule(
    "SI_YES",
    severity="stop",
    says=_SAYS,
    wrong=[
        ["Si, certo che verrei.", "Sì, certo che verrei."],
        ["Mi ha detto di si.", "Mi ha detto di sì."],
        ["Credo di si, ma non so.", "Credo di sì, ma non so."],
    ],
    right=["Si vede, si sente, e ci si diverte.", "Mi ha detto di sì.", "Che si faccia, se si può."],
)
def si_yes(sentence: Sentence) -> Iterator[Hit]:
    read = words(sentence)
    for word in read:
        if word.form != "si":
            continue
        before, after = _form(read, word.index - 1), _at(read, word.index + 1)
        ends = after is None or after.is_mark and after.token.text in {",", ".", "!", "?", ";", ":"}
        says = before in {"di", "detto", "dico", "dice", "dire", "risposto"}
        said = says and after is not None and not (after.finite or after.may_be("clitic") or after.token.text in {"«", '"', "“"})
        if (ends and before in {"", "di", "che", "certo", "ma", "e", "allora", "sempre"}) or (ends and word.begins) or said:
            yield sentence.hit(word.token, word.token, "sì")


@rule(
    "THERE",
    severity="stop",
    says=_SAYS,
    wrong=[
        ["Sono rimasta li fuori.", "Sono rimasta lì fuori."],
        ["Di li a poco sarò la verso le nove.", "Di lì a poco sarò là verso le nove."],
        ["Ci vediamo li, al di la del ponte.", "Ci vediamo lì, al di là del ponte."],
    ],
    right=["Li vedo, la porta è là, li ho visti lì.", "La mattina, la sera, e la porto là.", "Quelli li conosco, e tutti li amano."],
)
def there(sentence: Sentence) -> Iterator[Hit]:
    read = words(sentence)
    for word in read:
        before, after = _form(read, word.index - 1), _at(read, word.index + 1)
        if word.form == "li" and _is_no_object(before, after):
            yield sentence.hit(word.token, word.token, "lì")
        elif word.form == "la" and word.index and _is_no_article(read, word, before, after):
            yield sentence.hit(word.token, word.token, "là")


def _is_no_object(before: str, after: Word | None) -> bool:
    if before in {"di", "da", "per", "fin", "fino", "giù", "qui", "là", "quei", "da"}:
        return after is None or not after.finite or before in {"fin", "da"}
    if after is None or after.is_mark:
        return True
    return not (after.finite or after.kinds & {"imperative", "clitic", "gerund"} or after.form in {"ho", "ha", "non"}) and not after.is_name


def _is_no_article(read: Sequence[Word], word: Word, before: str, after: Word | None) -> bool:
    if after is None or (after.is_mark and after.token.text in {",", ".", "!", "?", ";", ":"}):
        return True
    if before in {"qua", "aldi"} or (before == "di" and _form(read, word.index - 2) == "al"):
        return True
    return after.form in {"verso", "sotto", "sopra", "dentro", "fuori", "dietro", "dove", "davanti", "in"} and before not in {"e", ","}


@rule(
    "NE_NOR",
    severity="stop",
    says=_SAYS,
    wrong=[
        ["Non ho visto ne carrelli né scatole.", "Non ho visto né carrelli né scatole."],
        ["Non so ne cucire ne tagliare.", "Non so né cucire né tagliare."],
        ["Ne io ne lui eravamo pronti.", "Né io né lui eravamo pronti."],
    ],
    right=["Ne ho parlato, ne parlo, se ne va, non ne so nulla.", "Non è né qui né là.", "Chi ne fa ne trova, e ne sono felice."],
)
def ne_nor(sentence: Sentence) -> Iterator[Hit]:
    read = words(sentence)
    for word in read:
        after = _at(read, word.index + 1)
        if word.form != "ne" or after is None or after.is_mark or after.token.capitalised:
            continue
        if _form(read, word.index - 1) in {"me", "te", "se", "ce", "ve"} or after.finite or after.kinds & {"imperative", "clitic"}:
            if not (after.may_be("noun") and _has_partner(read, word) and not after.may_be("clitic")):
                continue
        if after.form != "non":
            yield sentence.hit(word.token, word.token, "né")


def _has_partner(read: Sequence[Word], word: Word) -> bool:
    """Another né, or another ne that cannot be a pronoun."""
    return any(other.form in {"né", "nè"} for other in read if other.index != word.index)


@rule(
    "NE_OF_IT",
    severity="stop",
    says=_SAYS,
    wrong=[
        ["Me né ha parlato lei.", "Me ne ha parlato lei."],
        ["Non né so nulla.", "Non ne so nulla."],
    ],
    right=["Non so né leggere né scrivere.", "Né lei né io.", "Non ne so nulla."],
)
def ne_of_it(sentence: Sentence) -> Iterator[Hit]:
    read = words(sentence)
    for word in read:
        after = _at(read, word.index + 1)
        if word.form == "né" and after and after.finite and _form(read, word.index - 1) in {"me", "te", "se", "ce", "ve", "non"}:
            yield sentence.hit(word.token, word.token, "ne")


@rule(
    "SE_SELF",
    severity="stop",
    says=_SAYS,
    wrong=[
        ["Chi lavora per se si stanca.", "Chi lavora per sé si stanca."],
        ["Il reparto si regge da se.", "Il reparto si regge da sé."],
        ["È una storia a se stante.", "È una storia a sé stante."],
    ],
    right=["Da se stesso, per sé, anche se piove.", "Non so se viene, e se viene da solo.", "Penso a se sia giusto."],
)
def se_self(sentence: Sentence) -> Iterator[Hit]:
    read = words(sentence)
    for word in read:
        if word.form != "se" or _form(read, word.index - 1) not in {"da", "per", "a", "con", "in", "tra", "fra", "di", "su", "verso"}:
            continue
        after = _at(read, word.index + 1)
        if after is None or after.is_mark or after.form in {"stante", "si", "e", "un", "una", "la", "le", "i", "il"} and not verb_follows(read, word.index + 2):
            yield sentence.hit(word.token, word.token, "sé")
        elif after.form in {"stante", "si", "come"} or after.is_only("preposition") or after.is_only("joined"):
            yield sentence.hit(word.token, word.token, "sé")


@rule(
    "TEA",
    severity="ask",
    says=_SAYS,
    wrong=[["Ho preso un te con lei.", "Ho preso un tè con lei."], ["Il te era caldo.", "Il tè era caldo."]],
    right=["Un tè per te.", "Da te a me.", "Il te stesso di allora."],
)
def tea(sentence: Sentence) -> Iterator[Hit]:
    read = words(sentence)
    for word in read:
        if word.form == "te" and _form(read, word.index - 1) in {"un", "il", "del", "al", "quel"} and _form(read, word.index + 1) != "stesso":
            yield sentence.hit(word.token, word.token, "tè")
