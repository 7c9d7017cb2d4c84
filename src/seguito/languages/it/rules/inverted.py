"""The subject after its verb, and two subjects in one: ci sono molte cose, mi piacciono le vetrine, Marta e io abbiamo."""

import itertools
from collections.abc import Iterator, Sequence

from seguito.core.looks.language.prose import Hit, Sentence
from seguito.core.looks.language.record import rule
from seguito.languages.it.agreeing import agreeing
from seguito.languages.it.conjugation import in_person
from seguito.languages.it.phrases import is_surely_finite
from seguito.languages.it.subjects import Subject, agrees, goes_on, subject_at
from seguito.languages.it.uses import is_person, used_as
from seguito.languages.it.words import Word, words

_SAYS = {
    "en": "The verb does not agree with its subject, “{subject}”.",
    "it": "Il verbo non si accorda con il soggetto, «{subject}».",
}
_ADVERBS = frozenset(
    "anche sempre ancora già poi solo sicuramente certamente davvero proprio forse pure soltanto molto tanto moltissimo particolarmente soprattutto invece stato stata stati state".split()
)


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
    for there, verb in itertools.pairwise(read):
        if there.form not in {"c'", "ci", "vi", "v'"} or not verb.finite or not verb.has_lemma("essere"):
            continue
        subject = _subject_after(read, verb.index + 1)
        if subject is None or not subject.number or agrees(verb, subject) or goes_on(read, subject):
            continue
        if _is_measure(subject):
            continue
        better = [("ci " if b[0] not in "eè" else "c'") + b for b in in_person(verb.form, 3, subject.number)]
        yield sentence.hit(there.token, verb.token, *better, subject=subject.head.token.text)


def _is_measure(subject: Subject) -> bool:
    """Una serie di cose, una volta, un mese: nobody counts them."""
    often = subject.head.has_lemma("volta") or (subject.number == "s" and subject.head.is_among(used_as("times")))
    return often or subject.head.is_among(used_as("collectives"))


def _subject_after(read: Sequence[Word], index: int) -> Subject | None:
    """A noun phrase right after the verb, or a bare plural, or a number and its noun."""
    while index < len(read) and read[index].form in _ADVERBS:
        index += 1
    return subject_at(read, index) or _counted(read, index) or _bare_plural(read, index)


def _bare_plural(read: Sequence[Word], index: int) -> Subject | None:
    """Serve mani ferme, c'è persone gentili: a plural needs no article. (C'è gente: a singular may be anything.)"""
    noun = read[index] if index < len(read) else None
    if noun is None or not noun.is_only("noun") or noun.is_name:
        return None
    plural = all(number == "p" for _, number in noun.pairs)
    return Subject(index, index + 1, noun, noun.reading.noun_pairs) if plural and noun.pairs else None


def _counted(read: Sequence[Word], index: int) -> Subject | None:
    """Due persone, dei problemi: numbers and partitives open no other subject."""
    if index + 1 >= len(read):
        return None
    first, noun = read[index], read[index + 1]
    figure = first.form.isdecimal() and first.form != "1"
    if not (first.may_be("numeral") or figure or first.form in {"dei", "degli", "delle"}) or not noun.may_be("noun"):
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
        ["Mi piacerebbero visitare il vivaio.", "Mi piacerebbe visitare il vivaio."],
        ["Per imparare non basta due settimane.", "Per imparare non bastano due settimane."],
        ["Per questo lavoro serve mani ferme.", "Per questo lavoro servono mani ferme."],
        ["Tra le cose che mi porto via resta le sue parole.", "Tra le cose che mi porto via restano le sue parole."],
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
        after = read[verb.index + 1] if verb.index + 1 < len(read) else None
        if after and after.is_only("infinitive") and verb.is_among(_OF_DOING) and _are_several(verb):
            yield sentence.hit(verb.token, verb.token, *in_person(verb.form, 3, "s"), subject=after.token.text)
            continue
        people = verb.is_among(used_as("people_after"))
        if not people and not verb.is_among(used_as("subject_after")):
            continue
        subject = _subject_after(read, _past_time(read, verb.index + 1))
        if subject is None or not subject.number or (people and not is_person(subject.head)):
            continue
        if agrees(verb, subject) or goes_on(read, subject) or subject.head.is_among(used_as("collectives")):
            continue
        if subject.head.is_among(used_as("times")) and not verb.is_among(used_as("counting_down")):
            continue  # nacque sei mesi dopo
        better = in_person(verb.form, 3, subject.number)
        yield sentence.hit(verb.token, verb.token, *better, subject=subject.head.token.text)


_OF_DOING = frozenset("piacere dispiacere bastare convenire servire occorrere interessare".split())


def _are_several(verb: Word) -> bool:
    return all((a.person, a.number) == (3, "p") for a in verb.finite)


def _past_time(read: Sequence[Word], index: int) -> int:
    """Past ogni giorno, which stands between verb and subject."""
    if index + 1 < len(read) and read[index].form == "ogni" and read[index + 1].is_among(used_as("times")):
        return index + 2
    return index


_OPENERS = frozenset("quando dove perché se mentre benché".split())


def _opens(read: Sequence[Word], verb: Word) -> bool:
    """Whether nothing before the verb can be its subject: only pronouns, adverbs or a complement of place."""
    index = max(
        (word.index + 1 for word in read[: verb.index] if word.token.text in {",", ";", ":"} or word.form in _OPENERS),
        default=0,
    )
    first = index
    while index < verb.index and (
        read[index].is_only("clitic")
        or read[index].form
        in {"mi", "ti", "ci", "vi", "le", "gli", "si", "non", "e", "anche", "ma", "qui", "oggi", "però"}
    ):
        index += 1
    if index == verb.index:
        return True
    if index > first or not (
        read[first].may_be("joined") or read[first].form in {"in", "a", "da", "tra", "fra", "per"}
    ):
        return False
    begins = max(first + 2, _past_relative(read, first, verb.index))
    return not any(
        word.is_mark or word.is_name or word.may_be("pronoun") or word.finite
        for word in read[begins : verb.index]
        if not (word.may_be("noun") or (word.reading.determiner_pairs and word.form not in {"che", "cui", "quello"}))
    )


def _past_relative(read: Sequence[Word], first: int, verb: int) -> int:
    """Tra le cose che mi porto via | restano le sue parole: past a relative clause of one verb."""
    that = next((word.index for word in read[first + 2 : verb] if word.form == "che"), None)
    if that is None:
        return 0
    place = that + 1
    while place < verb and (read[place].is_only("clitic") or read[place].form in {"mi", "ci", "non"}):
        place += 1
    others = any(is_surely_finite(word) for word in read[place + 1 : verb])
    return 0 if others or not read[place].finite else place + 1 + read[place + 1].is_only("adverb")


_VERY = frozenset(
    "molto impresso impressa impressi impresse moltissimo tanto tantissimo soprattutto anche davvero proprio particolarmente subito poi "
    "ieri oggi stamattina finalmente puntualmente già stasera".split()
)


@rule(
    "HAS_HAPPENED",
    severity="stop",
    says=_SAYS,
    wrong=[
        ["Mi è piaciuto la risposta sui turni.", "Mi è piaciuta la risposta sui turni."],
        ["Mi è piaciuto le storie dei fornitori.", "Mi sono piaciute le storie dei fornitori."],
        ["Mi ha colpito le vostre domande.", "Mi hanno colpito le vostre domande."],
        ["È arrivato la vostra lettera.", "È arrivata la vostra lettera."],
        ["Mi è piaciuto molto la calma di tutti.", "Mi è piaciuta molto la calma di tutti."],
        ["Sono arrivati ieri le fotografie.", "Sono arrivate ieri le fotografie."],
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
        place = participle.index + 1
        while place < len(read) and read[place].form in _VERY:
            place += 1
        subject = subject_at(read, place)
        if (
            subject is None
            or not subject.number
            or subject.head.is_among(used_as("collectives"))
            or goes_on(read, subject)
        ):
            continue
        if verb.has_lemma("essere") and (
            participle.is_among(used_as("happening")) or _is_passive(read, verb, participle)
        ):
            fits = participle.reading.adjective_pairs & subject.pairs
            better = [agreeing(participle.form, pair) for pair in sorted(subject.pairs)]
        elif (
            verb.has_lemma("avere")
            and participle.is_among(used_as("moving"))
            and read[verb.index - 1].form in {"mi", "ci"}
        ):
            fits, better = frozenset(), [participle.form]
        else:
            continue
        if agrees(verb, subject) and (fits or verb.has_lemma("avere")):
            continue
        if fits and verb.form in {"sono", "sia"}:
            continue  # sono tornato il giorno dopo
        verbs = [verb.token.text] if agrees(verb, subject) else list(in_person(verb.form, 3, subject.number))
        mended = [f"{one} {other}" for one in verbs for other in better if other]
        yield sentence.hit(verb.token, participle.token, *mended, subject=subject.head.token.text)


def _is_passive(read: Sequence[Word], verb: Word, participle: Word) -> bool:
    """Sono istituiti due premi: no reflexive (mi sono lavato le mani), no participle of being."""
    before = read[verb.index - 1] if verb.index else None
    if (before and before.may_be("clitic")) or participle.form in {"stato", "stata", "stati", "state"}:
        return False
    return participle.is_only("participle", "adjective") and not participle.is_among(used_as("with_essere"))
