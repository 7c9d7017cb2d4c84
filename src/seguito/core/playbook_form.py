"""How a playbook is written down: a plain table, as a TOML file holds it (T6.1).

It says only what it does otherwise; the rest is the default's. Whatever is wrong is named by its key and its line.
"""

from collections.abc import Mapping
from datetime import time, timedelta
from typing import Any

from seguito.core.playbooks import (
    AfterNoFigures,
    CardFigures,
    Channel,
    ChannelRule,
    DebriefFigures,
    EmailFigures,
    LaterFigures,
    NudgeFigures,
    Playbook,
    PromiseFigures,
    Shun,
)
from seguito.core.reasons import Reason
from seguito.errors import N_, Problem

Table = Mapping[str, Any]


class PlaybookWrong(Problem):
    id = "playbook-wrong"
    happened = N_("{where} says {value}, but must be {expected}.")
    safe = N_("The playbook was not taken over.")
    next_step = N_("Correct it there, and try again.")


class PlaybookLacks(Problem):
    id = "playbook-lacks"
    happened = N_("{where} is missing.")
    safe = N_("The playbook was not taken over.")
    next_step = N_("Add it: every figure of a playbook needs its reason (`because`).")


class PlaybookUnknownKey(Problem):
    id = "playbook-unknown-key"
    happened = N_("{where} is nothing that a playbook knows.")
    safe = N_("The playbook was not taken over.")
    next_step = N_("Here it knows: {known}.")


def parse_playbook(own: Table, base: Table | None = None, lines: Mapping[str, int] | None = None) -> Playbook:
    """The playbook that `own` tells, taking what it does not say from `base`.

    `lines`: where each dotted key stands in its file, for the messages. Raises PlaybookWrong, PlaybookLacks or
    PlaybookUnknownKey, which name the key. A section that changes a figure must give its own reason.
    """
    reader = _Reader(lines or {})
    base = base or {}
    _refuse_unknown(own, reader)
    sections = {name: _section(name, own, base, reader) for name in _SECTIONS}
    tables = {name: table for name, (table, _) in sections.items()}
    return Playbook(
        id=reader.text(own, "id"),
        name=reader.text(own, "name"),
        about=reader.texts(own, "about"),
        email=_email(tables["email"], reader),
        debrief=DebriefFigures(reader.minutes(tables["debrief"], "debrief.best_until_minutes")),
        card=CardFigures(timedelta(days=reader.count(tables["card"], "card.arrives_within_days"))),
        channel=_channel(tables["channel"], reader),
        later=_later(tables["later"], reader),
        nudge=_nudge(tables["nudge"], reader),
        promise=PromiseFigures(reader.count(tables["promise"], "promise.working_days_before", least=0)),
        after_no=_after_no(tables["after_no"], reader),
        tone=reader.texts(tables["tone"], "tone.says"),
        shun=_shun((*base.get("shun", ()), *reader.rows(own, "shun")), reader),
        reasons={name: reason for name, (_, reason) in sections.items()},
    )


_SECTIONS: dict[str, tuple[str, ...]] = {
    "email": ("opens_after_minutes", "best_until_minutes", "closes_after_hours"),
    "debrief": ("best_until_minutes",),
    "card": ("arrives_within_days",),
    "channel": ("nothing_known", "fast_days"),
    "later": ("evening", "dawn", "morning"),
    "nudge": ("after_promise_working_days", "after_note_working_days", "again_after_working_days", "at_most"),
    "promise": ("working_days_before",),
    "after_no": ("thanks_within_working_days", "first_check_in_days", "then_every_days", "stop_after_unanswered"),
    "tone": ("says",),
}
_TOP = ("id", "name", "about", "whose", "source", "shun", *_SECTIONS)
_LONGEST = 3660  # ten years in days: past that a figure is a slip of the finger


class _Reader:
    """Reads values by their dotted key, and names that key (and its line) in every complaint."""

    def __init__(self, lines: Mapping[str, int]) -> None:
        self._lines = lines

    def where(self, key: str) -> str | Reason:
        line = self._lines.get(key) or self._lines.get(key.rpartition(".")[0])
        return Reason("T6.1", N_("{key} (line {line})"), {"key": key, "line": line}) if line else key

    def wrong(self, key: str, value: object, expected: str, **values: object) -> PlaybookWrong:
        return PlaybookWrong(where=self.where(key), value=f"“{value}”", expected=Reason("T6.1", expected, values))

    def value(self, table: Table, key: str) -> Any:
        name = key.rpartition(".")[2]
        if name not in table:
            raise PlaybookLacks(where=self.where(key))
        return table[name]

    def text(self, table: Table, key: str) -> str:
        value = self.value(table, key)
        if not isinstance(value, str) or not value.strip():
            raise self.wrong(key, value, N_("a text"))
        return value.strip()

    def texts(self, table: Table, key: str) -> Mapping[str, str]:
        """One text for each language; a single text serves in all of them."""
        value = self.value(table, key)
        if isinstance(value, str) and value.strip():
            return {"en": value.strip(), "it": value.strip()}
        if isinstance(value, Mapping) and value and all(isinstance(text, str) for text in value.values()):
            return dict(value)
        raise self.wrong(key, value, N_("a text, or one text for each language (en, it)"))

    def count(self, table: Table, key: str, least: int = 1) -> int:
        value = self.value(table, key)
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= _LONGEST:
            raise self.wrong(key, value, N_("a whole number from {least} to {most}"), least=least, most=_LONGEST)
        return value

    def minutes(self, table: Table, key: str) -> timedelta:
        return timedelta(minutes=self.count(table, key, least=0))

    def hour(self, table: Table, key: str) -> time:
        value = self.value(table, key)
        if isinstance(value, time):
            return value
        try:
            return time.fromisoformat(value)
        except (TypeError, ValueError):
            raise self.wrong(key, value, N_("an hour such as 08:30")) from None

    def rows(self, table: Table, key: str) -> tuple[Table, ...]:
        value = table.get(key, ())
        if not isinstance(value, list | tuple) or not all(isinstance(row, Mapping) for row in value):
            raise self.wrong(key, value, N_("a list of tables, each [[{name}]]"), name=key)
        return tuple(value)


def _refuse_unknown(own: Table, reader: _Reader) -> None:
    for name, value in own.items():
        if name not in _TOP:
            raise PlaybookUnknownKey(where=reader.where(name), known=", ".join(_TOP))
        if name not in _SECTIONS:
            continue
        if not isinstance(value, Mapping):
            raise reader.wrong(name, value, N_("a table, [{name}]"), name=name)
        known = (*_SECTIONS[name], "because", "whose")
        for key in value:
            if key not in known:
                raise PlaybookUnknownKey(where=reader.where(f"{name}.{key}"), known=", ".join(known))


def _section(name: str, own: Table, base: Table, reader: _Reader) -> tuple[Table, tuple[Mapping[str, str], str]]:
    """The figures, their reason and whose advice they are: as `own` tells where it says anything, else `base`."""
    teller = own if name in own else base
    said: Table = teller.get(name, {})
    whose = str(said.get("whose") or teller.get("whose") or own.get("name", ""))
    return {**base.get(name, {}), **said}, (reader.texts(said, f"{name}.because"), whose)


def _email(table: Table, reader: _Reader) -> EmailFigures:
    figures = EmailFigures(
        opens_after=reader.minutes(table, "email.opens_after_minutes"),
        best_until=reader.minutes(table, "email.best_until_minutes"),
        closes_after=timedelta(hours=reader.count(table, "email.closes_after_hours")),
    )
    if figures.best_until < figures.opens_after:
        raise reader.wrong("email.best_until_minutes", table["best_until_minutes"], N_("no sooner than it opens"))
    if figures.closes_after < figures.best_until:
        raise reader.wrong(
            "email.closes_after_hours", table["closes_after_hours"], N_("no sooner than its best is over")
        )
    return figures


def _channel(table: Table, reader: _Reader) -> ChannelRule:
    told = reader.text(table, "channel.nothing_known")
    choices: dict[str, Channel] = {channel.value: channel for channel in (Channel.EMAIL, Channel.BOTH)}
    if told not in choices:
        raise reader.wrong("channel.nothing_known", told, N_("one of these: {choices}"), choices=", ".join(choices))
    return ChannelRule(choices[told], reader.count(table, "channel.fast_days", least=0))


def _later(table: Table, reader: _Reader) -> LaterFigures:
    return LaterFigures(
        evening=reader.hour(table, "later.evening"),
        dawn=reader.hour(table, "later.dawn"),
        morning=reader.hour(table, "later.morning"),
    )


def _nudge(table: Table, reader: _Reader) -> NudgeFigures:
    return NudgeFigures(
        after_promise=reader.count(table, "nudge.after_promise_working_days"),
        after_note=reader.count(table, "nudge.after_note_working_days"),
        again_after=reader.count(table, "nudge.again_after_working_days"),
        at_most=reader.count(table, "nudge.at_most", least=0),
    )


def _after_no(table: Table, reader: _Reader) -> AfterNoFigures:
    return AfterNoFigures(
        thanks_within=reader.count(table, "after_no.thanks_within_working_days"),
        first_check_in=timedelta(days=reader.count(table, "after_no.first_check_in_days")),
        then_every=timedelta(days=reader.count(table, "after_no.then_every_days")),
        stop_after=reader.count(table, "after_no.stop_after_unanswered"),
    )


def _shun(rows: tuple[Table, ...], reader: _Reader) -> tuple[Shun, ...]:
    """A phrase told twice counts once, as it was told last: one's own word comes after the default's."""
    told = (
        Shun(
            phrase=reader.text(row, "shun.phrase"),
            language=reader.text(row, "shun.language"),
            because=reader.texts(row, "shun.because"),
        )
        for row in rows
    )
    return tuple({(shun.language, shun.phrase.casefold()): shun for shun in told}.values())
