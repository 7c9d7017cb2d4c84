"""The subject at the beginning of a clause, and the verb that it must agree with."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from seguito.languages.it.clauses import SUBORDINATES
from seguito.languages.it.determiners import family_of, pairs_of
from seguito.languages.it.noun_phrases import PREPOSITIONS, complements, past_names
from seguito.languages.it.phrases import could_only_be_noun, is_article, is_surely_finite
from seguito.languages.it.subject_starts import subject_starts
from seguito.languages.it.uses import used_as
from seguito.languages.it.words import PAIRS, Pair, Word, at, form_at

_OF_ONE = frozenset("nessuno nessuna ognuno ognuna ciascuno ciascuna qualcuno qualcuna".split())
_HE_AND_SHE: dict[str, Pair] = {
    **dict.fromkeys(("egli", "lui", "esso"), ("m", "s")),
    **dict.fromkeys(("ella", "essa"), ("f", "s")),
    "essi": ("m", "p"),
    "esse": ("f", "p"),
}
_PLURAL: frozenset[Pair] = frozenset({("m", "p"), ("f", "p")})
_ADVERBS_BETWEEN = frozenset(
    "non già ancora sempre mai anche davvero spesso poi subito quindi infatti però forse certo ormai solo pure "
    "proprio".split()
)


@dataclass(frozen=True, slots=True)
class Subject:
    """A noun phrase that can only be a subject: from `first` on, `end` not included. `pairs`: what it may be."""

    first: int
    end: int
    head: Word
    pairs: frozenset[Pair]

    @property
    def number(self) -> str:
        """`s` or `p`; empty where it may be either."""
        numbers = {number for _, number in self.pairs}
        return numbers.pop() if len(numbers) == 1 else ""


@dataclass(frozen=True, slots=True)
class Predicate:
    """The finite verb of a subject: its place, and that of the first of the words before it (non, pronouns)."""

    start: int
    verb: Word
    clitics: tuple[str, ...]


def agrees(verb: Word, subject: Subject) -> bool:
    """Whether a form of the verb is the third person of the subject's number."""
    return any(a.person == 3 and a.number == subject.number for a in verb.finite)


def goes_on(read: Sequence[Word], subject: Subject) -> bool:
    """Sono importanti la calma e il lavoro: another subject follows."""
    joint, after = at(read, subject.end), at(read, subject.end + 1)
    if joint is None or subject.number == "p":
        return False  # several already: the verb is plural whatever follows
    if joint.token.text == ",":
        return bool(after and after.kinds & {"article", "determiner", "noun", "numeral"} and after.form != "che")
    return joint.form in {"e", "ed", "o"}


def subjects(read: Sequence[Word]) -> Iterator[tuple[Subject, Predicate]]:
    """Every subject that opens a clause, with its verb."""
    for start in subject_starts(read):
        subject = subject_at(read, start)
        predicate = predicate_of(read, subject) if subject else None
        if subject and predicate:
            yield subject, predicate


def subject_at(read: Sequence[Word], start: int) -> Subject | None:
    """`La visita al vostro laboratorio`: determiner, adjectives, noun, adjectives, complements."""
    index, shown = _determiners(read, start)
    if index == start:
        return _somebody(read, start)
    while index + 1 < len(read) and _is_adjective(read[index]) and could_only_be_noun(read[index + 1]):
        index += 1
    if index >= len(read) or read[index].is_among(used_as("times")):
        return None
    head = read[index]
    if _stands_as_noun(read, head):
        return Subject(start, complements(read, index + 1, shown), head, shown)
    if not could_only_be_noun(head) or (head.may_be("adjective") and not head.reading.noun_pairs & shown):
        return None  # quella meridionale
    pairs = head.reading.noun_pairs & shown or head.reading.noun_pairs
    end = past_names(read, index + 1)
    end = complements(read, end, pairs)
    return Subject(start, end, head, frozenset(pairs)) if pairs else None


_SURE_ARTICLES = frozenset("il i un una".split())


def _stands_as_noun(read: Sequence[Word], head: Word) -> bool:
    """Il micelio, i vicini: a word that nobody knows, or an adjective, right after an article and before a verb."""
    if not head.is_word or head.is_name or form_at(read, head.index - 1) not in _SURE_ARTICLES:
        return False
    if not head.kinds:
        return head.form.isalpha()
    return head.is_only("adjective") and verb_at(read, head.index + 1) is not None


def _somebody(read: Sequence[Word], start: int) -> Subject | None:
    """Nessuno dei colleghi: a pronoun of one."""
    word = at(read, start)
    if word is None:
        return None
    if word.form == "chi" and word.begins and read[-1].token.text != "?":
        return Subject(start, start + 1, word, frozenset({("m", "s"), ("f", "s")}))
    if word.form in _HE_AND_SHE:
        return Subject(start, start + 1, word, frozenset({_HE_AND_SHE[word.form]}))
    if word.form not in _OF_ONE:
        return None
    pairs = frozenset({("f" if word.form.endswith("a") else "m", "s")})
    return Subject(start, complements(read, start + 1, pairs), word, pairs)


def _is_adjective(word: Word) -> bool:
    """Before a noun: what is an adjective or a participle, though it may be a noun elsewhere (le precedenti prove)."""
    return word.may_be("adjective") and word.kinds <= {"adjective", "participle", "noun"}


def _determiners(read: Sequence[Word], index: int) -> tuple[int, frozenset[Pair]]:
    """Over il, questo, i nostri, le tre … : the place after them, and what they show together."""
    shown: frozenset[Pair] | None = None
    while index + 1 < len(read):
        word = read[index]
        family = family_of(word.form)
        if word.may_be("joined"):
            break
        if family and word.kinds & {"article", "determiner"} and is_article(read, index):
            here = pairs_of(word.form)
        elif word.is_only("determiner", "pronoun", "adjective") and word.reading.determiner_pairs:
            here = word.reading.determiner_pairs
        elif word.is_only("numeral") and shown:
            here = _PLURAL
        elif word.form in {"tale", "tali", "ogni", "qualche"}:
            here = PAIRS - _PLURAL if word.form != "tali" else _PLURAL
        else:
            break
        shown = here if shown is None else shown & here
        index += 1
    return index, shown or frozenset()


def predicate_of(read: Sequence[Word], subject: Subject) -> Predicate | None:
    """The verb right after the subject, or after the relative clause that belongs to it."""
    index = _past_insertion(read, subject.end)
    if subject.head.form == "chi":
        return verb_at(read, _after_relative(read, index))
    if index < len(read) and read[index].form == "che":
        index = _after_relative(read, index + 1)
    elif index + 1 < len(read) and read[index].form in PREPOSITIONS and read[index + 1].form == "cui":
        index = _after_relative(read, index + 2)
    return verb_at(read, index)


_INSERTED = frozenset("anche soprattutto specie specialmente compresi comprese compreso compresa come".split())


def _says(read: Sequence[Word], first: Word) -> bool:
    """Le pause, mi diceva il capo, sono lunghe; le socie, mi hanno detto, sono sorelle."""
    verb = at(read, first.index + (first.form in {"mi", "ci"}))
    after = at(read, verb.index + 1) if verb else None
    if verb and after and verb.finite and verb.has_lemma("avere") and after.may_be("participle"):
        verb = after
        return verb.has_lemma("dire", "raccontare", "spiegare", "confermare")
    return bool(verb and verb.finite and verb.has_lemma("dire", "raccontare", "spiegare", "confermare"))


def _past_insertion(read: Sequence[Word], index: int) -> int:
    """Past what stands between two commas and can be no other subject: con cui ho bevuto il caffè, anche di sera."""
    comma, first = at(read, index), at(read, index + 1)
    if comma is None or first is None or comma.token.text != ",":
        return index
    relative = first.form in {"che", "dove"} or (first.form in PREPOSITIONS and form_at(read, index + 2) == "cui")
    aside = first.form in _INSERTED or first.is_only("joined") or first.form in PREPOSITIONS or _says(read, first)
    if not relative and not aside:
        return index
    for word in read[index + 2 : index + 14]:
        if word.token.text == ",":
            return word.index + 1
        if word.is_mark or word.form in {"e", "ed", "o"} or (word.form in SUBORDINATES and word.form != "cui"):
            return index
        if is_surely_finite(word) and not relative and not _says(read, first):
            return index
    return index


def verb_at(read: Sequence[Word], index: int) -> Predicate | None:
    """A finite verb that can be nothing else, after non, adverbs and pronouns."""
    start = index
    clitics: list[str] = []
    while index < len(read):
        word = read[index]
        if is_surely_finite(word) or _has_object(read, word):
            return Predicate(start, word, tuple(clitics))
        if word.may_be("clitic") and not word.finite:
            clitics.append(word.form)
        elif word.form not in _ADVERBS_BETWEEN:
            return None
        index += 1
    return None


def _has_object(read: Sequence[Word], word: Word) -> bool:
    """I poemi mostrano il mondo: a form that is a noun's as well is a verb before an article."""
    after = read[word.index + 1] if word.index + 1 < len(read) else None
    return any(a.person == 3 for a in word.finite) and bool(
        after and after.form in {"il", "lo", "i", "un", "una", "uno", "gli", "che", "molto"}
    )


def _after_relative(read: Sequence[Word], index: int) -> int:
    """The place after the verb of a relative clause and what follows it, where the main verb should stand.

    len(read) where more than one clause may lie between.
    """
    seen = False
    while index < len(read):
        word = read[index]
        if word.is_mark or word.form in SUBORDINATES or word.form in {"e", "ed", "o"}:
            return len(read)
        if is_surely_finite(word):
            if seen:
                return _before_clitics(read, index)
            seen = True
        elif word.finite and not seen:
            seen = True
        index += 1
    return len(read)


def _before_clitics(read: Sequence[Word], index: int) -> int:
    while index > 0 and (
        (read[index - 1].may_be("clitic") and not read[index - 1].may_be("preposition"))
        or read[index - 1].form == "non"
    ):
        index -= 1
    return index
