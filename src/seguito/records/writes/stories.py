"""Playbooks and stories, kept."""

from datetime import datetime

from seguito.core.nouns import Who
from seguito.core.stories import PlainStory
from seguito.records import models
from seguito.records.reads.interviews import application_row
from seguito.records.reads.stories import Story, story


def keep_playbook(who: Who, name: str, text: str, now: datetime) -> None:
    models.OwnPlaybook.objects.update_or_create(
        workspace_id=who.workspace, name=name, defaults={"text": text, "kept_at": now}
    )


def adopt_for_all(who: Who, name: str) -> None:
    models.Workspace.objects.filter(id=who.workspace).update(playbook=name)


def adopt_for(who: Who, application: str, name: str) -> None:
    row = application_row(who, application)
    row.playbook = name
    row.save()


def keep_story(who: Who, told: PlainStory, application: str, whose: str, now: datetime) -> Story:
    """The same words under the same title are one story."""
    row, _ = models.Story.objects.get_or_create(
        workspace_id=who.workspace,
        title=told.title,
        text=told.text,
        whose=whose,
        defaults={
            "playbook": told.playbook,
            "application": application_row(who, application) if application else None,
            "written_at": now,
        },
    )
    return story(who, row.short)


def keep_comment(who: Who, story_id: str, text: str, now: datetime) -> None:
    row = models.Story.objects.of(who).get(short=story_id)
    models.Comment.objects.get_or_create(workspace_id=who.workspace, story=row, text=text, defaults={"at": now})
