"""What stands around a word: whether an article is one, whether a verb begins here, what a noun may go with."""

from collections.abc import Sequence

from seguito.languages.it.determiners import CERTAIN, pairs_of
from seguito.languages.it.words import Pair, Word

NOMINAL = frozenset({"noun", "adjective", "participle"})
_VERBAL = frozenset({"finite", "imperative", "gerund"})  # what a noun's form may be as well; no article goes before it
_OF = frozenset("di del dello dell' della dei degli delle".split())
_WITH_DI = frozenset(
    "parlare dire chiedere pensare sperare credere decidere cercare trattare disporre godere dubitare sognare".split()
)
_WITH_CHE = frozenset(
    "domandare ricordare confermare comunicare assicurare scrivere raccontare mostrare segnalare promettere".split()
)
_DEGREES = frozenset(
    "molto poco più meno ben bene male mal meglio peggio tanto troppo così sempre non già quasi altrettanto assai "
    "ancora prima poi mai solo dopo ieri oggi domani tutto niente quando come dove perché sì no fuori dentro sotto "
    "sopra dietro davanti vicino lontano presto tardi".split()
)
_PRONOUNS_TOO = frozenset("uno quello quella quelle bello bella belle nessuno alcuno ciascuno".split())
JOINTS = frozenset(
    "che ch' cui chi quando mentre se perché poiché dove come affinché benché sebbene purché finché appena siccome "
    "qualora ma e ed o né".split()
)
_INFINITIVE: frozenset[Pair] = frozenset({("m", "s")})


def is_common(word: Word) -> bool:
    """A word of the lexicon in small letters: how it begins and what it may be is known."""
    return word.is_word and bool(word.kinds) and not (word.token.capitalised and not word.begins)


def next_to(read: Sequence[Word], index: int) -> Word | None:
    """The common word right after `index`, if there is one."""
    following = read[index + 1] if index + 1 < len(read) else None
    return following if following and is_common(following) else None


def pairs_after_article(word: Word) -> frozenset[Pair]:
    """What a word may be after an article, as far as genders and numbers go; empty when that is not sure."""
    others = {"determiner", "pronoun", "infinitive"}
    if "noun" in word.kinds and word.form not in _DEGREES:
        others |= {"adverb", "preposition"}  # un incontro, il fine
    if not word.kinds <= NOMINAL | _VERBAL | others:
        return frozenset()
    if "pronoun" in word.kinds and "determiner" not in word.kinds:
        return frozenset()
    infinitive = _INFINITIVE if "infinitive" in word.kinds else frozenset()
    return word.reading.pairs | word.reading.determiner_pairs | infinitive


def could_only_be_noun(word: Word) -> bool:
    """Whether it is a noun where no verb can stand: after a possessive, a number, qualche."""
    return word.may_be("noun") and word.kinds <= NOMINAL | _VERBAL and not word.has_lemma("essere", "avere")


def is_article(read: Sequence[Word], index: int) -> bool:
    """Whether the word at `index` (il, lo, quello, un …) certainly goes with the noun phrase after it."""
    word, following = read[index], read[index + 1]
    if word.form in CERTAIN or (word.form == "una" and following.may_be("noun")):
        return True
    if word.form in _PRONOUNS_TOO:
        return is_noun(read, index + 1) and not following.may_be("adjective") and not _third(following)
    before = read[index - 1] if index else None
    if before and before.is_only("preposition") and not following.may_be("infinitive"):
        return True
    if following.form == "loro":
        return index + 2 < len(read) and read[index + 2].may_be("noun")  # la loro proposta
    return is_noun(read, index + 1) or following.is_only("determiner", "numeral", *NOMINAL)


def is_noun(read: Sequence[Word], index: int) -> bool:
    """Whether a word after an article is its noun, though its form may be a verb's: the verb comes later, a
    complement with di follows, or a verb stands right before (ho firmato il modulo)."""
    word = read[index]
    if not word.may_be("noun"):
        return False
    if word.is_only("noun"):
        return True
    if not word.may_be("finite"):
        return False
    after = read[index + 1] if index + 1 < len(read) else None
    if after and after.reading.form in _OF and not word.is_among(_WITH_DI):
        return True
    if after and after.form in {"che", "cui"} and not word.is_among(_WITH_DI | _WITH_CHE):
        return True
    before = _before_adverbs(read, index - 2)
    if (
        index
        and any(a.person == 1 for a in word.finite)
        and not pairs_of(read[index - 1].form) & word.reading.noun_pairs
    ):
        return bool(before and _wants_object(read, before))  # la richiamo non appena avrò parlato
    if before and before.form in JOINTS and after and is_surely_finite(after):
        return False  # l'incendio che lo uccise fu breve
    return verb_follows(read, index + 1) or bool(before and _wants_object(read, before))


_VERY = frozenset("molto tanto moltissimo soprattutto davvero anche proprio".split())


def _before_adverbs(read: Sequence[Word], index: int) -> Word | None:
    """The word in a place, or before the adverbs that stand there: è piaciuta | molto | la calma."""
    while index > 0 and read[index].form in _VERY:
        index -= 1
    return read[index] if index >= 0 else None


def _wants_object(read: Sequence[Word], verb: Word) -> bool:
    """Ho firmato il modulo, per chiudere la porta: another verb cannot follow at once."""
    if verb.is_only("infinitive"):
        return True
    auxiliary = read[verb.index - 1] if verb.index else None
    return verb.may_be("participle") and bool(auxiliary and auxiliary.has_lemma("avere", "essere"))


def verb_follows(read: Sequence[Word], index: int) -> bool:
    """Whether the clause has a verb that can be nothing else further on: then a form before it is none."""
    for word in read[index:]:
        if word.is_mark or word.form in JOINTS:
            return False
        if is_surely_finite(word):
            return True
    return False


def is_surely_finite(word: Word) -> bool:
    """A finite verb that can be nothing else; the forms of essere and avere hide no noun that anyone means."""
    if not word.finite:
        return False
    return word.is_only("finite", "imperative") or (word.has_lemma("essere", "avere") and not word.may_be("participle"))


def _third(word: Word) -> bool:
    """Whether it may be the verb of a pronoun: quello dice."""
    return any(a.person == 3 for a in word.finite)


def is_past_participle(word: Word | None) -> bool:
    """Detto, fatta, visti: no other verb's form."""
    if word is None or not word.reading.adjective_pairs or word.token.capitalised:
        return False
    past = any(a.mood == "participle" and a.tense == "past" for a in word.reading.analyses)
    return past and word.kinds <= {"participle", "adjective", "noun"}
