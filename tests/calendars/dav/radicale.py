"""Radicale as an own instance on the loopback, stopped by its process id."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

CONFIG = """[server]
hosts = 127.0.0.1:{port}
[auth]
type = htpasswd
htpasswd_filename = {folder}/users
htpasswd_encryption = plain
[storage]
filesystem_folder = {folder}/collections
[rights]
type = owner_only
[logging]
level = warning
"""


@dataclass(frozen=True)
class CalendarServer:
    folder: Path
    port: int

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    def events(self) -> dict[str, str]:
        """Every file in every calendar of Ada's, by its place."""
        root = self.folder / "collections" / "collection-root" / "ada"
        found = (file for file in root.rglob("*.ics") if ".Radicale" not in str(file))
        return {file.relative_to(root).as_posix(): file.read_bytes().decode() for file in found}


@contextmanager
def radicale(folder: Path) -> Iterator[CalendarServer]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    server = CalendarServer(folder, port)
    (folder / "users").write_text("ada:s3guito\nbob:b0b\n")
    (folder / "config").write_text(CONFIG.format(port=port, folder=folder))
    program = shutil.which("radicale") or "radicale"
    running = subprocess.Popen([program, "--config", str(folder / "config")], stderr=subprocess.DEVNULL)
    try:
        _wait_for(port)
        yield server
    finally:
        running.terminate()
        running.wait(10)


def what_is_missing() -> str:
    return "" if shutil.which("radicale") else "radicale is not installed"


def must_run() -> bool:
    return bool(os.environ.get("SEGUITO_REQUIRE_PEERS"))


def _wait_for(port: int) -> None:
    for _ in range(200):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise TimeoutError("Radicale did not start")
