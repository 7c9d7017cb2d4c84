"""What a relative speaks of: i dettagli che mi colpiscono, il ponte che ha costruito, la persona alla quale, in cui."""

import itertools
from collections.abc import Iterator, Sequence

from seguito.core.looks.language.prose import Hit, Sentence
from seguito.core.looks.language.record import rule
from seguito.languages.it.agreeing import agreeing
from seguito.languages.it.conjugation import in_person
from seguito.languages.it.determiners import Beginning, family_of, pairs_of
from seguito.languages.it.phrases import could_only_be_noun, is_surely_finite
from seguito.languages.it.subjects import subject_at
from seguito.languages.it.uses import used_as
from seguito.languages.it.words import Pair, Word, at, form_at, words

_SAYS = {
    "en": "“{word}” does not agree with “{noun}”.",
    "it": "«{word}» non si accorda con «{noun}».",
}
_ADVERBS = frozenset("non già sempre ancora anche mai poi più appena davvero spesso tutti tutte ora oggi".split())
_CHAIN = frozenset({"noun", "adjective", "participle", "joined", "preposition", "determiner", "numeral", "article"})
_NO_ANTECEDENTS = used_as("times") | frozenset(
    "fatto idea modo impressione speranza notizia motivo punto sensazione certezza convinzione paura timore ipotesi prova "
    "conferma dubbio consapevolezza opinione segno vantaggio rischio caso dispiacere piacere condizione patto".split()
)


def _chain(read: Sequence[Word], end: int) -> list[Word]:
    """The nouns of the phrase that ends before a relative, the nearest first: le sarte | del piano | che.

    Empty where a name, a number or a joint stands in it, and nobody can tell what the relative speaks of.
    """
    found: list[Word] = []
    last = at(read, end - 1)
    if last is None or last.may_be("adverb") or _is_perfect(read, last):
        return []
    opened = False
    for word in reversed(read[:end]):
        if word.form in {"e", "ed", "o", ",", "né", "quello", "quella", "quelli", "quelle"} or word.is_name:
            return []
        if not word.kinds & _CHAIN or is_surely_finite(word) or _is_perfect(read, word):
            break
        if opened and not word.kinds & {"preposition", "joined", "determiner", "numeral"}:
            break
        opened = bool(word.kinds & {"article", "determiner"}) and not word.may_be("joined")
        if word.may_be("noun"):
            found.append(word)
    return found


def _is_perfect(read: Sequence[Word], word: Word) -> bool:
    """Ha detto, sono arrivate: of a verb, though it may be a noun (letto, detto)."""
    before = at(read, word.index - 1)
    return word.may_be("participle") and bool(before and before.finite and before.has_lemma("essere", "avere"))


def _pairs(chain: Sequence[Word]) -> frozenset[Pair]:
    return frozenset(pair for word in chain for pair in word.pairs)


def _verb(read: Sequence[Word], index: int) -> tuple[Word | None, tuple[str, ...]]:
    """The verb right after a relative, and the pronouns before it."""
    clitics: list[str] = []
    while index < len(read) and (
        read[index].is_only("clitic") or read[index].form in _ADVERBS | {"ci", "si", "vi", "ne"}
    ):
        clitics.append(read[index].form)
        index += 1
    word = at(read, index)
    return (word, tuple(clitics)) if word and word.finite else (None, ())


@rule(
    "RELATIVE_PARTICIPLE",
    severity="stop",
    says=_SAYS,
    wrong=[
        ["Le procedure che vengono seguiti qui sono chiare.", "Le procedure che vengono seguite qui sono chiare."],
        ["Il ponte che avete costruita è bello.", "Il ponte che avete costruito è bello."],
        ["Ho letto le schede che erano appesi al muro.", "Ho letto le schede che erano appese al muro."],
        ["È una bottega, che mi è parso piccola.", "È una bottega, che mi è parsa piccola."],
    ],
    right=[
        "Le cose che ho viste e le cose che ho visto.",
        "Le procedure che vengono seguite, il giorno che sono partita.",
        "La squadra di operai che sono arrivati, la sede che è stata aperta.",
        "È la prima volta che sono stati puntuali, e il fatto che siamo stati chiari.",
        "La cassetta degli attrezzi che mi hanno regalato.",
    ],
)
def relative_participle(sentence: Sentence) -> Iterator[Hit]:
    read = words(sentence)
    for that in read:
        if that.form not in {"che", "ch'"} or not that.index:
            continue
        chain = _chain(read, that.index - (form_at(read, that.index - 1) == ","))
        verb, clitics = _verb(read, that.index + 1) if chain else (None, ())
        participle = _participle(read, verb) if verb else None
        if participle is None or verb is None or any(word.is_among(_NO_ANTECEDENTS) for word in chain):
            continue
        wanted = _wanted(read, chain, verb, participle, clitics)
        if wanted and participle.reading.adjective_pairs.isdisjoint(wanted):
            better = (agreeing(participle.form, pair) for pair in sorted(chain[-1].reading.noun_pairs))
            if verb.has_lemma("avere"):
                better = (form for form in (agreeing(participle.form, ("m", "s")),) if form)
            yield sentence.hit(
                participle.token,
                participle.token,
                *filter(None, better),
                word=participle.token.text,
                noun=chain[-1].token.text,
            )


def _participle(read: Sequence[Word], verb: Word) -> Word | None:
    found = next((word for word in read[verb.index + 1 : verb.index + 4] if word.form not in _ADVERBS), None)
    if found is None or not verb.has_lemma("essere", "venire", "avere") or found.token.capitalised:
        return None
    past = any(a.mood == "participle" and a.tense == "past" for a in found.reading.analyses)
    return found if past and found.reading.adjective_pairs else None


def _wanted(
    read: Sequence[Word], chain: Sequence[Word], verb: Word, participle: Word, clitics: tuple[str, ...]
) -> frozenset[Pair]:
    """What the participle may be; empty where its verb may have another subject than what che stands for."""
    spoken_of = _pairs(chain)
    if verb.has_lemma("avere"):
        return (
            spoken_of | {("m", "s")} if not clitics and not participle.is_among(used_as("with_essere")) else frozenset()
        )
    people = {(a.person, a.number) for a in verb.finite}
    numbers = {number for _, number in spoken_of}
    third = {number for person, number in people if person == 3 and number in numbers}
    seems = {"mi", "ci", "vi", "non"}.issuperset(clitics) and participle.has_lemma("parere", "sembrare", "piacere")
    if not third or verb.form in {"sono", "sia"} or (clitics and not seems) or subject_at(read, participle.index + 1):
        return frozenset()
    return frozenset(pair for pair in spoken_of if pair[1] in third)


_ALONE = used_as("with_essere") | used_as("never_passive") | used_as("moving") | {"piacere", "abitare", "esistere"}
_AMBIGUOUS = frozenset(
    {"essere", "stare", "parere", "sembrare", "bastare", "succedere", "capitare", "costare", "riuscire"}
)


@rule(
    "RELATIVE_VERB",
    severity="stop",
    says=_SAYS,
    wrong=[
        ["Sono i dettagli che mi colpisce, come il camice.", "Sono i dettagli che mi colpiscono, come il camice."],
        ["La collega che lavorano al banco mi ha salutato.", "La collega che lavora al banco mi ha salutato."],
        ["Conosco gli operai che abita qui vicino.", "Conosco gli operai che abitano qui vicino."],
        ["Le persone che lavora con lei hanno una pazienza.", "Le persone che lavorano con lei hanno una pazienza."],
    ],
    right=[
        "I dettagli che mi colpiscono, le persone che lavorano qui.",
        "Una squadra di sarte che lavorano bene, i colleghi di una ditta che lavora qui.",
        "Le ore che dorme mio figlio, le lingue che parla.",
        "I giorni che arriva presto mi saluta.",
        "È nelle difficoltà che entra in gioco la pazienza.",
    ],
)
def relative_verb(sentence: Sentence) -> Iterator[Hit]:
    read = words(sentence)
    for that in read:
        if that.form != "che" or not that.index:
            continue
        chain = _chain(read, that.index)
        verb, _ = _verb(read, that.index + 1) if chain else (None, ())
        if verb is None or not is_surely_finite(verb) or not all(a.person == 3 for a in verb.finite):
            continue
        if not verb.is_among(_ALONE) or verb.is_among(_AMBIGUOUS) or any(w.is_among(used_as("times")) for w in chain):
            continue
        numbers = {number for _, number in _pairs(chain)}
        if (
            len(numbers) == 1
            and not any(a.number in numbers for a in verb.finite)
            and _has_no_subject(read, verb, chain)
        ):
            better = in_person(verb.form, 3, next(iter(numbers)))
            yield sentence.hit(verb.token, verb.token, *better, word=verb.token.text, noun=chain[-1].token.text)


def _has_no_subject(read: Sequence[Word], verb: Word, chain: Sequence[Word]) -> bool:
    """Nothing after the verb may be its subject (le ore che dorme mio figlio), and nobody is counted together."""
    if any(word.is_among(used_as("collectives") | used_as("houses") | _NO_ANTECEDENTS) for word in chain):
        return False
    after = at(read, verb.index + 1)
    if after is None or after.is_mark:
        return True
    clause = itertools.takewhile(lambda word: not (word.is_mark or is_surely_finite(word)), read[verb.index + 1 :])
    if any(word.may_be("article") and not read[word.index - 1].may_be("preposition") for word in clause):
        return False  # è qui che entra in gioco la pazienza
    return bool(after.kinds & {"preposition", "joined", "adverb"}) and not after.is_name


def _is_introduced_noun(read: Sequence[Word], noun: Word) -> bool:
    """I colleghi: an article or a determiner goes before, so that it is no verb."""
    before = at(read, noun.index - 1)
    return could_only_be_noun(noun) and bool(before and before.kinds & {"article", "determiner", "joined"})


@rule(
    "WHICH_ONE",
    severity="stop",
    says=_SAYS,
    wrong=[
        ["La persona al quale ho scritto è gentile.", "La persona alla quale ho scritto è gentile."],
        ["I colleghi con il quale ho parlato ridevano.", "I colleghi con i quali ho parlato ridevano."],
        ["Le macchine sul quale lavoro sono vecchie.", "Le macchine sulle quali lavoro sono vecchie."],
    ],
    right=[
        "La persona alla quale ho scritto, i colleghi con i quali ho parlato.",
        "Il reparto di persone nel quale lavoro, e tale quale.",
        "Il cortile all'interno della sede, nel mezzo della quale c'è un fico.",
        "Non so il quale, e la quale mi ha detto di sì.",
        "Il direttore della mensa, con la quale e con il quale ho parlato.",
    ],
)
def which_one(sentence: Sentence) -> Iterator[Hit]:
    read = words(sentence)
    for article, which in itertools.pairwise(read):
        if which.form not in {"quale", "quali"} or not family_of(article.form):
            continue
        first = article.index - (form_at(read, article.index - 1) in {"con", "per", "tra", "fra"})
        if first == article.index and (not article.may_be("joined") or article.has_lemma("di")):
            continue  # all'interno della quale
        chain = _chain(read, first)
        number = "p" if which.form == "quali" else "s"
        shown = frozenset(pair for pair in pairs_of(article.form) if pair[1] == number) or pairs_of(article.form)
        wanted = _pairs(chain)
        if not chain or shown & wanted or not _is_introduced_noun(read, chain[-1]):
            continue
        family = family_of(article.form)
        nouns = sorted(chain[-1].reading.noun_pairs)
        better = [
            f"{family.form(pair, Beginning.PLAIN)} {'quali' if pair[1] == 'p' else 'quale'}" for pair in nouns if family
        ]
        said = f"{article.token.text} {which.token.text}"
        yield sentence.hit(article.token, which.token, *better, word=said, noun=chain[-1].token.text)


@rule(
    "IN_WHICH",
    severity="stop",
    says={"en": "After a preposition the relative is “cui”.", "it": "Dopo una preposizione il relativo è «cui»."},
    wrong=[
        ["L'azienda in che ho lavorato faceva bottoni.", "L'azienda in cui ho lavorato faceva bottoni."],
        ["Il collega con che parlavo è di Bari.", "Il collega con cui parlavo è di Bari."],
    ],
    right=[
        "So con che pazienza lavora, e di che parla.",
        "Non c'è di che, e c'è di che vivere.",
        "Fino a che ho potuto, ho aspettato; per il fatto che ho visto.",
        "In che modo posso aiutare?",
    ],
)
def in_which(sentence: Sentence) -> Iterator[Hit]:
    read = words(sentence)
    for noun, preposition, that in zip(read, read[1:], read[2:], strict=False):
        if (
            that.form != "che"
            or preposition.form not in {"in", "con", "per", "su", "da"}
            or not _is_introduced_noun(read, noun)
        ):
            continue
        verb, _ = _verb(read, that.index + 1)
        if verb and is_surely_finite(verb):
            yield sentence.hit(that.token, that.token, "cui")
