"""What the database itself refuses about deliveries, and what it writes down, whichever program asks.

SQLite keeps a trigger with its table and loses it when a later migration rebuilds that table: such a migration calls
`guard_deliveries` again, and a test looks whether the triggers are there. PostgreSQL has the same ones under the same
names.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection

from seguito.core.outbox import LEGAL

_TABLE = "records_delivery"
_STEPS = "records_deliverystep"
_FROZEN = "delivery_bytes_are_frozen"
_WRITE_DOWN = "delivery_step_is_written_down"

_INTO_STEPS = f"INSERT INTO {_STEPS} (id, short, workspace_id, delivery_id, at, before, after, fence, why)"
_STEP_WAS_TAKEN = f"AFTER UPDATE OF state ON {_TABLE}"
_WRITES_DOWN_SQLITE = f"""
CREATE TRIGGER {_WRITE_DOWN} {_STEP_WAS_TAKEN} WHEN OLD.state <> NEW.state
BEGIN
  {_INTO_STEPS}
  VALUES (
    lower(hex(randomblob(16))), lower(hex(randomblob(5))), NEW.workspace_id, NEW.id,
    strftime('%Y-%m-%d %H:%M:%f', 'now'), OLD.state, NEW.state, NEW.fence, NEW.why
  );
END""".strip()
_FUNCTIONS = (
    """
CREATE OR REPLACE FUNCTION seguito_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'integrity_constraint_violation';
END $$""",
    f"""
CREATE OR REPLACE FUNCTION seguito_write_step_down() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  {_INTO_STEPS}
  VALUES (
    gen_random_uuid(), left(replace(gen_random_uuid()::text, '-', ''), 10), NEW.workspace_id, NEW.id,
    clock_timestamp(), OLD.state, NEW.state, NEW.fence, NEW.why
  );
  RETURN NULL;
END $$""",  # noqa: S608
)
_WRITES_DOWN_POSTGRESQL = (
    f"CREATE TRIGGER {_WRITE_DOWN} {_STEP_WAS_TAKEN} FOR EACH ROW WHEN (OLD.state <> NEW.state)"
    " EXECUTE FUNCTION seguito_write_step_down()"
)


def triggers() -> dict[str, str]:
    """The triggers of SQLite, by name."""
    refused = {
        name: f"CREATE TRIGGER {name} {moment}{f' WHEN {when}' if when else ''}"
        f" BEGIN SELECT RAISE(ABORT, '{says}'); END"
        for name, (moment, when, says) in _rules("IS NOT").items()
    }
    return {**refused, _WRITE_DOWN: _WRITES_DOWN_SQLITE}


def triggers_of_postgresql() -> dict[str, tuple[str, str]]:
    """By name: the table, and the trigger."""
    rules = _rules("IS DISTINCT FROM")
    moment, when, says = rules[_FROZEN]
    rules[_FROZEN] = (moment, f"{when} AND current_setting('seguito.redacting', true) IS DISTINCT FROM 'on'", says)
    refused = {
        name: (
            _STEPS if _STEPS in moment else _TABLE,
            f"CREATE TRIGGER {name} {moment} FOR EACH ROW {f'WHEN ({when})' if when else ''}"
            f" EXECUTE FUNCTION seguito_refuse('{says}')",
        )
        for name, (moment, when, says) in rules.items()
    }
    return {**refused, _WRITE_DOWN: (_TABLE, _WRITES_DOWN_POSTGRESQL)}


def guard_deliveries(apps: Any, schema_editor: Any) -> None:
    """Put the triggers in place, or in place again."""
    knows_drafts = any(one.name == "by_draft" for one in apps.get_model("records", "Delivery")._meta.get_fields())
    if schema_editor.connection.vendor == "sqlite":
        for name, statement in triggers().items():
            if "by_draft" in statement and not knows_drafts:
                continue  # an earlier migration: the column comes later, and the guard with it
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {name}")
            schema_editor.execute(statement)
        return
    for statement in _FUNCTIONS:
        schema_editor.execute(statement, params=None)
    for name, (table, statement) in triggers_of_postgresql().items():
        if "by_draft" in statement and not knows_drafts:
            continue
        schema_editor.execute(f"DROP TRIGGER IF EXISTS {name} ON {table}")
        schema_editor.execute(statement)


@contextmanager
def redacting() -> Iterator[None]:
    """Inside a transaction: the frozen bytes may be changed, which erasing somebody alone does."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(f"DROP TRIGGER {_FROZEN}")
            yield
            cursor.execute(triggers()[_FROZEN])
        else:
            cursor.execute("SET LOCAL seguito.redacting = 'on'")
            yield
            cursor.execute("SET LOCAL seguito.redacting = 'off'")


def _rules(differs: str) -> dict[str, tuple[str, str, str]]:
    """By name: before what, on what condition, and what is said. `differs`: the database's own, true of nulls too."""
    steps = ", ".join(sorted(f"'{before}>{after}'" for before, after in LEGAL))
    of_state = f"BEFORE UPDATE OF state ON {_TABLE}"
    frozen = ("recipients", "message_id", "note_id", "approval_id")
    # Once it was handed over the bytes go nowhere any more: then they may be redacted when somebody is erased.
    settled = "'handed', 'filed'"
    return {
        "delivery_step_is_legal": (
            of_state,
            f"OLD.state <> NEW.state AND OLD.state || '>' || NEW.state NOT IN ({steps})",
            "no such step",
        ),
        "delivery_claim_raises_fence": (
            of_state,
            "NEW.state = 'claimed' AND OLD.state <> 'claimed' AND NEW.fence <= OLD.fence",
            "a claim raises the fence",
        ),
        "delivery_fence_never_falls": (
            f"BEFORE UPDATE OF fence ON {_TABLE}",
            "NEW.fence < OLD.fence",
            "the fence never falls",
        ),
        "delivery_mark_needs_bytes": (
            of_state,
            "NEW.state = 'committing' AND NEW.message IS NULL",
            "nothing to send",
        ),
        "delivery_target_is_frozen": (
            f"BEFORE UPDATE OF {', '.join(frozen)} ON {_TABLE}",
            " OR ".join(f"NEW.{column} {differs} OLD.{column}" for column in frozen),
            "where it goes is frozen",
        ),
        _FROZEN: (
            f"BEFORE UPDATE OF message, sender ON {_TABLE}",
            f"OLD.message IS NOT NULL AND OLD.state NOT IN ({settled})"
            f" AND (NEW.message {differs} OLD.message OR NEW.sender {differs} OLD.sender)",
            "the bytes are frozen",
        ),
        "delivery_way_is_kept": (
            f"BEFORE UPDATE OF by_draft ON {_TABLE}",
            "NEW.by_draft <> OLD.by_draft AND OLD.state NOT IN ('ready', 'retry', 'refused', 'cancelled')",
            "the way it goes is kept",
        ),
        "delivery_wants_a_draft": (
            of_state,
            "NOT NEW.by_draft AND OLD.state <> NEW.state"
            " AND (NEW.state = 'drafted' OR OLD.state || '>' || NEW.state = 'unknown>cancelled')",
            "only a draft",
        ),
        "delivery_steps_are_added_only": (f"BEFORE UPDATE ON {_STEPS}", "", "a step is never changed"),
    }
