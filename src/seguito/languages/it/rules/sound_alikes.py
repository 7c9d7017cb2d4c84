"""What sounds alike: ce and c'è, cera and c'era, centra and c'entra, lo and l'ho."""

from collections.abc import Iterator, Sequence

from seguito.core.looks.language.prose import Hit, Sentence
from seguito.core.looks.language.record import rule
from seguito.languages.it.phrases import is_past_participle, verb_follows
from seguito.languages.it.words import Word, at, form_at, words

_SAYS = {"en": "Here it is written “{better}”.", "it": "Qui si scrive «{better}»."}
_AFTER_CE = frozenset("lo la li le l' ne n'".split())
_THERE_WAS = frozenset("un una un' uno il la molto molta tanto tanta poca troppa anche sempre stata stato".split())
_LITTLE_TO_DO = frozenset("niente nulla poco molto".split())
# Participles that are adjectives or nouns as well, but hardly after lo.
_SEEN = frozenset("visto detto fatto letto dimenticato sentito incontrato conosciuto".split())


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
    right=[
        "Ce l'ho, ce ne sono, ce lo dica.",
        "La cera era calda.",
        "La freccia centra il bersaglio.",
        "L'oro e l'argento hanno un prezzo.",
    ],
)
def there_is_spelt(sentence: Sentence) -> Iterator[Hit]:
    read = words(sentence)
    for word in read:
        after = at(read, word.index + 1)
        if after is None or after.is_mark or word.token.text == "CE":
            continue
        if word.form == "l'" and after.form == "oro" and _is_plural_verb(at(read, word.index + 2)):
            yield sentence.hit(word.token, after.token, "loro")
        elif better := _with_apostrophe(word.form, form_at(read, word.index - 1), after):
            yield sentence.hit(word.token, word.token, better)


def _with_apostrophe(form: str, before: str, after: Word) -> str:
    match form:
        case "ce":
            return "c'è" if after.form not in _AFTER_CE and before != "ce" else ""
        case "cera":
            return "c'era" if after.form in _THERE_WAS and not before.endswith("a") else ""
        case "centra":
            nothing_hit = before in {"non", "cosa", "che"} and not after.may_be("article")
            return "c'entra" if nothing_hit or after.form in _LITTLE_TO_DO else ""
    return ""


def _is_plural_verb(word: Word | None) -> bool:
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
        participle = at(read, word.index + 1)
        if participle and participle.form in {"mai", "già", "sempre", "ancora"}:
            participle = at(read, word.index + 2)
        if participle is None or not is_past_participle(participle) or ("m", "s") not in participle.pairs:
            continue
        if word.form == "la" and form_at(read, word.index - 1) in {"me", "te", "ce", "ve"}:
            yield sentence.hit(word.token, word.token, "l'ha", "l'ho")
        elif word.form == "lo" and _is_perfect(read, word, participle):
            yield sentence.hit(word.token, word.token, "l'ho", "l'ha")


def _is_perfect(read: Sequence[Word], word: Word, participle: Word) -> bool:
    """Lo visto ieri: no noun (lo stato), and no other verb."""
    opens = word.begins or form_at(read, word.index - 1) in {"non", "che", "e", "me", "te"}
    no_noun = participle.is_only("participle") or participle.form in _SEEN
    return opens and no_noun and not verb_follows(read, participle.index + 1)
