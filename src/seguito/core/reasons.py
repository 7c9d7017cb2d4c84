"""Why: every figure and every piece of advice carries one of these."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Reason:
    """A promise of the product (`tip`: T1.1 … T6.1) and why it leads here.

    `message` is a gettext id with `{named}` places; `values` fills them: names, days, instants and counts, which
    the face writes in its reader's own form.
    """

    tip: str
    message: str
    values: Mapping[str, object] = field(default_factory=dict)
