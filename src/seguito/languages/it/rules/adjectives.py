"""An adjective and the noun it stands by: le grandi aziende, domande precise, una clientela affezionata."""

from collections.abc import Iterator, Sequence

from seguito.core.looks.language.prose import Hit, Sentence
from seguito.core.looks.language.record import rule
from seguito.languages.it.agreeing import agreeing
from seguito.languages.it.clauses import clause_start, finite_before
from seguito.languages.it.determiners import Beginning, beginning, family_of, pairs_of
from seguito.languages.it.phrases import NOMINAL, could_only_be_noun, is_article, next_to
from seguito.languages.it.uses import used_as
from seguito.languages.it.words import Pair, Word, words

_SAYS = {
    "en": "“{adjective}” does not agree with “{noun}”.",
    "it": "«{adjective}» non si accorda con «{noun}».",
}


@rule(
    "ADJECTIVE_BEFORE",
    severity="stop",
    says=_SAYS,
    wrong=[
        ["Amo i piccole paesi.", "Amo i piccoli paesi."],
        ["Era piena di giovane apprendisti.", "Era piena di giovani apprendisti."],
        ["Ho visto le nuova sedi.", "Ho visto le nuove sedi."],
        ["Porto un importante novità.", "Porto un'importante novità."],
    ],
    right=[
        "La grande azienda, le prime esperienze, un importante passo e un'importante novità.",
        "I giovani avvocati, il primo cittadino, la nostra prima sede.",
    ],
)
def adjective_before(sentence: Sentence) -> Iterator[Hit]:
    read = words(sentence)
    for word in read:
        adjective = next_to(read, word.index)
        noun = next_to(read, word.index + 1) if adjective else None
        if adjective is None or noun is None or not _is_between(read, word, adjective, noun):
            continue
        shown = pairs_of(word.form) or word.reading.determiner_pairs
        if adjective.pairs & noun.pairs:
            if shown and not shown & adjective.pairs & noun.pairs:
                yield from _mended_article(sentence, word, adjective, noun)
        elif not shown or shown & adjective.pairs or shown & noun.pairs:
            better = (agreeing(adjective.form, pair) for pair in sorted(noun.pairs & shown) or sorted(noun.pairs))
            yield sentence.hit(
                adjective.token, adjective.token, *filter(None, better), adjective=adjective.token.text, noun=noun.token.text
            )


_PREPOSITIONS = frozenset("di con da tra fra per senza".split())


def _is_between(read: Sequence[Word], word: Word, adjective: Word, noun: Word) -> bool:
    """Article, adjective, noun: nothing else can be read into them."""
    if word.form in _PREPOSITIONS:
        return adjective.has_lemma(*used_as("before_nouns")) and adjective.kinds <= {"adjective", "noun"} and noun.is_only("noun")
    if not (word.reading.determiner_pairs or (family_of(word.form) and is_article(read, word.index))):
        return False
    is_one = adjective.may_be("adjective") and adjective.kinds <= {"adjective", "participle", "noun"}
    if not is_one or (adjective.may_be("noun") and not adjective.has_lemma(*used_as("before_nouns"))):
        return False
    return could_only_be_noun(noun) and not noun.may_be("adjective") and not noun.has_lemma(*used_as("times"))


def _mended_article(sentence: Sentence, word: Word, adjective: Word, noun: Word) -> Iterator[Hit]:
    family, begins = family_of(word.form), beginning(adjective.form)
    if family is None or begins is Beginning.UNSURE:
        return
    better = next(filter(None, (family.form(pair, begins) for pair in sorted(adjective.pairs & noun.pairs))), "")
    if better:
        mended = better + ("" if better.endswith("'") else " ") + adjective.token.text
        yield sentence.hit(word.token, adjective.token, mended, adjective=word.token.text, noun=noun.token.text)


@rule(
    "ADJECTIVE_AFTER",
    severity="stop",
    says=_SAYS,
    wrong=[
        ["Ho apprezzato le domande precisi del direttore.", "Ho apprezzato le domande precise del direttore."],
        ["Avete una clientela affezionato.", "Avete una clientela affezionata."],
        ["Le persone gentile restano nella memoria.", "Le persone gentili restano nella memoria."],
    ],
    right=[
        "Sono uscita dalla sala convinta, e lui dalla riunione contento.",
        "Un gruppo di persone unito lavora meglio.",
        "Le lingue italiana e francese, i colleghi e le colleghe simpatici.",
        "È in realtà complesso, ed era per natura timido.",
        "Ha messo in scena nuovi lavori e dato vita a grandi idee.",
    ],
)
def adjective_after(sentence: Sentence) -> Iterator[Hit]:
    read = words(sentence)
    for noun in read:
        adjective = next_to(read, noun.index)
        if adjective is None or not _is_surely_noun(read, noun) or not _is_adjective(read, noun, adjective):
            continue
        if adjective.pairs & noun.pairs or not adjective.reading.adjective_pairs:
            continue
        if not _says_it_of_another(read, noun, adjective):
            better = (agreeing(adjective.form, pair) for pair in sorted(_shown(read, noun)))
            yield sentence.hit(
                adjective.token, adjective.token, *filter(None, better), adjective=adjective.token.text, noun=noun.token.text
            )


def _is_adjective(read: Sequence[Word], noun: Word, adjective: Word) -> bool:
    """Whether it is no second noun (parole chiave) and no verb (il direttore precisi): of those it has the form."""
    if adjective.has_lemma(*used_as("nouns_first")) or not (adjective.may_be("adjective") or adjective.is_only("participle")):
        return False
    if not adjective.kinds <= {"adjective", "participle", "noun", "finite", "imperative"}:
        return False
    numbers = {number for _, number in noun.reading.noun_pairs}
    if adjective.may_be("noun"):
        as_noun = {a.lemma for a in adjective.reading.analyses if a.kind == "noun"}
        as_adjective = {a.lemma for a in adjective.reading.analyses if a.kind == "adjective" or a.mood}
        same_number = bool(numbers & {number for _, number in adjective.pairs})
        if not as_noun <= as_adjective or not (same_number or _is_relational(adjective)):
            return False
    if any(a.person == 3 and a.number in numbers for a in adjective.finite):
        return False
    return not adjective.finite or bool(finite_before(read, clause_start(read, noun.index), noun.index))


def _is_relational(adjective: Word) -> bool:
    """serale, ambientale, operativo: nouns of these stand alone, not after another."""
    return any(a.kind == "adjective" and a.lemma.endswith(("ale", "are", "ile", "ivo", "oso", "ante", "ente")) for a in adjective.reading.analyses)


def _is_surely_noun(read: Sequence[Word], noun: Word) -> bool:
    if not noun.may_be("noun") or noun.has_lemma("essere", *used_as("times")) or noun.token.capitalised:
        return False
    before = read[noun.index - 1] if noun.index else None
    if before is None:
        return noun.is_only("noun")
    introduced = (family_of(before.form) and is_article(read, before.index)) or before.reading.determiner_pairs
    return noun.is_only("noun") or bool(introduced and could_only_be_noun(noun))


def _shown(read: Sequence[Word], noun: Word) -> frozenset[Pair]:
    """What the noun and its article show together."""
    before = read[noun.index - 1] if noun.index else None
    shown = (pairs_of(before.form) or before.reading.determiner_pairs) if before else frozenset()
    return (noun.reading.noun_pairs & shown) or noun.reading.noun_pairs


def _says_it_of_another(read: Sequence[Word], noun: Word, adjective: Word) -> bool:
    """Whether the adjective may belong to another word than the noun before it."""
    wanted = adjective.reading.adjective_pairs
    after = next_to(read, adjective.index)
    if after and after.pairs & wanted and not after.is_only("participle"):
        return True  # in scena | nuovi lavori
    if _shared_out(read, noun, adjective) or _earlier_owner(read, noun, wanted):
        return True
    return _said_of_subject(read, noun, adjective)


def _shared_out(read: Sequence[Word], noun: Word, adjective: Word) -> bool:
    """Le lingue italiana e francese: each adjective speaks of one of several."""
    plural = all(number == "p" for _, number in noun.reading.noun_pairs)
    singular = all(number == "s" for _, number in adjective.reading.adjective_pairs)
    if not (plural and singular):
        return False
    return any(word.form in {"e", "ed", "o", "ma", ","} for word in read[adjective.index + 1 : adjective.index + 3])


_LINKS = frozenset({"article", "joined", "preposition", "determiner", "adjective", "participle", "numeral", "noun", "pronoun"})


def _earlier_owner(read: Sequence[Word], noun: Word, wanted: frozenset[Pair]) -> bool:
    """Un gruppo di persone unito: a noun before, in one chain with this one, to which the adjective may belong."""
    for word in reversed(read[: noun.index]):
        if word.is_name or word.token.kind.value == "number":
            return True
        if word.form in {"e", "ed", "o", "né"} and any(number == "p" for _, number in wanted):
            return True
        if word.form in {"e", "ed", "o"}:
            continue
        if not word.kinds & _LINKS:
            return False
        if word.may_be("noun") and word.reading.noun_pairs & wanted:
            return True
    return False


def _said_of_subject(read: Sequence[Word], noun: Word, adjective: Word) -> bool:
    """Sono uscita dalla sala convinta; è in realtà complesso: said of the subject, of which the verb shows the number."""
    start = clause_start(read, noun.index)
    verbs = finite_before(read, start, noun.index)
    if not verbs:
        return any(word.kinds & {"participle", "gerund", "pronoun"} or word.is_name for word in read[start : noun.index])
    numbers = {number for _, number in adjective.reading.adjective_pairs}
    if not any(a.number in numbers for verb in verbs for a in verb.finite):
        return False
    before = read[noun.index - 1]
    introducer = before if not before.may_be("adjective") else read[noun.index - 2]
    indefinite = introducer.has_lemma("uno") or introducer.form in {"un", "un'"}
    if introducer.may_be("preposition") or introducer.may_be("joined"):
        return True
    if any(verb.has_lemma(*used_as("copulas")) for verb in verbs):
        return not (indefinite and read[introducer.index - 1].has_lemma("essere", "avere"))
    return adjective.may_be("participle") or adjective.has_lemma(*used_as("states"))
