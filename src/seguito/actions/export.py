"""Everything as JSON: one's own records belong to oneself."""

import json
from datetime import datetime
from typing import IO

from seguito import __version__
from seguito.core.nouns import Who
from seguito.records.reads.everything import tables


def export(who: Who, out: IO[str], now: datetime) -> int:
    """Write one JSON document with every table to `out`, row by row, and say how many rows it has."""
    head = {"seguito": __version__, "exported_at": now.isoformat()}
    out.write(json.dumps(head)[:-1] + ', "tables": {')
    count = 0
    for place, (name, rows) in enumerate(tables(who)):
        out.write(("," if place else "") + f'\n"{name}": [')
        for number, row in enumerate(rows):
            out.write((",\n" if number else "\n") + json.dumps(row, ensure_ascii=False, sort_keys=True))
            count += 1
        out.write("]")
    out.write("\n}}\n")
    return count
