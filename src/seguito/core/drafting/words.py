"""What a sheet needs to know of its language."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from seguito.core.nouns import Person, Purpose


@dataclass(frozen=True, slots=True)
class SheetWords:
    """One language's sheets. `language` may carry a region.

    `prompts`: by name, in brackets, to be asked in turn where the same is asked again. `asks`: what each purpose asks
    for. `role_at`, `role`, `organisation`, `conversation`: subjects made of facts, with `{named}` places.
    `quotes`: around what was noted. `own_name`: a prompt, where nobody told who writes.
    """

    language: str
    salutation: Callable[[Person], str]
    closing: Callable[[Person], str]
    spoken_name: Callable[[Person], str]
    day: Callable[[date], str]
    prompts: Mapping[str, tuple[str, ...]]
    asks: Mapping[Purpose, tuple[str, ...]]
    quotes: tuple[str, str]
    own_name: str
    role_at: str
    role: str
    organisation: str
    conversation: str
