"""`seguito outbox [DELIVERY --arrived|--again|--cancel]`: where every delivery stands, and a person's word on one."""

from argparse import ArgumentParser, Namespace

from seguito.actions.outbox import answer, outbox
from seguito.actions.sending import Outside
from seguito.cli.deliveries import deliveries_shape, tell
from seguito.cli.opened import opened
from seguito.cli.send import show
from seguito.cli.terminal import Terminal
from seguito.core.outbox import Answer
from seguito.errors import N_, Problem


class AnswerWithoutDelivery(Problem):
    id = "answer-without-delivery"
    happened = N_("It was not said which delivery --{answer} is about, or what is to be said of it.")
    safe = N_("Nothing was changed.")
    next_step = N_("seguito outbox DELIVERY --arrived, --again or --cancel; `seguito outbox` alone lists them.")


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "delivery", metavar="DELIVERY", nargs="?", help=N_("an id, its beginning, or its reader's name")
    )
    said = parser.add_mutually_exclusive_group()
    for one, about in (
        (Answer.ARRIVED, N_("it came, or lies in Sent")),
        (Answer.AGAIN, N_("send it once more")),
        (Answer.CANCEL, N_("do not send it")),
    ):
        said.add_argument(f"--{one.value}", dest="answer", action="store_const", const=one, help=about)


def run(options: Namespace, terminal: Terminal) -> int:
    if (options.delivery is None) != (options.answer is None):
        raise AnswerWithoutDelivery(answer=options.answer or Answer.ARRIVED)
    session = opened(terminal)
    if options.answer is not None:
        told = answer(session.who, options.delivery, options.answer, session.terminal.now, Outside(terminal.home))
        return show(told, session.terminal)
    deliveries = outbox(session.who)
    if terminal.as_json:
        terminal.answer(deliveries_shape(deliveries, session.terminal))
    elif deliveries:
        tell(deliveries, session.terminal)
    else:
        terminal.say(N_("Nothing has been sent yet."))
    return 0
