"""Which playbook an application follows: its own, else the one that was adopted for all, else the default."""

from seguito.core.nouns import Application, Who
from seguito.core.playbooks import Playbook
from seguito.records.reads.stories import adopted_playbook, own_playbook
from seguito.reference.playbooks import DEFAULT, playbook, playbook_told


def strategy_of(who: Who, application: Application) -> Playbook:
    """Raises PlaybookUnknown for a name that neither ships nor is one's own."""
    return strategy_named(who, application.playbook or adopted_playbook(who) or DEFAULT)


def strategy_named(who: Who, name: str) -> Playbook:
    """A person's own playbook of that name comes before one that ships."""
    text = own_playbook(who, name)
    return playbook(name) if text is None else playbook_told(text, f"{name}.toml")
