"""LanguageTool's own server, for the benchmarks that compare with it: on loopback, stopped by its process id.

It comes from `LANGUAGETOOL_HOME` (a folder with its `languagetool-server.jar`), else from Maven, where `mvn` is: the
parts are kept in Maven's own store, outside this repository.
"""

import os
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

VERSION = "6.6"
_PARTS = ("languagetool-server", "language-en", "language-it")
_MAIN = "org.languagetool.server.HTTPServer"
_HEAP = "-Xmx512m"  # what its makers' own images start it with
_PATIENCE = 60  # seconds until it answers


class NotHere(Exception):
    """There is no LanguageTool on this machine; says why."""


@dataclass(frozen=True, slots=True)
class Server:
    """A running server. `begun`: the monotonic clock when its process was started."""

    address: str
    pid: int
    begun: float


@contextmanager
def languagetool(*, offline: bool = False) -> Iterator[Server]:
    """A server of one's own that answers. `offline`: fetches nothing. Raises NotHere."""
    parts = _class_path(offline)
    port = _free_port()
    java = ["java", _HEAP, "-cp", parts, _MAIN, "--port", str(port)]
    begun = time.monotonic()
    process = subprocess.Popen(java, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        address = f"http://127.0.0.1:{port}"
        _wait_for(f"{address}/v2/languages", process)
        yield Server(address, process.pid, begun)
    finally:
        process.terminate()
        process.wait()


def _class_path(offline: bool) -> str:
    if not shutil.which("java"):
        raise NotHere("no java on this machine")
    if home := os.environ.get("LANGUAGETOOL_HOME"):
        jar = Path(home, "languagetool-server.jar")
        if not jar.exists():
            raise NotHere(f"LANGUAGETOOL_HOME holds no {jar.name}")
        return str(jar)
    if not shutil.which("mvn"):
        raise NotHere("neither LANGUAGETOOL_HOME nor mvn on this machine")
    return _from_maven(offline)


def _from_maven(offline: bool) -> str:
    with tempfile.TemporaryDirectory() as folder:
        pom, found = Path(folder, "pom.xml"), Path(folder, "class-path.txt")
        pom.write_text(_pom(), "utf-8")
        mvn = ["mvn", "--quiet", "--batch-mode", *(["--offline"] if offline else []), "--file", str(pom)]
        ask = [*mvn, "dependency:build-classpath", f"-Dmdep.outputFile={found}"]
        told = subprocess.run(ask, capture_output=True, text=True, check=False)
        if told.returncode:
            raise NotHere(f"Maven could not bring it: {(told.stdout.strip().splitlines() or ['no word why'])[0]}")
        return found.read_text("utf-8").strip()


def _pom() -> str:
    parts = "".join(
        f"<dependency><groupId>org.languagetool</groupId><artifactId>{part}</artifactId>"
        f"<version>{VERSION}</version></dependency>"
        for part in _PARTS
    )
    return (
        '<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>'
        "<groupId>benchmarks</groupId><artifactId>languagetool</artifactId><version>1</version>"
        f"<dependencies>{parts}</dependencies></project>"
    )


def _free_port() -> int:
    with socket.socket() as any_port:
        any_port.bind(("127.0.0.1", 0))
        port: int = any_port.getsockname()[1]
    return port


def _wait_for(address: str, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end and process.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=5):  # noqa: S310 (loopback)
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.05)
    raise NotHere("its server did not start")
