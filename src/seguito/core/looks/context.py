"""What is known when a note is read: the facts that the looks hold it against."""

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Known:
    """A person on the panel, as far as anyone told us. `gender`: recorded ("f", "m") or None, never guessed.

    `id`, `family`: where there are records; two people of one name are told apart by the one, `García Márquez` from
    a second given name by the other.
    """

    name: str
    title: str = ""
    gender: str | None = None
    email: str = ""
    also: tuple[str, ...] = ()
    formal: bool | None = None  # Lei (True) or tu (False), where it is known
    id: str = ""
    family: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """A detail of the debrief: who said it (None: nobody in particular; `person_id`: theirs), its kind, the words."""

    person: str | None
    kind: str
    text: str
    id: str = ""
    person_id: str = ""


@dataclass(frozen=True, slots=True)
class PanelNote:
    """Another note to the same panel, which they may compare with this one (T3.2)."""

    to: str
    text: str
    id: str = ""


@dataclass(frozen=True, slots=True)
class Context:
    """Everything the looks may know. All of it is optional.

    `purpose`: thanks, nudge, gracious_no, check_in or answer. `channel`: email or card.
    `former_names`: people, organisations and roles of other applications. `details` None: nobody gave any list;
    empty: there was a debrief, and it holds nothing.
    """

    organisation: str = ""
    organisation_also: tuple[str, ...] = ()
    role: str = ""
    candidate: str = ""
    to: str = ""
    interviewers: tuple[Known, ...] = ()
    known_names: tuple[str, ...] = ()
    former_names: tuple[str, ...] = ()
    interview: datetime | None = None
    written_at: datetime | None = None
    channel: str = "email"
    purpose: str = "thanks"
    details: tuple[Said, ...] | None = None
    panel_notes: tuple[PanelNote, ...] = ()
    earlier_notes: tuple[str, ...] = ()
    used: frozenset[str] = field(default_factory=frozenset)  # ids of details that the author marked as used
    to_id: str = ""  # the reader's id, where there are records

    @property
    def addressee(self) -> Known | None:
        """The panelist that the note is for: by id, else by address, else the first of that very name or other name."""
        if self.to_id:
            return next((person for person in self.interviewers if person.id == self.to_id), None)
        wanted = " ".join(self.to.split()).casefold()
        if not wanted:
            return None
        for person in self.interviewers:
            if wanted in {" ".join(name.split()).casefold() for name in (person.email, person.name, *person.also)}:
                return person
        return None
