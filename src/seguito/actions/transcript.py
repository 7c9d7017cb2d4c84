"""Details from a transcript of the talk: offered, and taken one by one. The transcript itself is not kept."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from seguito.actions.debrief import Debriefed, debrief
from seguito.core.debrief.speakers import Speakers
from seguito.core.debrief.words import NotesWords
from seguito.core.debrief.writing import write_notes
from seguito.core.folding import folded
from seguito.core.nouns import Interview, Person, Who
from seguito.core.transcripts.suggesting import Speaker, Suggestion, suggest
from seguito.core.transcripts.turns import Turn, read_transcript
from seguito.core.which_language import which_language
from seguito.errors import N_, Problem
from seguito.languages.listening import listening_words
from seguito.languages.notes_words import notes_words
from seguito.records.reads.interviews import interview
from seguito.records.reads.people import me

LONGEST_TRANSCRIPT = 2_000_000  # characters: a day of talk has half of that
_BESIDE_NAME = re.compile(r"\s*[(\[|/@].*$")  # Giulia Bianchi (HR), Giulia Bianchi | Izaguirre
_ME = "me"


class NoTranscript(Problem):
    id = "no-transcript"
    happened = N_("Nobody says anything in {file}, as far as can be read.")
    safe = N_("Nothing was changed.")
    next_step = N_("Give the .vtt, .srt or .txt that Meet, Teams or Zoom saved, or note by hand what was said.")


class TranscriptTooLong(Problem):
    id = "transcript-too-long"
    happened = N_("{file} has {length} characters; {longest} is what can be read at once.")
    safe = N_("Nothing was changed.")
    next_step = N_("Give the part of it that is about this interview.")


class NobodyCalledSo(Problem):
    id = "nobody-called-so"
    happened = N_("“{name}” is nobody in this talk: neither one voice of it nor one person of the panel.")
    safe = N_("Nothing was changed.")
    next_step = N_('Say whose voice it is, as in --who "{voice}={person}", or ={me} for your own. Heard: {voices}.')


@dataclass(frozen=True, slots=True)
class Voice:
    """A name in the transcript: whose it is, and how many turns they spoke. Neither `person` nor `me`: not known."""

    name: str
    person: Person | None
    me: bool
    turns: int


@dataclass(frozen=True, slots=True)
class Offer:
    """A suggestion, and the line of the notes-format that takes it."""

    suggestion: Suggestion
    line: str


@dataclass(frozen=True, slots=True)
class Transcript:
    interview: Interview
    voices: tuple[Voice, ...]
    offers: tuple[Offer, ...]


def listen(who: Who, wanted: str, text: str, file: str, whose: Mapping[str, str], language: str) -> Transcript:
    """What a transcript offers; changes nothing. `file`: its name, for messages. `whose`: voice → name or "me".

    Raises NoTranscript, TranscriptTooLong, NobodyCalledSo.
    """
    talk = interview(who, wanted)
    if len(text) > LONGEST_TRANSCRIPT:
        raise TranscriptTooLong(file=file, length=len(text), longest=LONGEST_TRANSCRIPT)
    notes = notes_words(talk.language or language)
    names = _Names(talk.panel, notes, _own_names(who))
    turns = read_transcript(text, names.known)
    if not turns:
        raise NoTranscript(file=file)
    speakers = names.speakers(turns, whose)
    spoken = which_language(" ".join(turn.text for turn in turns), notes.small_words) or talk.language or language
    found = suggest(turns, speakers, listening_words(spoken), talk.starts_at.date())
    offers = tuple(Offer(one, write_notes([one.heard], talk.panel, notes).strip()) for one in found)
    return Transcript(talk, tuple(_voices(turns, speakers, talk.panel)), offers)


def take(who: Who, wanted: str, lines: Sequence[str], language: str, now: datetime) -> Debriefed:
    """The lines that were chosen, added to the debrief. Those that are there already count once."""
    return debrief(who, wanted, "\n".join(lines), language, now)


def _own_names(who: Who) -> tuple[str, ...]:
    author = me(who)
    return (author.name, author.given, *author.also) if author else ()


@dataclass(frozen=True, slots=True)
class _Names:
    """Whom names mean: the panel's people, and oneself."""

    panel: Sequence[Person]
    notes: NotesWords
    own: Collection[str]

    def known(self, name: str) -> bool:
        speaker = self.meant(name)
        return speaker.me or speaker.person is not None

    def meant(self, name: str) -> Speaker:
        bare = _BESIDE_NAME.sub("", name)
        if folded(bare) in {*map(folded, self.own), *self.notes.me} - {""}:
            return Speaker(me=True)
        people = Speakers(self.panel, self.notes.titles, self.notes.not_names).meant_by(bare)
        return Speaker(people[0].id) if len(people) == 1 else Speaker()

    def speakers(self, turns: Sequence[Turn], whose: Mapping[str, str]) -> dict[str, Speaker]:
        """Every voice's speaker; who was told by hand counts."""
        voices = {turn.speaker: self.meant(turn.speaker) for turn in turns}
        for voice, name in whose.items():
            called = next((one for one in voices if folded(one) == folded(voice)), None)
            meant = Speaker(me=True) if folded(name) == _ME else self.meant(name)
            if called is None or meant == Speaker():
                person = next((one.called for one in self.panel), "")
                raise NobodyCalledSo(
                    name=voice if called is None else name, voice=next(iter(voices)), person=person, me=_ME,
                    voices=tuple(one for one in voices if one),
                )  # fmt: skip
            voices[called] = meant
        return voices


def _voices(turns: Sequence[Turn], speakers: Mapping[str, Speaker], panel: Sequence[Person]) -> list[Voice]:
    people = {person.id: person for person in panel}
    return [
        Voice(name, people.get(speaker.person or ""), speaker.me, sum(turn.speaker == name for turn in turns))
        for name, speaker in speakers.items()
    ]
