"""The subject and its verb: la gente è, noi abbiamo, io e Marta abbiamo, ci sono molte cose."""

from collections.abc import Iterator, Sequence

from seguito.core.looks.language.prose import Hit, Sentence
from seguito.core.looks.language.record import rule
from seguito.languages.it.conjugation import in_person
from seguito.languages.it.noun_phrases import is_said_with
from seguito.languages.it.phrases import is_past_participle
from seguito.languages.it.subjects import Predicate, Subject, subject_at, subjects, verb_at
from seguito.languages.it.uses import is_person, moods, used_as
from seguito.languages.it.words import Word, at, words

_SAYS = {
    "en": "The verb does not agree with its subject, “{subject}”.",
    "it": "Il verbo non si accorda con il soggetto, «{subject}».",
}
_FRONTED = frozenset("molto poco tanto troppo quanto alcuno nessuno altro quale quali qual che".split())


@rule(
    "SUBJECT_VERB",
    severity="stop",
    says=_SAYS,
    wrong=[
        ["La squadra hanno cambiato metodo.", "La squadra ha cambiato metodo."],
        ["Le macchine nuove fa poco rumore.", "Le macchine nuove fanno poco rumore."],
        ["La gente che lavora qui sembrano serena.", "La gente che lavora qui sembra serena."],
        ["Credo che la visita ai reparti siano utili.", "Credo che la visita ai reparti sia utili."],
    ],
    right=[
        "La maggior parte dei candidati sono preparati.",
        "La sera sono uscita, il lavoro l'hanno finito gli altri.",
        "Tutti i giorni passa un treno, molte cose ha detto e poche ne ha fatte.",
        "I disegni li ha fatti Marta, le cose bisogna dirle.",
        "Il lavoro sono riuscita a finirlo.",
    ],
)
def subject_verb(sentence: Sentence) -> Iterator[Hit]:
    read = words(sentence)
    for subject, predicate in subjects(read):
        verb = predicate.verb
        if subject.number and _disagrees(read, subject, predicate):
            better = in_person(verb.form, 3, subject.number)
            yield sentence.hit(verb.token, verb.token, *better, subject=_text(sentence, read, subject))


def _text(sentence: Sentence, read: Sequence[Word], subject: Subject) -> str:
    return sentence.note[read[subject.first].token.start : read[subject.end - 1].token.end]


def _disagrees(read: Sequence[Word], subject: Subject, predicate: Predicate) -> bool:
    verb = predicate.verb
    if any(a.person == 3 and a.number == subject.number for a in verb.finite):
        return False
    ours = subject.head.is_among(used_as("houses")) and all((a.person, a.number) == (1, "p") for a in verb.finite)
    if _is_joined(read, subject) or not (ours or any(a.person == 3 for a in verb.finite)):
        return False
    if _may_be_object(subject, predicate):
        return False
    if subject.head.is_among(used_as("collectives")) or _is_fronted(read, subject):
        return False
    if _turned_round(read, verb):
        return False
    if subject.number == "p":
        stands_alone = verb.is_among(used_as("impersonal")) and not _seems(read, subject, verb)
        return not stands_alone and not _judges(read, verb)
    after = at(read, _past_degrees(read, verb.index + 1))
    if verb.form == "sono" and after and (after.form == "io" or any(number == "s" for _, number in after.pairs)):
        return _said_of_it(read, subject, after) or _done_to_it(read, subject, after) or _is_one(read, after)
    return True


_DEGREES = frozenset("più meno molto ora già ancora sempre ormai davvero così stato stata troppo quasi adesso".split())


def _past_degrees(read: Sequence[Word], index: int) -> int:
    """La squadra sono | molto più | giovane."""
    while index < len(read) and read[index].form in _DEGREES:
        index += 1
    return index


def _seems(read: Sequence[Word], subject: Subject, verb: Word) -> bool:
    """I prezzi sembra ragionevoli: what they seem follows, and agrees."""
    said = at(read, _past_degrees(read, verb.index + 1))
    return bool(
        verb.has_lemma("sembrare", "parere")
        and said
        and said.is_only("adjective", "participle")
        and said.reading.adjective_pairs & subject.pairs
    )


def _is_fronted(read: Sequence[Word], subject: Subject) -> bool:
    """Molte cose ha detto: an object may stand first as well, though hardly people (alcuni colleghi ha)."""
    if read[subject.first] is subject.head or is_person(subject.head):
        return False
    return read[subject.first].is_among(_FRONTED)


def _judges(read: Sequence[Word], verb: Word) -> bool:
    """Certi errori è meglio che li trovi lei: è stands without a subject."""
    said, after = at(read, verb.index + 1), at(read, verb.index + 2)
    judged = bool(said and (said.is_among(moods().judgements) or said.may_be("adverb")))
    return judged and bool(after and (after.form in {"che", "se"} or after.may_be("infinitive")))


def _said_of_it(read: Sequence[Word], subject: Subject, after: Word) -> bool:
    """Il progetto sono ambizioso: an adjective that goes with the subject, and nothing that I am (sono certa che)."""
    last = at(read, after.index + 1)
    ends = last is None or last.token.text in {".", ",", "!", ";"} or last.form in {"e", "ma"}
    measured = read[after.index - 1].form in {"più", "meno"} and bool(last and last.form in {"di", "del", "della"})
    said = after.is_only("adjective", "noun") and after.may_be("adjective") and bool(after.pairs & subject.pairs)
    return said and (ends or (measured and not _stands_again(read, subject, after)))


def _stands_again(read: Sequence[Word], subject: Subject, after: Word) -> bool:
    """Il lavoro sono felice di farlo: a pronoun further on stands for what comes first."""
    rest = read[after.index :]
    stands = {clitic for clitic, pairs in _STANDS_FOR.items() if pairs & subject.pairs}
    return any(word.form in stands or stands & {c for a in word.reading.analyses for c in a.clitics} for word in rest)


def _done_to_it(read: Sequence[Word], subject: Subject, after: Word) -> bool:
    """Il trattato sono ratificato dalle parti: no participle of mine (sono arrivato), no pronoun that stands for it."""
    if not is_past_participle(after) or not after.reading.adjective_pairs & subject.pairs or is_person(subject.head):
        return False
    if after.is_among(used_as("with_essere") | used_as("reflexive") | used_as("moving") | used_as("states")):
        return False
    last = at(read, after.index + 1)
    ends = last is None or last.is_mark or bool(last.kinds & {"joined", "preposition", "adverb"})
    return ends and not _stands_again(read, subject, after)


def _is_one(read: Sequence[Word], after: Word) -> bool:
    """La pazienza dei restauratori sono una lezione: I am no lesson."""
    noun = at(read, after.index + 1)
    return after.form in {"un", "una", "un'"} and bool(noun and noun.is_only("noun") and not is_person(noun))


# Le cose si deve dirle, i ragazzi si sa come sono: verbs after which the rest of the sentence may be the subject.
_SAID_OF_ALL = frozenset("dovere potere volere sapere dire vedere capire pensare credere fare essere".split())
_STANDS_FOR = {
    "lo": {("m", "s")},
    "la": {("f", "s")},
    "l'": {("m", "s"), ("f", "s")},
    "li": {("m", "p")},
    "le": {("f", "p")},
}


def _may_be_object(subject: Subject, predicate: Predicate) -> bool:
    """I disegni li ha fatti Marta; le cose si dice: a pronoun stands for what looks like the subject."""
    if subject.number == "p" and not {"ne", "ci"}.isdisjoint(predicate.clitics):
        return True
    if subject.number == "p" and "si" in predicate.clitics and predicate.verb.is_among(_SAID_OF_ALL):
        return True
    return any(not _STANDS_FOR.get(clitic, set()).isdisjoint(subject.pairs) for clitic in predicate.clitics)


def _turned_round(read: Sequence[Word], verb: Word) -> bool:
    """Le leggi era la natura stessa a darle: the verb agrees with what comes after it."""
    after = subject_at(read, verb.index + 1) if verb.has_lemma("essere", "diventare", "restare") else None
    return bool(after and any(a.person == 3 and a.number == after.number for a in verb.finite))


def _is_joined(read: Sequence[Word], subject: Subject) -> bool:
    """Il direttore e la vice: there are two of them."""
    for word in read[subject.first : subject.end + 1]:
        after = at(read, word.index + 1)
        of_one = word.index + 1 < subject.end and after and is_said_with(after, subject.pairs)  # letti e approvati
        if word.form in {"e", "ed", "o", "né", "con", "come"} and not of_one:
            return True
    return False


_SOME = frozenset("alcuni alcune molti molte parecchi parecchie tanti tante".split())
_OBJECTS = frozenset("li le lo la l' ne si".split())
_PERSONS = {"io": (1, "s"), "tu": (2, "s"), "lui": (3, "s"), "noi": (1, "p"), "voi": (2, "p"), "loro": (3, "p"), "egli": (3, "s"), "ella": (3, "s"), "essi": (3, "p"), "esse": (3, "p"), "esso": (3, "s"), "essa": (3, "s"), "lei": (3, "s"), **dict.fromkeys(_SOME, (3, "p"))}  # fmt: skip


@rule(
    "PRONOUN_VERB",
    severity="stop",
    says=_SAYS,
    wrong=[
        ["Noi avete parlato a lungo.", "Noi abbiamo parlato a lungo."],
        ["Credo che io è pronta.", "Credo che io sono pronta."],
        ["Tu ha ragione.", "Tu hai ragione."],
        ["Molti mi scrive ancora.", "Molti mi scrivono ancora."],
        ["Sono partiti, e alcuni ha promesso di tornare.", "Sono partiti, e alcuni hanno promesso di tornare."],
        ["Se lei vuoi, passo giovedì.", "Se lei vuole, passo giovedì."],
    ],
    right=[
        "Secondo noi ha ragione lei, a noi piace così, chi di noi è pronto.",
        "Io e Marta abbiamo letto, né io né lui siamo pronti.",
        "Quelli come noi sanno aspettare, loro due lo sanno.",
        "Vi dico io cosa ha fatto, e lo dico a loro che sono qui.",
        "I loro uffici sono grandi e la loro sede è piccola.",
        "A molti piace, di alcuni ha parlato lei, molti li ha visti Marta.",
    ],
)
def pronoun_verb(sentence: Sentence) -> Iterator[Hit]:
    read = words(sentence)
    for word in read:
        wanted = _PERSONS.get(word.form)
        if wanted is None or not _opens(read, word):
            continue
        predicate = verb_at(read, word.index + 1)
        if predicate is None or predicate.verb.index > word.index + 5:
            continue
        verb = predicate.verb
        if word.form in _SOME and not _OBJECTS.isdisjoint(predicate.clitics):
            continue  # molti li ha visti Marta
        if word.token.text == "lei" and not word.begins and any(a.person != 2 for a in verb.finite):
            continue  # she as an object is rare, and hardly of a tu
        if not any((a.person, a.number) == wanted for a in verb.finite):
            better = in_person(verb.form, *wanted)
            yield sentence.hit(verb.token, verb.token, *better, subject=word.token.text)


_BEFORE_SUBJECT = frozenset(
    "che perché se quando mentre ma però e anche quindi allora infatti dunque poiché siccome benché sebbene affinché purché dove".split()
)


def _opens(read: Sequence[Word], word: Word) -> bool:
    """Whether a pronoun begins its clause, alone."""
    if word.index == 0 or word.begins:
        return True
    before = read[word.index - 1]
    if before.form in {"e", "ed"}:
        return word.index >= 2 and not (
            read[word.index - 2].may_be("pronoun")
            or read[word.index - 2].is_name
            or read[word.index - 2].may_be("noun")
        )
    return before.form in _BEFORE_SUBJECT or before.token.text in {",", ";", ":", "."}


@rule(
    "NAME_VERB",
    severity="ask",
    says=_SAYS,
    wrong=[
        ["Credo che Giulia hanno ragione.", "Credo che Giulia ha ragione."],
        ["Quando Marco Neri sono arrivati, pioveva.", "Quando Marco Neri è arrivati, pioveva."],
    ],
    right=[
        "Giulia ha ragione, Marta e Luca hanno torto.",
        "Quando Marta, Luca e Sara sono arrivati, pioveva.",
        "I Rossi hanno un forno, e che Bianchi e Neri sappiano.",
        "Credo che le Generali hanno sede a Trieste.",
    ],
)
def name_verb(sentence: Sentence) -> Iterator[Hit]:
    read = words(sentence)
    for word in read:
        before = read[word.index - 1] if word.index else None
        if not word.is_name or before is None or before.form not in {"che", "quando", "se", "perché", "mentre", "dopo"}:
            continue
        if before.form == "che" and any(other.form == "sia" for other in read[: before.index]):
            continue
        end = word.index + 1
        while end < len(read) and read[end].is_name:
            end += 1
        predicate = verb_at(read, end)
        if predicate and predicate.verb.index < end + 3 and _are_many(predicate.verb) and predicate.verb.index >= end:
            better = in_person(predicate.verb.form, 3, "s")
            yield sentence.hit(predicate.verb.token, predicate.verb.token, *better, subject=word.token.text)


def _are_many(verb: Word) -> bool:
    return bool(verb.finite) and (verb.form == "sono" or all(a.number == "p" and a.person == 3 for a in verb.finite))
