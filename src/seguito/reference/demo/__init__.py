"""The demo's story, as data: invites of three programs, what was said and written, and what came of it."""

import tomllib
from collections.abc import Mapping
from importlib.resources import files
from typing import Any


def story() -> Mapping[str, Any]:
    """The story's steps, as `story.toml` tells them."""
    return _read("story")


def after() -> Mapping[str, Any]:
    """What came before it: a no, and what followed (`after.toml`)."""
    return _read("after")


def hiring() -> Mapping[str, Any]:
    """The same desk from the other side (`hiring.toml`)."""
    return _read("hiring")


def invite(name: str) -> bytes:
    """The bytes of one of its invites."""
    return files(__name__).joinpath(name).read_bytes()


def _read(name: str) -> Mapping[str, Any]:
    return tomllib.loads(files(__name__).joinpath(f"{name}.toml").read_text("utf-8"))
