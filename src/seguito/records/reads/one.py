"""The one row that a person means: by id, by a unique beginning of it, or by a name when it is clear."""

import re
from collections.abc import Callable
from typing import TypeVar

from django.db.models import Q, QuerySet

from seguito.errors import Problem
from seguito.records.models.row import SHORT_LENGTH, Row
from seguito.records.reads.problems import SeveralFit

_R = TypeVar("_R", bound=Row)
_SHOWN = 6  # how many candidates a message names


def the_one(rows: QuerySet[_R], wanted: str, named: Q, missing: type[Problem], shown: Callable[[_R], str]) -> _R:
    """The only row among `rows` that `wanted` can mean.

    `named`: what it means for a row to be called so. A whole id comes first, then names, then beginnings of ids.
    """
    key = wanted.strip().lower()
    if len(key) == SHORT_LENGTH and (row := rows.filter(short=key).first()):
        return row
    found = list(rows.filter(named).distinct()[: _SHOWN + 1])
    if not found and re.fullmatch(r"[0-9a-z]+", key):
        found = list(rows.filter(short__startswith=key)[: _SHOWN + 1])
    if not found:
        raise missing(wanted=wanted)
    if len(found) > 1:
        names = [f"{shown(row)} ({row.short})" for row in found[:_SHOWN]]
        raise SeveralFit(wanted=wanted, found=", ".join(names) + (" …" if len(found) > _SHOWN else ""))
    return found[0]
