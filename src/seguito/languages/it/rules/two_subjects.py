"""Two subjects in one, and the subject of a question: Marta e io abbiamo, dove sono gli uffici."""

from collections.abc import Iterator, Sequence

from seguito.core.looks.language.prose import Hit, Sentence
from seguito.core.looks.language.record import rule
from seguito.languages.it.agreeing import agreeing
from seguito.languages.it.conjugation import in_person
from seguito.languages.it.noun_phrases import complements
from seguito.languages.it.subjects import Predicate, Subject, agrees, goes_on, subject_at, verb_at
from seguito.languages.it.uses import is_person, used_as
from seguito.languages.it.words import Word, words

_SAYS = {
    "en": "The verb does not agree with its subject, “{subject}”.",
    "it": "Il verbo non si accorda con il soggetto, «{subject}».",
}
_ADVERBS = frozenset(
    "anche sempre ancora già poi solo sicuramente certamente davvero proprio forse pure soltanto molto tanto moltissimo particolarmente invece stato stata stati state".split()
)
_ASKING = frozenset("dove dov' come com' quando quanto quant' quali qual quale chi".split())


@rule(
    "ASKED_SUBJECT",
    severity="stop",
    says=_SAYS,
    wrong=[
        ["Dov'è i vostri uffici?", "Dove sono i vostri uffici?"],
        ["Quanto costa i corsi serali?", "Quanto costano i corsi serali?"],
        ["Com'è bello la vostra sede!", "Com'è bella la vostra sede!"],
    ],
    right=["Dov'è la sede e dove sono gli uffici?", "Chi sono io, come sta la collega?", "Quando arriva la sera."],
)
def asked_subject(sentence: Sentence) -> Iterator[Hit]:
    read = words(sentence)
    for asking in read:
        verb = read[asking.index + 1] if asking.index + 1 < len(read) else None
        if asking.form not in _ASKING or verb is None or not verb.has_lemma("essere", "costare", "stare", "durare"):
            continue
        said = read[verb.index + 1] if verb.index + 1 < len(read) else None
        is_adjective = bool(said and said.is_only("adjective") and verb.has_lemma("essere"))
        subject = subject_at(read, verb.index + 1 + is_adjective)
        if (
            subject is None
            or not subject.number
            or not any(a.person == 3 for a in verb.finite)
            or goes_on(read, subject)
        ):
            continue
        if said and is_adjective and agrees(verb, subject) and said.pairs.isdisjoint(subject.pairs):
            better = [agreeing(said.form, pair) for pair in sorted(subject.pairs)]
            yield sentence.hit(said.token, said.token, *filter(None, better), subject=subject.head.token.text)
        elif not agrees(verb, subject) and not subject.head.is_among(used_as("collectives")):
            whole = asking.form[:-1] + "e " if asking.form in {"dov'", "com'"} else asking.token.text + " "
            first = asking if asking.form.endswith("'") else verb
            mended = [(whole if first is asking else "") + form for form in in_person(verb.form, 3, subject.number)]
            yield sentence.hit(first.token, verb.token, *mended, subject=subject.head.token.text)


@rule(
    "TWO_SUBJECTS",
    severity="ask",
    says=_SAYS,
    wrong=[
        ["Io e mio fratello ha riparato la barca.", "Io e mio fratello abbiamo riparato la barca."],
        ["Mia sorella e io sono cresciute qui.", "Mia sorella e io siamo cresciute qui."],
        ["Il direttore e la sua vice mi ha accolto.", "Il direttore e la sua vice mi hanno accolto."],
    ],
    right=[
        "Io e mio fratello abbiamo riparato la barca.",
        "Il direttore era gentile e la sua vice mi ha accolto.",
        "Sia il direttore sia la vice era presente.",
        "Grazie a Marta e Luca ha trovato lavoro.",
        "Io e Marta sono anni che non ci vediamo.",
    ],
)
def two_subjects(sentence: Sentence) -> Iterator[Hit]:
    read = words(sentence)
    first_person, end = _one(read, 0)
    if not end or end >= len(read) or read[end].form not in {"e", "ed"}:
        return
    if any(word.form in {"tra", "fra"} for word in read[:end]):
        return  # il divario tra i dati e la retorica è grande
    second_person, after = _one(read, end + 1)
    found = verb_at(read, after) or _verb_of_pronoun(read, after) if after else None
    if found is None or found.clitics[-1:] == ("si",):
        return
    person = min(first_person, second_person)
    after_verb = read[found.verb.index + 1] if found.verb.index + 1 < len(read) else None
    counts_time = found.verb.form == "sono" and bool(after_verb and after_verb.is_among(used_as("times")))
    right = {(1, "p")} if person == 1 else {(2, "p"), (3, "p")}
    if counts_time or any((a.person, a.number) in right for a in found.verb.finite):
        return
    said = sentence.note[read[0].token.start : read[after - 1].token.end]
    yield sentence.hit(found.verb.token, found.verb.token, *in_person(found.verb.form, person, "p"), subject=said)


def _verb_of_pronoun(read: Sequence[Word], index: int) -> Predicate | None:
    """Mia sorella ed io lavoro: a form that is a noun's as well is a verb right after a pronoun."""
    word = read[index] if index < len(read) else None
    if word is None or not word.finite or read[index - 1].form not in {"io", "tu", "lui", "lei"}:
        return None
    return Predicate(index, word, ())


def _one(read: Sequence[Word], index: int) -> tuple[int, int]:
    """The person of one subject (io, Marta, il direttore) and the place after it; 0 where there is none."""
    if index >= len(read):
        return 0, 0
    word = read[index]
    people = {"io": 1, "noi": 1, "tu": 2, "voi": 2, "lui": 3, "lei": 3, "loro": 3}
    if word.form in people:
        return people[word.form], index + 1
    after = index
    while after < len(read) and (
        read[after].is_name or (read[after].token.is_word and read[after].token.capitalised and not read[after].kinds)
    ):
        after += 1
    if after > index:
        return 3, after
    subject = subject_at(read, index) or _kin(read, index) or _that_one(read, index)
    return (3, subject.end) if subject else (0, 0)


def _that_one(read: Sequence[Word], index: int) -> Subject | None:
    """Quello della sera."""
    if read[index].form not in {"quello", "quella"} or index + 1 >= len(read) or not read[index + 1].may_be("joined"):
        return None
    gender = "m" if read[index].form == "quello" else "f"
    end = complements(read, index + 1, frozenset({(gender, "s")}))
    return Subject(index, end, read[index], frozenset({(gender, "s")}))


def _kin(read: Sequence[Word], index: int) -> Subject | None:
    """Mio fratello: family stands without an article."""
    if index + 1 < len(read) and read[index].is_only("determiner") and is_person(read[index + 1]):
        noun = read[index + 1]
        return Subject(index, index + 2, noun, noun.reading.noun_pairs)
    return None
