"""`seguito worker`: what `watch` does, for everybody who shares a team's database."""

from argparse import ArgumentParser, Namespace

from seguito.actions.team import open_for_the_team
from seguito.cli.background import Background
from seguito.cli.terminal import Terminal
from seguito.errors import N_
from seguito.jobs.tasks import bring


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--once", action="store_true", help=N_("one round only, for a scheduler of one's own"))


def run(options: Namespace, terminal: Terminal) -> int:
    open_for_the_team(terminal.home)  # says at once what is wrong with the database
    from seguito.jobs.worker import work, work_once

    background = Background(terminal)
    bring(background.doing())
    if options.once:
        work_once(terminal.home)
        return 0 if background.went_well else 1
    terminal.say(N_("At work for the team. Ctrl+C ends it."))
    terminal.out.flush()
    work(terminal.home)
    return 0
