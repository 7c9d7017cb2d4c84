"""Whether a name is somebody's of the writer's own life, or a part of somebody else's whole name."""

from collections.abc import Sequence

from seguito.core.looks.names.known import Form
from seguito.core.looks.names.likeness import distance
from seguito.core.looks.names.reading import Reading
from seguito.core.looks.names.tokens import Token, broken, phrase_at, phrase_before

_KIN_REACH = 3  # words between "my sister" and the name: "my sister, the vet, Marta"
_KIN_AFTER = 5
_SENTENCE = 30  # words of a sentence that are looked at
_FORM_OF_ONE = 7  # letters in which two forms of one name agree: `Gabriele`, `Gabriella`
_TO_THE_EAR = 5  # letters: in longer given names two wrong ones may still be the same sound


def in_own_life(reading: Reading, index: int) -> bool:
    """`my brother Mario`, `Mario, mio fratello`, `San Mario`: nobody of the house."""
    person = reading.words.person
    tokens = reading.tokens
    if phrase_before(tokens, index, person.kin, _KIN_REACH):
        return True
    following = range(index + 1, min(index + 1 + _KIN_AFTER, len(tokens)))
    mine = next((n for n in following if tokens[n].fold in person.mine), None)
    if mine is None or any(broken(tokens[n]) for n in range(index + 1, mine + 1)) or "," not in tokens[index + 1].gap:
        return False
    return any(phrase_at(tokens, n, person.kin) for n in range(mine + 1, min(mine + 4, len(tokens))))


def sentence_of(reading: Reading, index: int) -> range:
    """The words of the sentence that this word stands in, looked at a bounded way back and on."""
    first, stop = index, index + 1
    while first > max(0, index - _SENTENCE) and not _sentence_opens(reading, first):
        first -= 1
    while stop < min(len(reading.tokens), index + _SENTENCE) and not _sentence_opens(reading, stop):
        stop += 1
    return range(first, stop)


def _sentence_opens(reading: Reading, index: int) -> bool:
    token = reading.tokens[index]
    return token.opens and any(sign in token.gap for sign in ".!?…\n")


def is_elsewhere(reading: Reading, first: int, last: int) -> bool:
    """The sentence tells of the writer's own past (`I studied with Mr Bell`), or of what never was."""
    person = reading.words.person
    if phrase_at(reading.tokens, last + 1, person.not_real):
        return True
    return any(phrase_at(reading.tokens, n, person.own_past) for n in sentence_of(reading, first))


def among_strangers(reading: Reading, first: int, last: int) -> bool:
    """`Montessori, don Milani, Rodari`: in a row with names that nobody here bears."""
    tokens = reading.tokens
    if first and tokens[first - 1].fold in reading.words.articles - reading.words.joins and reading.next_to(first):
        first -= 1  # "e il signor …"
    before = first - 1 if "," in tokens[first].gap else first - 2
    joined = last + 1 < len(tokens) and tokens[last + 1].fold in reading.words.joins
    after = last + 2 if joined else last + 1
    listed = "," in tokens[first].gap or (first and tokens[first - 1].fold in reading.words.joins)
    follows = joined or (after < len(tokens) and "," in tokens[after].gap)
    titles = {titled.first for name, titled in reading.titled.items() if name < len(tokens) and reading.bare(name)}
    return any(
        beside and 0 <= n < len(tokens) and (n in titles or (reading.bare(n) and not tokens[n].opens))
        for n, beside in ((before, listed), (after, follows))
    )


def is_a_place(reading: Reading, first: int, last: int) -> bool:
    """`corso Martiri`, `via dei Martiri`, `Martin Lane`: no person is meant."""
    tokens, words = reading.tokens, reading.words
    before = first - 1
    while before > first - 3 and before > 0 and tokens[before].fold in words.articles and reading.next_to(before + 1):
        before -= 1
    led = before >= 0 and tokens[before].fold in words.places_before and reading.next_to(before + 1)
    return led or (
        reading.next_to(last + 1) and tokens[last + 1].capital and tokens[last + 1].fold in words.places_after
    )


def is_another(reading: Reading, read: Sequence[Token], form: Form, wrong: int) -> bool:
    """A given name of its own, and no slip: `Marta` for Marco. `Steven` and `Stephen` are one to the ear."""
    if len(read) > 1 or wrong < 2 or read[0].fold not in reading.words.given:
        return False
    one, other = read[0].fold, form.squashed
    to_the_ear = min(len(one), len(other)) > _TO_THE_EAR and (
        (one[0] == other[0] and one[-1] == other[-1]) or distance(_sound(one), _sound(other), 1) <= 1
    )
    return not to_the_ear and one[:_FORM_OF_ONE] != other[:_FORM_OF_ONE]


def _sound(fold: str) -> str:
    """Letters that are read alike in many names as one: `Kristian` as Christian, `Kathryn` as Catherine."""
    for letters, read in (("ch", "k"), ("c", "k"), ("ph", "f"), ("th", "t"), ("y", "i")):
        fold = fold.replace(letters, read)
    return fold


def in_other_name(reading: Reading, index: int) -> bool:
    """Another capital right beside it, known to nobody: a stranger's, a place's or a work's whole name."""
    return _foreign(reading, index - 1, index) or _foreign(reading, index + 1, index + 1)


def _foreign(reading: Reading, neighbour: int, tied: int) -> bool:
    if not 0 <= neighbour < len(reading.tokens) or not reading.next_to(tied) or reading.tokens[tied].opens:
        return False
    if not reading.bare(neighbour) or neighbour + 1 in reading.titled or len(reading.tokens[neighbour].word) == 1:
        return False
    token = reading.tokens[neighbour]
    if reading.titled.get(tied) and neighbour < tied:
        return False
    return not (token.opens and token.fold in reading.words.ordinary) and token.fold not in reading.words.capitalised
