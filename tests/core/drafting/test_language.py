"""In which language a note is written: the person's, else the debrief's and invite's, else the interface's."""

import pytest

from seguito.core.drafting.language import choose_language
from seguito.core.nouns import Person
from seguito.languages.stop_words import stop_words

ENGLISH = ["they rewrote the brief the night before", "how would I measure it"]
ITALIAN = ["hanno rifatto il brief la notte prima", "come lo misurerei"]


@pytest.mark.parametrize(
    ("on_record", "said", "invite", "interface", "language"),
    [
        (("it",), ENGLISH, ["en"], "en", "it"),
        (("fr", "en-GB"), ITALIAN, [], "it", "en-GB"),
        (("fr",), ITALIAN, [], "en", "it"),
        ((), ITALIAN, ["en"], "en", "it"),
        ((), [], ["it"], "en", "it"),
        ((), [], ["", "Colloquio con il nostro team"], "en", "it"),
        ((), ["ok"], ["Interview with the team about your role"], "it", "en"),
        ((), ["ok"], [""], "it", "it"),
        ((), [], [], "en", "en"),
        ((), [*ENGLISH, *ITALIAN], [], "it", "it"),
    ],
)
def test_the_closest_that_is_known_decides(
    on_record: tuple[str, ...], said: list[str], invite: list[str], interface: str, language: str
) -> None:
    person = Person("p1", "Giulia", "Bianchi", languages=on_record)
    assert choose_language(person, said, invite, interface, stop_words()) == language
