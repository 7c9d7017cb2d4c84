"""`seguito playbook [show NAME | check FILE | adopt NAME-OR-FILE [--for APPLICATION] [--yes] | results]`."""

from argparse import ArgumentParser, Namespace

from seguito.actions.playbooks import Adoption, Change, adopt, all_playbooks, own_results, the_playbook
from seguito.channels import about
from seguito.cli.opened import Opened, opened
from seguito.cli.plans import KINDS
from seguito.cli.shapes import Shape
from seguito.cli.terminal import Terminal
from seguito.core.playbooks import Playbook
from seguito.core.results import TOO_FEW, Group, Share
from seguito.errors import N_
from seguito.speech import Speaker


def arguments(parser: ArgumentParser) -> None:
    verbs = parser.add_subparsers(dest="verb", metavar="show|check|adopt|results")
    for verb in ("show", "check", "adopt", "results"):
        one = verbs.add_parser(verb)
        one.add_argument("--json", action="store_true", default=False)
        if verb != "results":
            one.add_argument("playbook", help="a name, or a TOML file")
        if verb == "adopt":
            one.add_argument("--for", dest="application", default="", metavar="APPLICATION")
            one.add_argument("--yes", action="store_true", help="do it; without it, what would change is shown")


def run(options: Namespace, terminal: Terminal) -> int:
    session = opened(terminal)
    speaker = session.terminal.speaker
    match options.verb:
        case "show" | "check":
            _tell(
                session,
                {"playbook": _shape(book := the_playbook(session.who, options.playbook), speaker)},
                _lines(book),
            )
        case "adopt":
            adoption = adopt(session.who, options.playbook, options.application, options.yes, session.terminal.now)
            _adopted(adoption, session.terminal)
        case "results":
            _results(own_results(session.who), session.terminal)
        case _:
            listed = all_playbooks(session.who)
            document = {
                "playbooks": [
                    {**_shape(one.playbook, speaker), "own": one.own, "adopted": one.adopted} for one in listed
                ]
            }
            marks = [("* " if one.adopted else "  ") + f"{one.playbook.id}  {one.playbook.name}" for one in listed]
            _tell(session, document, marks)
    return 0


def _tell(session: Opened, document: Shape, lines: list[str]) -> None:
    if session.terminal.as_json:
        session.terminal.answer(document)
    for line in () if session.terminal.as_json else lines:
        session.terminal.line(line)


def _shape(book: Playbook, speaker: Speaker) -> Shape:
    language = speaker.language
    return {
        "id": book.id,
        "name": book.name,
        "about": book.about.get(language, ""),
        "tone": book.tone.get(language, ""),
        "reasons": {
            name: {"because": why.get(language, ""), "whose": whose} for name, (why, whose) in book.reasons.items()
        },
        "shun": [{"phrase": one.phrase, "because": one.because.get(language, "")} for one in book.shun],
    }


def _lines(book: Playbook) -> list[str]:
    return [f"{book.id}: {book.name}", *(f"  {name}: {whose}" for name, (_, whose) in book.reasons.items())]


def _adopted(adoption: Adoption, terminal: Terminal) -> None:
    speaker = terminal.speaker
    if terminal.as_json:
        changes = [_change(change, speaker) for change in adoption.changes]
        terminal.answer({"playbook": adoption.playbook.id, "changes": changes, "adopted": adoption.adopted})
        return
    if not adoption.changes:
        terminal.say(N_("Nothing in the plan changes."))
    for change in adoption.changes:
        planned = change.planned
        who = speaker.listed(person.name for person in planned.people)
        terminal.line(f"{planned.organisation}: {speaker.text(KINDS[planned.follow_up.kind])} {who}")
        terminal.line(f"  {_told(change, speaker, before=True)} → {_told(change, speaker, before=False)}")
    if not adoption.adopted:
        terminal.say(N_("Nothing has been changed. Adopt it with --yes."))


def _told(change: Change, speaker: Speaker, before: bool) -> str:
    planned = change.before if before else change.after
    if planned is None:
        return speaker.text(N_("not planned"))
    window = planned.follow_up.window
    return speaker.moment(window.opens_at) + (f" – {speaker.moment(window.closes_at)}" if window.closes_at else "")


def _change(change: Change, speaker: Speaker) -> Shape:
    planned = change.planned
    sides = {"before": change.before, "after": change.after}
    return {
        "kind": planned.follow_up.kind,
        "interview": planned.follow_up.interview or None,
        "organisation": planned.organisation,
        "people": [{"id": person.id, "name": person.name} for person in planned.people],
        **{
            side: one
            and {
                "opens_at": one.follow_up.window.opens_at,
                "best_until": one.follow_up.window.best_until,
                "closes_at": one.follow_up.window.closes_at,
            }
            for side, one in sides.items()
        },
    }


def _results(groups: tuple[Group, ...], terminal: Terminal) -> None:
    if terminal.as_json:
        terminal.answer({"results": [_group(one) for one in groups]})
        return
    if not any(one.cases for one in groups):
        terminal.say(N_("No note has gone out yet: there is nothing to tell."))
        return
    for one in groups:
        answered = terminal.speaker.say(
            N_("{count} of {cases} answered ({low} to {high} in 100)"),
            count=one.answered.count,
            cases=one.cases,
            low=round(one.answered.low * 100),
            high=round(one.answered.high * 100),
        )
        terminal.line(f"{_called(one, terminal.speaker)}: {answered}")
        if not one.enough:
            terminal.line("  " + terminal.speaker.say(N_("fewer than {count} cases: too few to tell"), count=TOO_FEW))


def _called(one: Group, speaker: Speaker) -> str:
    if one.by == "channel":
        return speaker.text(about(one.name).label)
    return speaker.text(_GROUPS[one.name]) if one.by != "playbook" else one.name


_GROUPS = {
    "": N_("all notes"),
    "hour": N_("within the hour"),
    "day": N_("within a day"),
    "later": N_("later"),
    "used": N_("something of the conversation"),
    "unused": N_("nothing of the conversation"),
}


def _group(one: Group) -> Shape:
    return {
        "by": one.by,
        "name": one.name,
        "cases": one.cases,
        "enough": one.enough,
        "days_to_answer": one.days,
        "answered": _share(one.answered),
        "next_rounds": _share(one.next_rounds),
        "offers": _share(one.offers),
    }


def _share(share: Share) -> Shape:
    return {"count": share.count, "of": share.of, "low": round(share.low, 4), "high": round(share.high, 4)}
