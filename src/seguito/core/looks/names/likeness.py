"""How near the letters on the page are to a name that is known."""

from collections.abc import Iterable, Sequence

from rapidfuzz.distance import OSA

from seguito.core.looks.names.known import Form
from seguito.core.looks.names.tokens import Token

_FAR = 99


def allowed(length: int, sure: bool) -> int:
    """How many letters may be wrong, missing, added or changed over in a name of `length` letters.

    `sure`: something else says that a name stands here (a greeting, a title, the rest of the name beside it).
    """
    if sure:
        return 0 if length < 3 else 1 if length == 3 else 2 if length < 6 else 3 if length < 9 else 4
    return 0 if length < 4 else 1 if length < 8 else 2 if length < 12 else 3


def distance(read: str, known: str, limit: int) -> int:
    """Letters wrong, missing, added or changed over; `_FAR` beyond the limit.

    Many wrong letters count only where the names begin alike: Smith is no misspelt Scott.
    """
    wrong = int(OSA.distance(read, known, score_cutoff=limit))
    if wrong > limit or (wrong > 1 and wrong > 0.45 * max(len(read), len(known))):
        return _FAR
    if wrong > 2 and read[:1] != known[:1]:
        return _FAR
    return wrong


def squashed(read: Sequence[Token]) -> str:
    return "".join(token.fold for token in read)


def nearest(read: Sequence[Token], forms: Iterable[Form], sure: bool) -> tuple[Form, int] | None:
    """The form that these words come nearest to, with how many letters differ; None where none is near enough."""
    letters = squashed(read)
    best: tuple[Form, int] | None = None
    for form in forms:
        if abs(len(form.tokens) - len(read)) > 1:
            continue
        wrong = distance(letters, form.squashed, allowed(len(form.squashed), sure))
        if wrong < _FAR and (best is None or wrong < best[1]):
            best = (form, wrong)
    return best


def half_of(read: Sequence[Token], forms: Iterable[Form]) -> Form | None:
    """`Berg` of `van der Berg`, `Smith` of `Smith-Jones`: the form of which only a part was written."""
    folds = tuple(token.fold for token in read)
    for form in forms:
        whole = form.folds
        if (
            len(whole) > len(folds)
            and (whole[-len(folds) :] == folds or whole[: len(folds)] == folds)
            and len(folds[-1]) > 2
        ):
            return form
    return None
