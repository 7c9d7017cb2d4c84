"""What is said of the subject, and the participle: la squadra è arrivata, siamo stati accolti, li ho visti."""

from collections.abc import Iterator, Sequence

from seguito.core.looks.language.prose import Hit, Sentence
from seguito.core.looks.language.record import rule
from seguito.languages.it.agreeing import agreeing
from seguito.languages.it.phrases import could_only_be_noun
from seguito.languages.it.subjects import Subject, subject_at, subjects
from seguito.languages.it.uses import is_person, used_as
from seguito.languages.it.words import Pair, Word, at, words

_ADVERBS = frozenset(
    "molto più meno ben inoltre altresì così tanto troppo sempre già ancora anche davvero proprio poi subito mai assai abbastanza quasi ormai tutto particolarmente "
    "veramente estremamente decisamente sicuramente certamente sinceramente piacevolmente profondamente subito appena solo spesso".split()
)
_DEGREES = frozenset("molto più meno così tanto troppo assai abbastanza ben davvero".split())
_BEEN = frozenset("stato stata stati state".split())
_LINKED = _BEEN | frozenset(
    f"{stem}{ending}" for stem in ("sembrat", "diventat", "rimast", "apparsi", "risultat") for ending in "oaie"
)
_SAID = frozenset({"adjective", "participle", "noun", "finite", "imperative"})
_AS_ADJECTIVES = frozenset("chiaro forte alto basso caro giusto sicuro certo serio".split())


@rule(
    "PREDICATE",
    severity="stop",
    says={
        "en": "“{word}” does not agree with the subject, “{subject}”.",
        "it": "«{word}» non si accorda con il soggetto, «{subject}».",
    },
    wrong=[
        ["La squadra è arrivato presto.", "La squadra è arrivata presto."],
        ["La sede di Trieste è molto luminoso.", "La sede di Trieste è molto luminosa."],
        ["I colleghi sono stati gentile.", "I colleghi sono stati gentili."],
        ["Le domande devono essere presentati oggi.", "Le domande devono essere presentate oggi."],
        [
            "La lampada che mi ha mostrato è stata disegnato da lei?",
            "La lampada che mi ha mostrato è stata disegnata da lei?",
        ],
    ],
    right=[
        "La maggior parte dei colleghi è arrivata, una parte sono rimasti.",
        "La sua risposta è stata un piacere, il lavoro è una bella cosa.",
        "La collega e il direttore sono stati gentili.",
        "La sera sono stato contento.",
        "L'architetto Vanna Pozzi è rimasta colpita.",
    ],
)
def predicate(sentence: Sentence) -> Iterator[Hit]:
    read = words(sentence)
    for subject, found in subjects(read):
        place = _after_link(read, found.verb)
        if not place or _counts_many(read, subject):
            continue
        if not {"l'", "lo", "la", "li"}.isdisjoint(found.clitics):
            continue  # non se l'è sentita
        for word in _said(read, place):
            if word.reading.adjective_pairs.isdisjoint(subject.pairs) and not _may_be_hers(read, subject, word):
                better = (agreeing(word.form, pair) for pair in sorted(subject.pairs))
                yield sentence.hit(
                    word.token, word.token, *filter(None, better), word=word.token.text, subject=subject.head.token.text
                )
                break


def _after_link(read: Sequence[Word], verb: Word) -> int:
    """The place after è, after deve essere, after viene before a participle; 0 after any other verb."""
    if verb.is_among(used_as("linking")):
        return verb.index + 1
    index = verb.index + 1
    while index < len(read) and read[index].form in _ADVERBS:
        index += 1
    after = at(read, index)
    if after is None:
        return 0
    if verb.has_lemma("dovere", "potere") and after.form in {"essere", "venire", "restare", "rimanere"}:
        return index + 1
    return index if verb.has_lemma("venire") and after.is_only("participle", "adjective") else 0


def _may_be_hers(read: Sequence[Word], subject: Subject, word: Word) -> bool:
    """L'architetto Vanna Pozzi è rimasta: a trade in the masculine, with a woman's name after it."""
    named = any(other.is_name for other in read[subject.first : subject.end])
    trade = is_person(subject.head) and all(gender == "m" for gender, _ in subject.pairs)
    numbers = {number for _, number in subject.pairs}
    return named and trade and any((pair[0], pair[1]) == ("f", n) for n in numbers for pair in word.pairs)


def _counts_many(read: Sequence[Word], subject: Subject) -> bool:
    if subject.head.is_among(used_as("collectives")):
        return True
    return any(word.form in {"e", "ed", "o", "né"} for word in read[max(0, subject.first - 1) : subject.end + 1])


def _said(read: Sequence[Word], index: int) -> Iterator[Word]:
    """Participles and adjectives that say something of the subject: stata molto gentile."""
    while index < len(read):
        word = read[index]
        if word.form in _ADVERBS:
            index += 1
            continue
        if not _is_said(read, word):
            return
        yield word
        if word.form not in _LINKED:
            return
        index += 1


def _is_said(read: Sequence[Word], word: Word) -> bool:
    """An adjective or participle and nothing else, and not the first word of a noun phrase (è bella cosa)."""
    if word.form in _BEEN:
        named = subject_at(read, word.index + 1)
        return not (named and named.pairs & word.reading.adjective_pairs)  # è stata la pioggia
    if word.form in _AS_ADJECTIVES:
        follows = at(read, word.index + 1)  # è certo cambiata, è forte vento
        return follows is None or follows.is_mark or bool(follows.kinds & {"preposition", "joined", "conjunction"})
    if read[word.index - 1].form in _DEGREES and word.is_only("adjective", "determiner"):
        return bool(word.reading.adjective_pairs)  # più numerose
    if not word.reading.adjective_pairs or not word.kinds <= _SAID or word.is_among(used_as("nouns_first")):
        return False
    if read[word.index - 1].form in _BEEN and word.may_be("participle"):
        return True
    if read[word.index - 1].form in _DEGREES and word.may_be("adjective"):
        return True  # così pulite
    as_noun = {a.lemma[:-1] for a in word.reading.analyses if a.kind == "noun"}  # la pulita, pulito
    as_adjective = {a.lemma[:-1] for a in word.reading.analyses if a.kind == "adjective"}
    if not as_noun <= as_adjective and not word.is_among(used_as("before_nouns")):
        return False
    after = at(read, word.index + 1)
    return not (after and could_only_be_noun(after) and not after.may_be("adjective") and after.pairs & word.pairs)


@rule(
    "PLURAL_PARTICIPLE",
    severity="stop",
    says={
        "en": "“{word}” does not agree with “{verb}”.",
        "it": "«{word}» non si accorda con «{verb}».",
    },
    wrong=[
        ["Siamo stata accolti bene.", "Siamo stati accolti bene."],
        ["Siamo arrivato in anticipo.", "Siamo arrivati in anticipo."],
        ["Sono stata accolto bene.", "Sono stata accolta bene."],
        ["Mi sono sentiti a casa.", "Mi sono sentito a casa."],
        ["Siamo sicura che verrà.", "Siamo sicuri che verrà."],
        ["Gli operai, che era simpatici, ridevano.", "Gli operai, che era simpatico, ridevano."],
        ["Stamattina mi sembra risolvibili.", "Stamattina mi sembra risolvibile."],
    ],
    right=[
        "Si è stati accolti bene, e si è andati a cena.",
        "Sono stata accolta, siamo stati bene, è stato bello.",
        "Ci siamo detti tutto, siete stati gentili.",
    ],
)
def plural_participle(sentence: Sentence) -> Iterator[Hit]:
    read = words(sentence)
    with_subject = {found.verb.index for _, found in subjects(read)}
    for verb in read:
        if not verb.finite or not _is_auxiliary(read, verb) or verb.may_be("numeral") or verb.form == "sia":
            continue
        if verb.index in with_subject:
            continue
        people = {(a.person, a.number) for a in verb.finite}
        shown = _pairs_of_null_subject(people)
        before = read[verb.index - 1].form if verb.index else ""
        if before in {"si", "s'"}:
            continue
        if before == "c'":
            shown = frozenset({("m", "s"), ("f", "s")})
        if before == "mi" and _is_myself(read, verb):
            shown = frozenset({("m", "s"), ("f", "s")})
        for word in _said(read, verb.index + 1):
            if word.reading.adjective_pairs.isdisjoint(shown) and not word.may_be("adverb"):
                better = [agreeing(word.form, pair) for pair in sorted(shown, key=lambda p: p[0] != "m")]
                said = read[word.index - 1].token.text
                kept = sentence.note[verb.token.start : word.token.start]
                mended = [kept + form for form in better if form]
                yield sentence.hit(verb.token, word.token, *mended, word=word.token.text, verb=said)
                break
            shown = shown & word.reading.adjective_pairs or shown


def _is_auxiliary(read: Sequence[Word], verb: Word) -> bool:
    """Essere, sembrare and their like, and venire before a participle: vennero uccisi."""
    after = read[verb.index + 1] if verb.index + 1 < len(read) else None
    return verb.has_lemma("essere", "sembrare", "diventare", "risultare", "apparire") or bool(
        verb.has_lemma("venire") and after and after.is_only("participle")
    )


def _is_myself(read: Sequence[Word], verb: Word) -> bool:
    """Mi sono trovata: myself, unless some plural before it is meant (mi sono piaciute)."""
    participle = read[verb.index + 1] if verb.index + 1 < len(read) else None
    if participle is None or verb.form != "sono" or not participle.is_among(used_as("reflexive")):
        return False
    return not any(number == "p" for word in read[: verb.index] for _, number in word.reading.noun_pairs)


def _pairs_of_null_subject(people: set[tuple[int, str]]) -> frozenset[Pair]:
    numbers = {number for _, number in people}
    return frozenset((gender, number) for gender in "mf" for number in numbers)
