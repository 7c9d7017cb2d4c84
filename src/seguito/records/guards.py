"""What the database itself refuses about deliveries, and what it writes down, whichever program asks.

SQLite keeps a trigger with its table and loses it when a later migration rebuilds that table: such a migration calls
`guard_deliveries` again, and a test looks whether the triggers are there.
"""

from typing import Any

from seguito.core.outbox import LEGAL

_TABLE = "records_delivery"
_STEPS = "records_deliverystep"

_WRITE_DOWN = f"""
CREATE TRIGGER delivery_step_is_written_down AFTER UPDATE OF state ON {_TABLE} WHEN OLD.state <> NEW.state
BEGIN
  INSERT INTO {_STEPS} (id, short, workspace_id, delivery_id, at, before, after, fence, why)
  VALUES (
    lower(hex(randomblob(16))), lower(hex(randomblob(5))), NEW.workspace_id, NEW.id,
    strftime('%Y-%m-%d %H:%M:%f', 'now'), OLD.state, NEW.state, NEW.fence, NEW.why
  );
END""".strip()  # noqa: S608 (both names are ours)


def triggers() -> dict[str, str]:
    """The triggers of SQLite, by name."""
    steps = ", ".join(sorted(f"'{before}>{after}'" for before, after in LEGAL))
    # Once it was handed over the bytes go nowhere any more: then they may be redacted when somebody is erased.
    settled = "'handed', 'filed'"
    rules = {
        "delivery_step_is_legal": (
            f"BEFORE UPDATE OF state ON {_TABLE} WHEN OLD.state <> NEW.state AND OLD.state || '>' || NEW.state"
            f" NOT IN ({steps})",
            "no such step",
        ),
        "delivery_claim_raises_fence": (
            f"BEFORE UPDATE OF state ON {_TABLE} WHEN NEW.state = 'claimed' AND OLD.state <> 'claimed'"
            " AND NEW.fence <= OLD.fence",
            "a claim raises the fence",
        ),
        "delivery_fence_never_falls": (
            f"BEFORE UPDATE OF fence ON {_TABLE} WHEN NEW.fence < OLD.fence",
            "the fence never falls",
        ),
        "delivery_mark_needs_bytes": (
            f"BEFORE UPDATE OF state ON {_TABLE} WHEN NEW.state = 'committing' AND NEW.message IS NULL",
            "nothing to send",
        ),
        "delivery_target_is_frozen": (
            f"BEFORE UPDATE OF recipients, message_id, note_id, approval_id ON {_TABLE} WHEN NEW.recipients IS NOT"
            " OLD.recipients OR NEW.message_id IS NOT OLD.message_id OR NEW.note_id IS NOT OLD.note_id OR"
            " NEW.approval_id IS NOT OLD.approval_id",
            "where it goes is frozen",
        ),
        "delivery_bytes_are_frozen": (
            f"BEFORE UPDATE OF message, sender ON {_TABLE} WHEN OLD.message IS NOT NULL"
            f" AND OLD.state NOT IN ({settled}) AND (NEW.message IS NOT OLD.message OR NEW.sender IS NOT OLD.sender)",
            "the bytes are frozen",
        ),
        "delivery_way_is_kept": (
            f"BEFORE UPDATE OF by_draft ON {_TABLE} WHEN NEW.by_draft <> OLD.by_draft"
            " AND OLD.state NOT IN ('ready', 'retry', 'refused', 'cancelled')",
            "the way it goes is kept",
        ),
        "delivery_draft_is_its_authors": (
            f"BEFORE UPDATE OF state ON {_TABLE} WHEN NOT NEW.by_draft AND OLD.state <> NEW.state"
            " AND (NEW.state = 'drafted' OR OLD.state || '>' || NEW.state = 'unknown>cancelled')",
            "only a draft",
        ),
        "delivery_steps_are_added_only": (f"BEFORE UPDATE ON {_STEPS}", "a step is never changed"),
    }
    refused = {
        name: f"CREATE TRIGGER {name} {when} BEGIN SELECT RAISE(ABORT, '{says}'); END"
        for name, (when, says) in rules.items()
    }
    return {**refused, "delivery_step_is_written_down": _WRITE_DOWN}


def guard_deliveries(apps: Any, schema_editor: Any) -> None:
    """Put the triggers in place, or in place again."""
    if schema_editor.connection.vendor != "sqlite":
        raise NotImplementedError("the outbox has its guards in SQLite only so far")
    knows_drafts = any(one.name == "by_draft" for one in apps.get_model("records", "Delivery")._meta.get_fields())
    for name, statement in triggers().items():
        if "by_draft" in statement and not knows_drafts:
            continue  # an earlier migration: the column comes later, and the guard with it
        schema_editor.execute(f"DROP TRIGGER IF EXISTS {name}")
        schema_editor.execute(statement)
