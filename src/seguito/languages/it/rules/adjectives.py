"""An adjective and the noun it stands by: le grandi aziende, domande precise, una clientela affezionata."""

from collections.abc import Iterator, Sequence

from seguito.core.looks.language.prose import Hit, Sentence
from seguito.core.looks.language.record import rule
from seguito.languages.it.adjective_owners import says_it_of_another
from seguito.languages.it.agreeing import agreeing
from seguito.languages.it.clauses import clause_start
from seguito.languages.it.determiners import Beginning, beginning, family_of, pairs_of
from seguito.languages.it.phrases import could_only_be_noun, is_article, is_surely_finite, next_to
from seguito.languages.it.uses import used_as
from seguito.languages.it.words import Pair, Word, at, form_at, words

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
        ["Ho fatto le stesso scelte.", "Ho fatto le stesse scelte."],
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
                adjective.token,
                adjective.token,
                *filter(None, better),
                adjective=adjective.token.text,
                noun=noun.token.text,
            )


def _is_bare(word: Word, adjective: Word) -> bool:
    """Con ampia esperienza, ha nuovi limiti: no article, and no noun before that the adjective may belong to."""
    if not adjective.is_among(used_as("before_nouns")) or not adjective.kinds <= {
        "adjective",
        "noun",
        "determiner",
        "pronoun",
    }:
        return False
    return bool(word.kinds & {"preposition", "finite", "participle", "infinitive", "conjunction"}) and not word.may_be(
        "noun"
    )


def _is_between(read: Sequence[Word], word: Word, adjective: Word, noun: Word) -> bool:
    """Article, adjective, noun: nothing else can be read into them."""
    if not (word.reading.determiner_pairs or family_of(word.form)) and noun.is_only("noun"):
        return _is_bare(word, adjective)
    if adjective.has_lemma("stesso") and family_of(word.form) and word.form not in {"il", "lo", "uno"}:
        return could_only_be_noun(noun) and not noun.is_among(used_as("times"))
    if not (word.reading.determiner_pairs or (family_of(word.form) and is_article(read, word.index))):
        return False
    is_one = adjective.may_be("adjective") and adjective.kinds <= {"adjective", "participle", "noun"}
    if not is_one or (adjective.may_be("noun") and not adjective.is_among(used_as("before_nouns"))):
        return False
    return could_only_be_noun(noun) and not noun.may_be("adjective") and not noun.is_among(used_as("times"))


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
        ["Mi occupo di contratti internazionale.", "Mi occupo di contratti internazionali."],
        ["È stata una mattina pieno di domande.", "È stata una mattina piena di domande."],
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
        adjective = _adjective_after(read, noun)
        if adjective is None or not _is_surely_noun(read, noun) or not _is_adjective(read, noun, adjective):
            continue
        if adjective.pairs & noun.pairs or not adjective.reading.adjective_pairs:
            continue
        if not says_it_of_another(read, noun, adjective):
            better = (agreeing(adjective.form, pair) for pair in sorted(_shown(read, noun)))
            yield sentence.hit(
                adjective.token,
                adjective.token,
                *filter(None, better),
                adjective=adjective.token.text,
                noun=noun.token.text,
            )


_NO_PEOPLE = used_as("before_nouns") - {"giovane", "vecchio", "piccolo", "grande", "ultimo", "primo"}


def _is_adjective(read: Sequence[Word], noun: Word, adjective: Word) -> bool:
    """Whether it is no second noun (parole chiave) and no verb (il direttore precisi): of those it has the form."""
    if adjective.is_among(used_as("nouns_first")) or not (
        adjective.may_be("adjective") or adjective.is_only("participle")
    ):
        return False
    if not adjective.kinds <= {"adjective", "participle", "noun", "finite", "imperative"}:
        return False
    numbers = {number for _, number in noun.reading.noun_pairs}
    if adjective.may_be("noun"):
        same = -1 if adjective.may_be("participle") else None  # la pulita, pulito; but statistica, statistico
        as_noun = {a.lemma[:same] for a in adjective.reading.analyses if a.kind == "noun"}
        as_adjective = {a.lemma[:same] for a in adjective.reading.analyses if a.kind == "adjective"}
        follows = at(read, adjective.index + 1)
        done = (
            adjective.may_be("participle")
            and not adjective.has_lemma("dato", "stato", "fatto")
            and bool(follows and follows.kinds & {"joined", "preposition"})
        )
        same_number = bool(numbers & {number for _, number in adjective.pairs})
        measured = adjective.index > noun.index + 1  # più verde
        same_gender = bool({g for g, _ in noun.reading.noun_pairs} & {g for g, _ in adjective.reading.adjective_pairs})
        of_field = same_gender and any(
            a.lemma.endswith("ico") for a in adjective.reading.analyses
        )  # divergenze politica
        related = _is_relational(adjective) or of_field
        sure = measured or done or same_number or related or adjective.is_among(_NO_PEOPLE)
        if not as_noun <= as_adjective or not sure:
            return False
    if any(a.person == 3 and a.number in numbers for a in adjective.finite):
        return False
    if not any(a.person == 3 for a in adjective.finite):
        return True  # il lavoro svolti: no subject of svolti stands here
    return any(map(is_surely_finite, read[clause_start(read, noun.index) : noun.index]))


def _adjective_after(read: Sequence[Word], noun: Word) -> Word | None:
    """The word after the noun, past più, molto and their like."""
    after = next_to(read, noun.index)
    return next_to(read, after.index) if after and after.form in _DEGREES else after


_RELATIONAL = ("ale", "are", "ile", "ivo", "oso", "ante", "ente", "ario", "orio", "istico", "abile", "ibile")
_DEGREES = frozenset("più meno molto così davvero particolarmente sempre troppo assai".split())


def _is_relational(adjective: Word) -> bool:
    """serale, ambientale, operativo: nouns of these stand alone, not after another."""
    return any(a.kind == "adjective" and a.lemma.endswith(_RELATIONAL) for a in adjective.reading.analyses)


def _is_surely_noun(read: Sequence[Word], noun: Word) -> bool:
    if not noun.may_be("noun") or noun.has_lemma("essere") or noun.token.capitalised:
        return False
    if noun.is_among(used_as("collectives")) and form_at(read, noun.index - 1) in {"un", "una"}:
        return False  # una dozzina sparsi in tutto il paese
    after = at(read, noun.index + 1)
    dedicated = noun.form == "tempo" and after and after.has_lemma("dedicare")
    if noun.is_among(used_as("times")) and not dedicated and not _is_said_to_be(read, noun):
        return False
    before = read[noun.index - 1] if noun.index else None
    if before is None:
        return noun.is_only("noun")
    introduced = (family_of(before.form) and is_article(read, before.index)) or before.reading.determiner_pairs
    governed = before.form in _BEFORE_NOUNS and noun.form not in _SET_PHRASES
    return noun.is_only("noun") or bool((introduced or governed) and could_only_be_noun(noun))


def _is_said_to_be(read: Sequence[Word], time: Word) -> bool:
    """È stata una mattina: what something was, no time when."""
    verb = at(read, time.index - 2)
    return form_at(read, time.index - 1) in {"un", "una", "un'"} and bool(verb and verb.has_lemma("essere"))


_BEFORE_NOUNS = frozenset("di in con per su tra fra senza a".split())  # no finite verb stands after these
_SET_PHRASES = frozenset("seguito punto mezzo fondo corso alto mano parte".split())  # in seguito demolite


def _shown(read: Sequence[Word], noun: Word) -> frozenset[Pair]:
    """What the noun and its article show together."""
    before = read[noun.index - 1] if noun.index else None
    shown = (pairs_of(before.form) or before.reading.determiner_pairs) if before else frozenset()
    return (noun.reading.noun_pairs & shown) or noun.reading.noun_pairs
