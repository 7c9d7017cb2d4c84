"""Everything about one person, to be handed to them: what is kept, how they are ranked, who looked (GDPR, art. 15)."""

from dataclasses import asdict
from datetime import datetime
from typing import Any

from seguito.actions.erase import named_elsewhere
from seguito.actions.openings import Place, places_of
from seguito.core.nouns import Who
from seguito.core.talent.leave import Leave
from seguito.errors import N_
from seguito.records.database import atomic
from seguito.records.reads.about_person import held_of
from seguito.records.reads.audit import audit_of
from seguito.records.reads.talent import Talent
from seguito.records.writes.keeping import keep_audit

HEADINGS: dict[str, str] = {
    "person": N_("Who they are"),
    "file": N_("Why they are in the file, and by whose leave"),
    "impressions": N_("What impressed"),
    "skills": N_("Has and lacks"),
    "ranked": N_("How openings rank them, and why"),
    "interviews": N_("Interviews"),
    "said": N_("What they said"),
    "written": N_("What was written to them"),
    "contacts": N_("Words that passed"),
    "deliveries": N_("Messages on their way"),
    "planned": N_("What is planned"),
    "named_in": N_("Where others' words name them"),
    "audit": N_("Who looked, and what was changed"),
}
AUDIT: dict[str, str] = {
    "listed": N_("was shown in a list"),
    "shown": N_("the file was opened"),
    "ranked": N_("was ranked for an opening"),
    "added": N_("was put into the file"),
    "changed": N_("the file was changed"),
    "leave-given": N_("leave was given"),
    "leave-withdrawn": N_("leave was withdrawn"),
    "renewal-asked": N_("a renewal was asked"),
    "notice-given": N_("was told what is kept"),
    "retention-warned": N_("the end of their time was told"),
    "handed-over": N_("everything was written out for them"),
}

Document = dict[str, list[dict[str, Any]]]


def about_person(who: Who, wanted: str, now: datetime) -> Document:
    """By section (see HEADINGS), what is kept; reasons and days as values. That it was written out is written down."""
    person, file, held = held_of(who, wanted)
    with atomic():
        keep_audit(who, "handed-over", person.id, {}, now)
    told = {name: value for name, value in asdict(person).items() if value and name != "address"}
    address = {name: value for name, value in asdict(person.address).items() if value}
    stands = file is not None and file.consent.stands(now.date()) is Leave.GIVEN
    document: Document = {
        "person": [{**told, **address}],
        **(_filed(file) if file else {}),
        "ranked": [_ranked(one) for one in places_of(who, person.id, now)] if stands else [],
        **held,
        "named_in": [
            {"where": one.where, "field": one.field, "quote": one.quote} for one in named_elsewhere(who, person)
        ],
        "audit": [
            {"at": one.at, "what": one.what, "among": one.among, **one.facts} for one in audit_of(who, person.id)
        ],
    }
    return {name: document[name] for name in HEADINGS if document.get(name)}


def _filed(file: Talent) -> Document:
    consent = {f"consent_{name}": value for name, value in asdict(file.consent).items() if value}
    facts = {
        "because": file.because,
        "source": file.source,
        "basis": file.basis,
        **consent,
        "notice_given_on": file.notice_given_on,
        "keep_until": file.keep_until,
        "available": file.available,
        "short_list": file.short_list,
        "added_at": file.added_at,
    }
    return {
        "file": [{name: value for name, value in facts.items() if value not in ("", None)}],
        "impressions": [{"on": on, "text": text} for on, text in file.impressions],
        "skills": [
            {"skill": one.label, "held": one.held, "evidence": one.evidence, "on": one.on} for one in file.skills
        ],
    }


def _ranked(one: Place) -> dict[str, Any]:
    told: dict[str, Any] = {"opening": one.opening.title, "place": one.place or None, "of": one.of}
    if one.match:
        told |= {
            "score": one.match.score,
            "matched": one.match.matched,
            "missing": one.match.missing,
            "reasons": one.match.reasons,
        }
    return told
