"""`seguito story [write TITLE | show STORY | comment STORY TEXT | share STORY [-o FILE] | import FILE]`."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from seguito.actions.stories import Story, all_stories, comment, share, take_in_story, the_story, write
from seguito.cli.editor import read_text
from seguito.cli.opened import opened
from seguito.cli.shapes import Shape
from seguito.cli.terminal import Terminal
from seguito.errors import N_


def arguments(parser: ArgumentParser) -> None:
    verbs = parser.add_subparsers(dest="verb", metavar="write|show|comment|share|import")
    for verb in ("write", "show", "comment", "share", "import"):
        one = verbs.add_parser(verb)
        one.add_argument("--json", action="store_true", default=False)
        one.add_argument("story", metavar={"write": "TITLE", "import": "FILE"}.get(verb, "STORY"))
        if verb == "write":
            words = one.add_mutually_exclusive_group(required=True)
            words.add_argument("--text", default="")
            words.add_argument("--from", dest="file", metavar="FILE")
            one.add_argument("--about", default="", metavar="APPLICATION")
            one.add_argument("--playbook", default="")
        if verb == "comment":
            one.add_argument("text")
        if verb == "share":
            one.add_argument("-o", dest="file", type=Path, metavar="FILE")
            one.add_argument("--names", action="store_true", help="leave names as they are")


def run(options: Namespace, terminal: Terminal) -> int:
    session = opened(terminal)
    who, now = session.who, session.terminal.now
    match options.verb:
        case "write":
            text = read_text(options.file) if options.file else options.text
            _one(write(who, options.story, text, options.about, options.playbook[:40], now), terminal)
        case "show":
            _one(the_story(who, options.story), terminal)
        case "comment":
            _one(comment(who, options.story, options.text, now), terminal)
        case "import":
            _one(take_in_story(who, Path(options.story), now), terminal)
        case "share":
            _shared(options, share(who, options.story, options.file, options.names), terminal)
        case _:
            _all(all_stories(who), terminal)
    return 0


def _shape(story: Story) -> Shape:
    return {
        "id": story.id,
        "title": story.title,
        "text": story.text,
        "playbook": story.playbook or None,
        "application": story.application or None,
        "outcome": story.outcome or None,
        "whose": story.whose or None,
        "written_at": story.written_at,
        "comments": [{"at": at, "text": text} for at, text in story.comments],
    }


def _one(story: Story, terminal: Terminal) -> None:
    if terminal.as_json:
        terminal.answer({"story": _shape(story)})
        return
    terminal.line(f"{story.id}  {story.title}")
    terminal.line(story.text)
    for _, text in story.comments:
        terminal.line(f"  – {text}")


def _all(stories: tuple[Story, ...], terminal: Terminal) -> None:
    if terminal.as_json:
        terminal.answer({"stories": [_shape(one) for one in stories]})
        return
    if not stories:
        terminal.say(N_("No stories yet. `seguito story write TITLE --from FILE` keeps one."))
    for one in stories:
        terminal.line(f"{one.id}  {one.title}" + (f"  ({one.whose})" if one.whose else ""))


def _shared(options: Namespace, text: str, terminal: Terminal) -> None:
    if terminal.as_json:
        terminal.answer({"file": options.file, "text": text})
        return
    terminal.line(text.rstrip("\n"))
    if options.file:
        terminal.say(N_("Written to {file}. Read it once more before you send it."), file=options.file)
