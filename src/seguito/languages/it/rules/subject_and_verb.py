"""The subject and its verb: la gente è, noi abbiamo, io e Marta abbiamo, ci sono molte cose."""

from collections.abc import Iterator, Sequence

from seguito.core.looks.language.prose import Hit, Sentence
from seguito.core.looks.language.record import rule
from seguito.languages.it.lexicon import Analysis
from seguito.languages.it.conjugation import in_person
from seguito.languages.it.subjects import Predicate, Subject, subject_at, subjects, verb_at
from seguito.languages.it.uses import used_as
from seguito.languages.it.words import Word, words

_SAYS = {
    "en": "The verb does not agree with its subject, “{subject}”.",
    "it": "Il verbo non si accorda con il soggetto, «{subject}».",
}
_FRONTED = tuple("molto poco tanto troppo quanto alcuno nessuno altro quale quali qual che".split())


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
    if not any(a.person == 3 for a in verb.finite) or _is_joined(read, subject):
        return False
    if not {"si", "lo", "la", "li", "le", "l'", "ne", "ci"}.isdisjoint(predicate.clitics):
        return False
    if subject.head.has_lemma(*used_as("collectives")) or _is_fronted(read, subject):
        return False
    if _turned_round(read, verb):
        return False
    if subject.number == "p":
        return not verb.has_lemma(*used_as("impersonal"))
    after = read[verb.index + 1] if verb.index + 1 < len(read) else None
    if verb.form == "sono" and after and (after.form == "io" or any(number == "s" for _, number in after.pairs)):
        return _said_of_it(read, subject, after)
    return True


def _is_fronted(read: Sequence[Word], subject: Subject) -> bool:
    """Molte cose ha detto: an object may stand first as well."""
    return read[subject.first] is not subject.head and read[subject.first].has_lemma(*_FRONTED)


def _said_of_it(read: Sequence[Word], subject: Subject, after: Word) -> bool:
    """Il progetto sono ambizioso: an adjective that goes with the subject, and nothing that I am (sono certa che)."""
    last = read[after.index + 1] if after.index + 1 < len(read) else None
    ends = last is None or last.token.text in {".", ",", "!", ";"} or last.form in {"e", "ma"}
    return after.is_only("adjective", "noun") and after.may_be("adjective") and ends and bool(after.pairs & subject.pairs)


def _turned_round(read: Sequence[Word], verb: Word) -> bool:
    """Le leggi era la natura stessa a darle: the verb agrees with what comes after it."""
    after = subject_at(read, verb.index + 1) if verb.has_lemma("essere", "diventare", "restare") else None
    return bool(after and any(a.number == after.number for a in verb.finite))


def _is_joined(read: Sequence[Word], subject: Subject) -> bool:
    """Il direttore e la vice: there are two of them."""
    return any(word.form in {"e", "ed", "o", "né", "con", "come"} for word in read[subject.first : subject.end + 1])


_PERSONS = {"io": (1, "s"), "tu": (2, "s"), "lui": (3, "s"), "noi": (1, "p"), "voi": (2, "p"), "loro": (3, "p"), "egli": (3, "s"), "ella": (3, "s"), "essi": (3, "p"), "esse": (3, "p"), "lei": (3, "s")}  # fmt: skip


@rule(
    "PRONOUN_VERB",
    severity="stop",
    says=_SAYS,
    wrong=[
        ["Noi avete parlato a lungo.", "Noi abbiamo parlato a lungo."],
        ["Credo che io è pronta.", "Credo che io sono pronta."],
        ["Tu ha ragione.", "Tu hai ragione."],
    ],
    right=[
        "Secondo noi ha ragione lei, a noi piace così, chi di noi è pronto.",
        "Io e Marta abbiamo letto, né io né lui siamo pronti.",
        "Quelli come noi sanno aspettare, loro due lo sanno.",
        "Vi dico io cosa ha fatto, e lo dico a loro che sono qui.",
        "I loro uffici sono grandi e la loro sede è piccola.",
    ],
)
def pronoun_verb(sentence: Sentence) -> Iterator[Hit]:
    read = words(sentence)
    for word in read:
        wanted = _PERSONS.get(word.form)
        if wanted is None or not _opens(read, word) or word.form == "lei" and word.token.text == "lei" and not word.begins:
            continue
        predicate = verb_at(read, word.index + 1)
        if predicate is None or predicate.verb.index > word.index + 5:
            continue
        verb = predicate.verb
        if not any((a.person, a.number) == wanted for a in verb.finite):
            better = in_person(verb.form, *wanted)
            yield sentence.hit(verb.token, verb.token, *better, subject=word.token.text)


_BEFORE_SUBJECT = frozenset("che perché se quando mentre ma però e anche quindi allora infatti dunque poiché siccome benché sebbene affinché purché dove".split())


def _opens(read: Sequence[Word], word: Word) -> bool:
    """Whether a pronoun begins its clause, alone."""
    if word.index == 0 or word.begins:
        return True
    before = read[word.index - 1]
    if before.form in {"e", "ed"}:
        return word.index >= 2 and not (read[word.index - 2].may_be("pronoun") or read[word.index - 2].is_name or read[word.index - 2].may_be("noun"))
    return before.form in _BEFORE_SUBJECT or before.token.text in {",", ";", ":", "."}
