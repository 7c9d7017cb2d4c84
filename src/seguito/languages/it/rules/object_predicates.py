"""What somebody finds a thing to be: ho trovato bella l'idea, ritengo utili le prove."""

from collections.abc import Iterator, Sequence

from seguito.core.looks.language.prose import Hit, Sentence
from seguito.core.looks.language.record import rule
from seguito.languages.it.agreeing import agreeing
from seguito.languages.it.phrases import is_past_participle
from seguito.languages.it.subjects import Subject, goes_on, subject_at
from seguito.languages.it.uses import used_as
from seguito.languages.it.words import Word, at, words

_FINDING = frozenset("trovare ritenere considerare giudicare reputare".split())
_ADVERBS = frozenset("molto davvero proprio così particolarmente veramente più assai sempre anche piuttosto".split())


@rule(
    "OBJECT_PREDICATE",
    severity="stop",
    says={
        "en": "“{word}” does not agree with “{noun}”.",
        "it": "«{word}» non si accorda con «{noun}».",
    },
    wrong=[
        ["Ho trovato davvero bello l'idea del laboratorio.", "Ho trovato davvero bella l'idea del laboratorio."],
        ["Ritengo molto utile le vostre prove.", "Ritengo molto utili le vostre prove."],
        ["Ho trovato raro la vostra attenzione.", "Ho trovato rara la vostra attenzione."],
        [
            "Ho trovato le colleghe del forno molto disponibile.",
            "Ho trovato le colleghe del forno molto disponibili.",
        ],
    ],
    right=[
        "Ho trovato bella l'idea, e trovo utili le prove.",
        "Ho trovato interessanti la visita e il pranzo.",
        "Ho trovato bello che l'idea sia vostra.",
        "Ho trovato aperto il cancello, e solo la porta era chiusa.",
        "Trovo bello la sera passeggiare.",
    ],
)
def object_predicate(sentence: Sentence) -> Iterator[Hit]:
    read = words(sentence)
    for verb in read:
        if not verb.is_among(_FINDING) or not (verb.finite or is_past_participle(verb)) or _is_passive(read, verb):
            continue
        said = next((word for word in read[verb.index + 1 : verb.index + 4] if word.form not in _ADVERBS), None)
        noun = _owner(read, said) if said else None
        if noun is None:
            noun, said = _found_to_be(read, verb)
        if said and noun and said.reading.adjective_pairs.isdisjoint(noun.pairs):
            better = (agreeing(said.form, pair) for pair in sorted(noun.pairs))
            yield sentence.hit(
                said.token, said.token, *filter(None, better), word=said.token.text, noun=noun.head.token.text
            )


def _found_to_be(read: Sequence[Word], verb: Word) -> tuple[Subject | None, Word | None]:
    """Ho trovato le colleghe del primo piano | molto disponibili: a thing, and then what it is found to be."""
    noun = subject_at(read, verb.index + 1)
    if noun is None or noun.head.is_among(used_as("collectives")) or not read[noun.first].may_be("article"):
        return None, None
    place = noun.end
    while place < len(read) and read[place].form in _ADVERBS:
        place += 1
    said, before = at(read, place), read[noun.first : noun.end]
    if said is None or place == noun.end or not said.is_only("adjective", "participle"):
        return None, None
    after = at(read, place + 1)
    measured = place > noun.end and (after is None or after.is_mark)
    owned = not measured and any(
        word.reading.noun_pairs & said.reading.adjective_pairs or word.is_name for word in before
    )
    return (None, None) if owned or any(w.form in {"e", "ed"} for w in before) else (noun, said)


def _is_passive(read: Sequence[Word], verb: Word) -> bool:
    """È stato ritenuto valido il voto: said of a subject."""
    return any(word.has_lemma("essere") for word in read[max(0, verb.index - 2) : verb.index])


def _owner(read: Sequence[Word], said: Word) -> Subject | None:
    """The thing of which an adjective is said, right after it."""
    if not said.is_only("adjective", "noun") or not said.reading.adjective_pairs:
        return None
    after = at(read, said.index + 1)
    noun = subject_at(read, said.index + 1)
    if after is None or noun is None or not after.may_be("article"):
        return None
    return None if goes_on(read, noun) or noun.head.is_among(used_as("times")) else noun
