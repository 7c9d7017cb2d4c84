"""Whether a name is somebody's of the writer's own life, or a part of somebody else's whole name."""

from seguito.core.looks.names.reading import Reading
from seguito.core.looks.names.tokens import broken, phrase_at, phrase_before

_KIN_REACH = 3  # words between "my sister" and the name: "my sister, the vet, Marta"
_KIN_AFTER = 5


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
