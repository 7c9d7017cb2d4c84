"""The register of channels: every folder has its line, and says what it is."""

from pathlib import Path

import pytest

from seguito import channels
from seguito.channels import CHANNELS, NoSuchChannel, about
from seguito.core.nouns import Address, Person


def test_every_folder_is_registered() -> None:
    folders = {path.parent.name for path in Path(channels.__path__[0]).glob("*/__init__.py")}

    assert folders == set(CHANNELS)


@pytest.mark.parametrize("channel", CHANNELS)
def test_a_channel_says_what_it_is(channel: str) -> None:
    told = about(channel)

    assert told.id == channel
    assert told.label


def test_a_channel_reaches_whom_it_has_what_it_needs_of() -> None:
    reader = Person("p1", "Giulia", "Bianchi", emails=("giulia@corp.test",))
    at_home = Person("p2", "Marco", "Neri", address=Address("Via Roma 1", "00100", "Roma"))

    assert about("email").reaches(reader)
    assert not about("email").reaches(at_home)
    assert about("card").reaches(at_home)
    assert not about("card").reaches(reader)


def test_a_channel_that_nobody_knows_is_told() -> None:
    with pytest.raises(NoSuchChannel, match="pigeon"):
        about("pigeon")
