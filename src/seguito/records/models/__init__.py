"""The tables. Only `reads` and `writes` know them."""

from seguito.records.models.interviews import Application, Detail, Interview, Seat
from seguito.records.models.notes import (
    Approval,
    FindingAnswer,
    LookResult,
    Note,
    NoteDetail,
    Posting,
    Revision,
)
from seguito.records.models.outbox import Account, Delivery, DeliveryStep
from seguito.records.models.people import Contact, EmailAddress, Organisation, Person
from seguito.records.models.plans import FollowUp, FollowUpPerson
from seguito.records.models.row import Row, Workspace

__all__ = [
    "Account",
    "Application",
    "Approval",
    "Contact",
    "Delivery",
    "DeliveryStep",
    "Detail",
    "EmailAddress",
    "FindingAnswer",
    "FollowUp",
    "FollowUpPerson",
    "Interview",
    "LookResult",
    "Note",
    "NoteDetail",
    "Organisation",
    "Person",
    "Posting",
    "Revision",
    "Row",
    "Seat",
    "Workspace",
]
