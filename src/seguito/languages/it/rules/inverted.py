"""The subject after its verb, and two subjects in one: ci sono molte cose, mi piacciono le vetrine, Marta e io abbiamo."""

from collections.abc import Iterator, Sequence

from seguito.core.looks.language.prose import Hit, Sentence
from seguito.core.looks.language.record import rule
from seguito.languages.it.agreeing import agreeing
from seguito.languages.it.conjugation import in_person
from seguito.languages.it.subjects import Predicate, Subject, subject_at, verb_at
from seguito.languages.it.uses import is_person, used_as
from seguito.languages.it.words import Word, words

_SAYS = {
    "en": "The verb does not agree with its subject, “{subject}”.",
    "it": "Il verbo non si accorda con il soggetto, «{subject}».",
}
_ADVERBS = frozenset("anche sempre ancora già poi solo sicuramente certamente davvero proprio forse pure soltanto molto tanto moltissimo particolarmente invece stato stata stati state".split())


@rule(
    "THERE_IS",
    severity="stop",
    says=_SAYS,
    wrong=[
        ["C'è molte cose che vorrei imparare.", "Ci sono molte cose che vorrei imparare."],
        ["C'era tre candidati prima di me.", "C'erano tre candidati prima di me."],
        ["Ci sono una domanda che vorrei farle.", "C'è una domanda che vorrei farle."],
    ],
    right=[
        "C'è una serie di cose, ci sono un sacco di idee.",
        "Ci sono una volta alla settimana, ci sono stata un mese.",
        "C'è chi parla e c'è da fare, c'è due volte al giorno.",
        "C'è Marta e ci sono le sue colleghe.",
    ],
)
def there_is(sentence: Sentence) -> Iterator[Hit]:
    read = words(sentence)
    for there, verb in zip(read, read[1:], strict=False):
        if there.form not in {"c'", "ci", "vi", "v'"} or not verb.finite or not verb.has_lemma("essere"):
            continue
        subject = _subject_after(read, verb.index + 1)
        if subject is None or not subject.number or any(a.person == 3 and a.number == subject.number for a in verb.finite):
            continue
        if subject.head.has_lemma("volta", *used_as("collectives")) or (subject.number == "s" and subject.head.has_lemma(*used_as("times"))):
            continue
        better = [("ci " if b[0] not in "eè" else "c'") + b for b in in_person(verb.form, 3, subject.number)]
        yield sentence.hit(there.token, verb.token, *better, subject=subject.head.token.text)


def _subject_after(read: Sequence[Word], index: int) -> Subject | None:
    """A noun phrase right after the verb, or a bare plural, or a number and its noun."""
    while index < len(read) and read[index].form in _ADVERBS:
        index += 1
    return subject_at(read, index) or _counted(read, index)


def _counted(read: Sequence[Word], index: int) -> Subject | None:
    """Due persone, dei problemi: numbers and partitives open no other subject."""
    if index + 1 >= len(read):
        return None
    first, noun = read[index], read[index + 1]
    many = first.is_only("numeral") or first.form in {"dei", "degli", "delle"} or (first.form.isdecimal() and first.form != "1")
    if not many or not noun.may_be("noun"):
        return None
    pairs = frozenset(pair for pair in noun.reading.noun_pairs if pair[1] == "p")
    return Subject(index, index + 2, noun, pairs) if pairs else None


@rule(
    "SUBJECT_AFTER",
    severity="stop",
    says=_SAYS,
    wrong=[
        ["Mi piace le vostre vetrine.", "Mi piacciono le vostre vetrine."],
        ["Nel reparto lavora dodici persone.", "Nel reparto lavorano dodici persone."],
        ["Manca due giorni alla fiera.", "Mancano due giorni alla fiera."],
    ],
    right=[
        "Mi piacciono le vetrine e mi piace leggere.",
        "Mi piace la sera, e mi interessa molto il progetto.",
        "Il maestro lavora due pezzi alla volta.",
        "Esiste una serie di regole.",
    ],
)
def subject_after(sentence: Sentence) -> Iterator[Hit]:
    read = words(sentence)
    for verb in read:
        if verb.may_be("article") or not any(a.person == 3 for a in verb.finite) or not _opens(read, verb):
            continue
        people = verb.has_lemma(*used_as("people_after"))
        if not people and not verb.has_lemma(*used_as("subject_after")):
            continue
        subject = _subject_after(read, _past_time(read, verb.index + 1))
        if subject is None or (people and subject.head.has_lemma(*used_as("times"))) or not subject.number or (people and not is_person(subject.head)):
            continue
        if subject.head.has_lemma(*used_as("collectives")) or any(a.person == 3 and a.number == subject.number for a in verb.finite):
            continue
        yield sentence.hit(verb.token, verb.token, *in_person(verb.form, 3, subject.number), subject=subject.head.token.text)


def _past_time(read: Sequence[Word], index: int) -> int:
    """Past ogni giorno, which stands between verb and subject."""
    if index + 1 < len(read) and read[index].form == "ogni" and read[index + 1].has_lemma(*used_as("times")):
        return index + 2
    return index


def _opens(read: Sequence[Word], verb: Word) -> bool:
    """Whether nothing before the verb can be its subject: only pronouns, adverbs or a complement of place."""
    index = 0
    while index < verb.index and (read[index].is_only("clitic") or read[index].form in {"mi", "ti", "ci", "vi", "le", "gli", "si", "non", "e", "anche", "ma", "qui", "oggi", "però"}):
        index += 1
    if index == verb.index:
        return True
    if index or not (read[0].may_be("joined") or read[0].form in {"in", "a", "da", "tra", "fra", "per"}):
        return False
    return not any(word.is_mark or word.is_name or word.may_be("pronoun") or word.finite for word in read[2 : verb.index] if not word.may_be("noun"))


@rule(
    "HAS_HAPPENED",
    severity="stop",
    says=_SAYS,
    wrong=[
        ["Mi è piaciuto la risposta sui turni.", "Mi è piaciuta la risposta sui turni."],
        ["Mi è piaciuto le storie dei fornitori.", "Mi sono piaciute le storie dei fornitori."],
        ["Mi ha colpito le vostre domande.", "Mi hanno colpito le vostre domande."],
    ],
    right=[
        "Mi è piaciuta la risposta, mi sono piaciute le storie.",
        "Mi ha colpito la cura, mi hanno colpito le domande.",
        "È arrivato la sera tardi, è tornata il giorno dopo.",
        "Mi è piaciuto quello che ha detto.",
    ],
)
def has_happened(sentence: Sentence) -> Iterator[Hit]:
    read = words(sentence)
    for verb in read:
        participle = read[verb.index + 1] if verb.index + 1 < len(read) else None
        if participle is None or not verb.finite or not _opens(read, verb) or not participle.may_be("participle"):
            continue
        subject = subject_at(read, participle.index + 1)
        if subject is None or not subject.number or subject.head.has_lemma(*used_as("collectives")):
            continue
        if verb.has_lemma("essere") and participle.has_lemma("piacere", "dispiacere", "mancare", "servire", "succedere"):
            agrees = participle.reading.adjective_pairs & subject.pairs
            better = [agreeing(participle.form, pair) for pair in sorted(subject.pairs)]
        elif verb.has_lemma("avere") and participle.has_lemma(*used_as("moving")) and read[verb.index - 1].form in {"mi", "ci"}:
            agrees, better = frozenset(), [participle.form]
        else:
            continue
        if agrees or _verb_agrees(verb, subject) and verb.has_lemma("avere"):
            continue
        verbs = [verb.token.text] if _verb_agrees(verb, subject) else list(in_person(verb.form, 3, subject.number))
        mended = [f"{one} {other}" for one in verbs for other in better if other]
        yield sentence.hit(verb.token, participle.token, *mended, subject=subject.head.token.text)


def _verb_agrees(verb: Word, subject: Subject) -> bool:
    return any(a.person == 3 and a.number == subject.number for a in verb.finite)


@rule(
    "TWO_SUBJECTS",
    severity="stop",
    says=_SAYS,
    wrong=[
        ["Io e mio fratello ha riparato la barca.", "Io e mio fratello abbiamo riparato la barca."],
        ["Il direttore e la sua vice mi ha accolto.", "Il direttore e la sua vice mi hanno accolto."],
    ],
    right=[
        "Io e mio fratello abbiamo riparato la barca.",
        "Il direttore era gentile e la sua vice mi ha accolto.",
        "Sia il direttore sia la vice era presente.",
        "Grazie a Marta e Luca ha trovato lavoro.",
    ],
)
def two_subjects(sentence: Sentence) -> Iterator[Hit]:
    read = words(sentence)
    first_person, end = _one(read, 0)
    if not end or end >= len(read) or read[end].form not in {"e", "ed"}:
        return
    second_person, after = _one(read, end + 1)
    found = verb_at(read, after) or _verb_of_pronoun(read, after) if after else None
    if found is None or any(a.number == "p" for a in found.verb.finite):
        return
    person = min(first_person, second_person)
    said = sentence.note[read[0].token.start : read[after - 1].token.end]
    yield sentence.hit(found.verb.token, found.verb.token, *in_person(found.verb.form, person, "p"), subject=said)


def _verb_of_pronoun(read: Sequence[Word], index: int) -> Predicate | None:
    """Mia sorella ed io lavoro: a form that is a noun's as well is a verb right after a pronoun."""
    word = read[index] if index < len(read) else None
    return Predicate(index, word, ()) if word and word.finite and read[index - 1].form in {"io", "tu", "lui", "lei"} else None


def _one(read: Sequence[Word], index: int) -> tuple[int, int]:
    """The person of one subject (io, Marta, il direttore) and the place after it; 0 where there is none."""
    if index >= len(read):
        return 0, 0
    word = read[index]
    people = {"io": 1, "noi": 1, "tu": 2, "voi": 2, "lui": 3, "lei": 3, "loro": 3}
    if word.form in people:
        return people[word.form], index + 1
    after = index
    while after < len(read) and (read[after].is_name or (read[after].token.is_word and read[after].token.capitalised and not read[after].kinds)):
        after += 1
    if after > index:
        return 3, after
    subject = subject_at(read, index) or _kin(read, index)
    return (3, subject.end) if subject and is_person(subject.head) else (0, 0)


def _kin(read: Sequence[Word], index: int) -> Subject | None:
    """Mio fratello: family stands without an article."""
    if index + 1 < len(read) and read[index].is_only("determiner") and read[index + 1].may_be("noun"):
        noun = read[index + 1]
        return Subject(index, index + 2, noun, noun.reading.noun_pairs)
    return None
