"""`seguito merge person|organisation KEPT OTHER [--yes]`: two records that are the same made one."""

from argparse import ArgumentParser, Namespace

from seguito.actions.merge import (
    HousesMerging,
    Merging,
    merge,
    merge_houses,
    what_moves,
    what_moves_between_houses,
)
from seguito.cli.opened import Opened, opened
from seguito.cli.terminal import Terminal
from seguito.errors import N_
from seguito.web.held import held_in_words


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("noun", choices=("person", "organisation"))
    parser.add_argument("kept", help=N_("the one that stays: an id, its beginning, or a name"))
    parser.add_argument("other", help=N_("the one that goes over into it"))
    parser.add_argument("--yes", action="store_true", help=N_("do it; without it, what would move is shown"))


def run(options: Namespace, terminal: Terminal) -> int:
    session = opened(terminal)
    merging = _merging(options, session)
    kept, other = _called(merging)
    if terminal.as_json:
        terminal.answer(
            {
                "kept": {"id": merging.kept.id, "name": kept},
                "other": {"id": merging.other.id, "name": other},
                "merged": options.yes,
                "moves": merging.moves,
            }
        )
        return 0
    if options.yes:
        terminal.say(N_("{other} is {kept} from now on. Everything of both is kept."), other=other, kept=kept)
    else:
        terminal.say(N_("From {other} to {kept} would move:"), other=other, kept=kept)
    for line in held_in_words(merging.moves, terminal.speaker):
        terminal.line(f"  {line}")
    if not options.yes:
        terminal.say(N_("Nothing was changed. It can't be undone; do it with --yes."))
    return 0


def _merging(options: Namespace, session: Opened) -> Merging | HousesMerging:
    who, now = session.who, session.terminal.now
    if options.noun == "person":
        if options.yes:
            return merge(who, options.kept, options.other, now)
        return what_moves(who, options.kept, options.other)
    if options.yes:
        return merge_houses(who, options.kept, options.other, now)
    return what_moves_between_houses(who, options.kept, options.other)


def _called(merging: Merging | HousesMerging) -> tuple[str, str]:
    if isinstance(merging, Merging):
        return merging.kept.called, merging.other.called
    return merging.kept.name, merging.other.name
