"""The page as `seguito web` serves it: a process of its own, for clients that nobody here wrote."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def served(home: Path) -> Iterator[str]:
    """Its address, without the token that opens the page."""
    modules = {"PYTHONPATH": os.environ.get("PYTHONPATH", "")}
    environment = {"SEGUITO_HOME": str(home), "SEGUITO_LANG": "en", "PATH": "/usr/bin:/bin", **modules}
    words = [sys.executable, "-m", "seguito", "web", "--json"]
    with subprocess.Popen(words, env=environment, stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout is not None
            yield json.loads(server.stdout.readline())["url"].partition("/?")[0]
        finally:
            server.terminate()
