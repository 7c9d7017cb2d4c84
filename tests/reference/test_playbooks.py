"""The playbooks that ship, and a person's own file (T6.1)."""

import tomllib
from pathlib import Path

import pytest

import seguito.reference.playbooks as folder
from seguito.core.playbook_form import PlaybookWrong
from seguito.core.playbooks import Channel
from seguito.reference.playbooks import (
    PlaybookUnknown,
    PlaybookUnreadable,
    lines_of,
    playbook,
    read_playbook,
    shipped,
)
from seguito.speech import LANGUAGES


def test_the_two_of_the_article_and_a_default_ship() -> None:
    assert shipped() == ("default", "atlanta", "chicago")


@pytest.mark.parametrize("name", shipped())
def test_every_section_has_its_reason_in_both_languages_and_whose_advice_it_is(name: str) -> None:
    one = playbook(name)
    assert one.id == name
    for section in one.reasons:
        assert set(one.because(section)) == set(LANGUAGES)
        assert one.whose(section)
    for texts in (one.about, one.tone, *(shun.because for shun in one.shun)):
        assert set(texts) == set(LANGUAGES)


def test_each_decides_what_to_do_where_nothing_is_known() -> None:
    rules = {name: playbook(name).channel.nothing_known for name in shipped()}
    assert rules == {"default": Channel.EMAIL, "atlanta": Channel.BOTH, "chicago": Channel.EMAIL}


def test_an_unknown_one_is_answered_with_those_that_there_are() -> None:
    with pytest.raises(PlaybookUnknown, match="boston") as caught:
        playbook("boston")
    assert caught.value.values["known"] == "default, atlanta, chicago"


@pytest.mark.parametrize("name", ["../default", "default.toml", "DEFAULT", ""])
def test_a_name_is_no_path(name: str) -> None:
    with pytest.raises(PlaybookUnknown):
        playbook(name)


def test_ones_own_file_is_read_on_top_of_the_default(tmp_path: Path) -> None:
    own = tmp_path / "aunt.toml"
    own.write_text(
        '\ufeffid = "aunt"\nname = "My aunt"\nabout = "Cards, always."\n'
        '[channel]\nnothing_known = "both"\nbecause = "She did."\n',
        encoding="utf-8",
    )
    assert read_playbook(own).channel.nothing_known is Channel.BOTH


def test_what_is_wrong_in_it_is_named_by_its_line(tmp_path: Path) -> None:
    own = tmp_path / "aunt.toml"
    own.write_text('id = "aunt"\nname = "My aunt"\nabout = "x"\n\n[nudge]\nbecause = "x"\nat_most = -1\n', "utf-8")
    with pytest.raises(PlaybookWrong) as caught:
        read_playbook(own)
    assert getattr(caught.value.values["where"], "values", {})["line"] == 7


@pytest.mark.parametrize("content", [b"id = ", b"\xff\xfe", b"[email\n", b"id = 'a'\nid = 'b'\n"])
def test_a_file_that_is_no_toml_is_refused_in_words(tmp_path: Path, content: bytes) -> None:
    own = tmp_path / "aunt.toml"
    own.write_bytes(content)
    with pytest.raises(PlaybookUnreadable, match=r"aunt\.toml"):
        read_playbook(own)


def test_a_file_that_is_not_there_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(PlaybookUnreadable):
        read_playbook(tmp_path / "nowhere.toml")


def test_the_lines_of_a_shipped_file_are_found() -> None:
    text = (Path(folder.__file__).parent / "default.toml").read_text("utf-8")
    lines = lines_of(text)
    for section, table in tomllib.loads(text).items():
        assert section in lines
        for key in table if isinstance(table, dict) else ():
            assert any(found == f"{section}.{key}" or found.startswith(f"{section}.{key}.") for found in lines)
