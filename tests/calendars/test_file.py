"""A file that somebody names: read whole, or refused with its reason."""

import os
import sys
from pathlib import Path

import pytest

from seguito.calendars.file import MOST_BYTES, FileMissing, FileTooLarge, FileUnreadable, NotAFile, read_file


def test_a_file_is_read_whole(tmp_path: Path) -> None:
    file = tmp_path / "nicolò.ics"
    file.write_bytes(b"BEGIN\r\n\x1a\x00")
    assert read_file(file) == b"BEGIN\r\n\x1a\x00"


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileMissing) as missing:
        read_file(tmp_path / "invite.ics")
    assert "invite.ics" in str(missing.value)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(NotAFile):
        read_file(tmp_path)


def test_a_name_that_no_file_can_have_is_refused() -> None:
    with pytest.raises(FileUnreadable):
        read_file(Path("in\x00vite.ics"))


@pytest.mark.skipif(sys.platform == "win32", reason="pipes are other things there")
def test_a_pipe_does_not_keep_one_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(NotAFile):
        read_file(tmp_path / "pipe")


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no such device")
def test_a_device_is_no_file() -> None:
    with pytest.raises(NotAFile):
        read_file(Path("/dev/zero"))


def test_a_file_larger_than_any_mail_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "large.ics"
    with file.open("wb") as large:
        large.truncate(MOST_BYTES + 1)
    with pytest.raises(FileTooLarge):
        read_file(file)
