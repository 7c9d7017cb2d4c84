"""Taking a name out of what others wrote: where it stands, and the words without it.

Full names, addresses and numbers are looked for everywhere; a given or a family name alone only near where that person
was met, since elsewhere it may be anybody's.
"""

import hashlib
import hmac
import re
import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from seguito.core.folding import folded
from seguito.core.nouns import Person

MARK = "[…]"  # no note with this in it passes its first look
_SENTENCE_START = re.compile(r"(?:^|[.!?…]\s+|\n\s*|[“«\"(]\s*)$")
_SHORTEST = 2
# What stays the same in any writing of a name: in either case, in any Unicode form, escaped in JSON. Not i, k and s: to
# them ı, the kelvin sign and ſ are equal as well.
_SURE = re.compile(r"[a-hjl-rt-z0-9@.+-]+")


@dataclass(frozen=True, slots=True)
class Traces:
    """How somebody is named. `whole`: full names, addresses, numbers; `parts`: a given or a family name alone.

    `ordinary`: those of the parts that are words of a language as well: they count in the middle of a sentence only.
    """

    whole: tuple[str, ...]
    parts: tuple[str, ...] = ()
    ordinary: frozenset[str] = frozenset()

    def spans(self, text: str, near: bool) -> list[tuple[int, int]]:
        """Where the text names them (code points). `near`: a part of the name counts as well."""
        found = [match.span() for name in self.whole for match in _pattern(name, re.IGNORECASE).finditer(text)]
        for part in self.parts if near else ():
            found += [match.span() for match in _pattern(part).finditer(text) if self._is_a_name(part, text, match)]
        return _joined(found)

    def pieces(self, near: bool) -> frozenset[frozenset[str]]:
        """What a text that names them holds, in ASCII without regard to case: all of one of these sets.

        So that a database can tell quickly which texts need not be read at all; an empty set says that all must.
        """
        sets = {frozenset(_SURE.findall(_composed(name).lower())) for name in (*self.whole, *(self.parts * near))}
        return frozenset(one for one in sets if not any(other < one for other in sets))

    def taken_out(self, text: str, near: bool) -> str:
        """The text without them."""
        out, last = [], 0
        for start, end in self.spans(text, near):
            out += [text[last:start], MARK]
            last = end
        return "".join([*out, text[last:]])

    def _is_a_name(self, part: str, text: str, match: re.Match[str]) -> bool:
        return part not in self.ordinary or not _SENTENCE_START.search(text[: match.start()])


def traces_of(person: Person, others: Iterable[Person], ordinary: Collection[str]) -> Traces:
    """How this person is named. A part of the name that one of the `others` bears as well says nothing by itself."""
    names = [person.name, *person.also, f"{person.family}, {person.given}", f"{person.family} {person.given}"]
    whole = [name for name in names if len(name.split()) > 1] + [*person.emails, *person.phones]
    shared = {word for other in others for word in folded(other.name).split()}
    parts = [person.given, person.family, *(name for name in person.also if " " not in name)]
    own = [part for part in dict.fromkeys(parts) if len(part) >= _SHORTEST and not set(folded(part).split()) & shared]
    if not person.family:
        whole += [] if own else [person.given]
    return Traces(
        whole=tuple(dict.fromkeys(text for name in whole for text in (name, folded(name)) if name.strip())),
        parts=tuple(own),
        ordinary=frozenset(part for part in own if folded(part) in ordinary),
    )


def digest(key: bytes, kind: str, value: str) -> str:
    """A keyed hash of something that names a person: without the key nobody finds out by trying."""
    return hmac.new(key, f"{kind}:{value}".encode("utf-8", "surrogatepass"), hashlib.sha256).hexdigest()


def digests(key: bytes, record: str, emails: Iterable[str], phones: Iterable[str]) -> frozenset[str]:
    """What a person is recognised by: the key of their record, addresses, numbers."""
    return frozenset(
        [
            *([digest(key, "record", record)] if record else []),
            *(digest(key, "email", email.strip().lower()) for email in emails if email.strip()),
            *(digest(key, "phone", number) for phone in phones if (number := _digits(phone))),
        ]
    )


def name_digest(key: bytes, name: str) -> str:
    """A name tells no person for sure: whoever bears it is asked about."""
    return digest(key, "name", folded(name))


def _digits(phone: str) -> str:
    """A number without its signs; a leading 00 is a plus."""
    bare = "".join(sign for sign in phone if sign.isdigit())
    return bare.removeprefix("00") if len(bare) > 4 else ""


def _pattern(name: str, flags: int = 0) -> re.Pattern[str]:
    """The name whatever its spaces and apostrophes, in composed and decomposed letters, not inside another word."""
    forms = dict.fromkeys(unicodedata.normalize(form, name) for form in ("NFC", "NFD"))
    bodies = [r"\s+".join(map(_word, form.split())) for form in forms]
    return re.compile(rf"(?<![\w@.])(?:{'|'.join(bodies)})(?!\w)", flags)


def _composed(name: str) -> str:
    return unicodedata.normalize("NFC", name)


def _word(word: str) -> str:
    return re.sub("['’]", "['’]", re.escape(word))


def _joined(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """In order, those that touch or overlap made one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
