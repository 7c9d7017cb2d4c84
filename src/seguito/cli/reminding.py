"""Reminders in the interface's language: one message for all that is due at once."""

from collections.abc import Callable, Iterator, Sequence

from seguito.actions.plan import standing_of
from seguito.actions.remind import Reminding, Told, Words
from seguito.cli.plans import plan_lines, title_of
from seguito.cli.shapes import Shape
from seguito.cli.terminal import Terminal
from seguito.core.reminders.slots import Occasion
from seguito.errors import N_
from seguito.speech import Speaker

_MOST = 12  # in one message; the rest is counted
_OCCASIONS = {
    Occasion.OPENS: N_("its time has come"),
    Occasion.BEST_ENDS: N_("its best time ends at {best}"),
    Occasion.LAST_HOUR: N_("it closes at {closes}"),
    Occasion.LAST_POST: N_("the last day to post it"),
}


def speak_in(terminal: Terminal) -> Callable[[Sequence[Reminding]], Words]:
    """How reminders are put into words."""

    def speak(due: Sequence[Reminding]) -> Words:
        speaker = terminal.speaker
        subject = _headline(due[0], speaker)
        if len(due) > 1:
            subject = speaker.count("{first} (and {n} more)", "{first} (and {n} more)", len(due) - 1, first=subject)
        return Words(subject, "\n".join(_body(due, terminal)) + "\n", "\n".join(_brief(due, speaker)))

    return speak


def told_shape(told: Sequence[Told], speaker: Speaker) -> list[Shape]:
    return [
        {
            "way": one.way,
            "reminders": [
                {"follow_up": each.planned.id, "occasion": each.ring.occasion, "late": each.ring.meant_for is not None}
                for each in one.reminders
            ],
            "trouble": speaker.reason(one.trouble) if one.trouble else None,
        }
        for one in told
    ]


def _headline(one: Reminding, speaker: Speaker) -> str:
    window = one.planned.follow_up.window
    if one.ring.is_over and window.closes_at:
        what = speaker.say(N_("late, it closed {closes}"), closes=window.closes_at)
    else:
        hours = {
            "best": speaker.hour(window.best_until) if window.best_until else "",
            "closes": speaker.hour(window.closes_at) if window.closes_at else "",
        }
        what = speaker.say(_OCCASIONS[one.ring.occasion], **hours)
    return f"{title_of(one.planned, speaker)}: {what}"


def _brief(due: Sequence[Reminding], speaker: Speaker) -> Iterator[str]:
    """The first one's step, and what else is due."""
    step = due[0].planned.follow_up.next_step
    yield speaker.say(step.message, **step.values)
    for one in due[1:4]:
        yield title_of(one.planned, speaker)


def _body(due: Sequence[Reminding], terminal: Terminal) -> Iterator[str]:
    speaker = terminal.speaker
    for one in due[:_MOST]:
        if one.planned.organisation:
            yield f"{one.planned.organisation}, {one.planned.role}".rstrip(", ")
        yield from plan_lines([standing_of(one.planned, terminal.now)], speaker, reasons=True)
        if one.ring.meant_for:
            yield "  " + speaker.say(N_("This reminder comes late: it was for {at}."), at=one.ring.meant_for)
        if one.link:
            yield "  " + speaker.say(N_("From the phone: {link}"), link=one.link)
        yield ""
    if len(due) > _MOST:
        yield speaker.count("and {n} more: seguito due", "and {n} more: seguito due", len(due) - _MOST)
    yield speaker.say(N_("Sent by Seguito, from you to you. `seguito reminders` says how, or that none come."))
