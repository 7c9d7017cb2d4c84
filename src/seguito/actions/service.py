"""The watch as a service of the person's own system: its files written, or taken away. Nothing is started here."""

import os
import sys
from pathlib import Path

from seguito.core.reminders.service import Service, ServiceFile, Watch, service
from seguito.errors import N_, Problem


class ServiceNotWritten(Problem):
    id = "service-not-written"
    exit_code = 3
    happened = N_("The service could not be written: {path}: {reason}.")
    safe = N_("Your records are as they were; reminders come as before.")
    next_step = N_("Mend that, then run the same command again; or let `seguito watch` run in a terminal.")


def the_service(home: Path, language: str) -> Service:
    """As it is on this machine. Raises `NoServiceHere`. `home`: the data folder; `language`: of what it says."""
    mine = Path.home()
    config = os.environ.get("XDG_CONFIG_HOME") or str(mine / ".config")
    environment = {"SEGUITO_HOME": str(home.absolute()), "SEGUITO_LANG": language, **_handed_on()}
    watch = Watch((_python(), "-m", "seguito", "watch"), tuple(environment.items()), str(home.absolute()))
    return service(sys.platform, str(mine), config, watch)


def is_installed(found: Service) -> bool:
    return Path(found.files[0].path).exists()


def install(found: Service) -> None:
    """Raises `ServiceNotWritten`."""
    for file in found.files:
        try:
            _write(file)
        except OSError as error:
            raise ServiceNotWritten(path=file.path, reason=error.strerror or error) from error


def remove(found: Service) -> None:
    """Raises `ServiceNotWritten`."""
    for file in reversed(found.files):
        try:
            Path(file.path).unlink(missing_ok=True)
        except OSError as error:
            raise ServiceNotWritten(path=file.path, reason=error.strerror or error) from error


def _write(file: ServiceFile) -> None:
    path = Path(file.path)
    path.parent.mkdir(parents=True, exist_ok=True)
    if file.points_to:
        path.unlink(missing_ok=True)
        path.symlink_to(file.points_to)
    else:
        path.write_bytes(file.content)


def _python() -> str:
    """On Windows the one that opens no window."""
    here = Path(sys.executable)
    windowless = here.with_name("pythonw.exe")
    return str(windowless if here.name.lower() == "python.exe" and windowless.exists() else here)


def _handed_on() -> dict[str, str]:
    """Where else Python looks for Seguito, and whom it trusts, if that was told."""
    return {name: os.environ[name] for name in ("PYTHONPATH", "SSL_CERT_FILE", "TZ") if os.environ.get(name)}
