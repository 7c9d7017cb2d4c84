"""One sheet for one person: their words and the writer's, and room for what only the writer can say (T3.1).

A sheet is no note yet: every prompt stands in square brackets, which the first look stops.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from seguito.core.drafting.assignment import Share
from seguito.core.drafting.words import SheetWords
from seguito.core.nouns import By, Detail, DetailKind, Person, Purpose

_ASKED_ABOUT = 3  # details with a question of their own; more of them is a questionnaire
_ROOMS = {"why_here": DetailKind.WHY_HERE, "promised": DetailKind.PROMISE}
_NO_BRACKETS = str.maketrans("[]", "()")


@dataclass(frozen=True, slots=True)
class About:
    """The facts that a sheet is made with. `day`: the local day of the interview, or None.

    `answer_on`: the day for which an answer is promised. `more`: what the purpose draws on besides what was said:
    `since` (learned), `their_words` (the message to answer).
    """

    organisation: str = ""
    role: str = ""
    writer: str = ""
    day: date | None = None
    answer_on: date | None = None
    more: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A first draft. `details`: ids of those that stand in no one else's. A card's subject is empty."""

    to: Person
    channel: str
    language: str
    purpose: Purpose
    subject: str
    text: str
    details: tuple[str, ...]


def lay_out(share: Share, about: About, channel: str, purpose: Purpose, words: SheetWords, *, subject: bool) -> Sheet:
    """The sheet of one person. `subject`: whether the channel has one."""
    asks = words.asks[purpose]
    setter = _Setter(share, about, words, frozenset(asks))
    paragraphs = [words.salutation(share.person)]
    for ask in asks:
        paragraphs.extend(setter.asked(ask))
    paragraphs.append(f"{words.closing(share.person)}\n{_plain(about.writer) or words.own_name}")
    return Sheet(
        to=share.person,
        channel=channel,
        language=words.language,
        purpose=purpose,
        subject=subject_of(about, words) if subject else "",
        text="\n\n".join(paragraphs) + "\n",
        details=tuple(detail.id for detail in share.details),
    )


def subject_of(about: About, words: SheetWords) -> str:
    """Facts alone, so that it can go as it is: role and organisation, else what is known of them."""
    role, organisation = _plain(about.role), _plain(about.organisation)
    if role and organisation:
        return words.role_at.format(role=role, organisation=organisation)
    if role:
        return words.role.format(role=role)
    if organisation:
        return words.organisation.format(organisation=organisation)
    return words.conversation.format(day=words.day(about.day)) if about.day else ""


@dataclass(slots=True)
class _Setter:
    """Sets one sheet's paragraphs, and remembers what it has asked already."""

    share: Share
    about: About
    words: SheetWords
    rooms: frozenset[str]  # everything that the sheet asks for
    asked_before: Counter[str] = field(default_factory=Counter)

    def asked(self, ask: str) -> Iterator[str]:
        """The paragraphs of one thing that a purpose asks for."""
        match ask:
            case "said":
                yield from self._said()
            case "why_here":
                yield from self._why_here()
            case "promised":
                yield from self._promised()
            case "answer_due":
                yield self._prompt_by_day("answer_due", self.about.answer_on, without="answer_due_nothing")
            case "taken_along":
                yield from self._drawing_on(ask, [detail.text for detail in self._own_talk()[:1]])
            case _:
                yield from self._drawing_on(ask, self.about.more.get(ask, ()))

    def _said(self) -> Iterator[str]:
        talk = self._own_talk()
        for detail in talk[:_ASKED_ABOUT]:
            yield f"{self._quoted(detail.text)}\n{self._prompt_for(detail)}"
        if all(detail.person != self.share.person.id for detail in self.share.details):
            yield self._prompt("nothing_said")
        if len(talk) > _ASKED_ABOUT:
            yield "\n".join([self._prompt("also"), *(self._quoted(detail.text) for detail in talk[_ASKED_ABOUT:])])

    def _why_here(self) -> Iterator[str]:
        """Why there, and not why me (T3.3): this person's share of the reasons, else one that everybody may name."""
        own = [detail for detail in self.share.details if detail.kind is DetailKind.WHY_HERE]
        common = [detail for detail in self.share.facts if detail.kind is DetailKind.WHY_HERE]
        reasons = own or common[:1]
        if reasons:
            yield "\n".join([*(self._quoted(detail.text) for detail in reasons), self._prompt("why_here")])
        else:
            yield self._prompt("why_here_nothing" if self.about.organisation else "why_here_nobody")

    def _promised(self) -> Iterator[str]:
        """Promises to this person, theirs, and those to everybody; the day of the answer if no words tell it yet."""
        own = [detail for detail in self.share.details if detail.kind is DetailKind.PROMISE and detail.person]
        promises = [*own, *(detail for detail in self.share.facts if detail.kind is DetailKind.PROMISE)]
        for detail in promises:
            yield f"{self._quoted(detail.text)}\n{self._prompt_for(detail)}"
        told = {detail.due_on for detail in promises if detail.by is By.THEM}
        if self.about.answer_on and self.about.answer_on not in told:
            yield self._prompt_by_day("answer_day", self.about.answer_on)

    def _drawing_on(self, ask: str, material: Sequence[str]) -> Iterator[str]:
        if material:
            yield "\n".join([*map(self._quoted, material), self._prompt(ask)])
        else:
            yield self._prompt(f"{ask}_nothing" if f"{ask}_nothing" in self.words.prompts else ask)

    def _own_talk(self) -> list[Detail]:
        """This person's details but those that have a room further down, the opening first."""
        elsewhere = {kind for room, kind in _ROOMS.items() if room in self.rooms}
        return [detail for detail in self.share.details if detail.kind not in elsewhere]

    def _prompt_for(self, detail: Detail) -> str:
        if detail.kind is not DetailKind.PROMISE:
            return self._prompt(detail.kind.value)
        whose = "my_promise" if detail.by is By.ME else "promise"
        return self._prompt_by_day(whose, detail.due_on, without=f"{whose}_no_day")

    def _prompt_by_day(self, name: str, day: date | None, without: str = "") -> str:
        return self._prompt(name, day=self.words.day(day)) if day else self._prompt(without)

    def _prompt(self, name: str, **values: str) -> str:
        """The next of a prompt's wordings, its places filled."""
        wordings = self.words.prompts[name]
        wording = wordings[self.asked_before[name] % len(wordings)]
        self.asked_before[name] += 1
        facts = {"name": self.words.spoken_name(self.share.person), "organisation": self.about.organisation, **values}
        return wording.format_map({key: _plain(value).translate(_NO_BRACKETS) for key, value in facts.items()})

    def _quoted(self, text: str) -> str:
        before, after = self.words.quotes
        return f"{before}{text.strip()}{after}"


def _plain(text: str) -> str:
    """On one line: a subject and a prompt hold no line breaks, whatever an invite put into a name."""
    return " ".join(text.split())
