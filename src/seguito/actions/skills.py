"""Skills under one name: the vocabulary that ships, and the official one where it was imported."""

import csv
from dataclasses import replace
from pathlib import Path

from seguito.core.nouns import Who
from seguito.core.skills import Skill, Vocabulary, plain_name
from seguito.errors import N_, Problem
from seguito.records.database import atomic
from seguito.records.reads.skills import imported_label, imported_skill
from seguito.records.writes.skills import keep_skill_names
from seguito.reference.skills import shipped_vocabulary


def vocabulary(who: Who) -> Vocabulary:
    return replace(shipped_vocabulary(), more=lambda name: imported_skill(who, name))


def read_skill(who: Who, text: str) -> Skill:
    return vocabulary(who).read(text)


class NoSkillsFile(Problem):
    id = "no-skills-file"
    happened = N_("{file} is no table of skills or occupations as ESCO publishes them: {reason}.")
    safe = N_("Nothing was taken in.")
    next_step = N_("Take skills_it.csv or occupations_en.csv from ESCO's download page, as they are.")


def known_as(who: Who, text: str, language: str) -> tuple[str, str, str]:
    """The words, what they are called here, and the name to show."""
    words = vocabulary(who)
    skill = words.read(text)
    shown = words.spoken(skill, language)
    return text, skill.id, imported_label(who, skill.id, language) or shown


def import_skills(who: Who, file: Path, language: str) -> int:
    """Take in an official table (ESCO 1.x, CSV): preferred, other and hidden labels. The same file twice adds nothing.

    A name that ships keeps its id, and lends it to the official names beside it.
    """
    language = language or ("it" if file.stem.lower().endswith("it") else "en")
    try:
        with file.open(encoding="utf-8-sig", newline="") as opened:
            rows = list(csv.DictReader(opened))
    except (OSError, ValueError, csv.Error) as wrong:
        raise NoSkillsFile(file=file, reason=wrong) from wrong
    if not rows or not {"conceptUri", "preferredLabel"} <= set(rows[0]):
        raise NoSkillsFile(file=file, reason="conceptUri, preferredLabel")
    shipped = shipped_vocabulary().names
    names: dict[str, tuple[str, str]] = {}
    ours: dict[str, str] = {}
    for row in rows:
        concept, label = row["conceptUri"].strip(), row["preferredLabel"].strip()
        labels = [text.strip() for column in _LABELS for text in (row.get(column) or "").split("\n") if text.strip()]
        ids = [shipped[name] for text in labels if (name := plain_name(text)) in shipped]
        if ids or (known := imported_skill(who, concept)):
            ours[concept] = ids[0] if ids else str(known)
        names[concept[:200]] = (ours.get(concept, concept), label)
        for text in labels:
            names.setdefault(plain_name(text)[:200], (ours.get(concept, concept), label))
    with atomic():
        return keep_skill_names(who, names, ours, language)


_LABELS = ("preferredLabel", "altLabels", "hiddenLabels")
