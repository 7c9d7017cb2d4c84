"""The tables. Only `reads` and `writes` know them."""

from seguito.records.models.interviews import Application, Detail, Interview, Seat
from seguito.records.models.keeping import AuditEntry, Lacked, Learned, OutcomeStep, SkillName
from seguito.records.models.letters import Letter, ReadFolder
from seguito.records.models.notes import (
    Approval,
    FindingAnswer,
    LookResult,
    Note,
    NoteDetail,
    Posting,
    Revision,
)
from seguito.records.models.offers import OfferedInterview
from seguito.records.models.outbox import Account, Delivery, DeliveryStep
from seguito.records.models.people import Contact, EmailAddress, Organisation, Person
from seguito.records.models.plans import FollowUp, FollowUpPerson, PublishedEvent
from seguito.records.models.reminders import Reminder
from seguito.records.models.row import Row, Workspace
from seguito.records.models.stories import Comment, OwnPlaybook, Story
from seguito.records.models.talent import Impression, Opening, Talent, TalentSkill

__all__ = [
    "Account",
    "Application",
    "Approval",
    "AuditEntry",
    "Comment",
    "Contact",
    "Delivery",
    "DeliveryStep",
    "Detail",
    "EmailAddress",
    "FindingAnswer",
    "FollowUp",
    "FollowUpPerson",
    "Impression",
    "Interview",
    "Lacked",
    "Learned",
    "Letter",
    "LookResult",
    "Note",
    "NoteDetail",
    "OfferedInterview",
    "Opening",
    "Organisation",
    "OutcomeStep",
    "OwnPlaybook",
    "Person",
    "Posting",
    "PublishedEvent",
    "ReadFolder",
    "Reminder",
    "Revision",
    "Row",
    "Seat",
    "SkillName",
    "Story",
    "Talent",
    "TalentSkill",
    "Workspace",
]
