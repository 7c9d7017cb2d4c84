"""Little words that differ by an accent: si and sì, li and lì, la and là, ne and né, se and sé, te and tè."""

from collections.abc import Iterator, Sequence

from seguito.core.looks.language.prose import Hit, Sentence
from seguito.core.looks.language.record import rule
from seguito.languages.it.phrases import is_surely_finite, verb_follows
from seguito.languages.it.words import Word, at, form_at, words

_SAYS = {"en": "Here it is written “{better}”.", "it": "Qui si scrive «{better}»."}
_STOPS = frozenset({",", ".", "!", "?", ";", ":"})
_OPENING = frozenset({"«", '"', "“"})
_SAYING = frozenset("di detto dico dice dire risposto".split())
_BEFORE_YES = frozenset("di che certo ma e allora sempre".split()) | {""}
_PLACES_BEFORE = frozenset("di da per fin fino giù qui là quei".split())
_PLACES_AFTER = frozenset("verso sotto sopra dentro fuori dietro dove davanti in".split())
_DATIVES = frozenset("me te se ce ve".split())
_DENIALS = frozenset("non nessuno nessuna niente nulla mai senza neanche nemmeno neppure né nè".split())
_PREPOSITIONS = frozenset("da per a con in tra fra di su verso".split())
_OPEN_PHRASE = frozenset("e un una la le i il".split())


@rule(
    "SI_YES",
    severity="stop",
    says=_SAYS,
    wrong=[
        ["Si, certo che verrei.", "Sì, certo che verrei."],
        ["Mi ha detto di si.", "Mi ha detto di sì."],
        ["Credo di si, ma non so.", "Credo di sì, ma non so."],
        ["Conosco il tedesco: si, lo parlo.", "Conosco il tedesco: sì, lo parlo."],
    ],
    right=["Si vede, si sente, e ci si diverte.", "Mi ha detto di sì.", "Che si faccia, se si può."],
)
def si_yes(sentence: Sentence) -> Iterator[Hit]:
    read = words(sentence)
    for word in read:
        if word.form == "si" and _is_yes(word, form_at(read, word.index - 1), at(read, word.index + 1)):
            yield sentence.hit(word.token, word.token, "sì")


def _is_yes(word: Word, before: str, after: Word | None) -> bool:
    """Where no verb follows: at the end, or after dire di."""
    if after is None or after.token.text in _STOPS:
        return word.begins or before in _BEFORE_YES | {":", ";", "."}
    says = before in _SAYING and after.token.text not in _OPENING
    return says and not (after.finite or after.may_be("clitic"))


@rule(
    "THERE",
    severity="stop",
    says=_SAYS,
    wrong=[
        ["Sono rimasta li fuori.", "Sono rimasta lì fuori."],
        ["Di li a poco sarò la verso le nove.", "Di lì a poco sarò là verso le nove."],
        ["Ci vediamo li, al di la del ponte.", "Ci vediamo lì, al di là del ponte."],
    ],
    right=[
        "Li vedo, la porta è là, li ho visti lì.",
        "La mattina, la sera, e la porto là.",
        "Quelli li conosco, e tutti li amano.",
    ],
)
def there(sentence: Sentence) -> Iterator[Hit]:
    read = words(sentence)
    for word in read:
        before, after = form_at(read, word.index - 1), at(read, word.index + 1)
        if word.form == "li" and _is_no_object(before, after):
            yield sentence.hit(word.token, word.token, "lì")
        elif word.form == "la" and word.index and _is_no_article(read, word, before, after):
            yield sentence.hit(word.token, word.token, "là")


def _is_no_object(before: str, after: Word | None) -> bool:
    if before in _PLACES_BEFORE:
        return after is None or not after.finite or before in {"fin", "da"}
    if after is None or after.is_mark:
        return True
    verb = bool(after.finite) or bool(after.kinds & {"imperative", "clitic", "gerund"}) or after.form == "non"
    return not verb and not after.is_name


def _is_no_article(read: Sequence[Word], word: Word, before: str, after: Word | None) -> bool:
    if after is None or after.token.text in _STOPS:
        return True
    if before == "qua" or (before == "di" and form_at(read, word.index - 2) == "al"):
        return True
    return after.form in _PLACES_AFTER and before not in {"e", ","}


@rule(
    "NE_NOR",
    severity="stop",
    says=_SAYS,
    wrong=[
        ["Non ho visto ne carrelli né scatole.", "Non ho visto né carrelli né scatole."],
        ["Non so ne cucire ne tagliare.", "Non so né cucire né tagliare."],
        ["Ne io ne lui eravamo pronti.", "Né io né lui eravamo pronti."],
    ],
    right=[
        "Ne ho parlato, ne parlo, se ne va, non ne so nulla.",
        "Non è né qui né là.",
        "Chi ne fa ne trova, e ne sono felice.",
    ],
)
def ne_nor(sentence: Sentence) -> Iterator[Hit]:
    read = words(sentence)
    for word in read:
        after = at(read, word.index + 1)
        if word.form != "ne" or after is None or after.is_mark or after.token.capitalised or after.form == "non":
            continue
        named = after.may_be("noun") and not after.may_be("clitic") and _has_partner(read, word)
        if named or not _is_pronoun(form_at(read, word.index - 1), after):
            yield sentence.hit(word.token, word.token, "né")


def _is_pronoun(before: str, after: Word) -> bool:
    """Ne parlo, me ne vado, se ne va: a verb or another pronoun beside it."""
    return before in _DATIVES or bool(after.finite) or bool(after.kinds & {"imperative", "clitic"})


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
        ["La macchina funziona, e né sono felice.", "La macchina funziona, e ne sono felice."],
    ],
    right=["Non so né leggere né scrivere.", "Né lei né io.", "Non ne so nulla.", "Non rido, e né piango."],
)
def ne_of_it(sentence: Sentence) -> Iterator[Hit]:
    read = words(sentence)
    for word in read:
        after = at(read, word.index + 1)
        if word.form != "né" or after is None or not after.finite:
            continue
        before = form_at(read, word.index - 1)
        if before in _DATIVES | {"non"} or (before == "e" and _denies_nothing(read, word)):
            yield sentence.hit(word.token, word.token, "ne")


def _denies_nothing(read: Sequence[Word], word: Word) -> bool:
    """E né sono felice: with one né, and nothing denied before it."""
    alone = sum(other.form in {"né", "nè"} for other in read) == 1
    return alone and not any(other.form in _DENIALS for other in read[: word.index])


@rule(
    "SE_SELF",
    severity="stop",
    says=_SAYS,
    wrong=[
        ["Chi lavora per se si stanca.", "Chi lavora per sé si stanca."],
        ["Il reparto si regge da se.", "Il reparto si regge da sé."],
        ["Chi lavora per se sa aspettare.", "Chi lavora per sé sa aspettare."],
        ["È una storia a se stante.", "È una storia a sé stante."],
    ],
    right=["Da se stesso, per sé, anche se piove.", "Non so se viene, e se viene da solo.", "Penso a se sia giusto."],
)
def se_self(sentence: Sentence) -> Iterator[Hit]:
    read = words(sentence)
    for word in read:
        before, after = form_at(read, word.index - 1), at(read, word.index + 1)
        if word.form == "se" and before in _PREPOSITIONS and (after is None or _ends_there(read, after, before)):
            yield sentence.hit(word.token, word.token, "sé")


def _ends_there(read: Sequence[Word], after: Word, before: str) -> bool:
    """Per sé, a sé stante, da sé si regge: no clause of its own begins with se."""
    if (
        after.is_mark
        or after.form in {"stante", "si", "come"}
        or after.is_only("preposition")
        or after.is_only("joined")
    ):
        return True
    if before in {"per", "da", "con", "tra"} and is_surely_finite(after):
        return True  # chi lavora per sé sa
    return after.form in _OPEN_PHRASE and not verb_follows(read, after.index + 1)


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
        if (
            word.form == "te"
            and form_at(read, word.index - 1) in {"un", "il", "del", "al", "quel"}
            and form_at(read, word.index + 1) != "stesso"
        ):
            yield sentence.hit(word.token, word.token, "tè")
