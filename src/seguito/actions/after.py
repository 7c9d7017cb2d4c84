"""Where an application stands: what came of it, what was missing, what follows (T5.4, T5.5)."""

from dataclasses import dataclass
from datetime import datetime

from seguito.actions.learned import Progress, progress
from seguito.actions.plan import Standing, standing_of
from seguito.core.nouns import Application, Interview, Outcome, Who
from seguito.records.reads.follow_ups import planned_for_application
from seguito.records.reads.interviews import application_row, application_value, interviews_of_application
from seguito.records.reads.keeping import all_lacked, all_learned, lacked, outcomes_of


@dataclass(frozen=True, slots=True)
class After:
    """`words`: what came of it, each word with its time, the first one first.

    `talks`: its interviews, the latest first. `standings`: everything planned over it, settled or not.
    """

    application: Application
    words: tuple[tuple[Outcome, datetime], ...]
    progress: Progress
    talks: tuple[Interview, ...]
    standings: tuple[Standing, ...]


def after(who: Who, wanted: str, now: datetime) -> After:
    application = application_value(application_row(who, wanted))
    planned = planned_for_application(who, application.id)
    return After(
        application=application,
        words=outcomes_of(who, application.id),
        progress=progress(application, lacked(who, application.id), all_learned(who)),
        talks=interviews_of_application(who, application.id),
        standings=tuple(standing_of(one, now) for one in planned),
    )


def ended_ones(who: Who) -> tuple[Application, ...]:
    """Everything that something came of, the latest first: what a story can be about."""
    return tuple(application for application, _ in all_lacked(who))
