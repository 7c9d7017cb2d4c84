"""Stories: written, commented, shared as a plain file with the names replaced, taken in as text (T6.1)."""

from datetime import datetime
from pathlib import Path

from seguito.core.erasure import traces_of
from seguito.core.nouns import Who
from seguito.core.stories import PlainStory, read_story, without_names, write_story
from seguito.errors import N_, Problem
from seguito.records.database import atomic
from seguito.records.reads.acquaintance import acquaintances
from seguito.records.reads.interviews import all_house_names, application_or_interviews
from seguito.records.reads.people import me
from seguito.records.reads.stories import Story, stories, story
from seguito.records.writes.stories import keep_comment, keep_story

__all__ = ["Story", "all_stories", "comment", "share", "story_told", "take_in_story", "the_story", "write"]

_LONGEST = 200_000  # characters


class StoryEmpty(Problem):
    id = "story-empty"
    happened = N_("The story has no words.")
    safe = N_("Nothing was kept.")
    next_step = N_("Give them with --text, or in a file with --from.")


class StoryUnreadable(Problem):
    id = "story-unreadable"
    happened = N_("{file} is no story that can be read: {reason}.")
    safe = N_("Nothing was kept.")
    next_step = N_("A story is a plain text file in UTF-8, its title on the first line after a #.")


class StoryFileThere(Problem):
    id = "story-file-there"
    happened = N_("There is a file at {file} already.")
    safe = N_("It was left as it is.")
    next_step = N_("Name another one.")


def all_stories(who: Who) -> tuple[Story, ...]:
    return stories(who)


def the_story(who: Who, wanted: str) -> Story:
    return story(who, wanted)


def write(who: Who, title: str, text: str, about: str, playbook: str, now: datetime) -> Story:
    """Keep a story. `about`: the application that it tells of, or empty."""
    if not text.strip() or not title.strip():
        raise StoryEmpty
    with atomic():
        application = application_or_interviews(who, about) if about else ""
        told = PlainStory(title.strip()[:300], text.strip()[:_LONGEST], playbook)
        return keep_story(who, told, application, "", now)


def comment(who: Who, wanted: str, text: str, now: datetime) -> Story:
    found = story(who, wanted)
    if not text.strip():
        raise StoryEmpty
    with atomic():
        keep_comment(who, found.id, text.strip(), now)
    return story(who, found.id)


def share(who: Who, wanted: str, file: Path | None, names: bool) -> str:
    """The story as a plain text, written to `file` if one is named. `names`: they stay; else they are replaced."""
    found = story(who, wanted)
    told = PlainStory(found.title, found.text, found.playbook, found.outcome)
    if not names:
        title, _, text = _replaced(who, f"{told.title}\n{told.text}").partition("\n")
        told = PlainStory(title, text, told.playbook, told.outcome)
    text = write_story(told)
    if file is not None:
        try:
            with file.open("x", encoding="utf-8") as opened:
                opened.write(text)
        except FileExistsError as there:
            raise StoryFileThere(file=file) from there
        except OSError as wrong:
            raise StoryUnreadable(file=file, reason=wrong.strerror or wrong) from wrong
    return text


def take_in_story(who: Who, file: Path, now: datetime) -> Story:
    """Somebody else's story: text, and never anything that is run. The same file twice is one story."""
    try:
        text = file.read_text("utf-8-sig")
    except (OSError, ValueError) as wrong:
        raise StoryUnreadable(file=file, reason=wrong) from wrong
    return story_told(who, text, file.name, now)


def story_told(who: Who, text: str, name: str, now: datetime) -> Story:
    """A story as a file tells it; `name`: what the file is called."""
    told = read_story(text[:_LONGEST], name.rpartition(".")[0] or name)
    if not told.text:
        raise StoryEmpty
    with atomic():
        return keep_story(who, told, "", name[:300], now)


def _replaced(who: Who, text: str) -> str:
    author = me(who)
    people = [*([author] if author else []), *(one.person for one in acquaintances(who))]
    return without_names(text, [traces_of(person, (), frozenset()) for person in people], all_house_names(who))
