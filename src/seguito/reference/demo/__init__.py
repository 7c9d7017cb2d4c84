"""The demo's story, as data: invites in the shapes of three programs, what was said, what was written."""

import tomllib
from collections.abc import Mapping
from importlib.resources import files
from typing import Any


def story() -> Mapping[str, Any]:
    """The story's steps, as `story.toml` tells them."""
    return tomllib.loads(files(__name__).joinpath("story.toml").read_text("utf-8"))


def invite(name: str) -> bytes:
    """The bytes of one of its invites."""
    return files(__name__).joinpath(name).read_bytes()
