"""Oneself on a panel: an invite names everybody who comes, and nobody had said yet which of them is oneself."""

from seguito.core.nouns import NoteState, Who
from seguito.records import models
from seguito.records.writes.merging import merge_people


def leave_panels(who: Who) -> tuple[str, ...]:
    """Whoever bears one of my addresses is me, and sits on no panel; the ids of the interviews that this changes.

    A record that a note has been written to is left alone: it is somebody, and shares the address.
    """
    author = models.Workspace.objects.get(id=who.workspace).me
    if author is None:
        return ()
    mine = list(author.emails.values_list("folded", flat=True))
    doubles = models.Person.objects.of(who).filter(emails__folded__in=mine).exclude(id=author.id).distinct()
    talks: list[str] = []
    for double in doubles:
        notes = models.Note.objects.of(who).filter(to=double)
        if notes.filter(current__touched=True).exists() or notes.exclude(state=NoteState.DRAFT).exists():
            continue
        talks += double.seats.values_list("interview__short", flat=True)
        models.Detail.objects.of(who).filter(person=double).update(person=None)
        models.FollowUp.objects.of(who).filter(key__contains=double.short).delete()
        double.seats.all().delete()
        notes.update(current=None)
        notes.delete()
        merge_people(who, author.short, double.short)
    return tuple(talks)
