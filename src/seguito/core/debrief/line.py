"""One line of the notes-format: who, what kind, and the words."""

import re
from dataclasses import dataclass, replace

from seguito.core.debrief.speakers import Speakers
from seguito.core.debrief.words import CLOSING, MARKS, NotesWords
from seguito.core.folding import folded
from seguito.core.nouns import By, DetailKind, Person

_BULLET = re.compile(r"(?:[-–—•·‣▪◦○●]\s+|[•·‣▪◦○●])(?:\[[ xX]?\]\s+)?")
_NUMBER = re.compile(r"(\d{1,3})[.)]\s+(?=\S)")
_MARK = "".join(map(re.escape, MARKS))
_NAMED = re.compile(
    rf"(?P<name>[^:：{_MARK}]{{1,80}}?)(?P<sign>\s*[:：]|\s*[{_MARK}]|\s+[-–—]\s+)(?P<rest>.*)", re.DOTALL
)
_BOLD = re.compile(r"^(?P<sign>\*\*|__)(?P<words>[^*_]{1,80})(?P=sign)")  # Markdown: **Giulia:** they rewrote …
_ASIDE_OF_NAME = re.compile(r"(?P<name>[^(\[]+?)\s*(?P<aside>[(\[][^)\]]*[)\]])")
_KIND_AFTER_NAME = re.compile(r"(?P<name>[^,(\[]+?)\s*[,(\[]\s*(?P<kind>[^,(\[)\]]+?)\s*[)\]]?")
_AT_MOST_WORDS = 5
_LONGEST_NAME = 3  # words: a longer beginning is prose, not a name that nobody bears


@dataclass(frozen=True, slots=True)
class Place:
    """Where a line belongs. `kind` None: no mark stood there. `named`: it says who speaks."""

    person: str | None
    by: By
    kind: DetailKind | None
    named: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A line as read. `whole`: all of it but bullets; `text`: what remains beside name and mark.

    `place` None: it says neither who nor what. `name`, `several`: a name that fits nobody, or these.
    `heading`: a name and nothing else.
    """

    whole: str
    text: str
    place: Place | None = None
    name: str = ""
    several: tuple[Person, ...] = ()
    heading: bool = False

    def under(self, heading: Place | None) -> Place | None:
        """Its place when it stands under a name: that person's, unless it names another."""
        if heading is None or self.several or (self.place and self.place.named):
            return self.place
        return replace(heading, kind=self.place.kind) if self.place else heading


def read_line(raw: str, item: int, stars_are_bullets: bool, speakers: Speakers, words: NotesWords) -> tuple[Line, int]:
    """The line, and its number if it goes on with a numbered list after number `item` (0: none)."""
    whole, item = _without_bullet(" ".join(raw.split()), item, stars_are_bullets)
    return _Reader(speakers, words).line(_without_bold(whole)), item


def _without_bullet(whole: str, item: int, stars_are_bullets: bool) -> tuple[str, int]:
    bullet = _BULLET.match(whole)
    if bullet and whole[bullet.end() :].strip():
        return whole[bullet.end() :], item
    if stars_are_bullets and whole.startswith("* "):
        return whole[2:], item
    number = _NUMBER.match(whole)
    if number and int(number[1]) in {1, item + 1}:  # "9. dicembre" is no item of a list
        return whole[number.end() :], int(number[1])
    return whole, item


def _without_bold(whole: str) -> str:
    return " ".join(_BOLD.sub(r"\g<words>", whole).split())


@dataclass(frozen=True, slots=True)
class _Reader:
    speakers: Speakers
    words: NotesWords

    def line(self, whole: str) -> Line:
        kind, rest = _marked(whole.removeprefix("@ "))
        if kind is None:
            return self._unmarked(whole)
        if whole.startswith("@ ") or whole[0] in CLOSING:  # nobody's in particular, whatever name it begins with
            return Line(whole, rest, Place(None, By.THEM, kind, named=whole.startswith("@ ")))
        inner = self._unmarked(rest)  # ~ Giulia: back from Trieste
        if inner.place and inner.place.named and not inner.heading:
            return replace(inner, whole=whole, place=replace(inner.place, kind=inner.place.kind or kind))
        return Line(whole, rest, Place(None, By.THEM, kind))

    def _unmarked(self, whole: str) -> Line:
        if whole.startswith("@"):
            return self._at(whole, whole[1:])
        found = _NAMED.fullmatch(whole)
        if found is None:
            return Line(whole, whole)
        sign = found["sign"].strip()
        return self._said_by(whole, found["name"].strip(), sign, found["rest"], attached=found["sign"] == sign)

    def _said_by(self, whole: str, name: str, sign: str, rest: str, *, attached: bool) -> Line:
        bare, kind = self._kind_named(name)
        if kind and not bare:  # Domanda: come lo misurerei?
            return Line(whole, rest.strip(), Place(None, By.THEM, kind)) if rest.strip() else Line(whole, whole)
        if folded(bare) in self.words.me:
            return self._placed(whole, Place(None, By.ME, kind, named=True), sign, rest)
        towards = self._my_addressee(bare)
        people = self._people(towards or bare, sign, attached)
        kept = ""
        if not people and (aside := _ASIDE_OF_NAME.fullmatch(bare)):  # Giulia (HR): the aside stays in the text
            people, kept = self._people(aside["name"], sign, attached), aside["aside"] + " "
        if len(people) == 1:
            by = By.ME if towards else By.THEM
            return self._placed(whole, Place(people[0].id, by, kind, named=True), sign, rest, kept)
        if people:
            return Line(whole, whole, name=bare, several=people)
        return Line(whole, whole, name=bare if sign in {":", "："} and _could_be_a_name(bare) else "")

    def _placed(self, whole: str, place: Place, sign: str, rest: str, kept: str = "") -> Line:
        kind, text = (MARKS[sign], _after_mark(rest, sign)) if sign in MARKS else _marked(rest.strip())
        place = replace(place, kind=kind or place.kind)
        if not text:
            colon_alone = sign in {":", "："} and kind is None
            return Line(whole, whole, place if colon_alone else None, heading=colon_alone)
        return Line(whole, kept + text, place)

    def _people(self, name: str, sign: str, attached: bool) -> tuple[Person, ...]:
        """A dash, or a mark that could end a sentence, needs the name in full: "Ma! che dire", "Anna - no"."""
        if sign in "-–—" or (attached and sign in "?!"):
            person = self.speakers.exactly(name)
            return (person,) if person else ()
        return self.speakers.meant_by(name)

    def _at(self, whole: str, typed: str) -> Line:
        """@giulia ~ …, @Giulia Bianchi: …, @giulia has a daughter who sails."""
        found = _NAMED.fullmatch(typed)
        if found:
            bare, kind = self._kind_named(found["name"].strip())
            people = self.speakers.meant_by(_dotted(bare))
            oneself = folded(bare) in self.words.me
            if oneself or len(people) == 1:
                place = Place(None if oneself else people[0].id, By.ME if oneself else By.THEM, kind, named=True)
                return self._placed(whole, place, found["sign"].strip(), found["rest"])
        words = typed.split()
        for count in range(min(_AT_MOST_WORDS, len(words)), 0, -1):
            people = self.speakers.meant_by(_dotted(" ".join(words[:count]).rstrip(",;.")))
            if len(people) == 1:
                kind, text = _marked(" ".join(words[count:]))
                place = Place(people[0].id, By.THEM, kind, named=True)
                return Line(whole, text, place) if text else Line(whole, whole, place, heading=True)
            if people:
                return Line(whole, whole, name=" ".join(words[:count]), several=people)
        return Line(whole, whole, name=words[0] if words else "")

    def _my_addressee(self, name: str) -> str:
        """`Giulia` in `me @giulia`, `me to Giulia`, `io a Giulia`; empty where it isn't one's own promise."""
        first, _, rest = name.partition(" ")
        if folded(first) not in self.words.me or not rest:
            return ""
        towards, _, person = rest.partition(" ")
        if rest.startswith("@"):
            return _dotted(rest[1:])
        return person if folded(towards) in self.words.towards or towards in {"→", ">", "->"} else ""

    def _kind_named(self, name: str) -> tuple[str, DetailKind | None]:
        """`Giulia, aside` and `Giulia (aside)`: the name, and the kind that is written out."""
        if folded(name) in self.words.kinds:
            return "", self.words.kinds[folded(name)]
        written = _KIND_AFTER_NAME.fullmatch(name)
        kind = self.words.kinds.get(folded(written["kind"])) if written else None
        return (written["name"], kind) if written and kind else (name, None)


def _could_be_a_name(text: str) -> bool:
    """Marco, van Bruni, Anna Maria Rossi; not "Key point"."""
    words = text.split()
    return len(words) <= _LONGEST_NAME and text.replace(" ", "").isalpha() and words[-1][0].isupper()


def _marked(text: str) -> tuple[DetailKind | None, str]:
    """The kind that a mark at the beginning gives, and the words after it.

    "~5 %", "+39 06", "***" and a quotation carry no mark.
    """
    if not text or text[0] not in MARKS:
        return None, text
    mark, rest = text[0], text[1:]
    if rest[:1] in MARKS or (mark in CLOSING and not rest.startswith(" ")) or (mark in "~+*" and rest[:1].isdigit()):
        return None, text
    return (MARKS[mark], rest.strip()) if rest.strip() else (None, text)


def _after_mark(rest: str, mark: str) -> str:
    """The words after a mark, without what hangs on to it: a second "?", a colon, the end of the quotation it opens."""
    if rest.startswith(" "):
        return rest.strip()
    text = rest.lstrip(mark) if mark not in CLOSING else rest
    if mark in CLOSING and text[-1:] and text[-1] in CLOSING[mark] and text[-1] not in text[:-1]:
        text = text[:-1]
    return text.removeprefix(":").removeprefix("：").strip()


def _dotted(name: str) -> str:
    """giulia.bianchi and giulia_bianchi, as handles are written; an address stays."""
    return name if "@" in name else re.sub(r"(?<=\w\w)[._](?=\w\w)", " ", name)
