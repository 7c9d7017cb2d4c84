"""Le or la, le or gli: la ringrazio, le scrivo; to a woman le, to a man gli."""

from collections.abc import Iterator, Sequence

from seguito.core.looks.context import Context, Known
from seguito.core.looks.language.prose import Hit, Place, Prose, Sentence
from seguito.core.looks.language.record import note_rule, rule
from seguito.languages.it.address import has_object, is_first_person
from seguito.languages.it.phrases import is_surely_finite
from seguito.languages.it.uses import courtesy, is_person
from seguito.languages.it.words import Word, at, words

_SAYS = {
    "en": "“{verb}” goes with “{better}” for the person you write to.",
    "it": "Con «{verb}» la forma di cortesia è «{better}».",
}


@rule(
    "COURTESY_PRONOUN",
    severity="ask",
    says=_SAYS,
    wrong=[
        ["Le ringrazio per il pomeriggio.", "La ringrazio per il pomeriggio."],
        ["La scrivo dal treno.", "Le scrivo dal treno."],
        ["La chiedo scusa per il ritardo.", "Le chiedo scusa per il ritardo."],
        ["La auguro una buona settimana.", "Le auguro una buona settimana."],
        ["La volevo chiedere un consiglio.", "Le volevo chiedere un consiglio."],
    ],
    right=[
        "La ringrazio e le scrivo, la richiamo e le telefono.",
        "La lettera la scrivo stasera, e la mando domani.",
        "Le ho viste lavorare, le ringrazio entrambe.",
        "La chiamo, la informo che arrivo, la prego di salutarle.",
        "Le aspetto tutte, le vostre idee.",
        "La domanda la faccio io, la risposta la scrive lei.",
    ],
)
def courtesy_pronoun(sentence: Sentence) -> Iterator[Hit]:
    read = words(sentence)
    for pronoun in read:
        if pronoun.form not in {"la", "le"}:
            continue
        verb = _verb_of(read, pronoun)
        if verb is None:
            continue
        if pronoun.form == "le" and _is_accusative(read, verb) and not _many(read, pronoun, verb):
            yield sentence.hit(pronoun.token, pronoun.token, "la", verb=verb.token.text)
        elif pronoun.form == "la" and _is_dative(read, pronoun, verb):
            yield sentence.hit(pronoun.token, pronoun.token, "le", verb=verb.token.text)


def _verb_of(read: Sequence[Word], pronoun: Word) -> Word | None:
    """The verb in the first person that the pronoun belongs to, past an auxiliary or volevo, vorrei, posso."""
    verb = at(read, pronoun.index + 1)
    if verb is None or not is_first_person(verb):
        return None
    after = at(read, verb.index + 1)
    if verb.has_lemma("volere", "potere", "dovere", "avere") and after and after.kinds & {"infinitive", "participle"}:
        return after
    return verb


def _is_accusative(read: Sequence[Word], verb: Word) -> bool:
    after = at(read, verb.index + 1)
    return verb.is_among(courtesy().accusative) and not (
        after and after.has_lemma("il", "uno") and verb.has_lemma("assicurare", "sentire")
    )


def _many(read: Sequence[Word], pronoun: Word, verb: Word) -> bool:
    """Several women or things: le ho viste, le ringrazio entrambe, le aspetto tutte, le mie colleghe."""
    if ("f", "p") in verb.reading.adjective_pairs and verb.may_be("participle"):
        return True
    rest = read[verb.index + 1 :]
    if any(word.form in {"entrambe", "tutte", "ambedue", "signore"} for word in rest[:3]):
        return True
    earlier = [
        word
        for word in read[: pronoun.index]
        if ("f", "p") in word.reading.noun_pairs and len(word.reading.noun_pairs) == 1
    ]
    dislocated = any(
        word.token.text == "," and at(read, word.index + 1) and read[word.index + 1].form == "le" for word in rest
    )
    return bool(earlier) or dislocated


def _is_dative(read: Sequence[Word], pronoun: Word, verb: Word) -> bool:
    """Nothing feminine stands before that la could be, and the verb wants le."""
    if any(("f", "s") in word.reading.noun_pairs and not word.is_name for word in read[: pronoun.index]):
        return False
    if any(
        word.token.text == "," and at(read, word.index + 1) and read[word.index + 1].form in {"la", "quella", "questa"}
        for word in read[verb.index :]
    ):
        return False
    if not (
        pronoun.begins
        or pronoun.token.capitalised
        or read[pronoun.index - 1].form in {"e", "perciò", "quindi", "ma", ",", "intanto", "oggi", "così"}
    ):
        return False
    after = at(read, verb.index + 1)
    if verb.is_among(courtesy().dative_alone):
        return after is None or not after.is_mark or pronoun.token.capitalised
    return verb.is_among(courtesy().dative_with_object) and has_object(read, verb.index + 1)


@rule(
    "COURTESY_ENCLITIC",
    severity="ask",
    says=_SAYS,
    wrong=[
        ["Volevo ringraziarle per la pazienza.", "Volevo ringraziarla per la pazienza."],
        ["Vorrei scriverla qualche riga.", "Vorrei scriverle qualche riga."],
        ["Sono lieto di risponderLa subito.", "Sono lieto di risponderLe subito."],
        ["Spero di poter incontrarLe presto.", "Spero di poter incontrarLa presto."],
    ],
    right=[
        "Ringraziarla e scriverle è un piacere.",
        "Le colleghe vorrei ringraziarle una per una.",
        "La lettera devo ancora scriverla, e la domanda porla.",
        "Spero di incontrarle entrambe.",
    ],
)
def courtesy_enclitic(sentence: Sentence) -> Iterator[Hit]:
    read = words(sentence)
    for verb in read:
        clitics = {a.clitics for a in verb.reading.analyses if a.clitics and a.mood in {"infinitive", "gerund"}}
        if clitics == {("le",)} and verb.is_among(courtesy().accusative) and not _many(read, verb, verb):
            yield sentence.hit(verb.token, verb.token, _with_ending(verb, "la"), verb=verb.token.text)
        elif clitics == {("la",)} and verb.is_among(courtesy().dative_alone) and not _feminine_before(read, verb):
            if verb.token.text.endswith("La") or has_object(read, verb.index + 1) or _goes_on(read, verb):
                yield sentence.hit(verb.token, verb.token, _with_ending(verb, "le"), verb=verb.token.text)
        elif clitics == {("la",)} and verb.is_among(courtesy().dative_with_object) and has_object(read, verb.index + 1):
            yield sentence.hit(verb.token, verb.token, _with_ending(verb, "le"), verb=verb.token.text)


def _with_ending(verb: Word, ending: str) -> str:
    text = verb.token.text
    return text[:-2] + (ending.capitalize() if text[-2].isupper() else ending)


def _feminine_before(read: Sequence[Word], verb: Word) -> bool:
    return any(("f", "s") in word.reading.noun_pairs for word in read[: verb.index])


def _goes_on(read: Sequence[Word], verb: Word) -> bool:
    """Risponderla subito, scriverla per dirle."""
    after = at(read, verb.index + 1)
    return bool(
        after and after.form in {"subito", "presto", "qualche", "due", "per", "con", "ancora", "al", "alla", "via"}
    )


_ANNA = Context(
    to="Anna Ferri",
    interviewers=(Known("Anna Ferri", gender="f"), Known("Luca Neri", gender="m"), Known("Sara Conti", gender="f")),
)


@note_rule(
    "GLI_OR_LE",
    severity="ask",
    says={
        "en": "“{quote}” does not go with {person}.",
        "it": "«{quote}» non va con {person}.",
    },
    wrong=[
        [
            "Gentile dottoressa Ferri,\ngli scrivo per ringraziarla.",
            "Gentile dottoressa Ferri,\nle scrivo per ringraziarla.",
        ],
        [
            "Ho parlato con Sara Conti e gli ho lasciato il libro.",
            "Ho parlato con Sara Conti e le ho lasciato il libro.",
        ],
        [
            "Ho incontrato la sua collega e gli ho dato il numero.",
            "Ho incontrato la sua collega e le ho dato il numero.",
        ],
        ["La signora mi ha visto e io gli ho chiesto aiuto.", "La signora mi ha visto e io le ho chiesto aiuto."],
        ["Ho visto la signora, gli dia i miei saluti.", "Ho visto la signora, le dia i miei saluti."],
    ],
    right=[
        "Ho parlato con Luca Neri e gli ho lasciato il libro.",
        "Ho incontrato la sua collega e il direttore, e gli ho dato il numero.",
        "Ho visto gli amici della signora e gli ho parlato.",
        "Le scrivo per ringraziarla, e gli altri saluti li porto io.",
        "La sua collega gli ha risposto subito.",
    ],
    known=_ANNA,
)
def gli_or_le(prose: Prose) -> Iterator[Hit]:
    for sentence in prose.sentences:
        read = words(sentence)
        for word in read:
            if word.form not in {"gli", "dirgli", "scrivergli", "ringraziargli"} or (
                word.may_be("article") and not _is_pronoun(read, word)
            ):
                continue
            verb = at(read, word.index + 1) if word.form == "gli" else word
            if verb is None or (verb is not word and not is_first_person(verb) and not _is_asked(read, word, verb)):
                continue  # la collega gli dice: to somebody else
            person = _named_before(prose.context, read, word.index)
            if person is None and _speaks_to_reader(prose, sentence, read, word):
                person = prose.context.to or "Lei"
            if person:
                better = "le" if word.form == "gli" else word.form[:-3] + "le"
                yield Hit(word.token.start, word.token.end, (better,), {"person": person})


def _is_asked(read: Sequence[Word], word: Word, verb: Word) -> bool:
    """…, gli porti i miei saluti: asked of the reader, for whoever was named."""
    opens = word.index > 0 and read[word.index - 1].token.text in {",", ";", ":"}
    return opens and any(a.mood == "subjunctive" and (a.person, a.number) == (3, "s") for a in verb.finite)


def _is_called(sentence: Sentence, index: int) -> bool:
    """Le scrivo, dottoressa, per ringraziarla: called by her title."""
    kind = index > 1 and sentence.tokens[index - 1].word in {"gentile", "cara", "gentilissima", "egregia"}
    return index > kind and sentence.tokens[index - 1 - kind].text == ","


def _is_pronoun(read: Sequence[Word], word: Word) -> bool:
    after = at(read, word.index + 1)
    return bool(after and (is_surely_finite(after) or (after.may_be("clitic") and not after.may_be("noun"))))


def _named_before(context: Context, read: Sequence[Word], index: int) -> str | None:
    """The woman named last before the pronoun, if nobody and nothing else that gli may mean stands before it."""
    woman = None
    for word in read[:index]:
        if word.is_name:
            known = next((p for p in context.interviewers if word.token.text in p.name.split()), None)
            if known is None or known.gender != "f":
                if not (woman and read[word.index - 1].is_among(courtesy().feminine_titles)):
                    return None
            else:
                woman = known.name
        elif _is_her(read, word):
            woman = word.token.text
        elif word.may_be("noun") and not word.finite and word.form != "grazie":
            if word.reading.noun_pairs == {("f", "s")} and is_person(word):
                woman = word.token.text
            elif is_person(word) or any(number == "p" for _, number in word.reading.noun_pairs):
                return None
    return woman


def _is_her(read: Sequence[Word], word: Word) -> bool:
    """La sua collega: a noun of either gender, with a feminine before it."""
    before = at(read, word.index - 1)
    if before is None or not is_person(word) or ("f", "s") not in word.reading.noun_pairs:
        return False
    return before.form in {"la", "una", "sua", "mia", "vostra", "nostra", "quella", "della", "alla", "dalla", "questa"}


_SENT = frozenset({"mandare", "inviare", "chiedere", "porgere", "augurare"})


def _speaks_to_reader(prose: Prose, sentence: Sentence, read: Sequence[Word], word: Word) -> bool:
    """Gli scrivo, gli mando: said to the reader, where she is known to be a woman."""
    reader = prose.context.addressee
    titled = any(
        token.word in courtesy().feminine_titles and (said.place is Place.GREETING or _is_called(said, index))
        for said in prose.sentences
        for index, token in enumerate(said.tokens)
    )
    if not (reader and reader.gender == "f") and not titled:
        return False
    verb = at(read, word.index + 1)
    first = bool(verb and is_first_person(verb))
    alone = not any(other.is_name or is_person(other) for other in read[: word.index])
    return first and alone and bool(verb and verb.is_among(courtesy().dative_alone | courtesy().accusative | _SENT))
