"""Monograms: one to three initials as one drawing, in one ink (T2.4).

Three cuts: `script`, letters of a copperplate hand that touch; `interlaced`, roman capitals woven over and under each
other; `plain`, spaced capitals between two rules. Each in no frame, a circle or a lozenge.
"""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from seguito.channels.card.capitals import CAP, Capital, capital
from seguito.errors import N_, Problem

FRAMES = ("none", "circle", "lozenge")
_MOST_LETTERS = 3
_HALO = 0.036 * CAP  # the paper that shows around a letter lying over another
_RULE, _THIN = 26, 16


class NoSuchCapital(Problem):
    id = "no-such-capital"
    happened = N_("The cut “{cut}” has no capital “{letter}”.")
    safe = N_("Nothing was printed.")
    next_step = N_("Choose another cut (`--cut {other}`), or other initials: `seguito me initials=…`.")
    on_page = N_("Choose another cut, or other initials in the settings, under About me.")


class InkUnreadable(Problem):
    id = "ink-unreadable"
    happened = N_("“{ink}” is no colour of an ink.")
    safe = N_("Nothing was printed.")
    next_step = N_("Write it as #rrggbb, for example {example}.")


class NoSuchCut(Problem):
    id = "no-such-cut"
    happened = N_("There is no monogram “{cut}”.")
    safe = N_("Nothing was printed.")
    next_step = N_("Choose one of these: {cuts}.")


@dataclass(frozen=True, slots=True)
class Monogram:
    """A drawing. `width` and `height` in its own units; `alt`: what it says, for who can't see it."""

    svg: str
    width: float
    height: float
    alt: str


@dataclass(frozen=True, slots=True)
class _Arranged:
    """Letters in their places, what is drawn besides (as SVG, in the ink), and whether they are to be woven."""

    letters: tuple[Capital, ...]
    besides: str = ""
    woven: bool = False
    rules: bool = False


def checked_ink(ink: str) -> str:
    """The colour, if it is one: it goes into a drawing's source."""
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", ink):
        raise InkUnreadable(ink=ink, example="#1f2f4f")
    return ink.lower()


def initials_from(text: str) -> str:
    """The capitals that a monogram is made of: at most three letters, whatever stands between them."""
    letters = [letter for letter in unicodedata.normalize("NFC", text) if letter.isalpha()]
    return "".join(letter.upper()[0] for letter in letters[:_MOST_LETTERS])


@lru_cache(maxsize=64)
def draw(initials: str, cut: str = "script", frame: str = "none", ink: str = "#1f2f4f") -> Monogram | None:
    """The monogram; None for no initials. Raises NoSuchCut, NoSuchCapital or InkUnreadable."""
    letters = initials_from(initials)
    ink = checked_ink(ink)
    if cut not in CUTS:
        raise NoSuchCut(cut=cut, cuts=tuple(CUTS))
    if frame not in FRAMES:
        raise NoSuchCut(cut=frame, cuts=FRAMES)
    if not letters:
        return None
    arranged = CUTS[cut]([_capital(cut, letter) for letter in letters])
    art = _woven(arranged.letters, ink) if arranged.woven else "".join(map(_solid(ink), arranged.letters))
    return _framed(arranged, art, frame, ink, " ".join(letters))


def _capital(cut: str, letter: str) -> Capital:
    found = capital(cut, letter)
    if found is None:
        raise NoSuchCapital(cut=cut, letter=letter, other="plain" if cut == "script" else "script")
    return found


def _solid(ink: str) -> Callable[[Capital], str]:
    return lambda letter: letter.svg(f'fill="{ink}"')


# -- where the letters stand


def _script(capitals: Sequence[Capital]) -> _Arranged:
    """One tucked into the other; of three the middle one, the family's, is the largest."""
    scales = (0.82, 1.12, 0.82) if len(capitals) == 3 else (1.0,) * len(capitals)
    placed: list[Capital] = []
    for index, (letter, scale) in enumerate(zip(capitals, scales, strict=True)):
        sized = _scaled(letter, scale)
        left = placed[-1].box[2] - 0.34 * CAP if placed else 0.0
        sunk = 0.04 * CAP if len(capitals) == 3 and index == 1 else 0.0
        placed.append(sized.moved(left - sized.box[0], sunk))
    return _Arranged(tuple(placed))


def _plain(capitals: Sequence[Capital]) -> _Arranged:
    """Spaced widely, a point between two."""
    placed: list[Capital] = []
    points = ""
    x = 0.0
    for letter in capitals:
        if placed:
            points += f'<circle cx="{x + 0.36 * CAP:.1f}" cy="{-0.5 * CAP:.1f}" r="34"/>'
            x += 0.72 * CAP
        placed.append(letter.moved(x - letter.box[0]))
        x = placed[-1].box[2]
    return _Arranged(tuple(placed), points, rules=True)


def _interlaced(capitals: Sequence[Capital]) -> _Arranged:
    """Two stepped down, or two small ones at the shoulders of a large one; later woven."""
    if len(capitals) == 1:
        return _Arranged((capitals[0],))
    if len(capitals) == 2:
        first, second = capitals
        step = 0.70 * first.width
        return _Arranged((first.moved(-first.box[0]), second.moved(step - second.box[0], 0.36 * CAP)), woven=True)
    left, middle, right = (_scaled(letter, k) for letter, k in zip(capitals, (0.80, 1.28, 0.80), strict=True))
    raised = -(1.28 - 0.80) * CAP / 2
    x = 0.80 * left.width
    return _Arranged(
        (
            left.moved(-left.box[0], raised),
            middle.moved(x - middle.box[0]),
            right.moved(x + middle.width - 0.20 * right.width - right.box[0], raised),
        ),
        woven=True,
    )


CUTS: dict[str, Callable[[Sequence[Capital]], _Arranged]] = {
    "script": _script,
    "interlaced": _interlaced,
    "plain": _plain,
}


def _scaled(letter: Capital, scale: float) -> Capital:
    return Capital(letter.path, letter.at_origin, letter.ink, letter.mean, scale)


# -- over and under


def _woven(letters: Sequence[Capital], ink: str) -> str:
    """The large (or first) letter below, the others over it; then, above a height at which the two do not touch, the
    large one once more on top: each passes over the other once."""
    order = [1, 0, 2] if len(letters) == 3 else [0, 1]
    base, *others = (letters[index] for index in order)
    art = [_solid(ink)(base), *(_over(letter, ink) for letter in others)]
    clips: list[str] = []
    middle = (base.box[0] + base.box[2]) / 2
    for number, other in enumerate(others):
        height = _quiet_height(base, other)
        if height is None:
            continue
        x0, x1 = min(each.box[0] for each in letters) - CAP, max(each.box[2] for each in letters) + CAP
        if len(letters) == 3:  # each side letter is woven on its own half
            x0, x1 = (x0, middle) if other is letters[0] else (middle, x1)
        top = min(each.box[1] for each in letters) - CAP
        box = f'x="{x0:.0f}" y="{top:.0f}" width="{x1 - x0:.0f}" height="{height - top:.1f}"'
        clips.append(f'<clipPath id="w{number}"><rect {box}/></clipPath>')
        art.append(f'<g clip-path="url(#w{number})">{_over(base, ink)}</g>')
    return f"<defs>{''.join(clips)}</defs>{''.join(art)}"


def _over(letter: Capital, ink: str) -> str:
    """The letter with the paper that shows around it; the paper is printed white."""
    width = 2 * _HALO / letter.scale
    ring = letter.svg(f'fill="#ffffff" stroke="#ffffff" stroke-width="{width:.1f}" stroke-linejoin="round"')
    return ring + _solid(ink)(letter)


def _quiet_height(one: Capital, other: Capital) -> float | None:
    """A height, as near the middle as can be, at which the two letters and their halos do not touch."""
    top, bottom = max(one.box[1], other.box[1]), min(one.box[3], other.box[3])
    middle, step = (top + bottom) / 2, (bottom - top) / 100
    for away in range(46):
        for height in (middle + away * step, middle - away * step):
            around = (height + share * _HALO for share in (-1.5, -0.75, 0, 0.75, 1.5))
            if not any(_touch(one, other, y) for y in around):
                return height
    return None


def _touch(one: Capital, other: Capital, y: float) -> bool:
    return any(a0 - _HALO < b1 and b0 < a1 + _HALO for a0, a1 in one.spans(y) for b0, b1 in other.spans(y))


# -- around


def _framed(arranged: _Arranged, art: str, frame: str, ink: str, alt: str) -> Monogram:
    """The drawing centred by eye: halfway between the middle of its box and the centre of gravity of its ink."""
    boxes = [letter.box for letter in arranged.letters]
    x0, y0 = min(box[0] for box in boxes), min(box[1] for box in boxes)
    x1, y1 = max(box[2] for box in boxes), max(box[3] for box in boxes)
    area = sum(letter.area for letter in arranged.letters)
    gravity = sum(letter.area * letter.mean_x for letter in arranged.letters) / area
    optical = ((x0 + x1) / 2 + gravity) / 2
    half = max(optical - x0, x1 - optical)
    view = (optical - half, y0, 2 * half, y1 - y0)
    art += f'<g fill="{ink}">{arranged.besides}</g>'
    if arranged.rules and frame == "none":
        view, rules = _between_rules(view, ink)
        art += rules
    if frame != "none":
        view, drawn = _in_frame(frame, optical, (y0 + y1) / 2, max(half, view[3] / 2), ink)
        art += drawn
    x, y, width, height = view
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{x:.1f} {y:.1f} {width:.1f} {height:.1f}" '
        f'width="{width:.1f}" height="{height:.1f}">{art}</svg>'
    )
    return Monogram(svg, width, height, alt)


_View = tuple[float, float, float, float]


def _between_rules(view: _View, ink: str) -> tuple[_View, str]:
    x, y, width, height = view
    away = 0.42 * CAP
    lines = "".join(
        f'<path d="M{x:.0f} {at:.0f}H{x + width:.0f}" stroke="{ink}" stroke-width="{_RULE}" fill="none"/>'
        for at in (y - away, y + height + away)
    )
    return (x, y - away - _RULE / 2, width, height + 2 * away + _RULE), lines


def _in_frame(frame: str, cx: float, cy: float, reach: float, ink: str) -> tuple[_View, str]:
    """Two lines around the letters, the outer one stronger."""
    radius = reach * (1.16 if frame == "circle" else 1.62) + 0.16 * CAP
    inner = radius - (0.09 if frame == "circle" else 0.13) * CAP
    lines = "".join(_ring(frame, cx, cy, r, width, ink) for r, width in ((radius, _RULE), (inner, _THIN)))
    edge = radius + _RULE
    return (cx - edge, cy - edge, 2 * edge, 2 * edge), lines


def _ring(frame: str, cx: float, cy: float, r: float, width: int, ink: str) -> str:
    shape = (
        f'<circle cx="{cx:.1f}" cy="{cy:.1f}" r="{r:.1f}"'
        if frame == "circle"
        else f'<path d="M{cx:.1f} {cy - r:.1f}L{cx + r:.1f} {cy:.1f}L{cx:.1f} {cy + r:.1f}L{cx - r:.1f} {cy:.1f}Z"'
    )
    return f'{shape} fill="none" stroke="{ink}" stroke-width="{width}"/>'
