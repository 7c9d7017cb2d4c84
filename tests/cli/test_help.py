"""Every command tells what it takes, in the reader's language."""

import pytest

from seguito.cli.commands import COMMANDS
from tests.terminal import Answer, Seguito


def helped(seguito: Seguito, capsys: pytest.CaptureFixture[str], name: str) -> Answer:
    with pytest.raises(SystemExit) as ended:
        seguito(name, "--help")
    out, err = capsys.readouterr()
    return Answer(int(str(ended.value.code)), out, err)


@pytest.mark.parametrize("language", ["en", "it"])
@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(
    seguito: Seguito,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    language: str,
) -> None:
    monkeypatch.setenv("SEGUITO_LANG", language)
    answer = helped(seguito, capsys, name)
    assert (answer.code, answer.err) == (0, "")
    assert "--json" in answer.out


def test_what_argparse_says_is_said_in_the_readers_language(
    seguito: Seguito, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SEGUITO_LANG", "it")
    assert "mostra questo aiuto" in helped(seguito, capsys, "due").out
    for english in ("usage", "show this help", "an id, its beginning"):
        assert english not in helped(seguito, capsys, "approve").out
    for words in (["due", "--frob"], ["approve"], ["add", "--pace", "slow"], ["add", "--lasts"]):
        assert not {"unrecognized", "required", "argument", "choose", "expected"} & set(
            seguito(*words).err.lower().replace(":", " ").split()
        )
