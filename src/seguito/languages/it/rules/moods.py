"""The subjunctive: prima che parta, benché sia, credo che sia, vorrei che fosse."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from seguito.core.looks.language.prose import Hit, Sentence
from seguito.core.looks.language.record import rule
from seguito.languages.it.clauses import is_introduced
from seguito.languages.it.conjugation import in_subjunctive
from seguito.languages.it.determiners import family_of
from seguito.languages.it.first_verb import PASSED_OVER, first_verb, matches, wants_subjunctive
from seguito.languages.it.phrases import is_surely_finite
from seguito.languages.it.subjects import agrees, subject_at, verb_at
from seguito.languages.it.uses import moods
from seguito.languages.it.words import Word, at, form_at, words

_SAYS = {
    "en": "After “{joint}” the verb stands in the subjunctive.",
    "it": "Dopo «{joint}» il verbo va al congiuntivo.",
}
_CONDITIONAL_TOO = frozenset("benché sebbene nonostante quantunque ancorché malgrado".split())


_PASSING = frozenset("anche proprio davvero molto tanto quindi sinceramente però".split())
_I_THINK = frozenset("aspetto credo penso spero dubito suppongo ritengo temo immagino auspico".split())
_LINKING = frozenset("essere sembrare parere trovare ritenere".split())
_BETWEEN = frozenset("molto più un una davvero così anche proprio meglio assai stato stata tanto".split())


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
        ["Nonostante la strada era chiusa, siamo arrivati.", "Nonostante la strada fosse chiusa, siamo arrivati."],
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
            if not matches(read, word.index, phrase):
                continue
            end = word.index + len(phrase)
            verb = (_verb_at_once(read, end) or _verb_of_noun(read, end)) if at_once else first_verb(read, end)
            strict = word.form not in _CONDITIONAL_TOO
            if verb and wants_subjunctive(verb, future_too=strict) and not _is_other(read, word.index):
                yield sentence.hit(verb.token, verb.token, *in_subjunctive(verb.form), joint=" ".join(phrase))
            break


def _verb_at_once(read: Sequence[Word], index: int) -> Word | None:
    for word in read[index : index + 4]:
        if word.finite and not word.may_be("noun"):
            return word
        if not (word.is_only("clitic") or word.form in PASSED_OVER):
            return None
    return None


def _verb_of_noun(read: Sequence[Word], index: int) -> Word | None:
    """Nonostante la strada era chiusa, …: the noun's own verb, where a comma and another verb come after it."""
    noun = subject_at(read, index)
    found = verb_at(read, noun.end) if noun else None
    if noun is None or found is None or not agrees(found.verb, noun):
        return None
    comma = next((word.index for word in read[found.verb.index :] if word.is_mark), len(read))
    goes_on = comma < len(read) and read[comma].token.text == ","
    return found.verb if goes_on and any(is_surely_finite(word) for word in read[comma:]) else None


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
        ["Avrei preferito che mi chiedeva del mare.", "Avrei preferito che mi chiedesse del mare."],
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
    for that in read[1:]:
        governor = _governor(read, that.index) if that.form == "che" else None
        verb = first_verb(read, that.index + 1) if governor else None
        if governor is None or verb is None:
            continue
        said = sentence.note[read[governor.place].token.start : that.token.end]
        if governor.is_wish and all(a.mood == "subjunctive" and a.tense == "present" for a in verb.finite):
            yield sentence.hit(verb.token, verb.token, *in_subjunctive(verb.form, "imperfect"), joint=said)
        elif wants_subjunctive(verb, future_too=governor.is_strict):
            tense = "imperfect" if governor.is_wish else ""
            yield sentence.hit(verb.token, verb.token, *in_subjunctive(verb.form, tense), joint=said)


@dataclass(frozen=True, slots=True)
class _Governor:
    """What che depends on. `is_strict`: no future or conditional will do. `is_wish`: vorrei che, and then an imperfect."""

    place: int
    is_strict: bool = False
    is_wish: bool = False


def _governor(read: Sequence[Word], index: int) -> _Governor | None:
    """What the che at `index` depends on, if that wants a subjunctive."""
    back = index - 1
    while back > 0 and read[back].form in _PASSING:
        back -= 1
    word, before = read[back], at(read, back - 1)
    if word.form == "ora" and form_at(read, back - 1) == "l'" and back > 1 and read[back - 2].has_lemma("vedere"):
        return _Governor(back - 1, is_strict=True)
    if before and word.is_among(moods().feelings) and word.may_be("noun") and before.has_lemma("avere", "essere"):
        return _Governor(back)
    if before and word.form == "darsi" and before.has_lemma("potere"):
        return _Governor(back - 1, is_strict=True)
    if before and word.is_among(moods().wishes) and word.may_be("participle") and before.has_lemma("avere"):
        wished = any(a.mood == "conditional" for a in before.finite)
        return _Governor(back - 1, is_strict=True, is_wish=wished) if wished else None  # avrei preferito che
    if _is_verb(read, word):
        return _of_verb(word)
    if word.is_among(moods().judgements) and _is_linked(read, back):
        return _Governor(back, is_strict=True)
    return None


def _is_verb(read: Sequence[Word], word: Word) -> bool:
    """credo, penso, spero are nouns too, but before che they are mostly verbs."""
    if not word.finite or is_introduced(read, word.index):
        return False
    return word.form in _I_THINK or not word.kinds & {"noun", "adjective"}


def _of_verb(verb: Word) -> _Governor | None:
    if verb.is_among(moods().wishes) or verb.form == "piacerebbe":
        is_wish = any(a.mood == "conditional" for a in verb.finite)
        return _Governor(verb.index, is_strict=True, is_wish=is_wish)
    if verb.is_among(moods().opinions):
        return _Governor(verb.index)
    if verb.is_among(moods().impersonal) and any(a.person == 3 for a in verb.finite):
        return _Governor(verb.index, is_strict=verb.has_lemma("bisognare", "occorrere"))
    return None


def _is_linked(read: Sequence[Word], index: int) -> bool:
    """È molto importante, sono contenta, mi sembra giusto, trovo bello."""
    for word in reversed(read[max(0, index - 3) : index]):
        if word.is_among(_LINKING) and word.kinds & {"finite", "infinitive"}:
            return True
        if word.form not in _BETWEEN:
            return False
    return False
