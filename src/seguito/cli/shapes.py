"""The JSON shapes that several commands answer in (they stand in `docs/contracts.md`)."""

from typing import Any

from seguito.core.looks.finding import LookResult
from seguito.core.nouns import Detail, Note, Person

Shape = dict[str, Any]


def person_shape(person: Person) -> Shape:
    return {"id": person.id, "name": person.name, "email": person.email or None}


def detail_shape(detail: Detail, people: dict[str, Person]) -> Shape:
    return {
        "id": detail.id,
        "person": person_shape(people[detail.person]) if detail.person in people else None,
        "kind": detail.kind,
        "by": detail.by,
        "text": detail.text,
        "due_on": detail.due_on,
    }


def draft_shape(note: Note) -> Shape:
    return {
        "id": note.id,
        "to": person_shape(note.to),
        "channel": note.channel,
        "purpose": note.purpose,
        "lang": note.language,
        "subject": note.subject,
        "text": note.text,
        "details": list(note.details),
    }


def note_shape(note: Note) -> Shape:
    return {
        "note": {
            "id": note.id,
            "state": note.state,
            "revision": note.revision,
            "subject": note.subject,
            "text": note.text,
        }
    }


def looks_shape(results: tuple[LookResult, ...], language: str) -> list[Shape]:
    """`language`: the interface's, in which the findings speak."""
    return [
        {
            "look": result.look,
            "passed": result.passed,
            "findings": [
                {
                    "id": finding.id,
                    "rule": finding.rule,
                    "severity": finding.severity,
                    "start": finding.start,
                    "end": finding.end,
                    "quote": finding.quote,
                    "message": finding.says.get(language, ""),
                    "suggestions": list(finding.suggestions),
                    "answered": finding.id in result.answered,
                }
                for finding in result.findings
            ],
        }
        for result in results
    ]
