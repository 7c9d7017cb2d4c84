"""Skills under one name: the vocabulary that ships, and the official one where it was imported."""

from dataclasses import replace

from seguito.core.nouns import Who
from seguito.core.skills import Skill, Vocabulary
from seguito.records.reads.skills import imported_skill
from seguito.reference.skills import shipped_vocabulary


def vocabulary(who: Who) -> Vocabulary:
    return replace(shipped_vocabulary(), more=lambda name: imported_skill(who, name))


def read_skill(who: Who, text: str) -> Skill:
    return vocabulary(who).read(text)
