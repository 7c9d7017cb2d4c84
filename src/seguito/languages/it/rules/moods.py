"""The subjunctive: prima che parta, benché sia, credo che sia, se avessi, vorrei che fosse."""

from collections.abc import Iterator, Sequence

from seguito.core.looks.language.prose import Hit, Sentence
from seguito.core.looks.language.record import rule
from seguito.languages.it.clauses import is_introduced
from seguito.languages.it.conjugation import in_conditional, in_subjunctive
from seguito.languages.it.phrases import is_article, verb_follows
from seguito.languages.it.determiners import family_of
from seguito.languages.it.uses import moods
from seguito.languages.it.words import Word, words

_SAYS = {
    "en": "After “{joint}” the verb stands in the subjunctive.",
    "it": "Dopo «{joint}» il verbo va al congiuntivo.",
}
_EMBEDS = frozenset("che ch' chi cui quando se dove come mentre perché quello quella quelli quelle quanto cosa cos' coloro colui colei ciò".split())
_VERB_OR_NOUN = frozenset({"finite", "imperative", "noun", "adjective", "participle"})
_CONDITIONAL_TOO = frozenset("benché sebbene nonostante quantunque ancorché malgrado".split())
_PASSED_OVER = frozenset("non già ancora mai anche sempre solo davvero poi forse tutto io tu lui lei noi voi loro egli ella".split())


def _first_verb(read: Sequence[Word], index: int) -> Word | None:
    """The finite verb of the clause that begins here; None where another clause comes between, or nobody can tell."""
    for word in read[index : index + 14]:
        if word.is_mark or word.form in _EMBEDS or word.may_be("gerund"):
            return None
        if word.index == index and _is_verbless(word):
            return None
        if word.kinds <= _VERB_OR_NOUN and word.finite and not is_introduced(read, word.index) and not _is_noun_here(read, word):
            return word
    return None


def _is_verbless(word: Word) -> bool:
    """Benché stanca, prima che sorgere: no verb of its own follows the joint."""
    return word.is_only("infinitive") or (bool(word.reading.adjective_pairs) and not word.reading.determiner_pairs)


def _is_noun_here(read: Sequence[Word], word: Word) -> bool:
    """Whether a form that is a noun's as well stands as a noun: after la, l', gli or an adjective."""
    if not (word.may_be("noun") or word.may_be("adjective")) or word.has_lemma("essere", "avere"):
        return False
    before = read[word.index - 1] if word.index else None
    if before is None:
        return False
    if family_of(before.form) and is_article(read, before.index):
        return True
    if before.form != "che" and before.reading.determiner_pairs & word.pairs:
        return True
    if word.may_be("noun") and verb_follows(read, word.index + 1):
        return True
    return not before.is_mark and not before.may_be("clitic") and before.form not in _PASSED_OVER | {"che", "se", "benché", "sebbene", "affinché", "purché", "qualora", "nonostante"} and not before.is_name


def _wants_subjunctive(verb: Word, *, future_too: bool = True) -> bool:
    """Whether no analysis of the verb is a subjunctive."""
    if any(a.mood == "subjunctive" for a in verb.finite):
        return False
    later = any(a.mood == "conditional" or a.tense in {"future", "past"} for a in verb.finite)
    return future_too or not later


def _matches(read: Sequence[Word], index: int, phrase: Sequence[str]) -> bool:
    return len(read) >= index + len(phrase) and all(
        word.form == form for word, form in zip(read[index:], phrase, strict=False)
    )


@rule(
    "SUBJUNCTIVE_AFTER_JOINT",
    severity="stop",
    says=_SAYS,
    wrong=[
        ["Prima che parte per Lione, le scrivo.", "Prima che parta per Lione, le scrivo."],
        ["Benché il treno era in ritardo, sono arrivata.", "Benché il treno fosse in ritardo, sono arrivata."],
        ["Qualora avete bisogno, chiamatemi.", "Qualora abbiate bisogno, chiamatemi."],
        ["Nonostante ero emozionata, ho riso.", "Nonostante fossi emozionata, ho riso."],
        ["Parlava come se conosceva tutti.", "Parlava come se conoscesse tutti."],
    ],
    right=[
        "Prima che parta, benché fosse tardi, affinché si possa, come se niente fosse.",
        "Nonostante il ritardo abbiamo finito, e comunque va bene così.",
        "Benché stanco, ho continuato, e nonostante ciò sono qui.",
        "La prima che ho visto era rossa.",
        "Sebbene quello che dice lui sia vero, ho dubbi.",
        "A meno che non piova. Ovunque ci sia lavoro.",
    ],
)
def subjunctive_after_joint(sentence: Sentence) -> Iterator[Hit]:
    read = words(sentence)
    for word in read:
        for phrase, at_once in moods().joints.get(word.form, ()):
            if not _matches(read, word.index, phrase):
                continue
            end = word.index + len(phrase)
            verb = _verb_at_once(read, end) if at_once else _first_verb(read, end)
            strict = word.form not in _CONDITIONAL_TOO
            if verb and _wants_subjunctive(verb, future_too=strict) and not _is_other(read, word.index):
                yield sentence.hit(verb.token, verb.token, *in_subjunctive(verb.form), joint=" ".join(phrase))
            break


def _verb_at_once(read: Sequence[Word], index: int) -> Word | None:
    for word in read[index : index + 4]:
        if word.finite and not word.may_be("noun"):
            return word
        if not (word.is_only("clitic") or word.form in _PASSED_OVER):
            return None
    return None


def _is_other(read: Sequence[Word], index: int) -> bool:
    """La prima che ho sentito, ciò nonostante: other words of the same form."""
    before = read[index - 1] if index else None
    return bool(before and (family_of(before.form) or before.form in {"ciò", "mia", "sua", "era"}))


@rule(
    "SUBJUNCTIVE_AFTER_THAT",
    severity="ask",
    says=_SAYS,
    wrong=[
        ["Credo che la sede è luminosa.", "Credo che la sede sia luminosa."],
        ["Spero che il progetto le interessa.", "Spero che il progetto le interessi."],
        ["È importante che tutti sanno nuotare.", "È importante che tutti sappiano nuotare."],
        ["Bisogna che qualcuno controlla le consegne.", "Bisogna che qualcuno controlli le consegne."],
        ["Vorrei che mi direbbe tutto.", "Vorrei che mi dicesse tutto."],
        ["Non vedo l'ora che comincia la stagione.", "Non vedo l'ora che cominci la stagione."],
    ],
    right=[
        "Credo che sia tardi, credo che sarà lunga, credo che verrei volentieri.",
        "È vero che piove, è chiaro che ha ragione, so che lavora qui.",
        "Mi ha detto che viene, e penso che, se vuole, può venire.",
        "Credo che chi lavora qui sia contento.",
        "Vorrei che fosse così; le cose che penso le dico.",
        "Penso a quello che ha detto, e il libro che credo di aver letto.",
    ],
)
def subjunctive_after_that(sentence: Sentence) -> Iterator[Hit]:
    read = words(sentence)
    for that in read:
        if that.form != "che" or that.index == 0:
            continue
        joint, strict, wish = _governor(read, that.index)
        if joint is None:
            continue
        verb = _first_verb(read, that.index + 1)
        if verb is None:
            continue
        said = sentence.note[read[joint].token.start : that.token.end]
        if wish and all(a.mood == "subjunctive" and a.tense == "present" for a in verb.finite):
            yield sentence.hit(verb.token, verb.token, *in_subjunctive(verb.form, "imperfect"), joint=said)
        elif _wants_subjunctive(verb, future_too=strict):
            tense = "imperfect" if wish else ""
            yield sentence.hit(verb.token, verb.token, *in_subjunctive(verb.form, tense), joint=said)


def _governor(read: Sequence[Word], index: int) -> tuple[int | None, bool, bool]:
    """What che depends on: its place, whether it takes no future either, whether it is a wish (vorrei che)."""
    back = index - 1
    while back > 0 and read[back].form in {"anche", "proprio", "davvero", "molto", "tanto", "quindi", "sinceramente", "però", "bene"} - {"bene"}:
        back -= 1
    word = read[back]
    if word.form == "ora" and back > 1 and read[back - 1].form == "l'" and read[back - 2].has_lemma("vedere"):
        return back - 1, True, False
    if word.has_lemma(*moods().feelings) and word.may_be("noun") and back and read[back - 1].has_lemma("avere", "essere"):
        return back, False, False
    if word.form == "darsi" and back and read[back - 1].has_lemma("potere"):
        return back - 1, True, False
    if word.finite and not is_introduced(read, back) and not word.kinds & {"noun", "adjective"} or _is_first_person(word):
        if word.has_lemma(*moods().wishes) or word.form == "piacerebbe":
            return back, True, any(a.mood == "conditional" for a in word.finite) or word.form == "piacerebbe"
        if word.has_lemma(*moods().opinions):
            return back, False, False
        if word.has_lemma(*moods().impersonal) and any(a.person == 3 for a in word.finite):
            return back, word.has_lemma("bisognare", "occorrere"), False
        return None, False, False
    if word.has_lemma(*moods().judgements) and back and _links(read, back):
        return back, True, False
    return None, False, False


def _is_first_person(word: Word) -> bool:
    """credo, penso, spero: nouns too, but before che mostly verbs."""
    return word.form in {"credo", "penso", "spero", "dubito", "suppongo", "ritengo", "temo", "immagino", "auspico"}


def _links(read: Sequence[Word], index: int) -> bool:
    """È molto importante, sono contenta, mi sembra giusto, trovo bello."""
    for word in reversed(read[max(0, index - 3) : index]):
        if word.has_lemma("essere", "sembrare", "parere", "trovare", "ritenere") and word.kinds & {"finite", "infinitive"}:
            return True
        if word.form not in {"molto", "più", "un", "una", "davvero", "così", "anche", "proprio", "meglio", "assai", "stato", "stata", "tanto"}:
            return False
    return False


@rule(
    "IF_SUBJUNCTIVE",
    severity="stop",
    says={
        "en": "In a condition, after “se”, the subjunctive: “{better}”.",
        "it": "In un'ipotesi, dopo «se», va il congiuntivo: «{better}».",
    },
    wrong=[
        ["Se avrei saputo, sarei venuta.", "Se avessi saputo, sarei venuta."],
        ["Verrei volentieri, se sarebbe possibile.", "Verrei volentieri, se fosse possibile."],
        ["Se me lo chiederebbe, partirei domani.", "Se me lo chiedesse, partirei domani."],
    ],
    right=[
        "Mi chiedo se sarebbe possibile; non so se potrei.",
        "Se avessi saputo, sarei venuta.",
        "Le domando se vorrebbe leggere, e se potrebbe rispondere.",
        "Se sarebbe meglio il mattino o la sera, me lo dica lei.",
    ],
)
def if_subjunctive(sentence: Sentence) -> Iterator[Hit]:
    read = words(sentence)
    for word in read:
        if word.form != "se" or _asks(read, word.index) or (word.index and read[word.index - 1].form in {"anche", "come"}):
            continue
        verb = _first_verb(read, word.index + 1)
        if verb and all(a.mood == "conditional" for a in verb.finite):
            yield sentence.hit(verb.token, verb.token, *in_subjunctive(verb.form, "imperfect"))


def _asks(read: Sequence[Word], index: int) -> bool:
    """Whether se is whether: after a verb or noun of asking, or where no other verb draws a conclusion."""
    before: list[Word] = []
    goes_on = index > 0 and read[index - 1].form in {"e", "ed", "o", "né"}
    for word in reversed(read[max(0, index - 9) : index]):
        if word.is_mark and not goes_on:
            break
        before.append(word)
    if any(word.has_lemma(*moods().asking) or word.has_lemma(*moods().asking_nouns) for word in before):
        return True
    others = [word for word in (*read[:index], *read[index + 1 :]) if any(a.mood == "conditional" for a in word.finite)]
    return len(others) < 2


@rule(
    "CONDITIONAL_AFTER_IF",
    severity="stop",
    says={
        "en": "What follows from a condition stands in the conditional: “{better}”.",
        "it": "La conseguenza di un'ipotesi va al condizionale: «{better}».",
    },
    wrong=[
        ["Se fossi più giovane, accettassi subito.", "Se fossi più giovane, accetterei subito."],
        ["Se avessi tempo, venissi anch'io.", "Se avessi tempo, verrei anch'io."],
    ],
    right=[
        "Se fossi più giovane, accetterei.",
        "Se avessi tempo, vorrei che venisse anche lei.",
        "Se fosse così, e se avessi tempo, verrei.",
    ],
)
def conditional_after_if(sentence: Sentence) -> Iterator[Hit]:
    read = words(sentence)
    if not read or read[0].form != "se":
        return
    condition = _first_verb(read, 1)
    comma = next((word.index for word in read if word.token.text == ","), 0)
    if condition is None or not comma or not _is_past_subjunctive(condition) or condition.index > comma:
        return
    for word in read[comma + 1 : comma + 5]:
        if word.form in _EMBEDS | {"e", "o", "ma"}:
            return
        if word.finite:
            if _is_past_subjunctive(word):
                yield sentence.hit(word.token, word.token, *in_conditional(word.form))
            return


def _is_past_subjunctive(word: Word) -> bool:
    return bool(word.finite) and all(a.mood == "subjunctive" and a.tense == "imperfect" for a in word.finite)
