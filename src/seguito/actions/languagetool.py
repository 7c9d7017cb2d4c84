"""Whether a LanguageTool of one's own is asked too, and where: `languagetool.url` in `settings.toml` (T4.2)."""

import json
from pathlib import Path
from typing import Any

from seguito.engines.languagetool import Address, Silent, version
from seguito.errors import N_, Problem

_FILE = "settings.toml"
_EXAMPLE = "http://127.0.0.1:8081/v2"


class SettingsUnreadable(Problem):
    id = "settings-unreadable"
    happened = N_("{file} cannot be read: {why}.")
    safe = N_("Nothing was checked or changed.")
    next_step = N_("Mend the file, or remove it and set again what stood in it.")


class SettingsNotKept(Problem):
    id = "settings-not-kept"
    exit_code = 3
    happened = N_("{file} could not be written: {why}.")
    safe = N_("The settings are as they were.")
    next_step = N_("Make the data folder writable, or name another with SEGUITO_HOME.")


class AddressUnclear(Problem):
    id = "languagetool-url-wrong"
    happened = N_("“{url}” is no address of a LanguageTool.")
    safe = N_("The settings are as they were.")
    next_step = N_("Write it like {example}.")


class AddressElsewhere(Problem):
    id = "languagetool-elsewhere"
    happened = N_("{host} is not this machine: the words of your notes would be sent there to be read.")
    safe = N_("The settings are as they were, and nothing was sent.")
    next_step = N_("If that is what you want, say so: seguito languagetool {url} --elsewhere")
    on_page = N_("If that is what you want, tick the box under the address.")


class AddressInClear(Problem):
    id = "languagetool-in-clear"
    happened = N_("Without TLS the words of your notes could be read on the way to {host}.")
    safe = N_("The settings are as they were, and nothing was sent.")
    next_step = N_("Use an address that begins with https://.")


class NoAnswer(Problem):
    id = "languagetool-silent"
    exit_code = 3
    happened = N_("LanguageTool at {address} does not answer: {why}.")
    safe = N_("The second look goes on without it, and says so.")
    next_step = N_("Start it, or turn it off: seguito languagetool --off")
    on_page = N_("Start it, or read without it again.")


def languagetool(home: Path) -> Address | None:
    """The LanguageTool that is asked too; None where nobody set one. Raises SettingsUnreadable."""
    file = home / _FILE
    try:
        told = file.read_text("utf-8")
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        raise SettingsUnreadable(file=file, why=error) from error
    kept = _kept(file, told)
    if not kept.get("url"):
        return None
    return _address(str(kept["url"]), elsewhere=kept.get("elsewhere") is True)


def ask_languagetool(home: Path, url: str, *, elsewhere: bool) -> Address:
    """From now on the second look asks this one too. `elsewhere`: the person's own word that it may be another machine.

    Raises AddressUnclear, AddressElsewhere, AddressInClear, SettingsNotKept. Connects to nothing.
    """
    address = _address(url, elsewhere=elsewhere)
    _write(home, f"[languagetool]\nurl = {json.dumps(str(address))}\nelsewhere = {str(elsewhere).lower()}\n")
    return address


def leave_languagetool(home: Path) -> None:
    """The second look is made without it again."""
    _write(home, "")


def called(address: Address) -> str:
    """What the server calls itself. Raises NoAnswer."""
    try:
        return version(address)
    except Silent as why:
        raise NoAnswer(address=address, why=why) from why


def _kept(file: Path, told: str) -> dict[str, Any]:
    import tomllib  # for the few who set something: `check FILE` starts without it

    try:
        kept = tomllib.loads(told).get("languagetool", {})
    except tomllib.TOMLDecodeError as error:
        raise SettingsUnreadable(file=file, why=error) from error
    return kept if isinstance(kept, dict) else {}


def _address(url: str, *, elsewhere: bool) -> Address:
    from urllib.parse import urlsplit

    try:
        parts = urlsplit(url.strip())
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise AddressUnclear(url=url, example=_EXAMPLE) from None
    unclear = parts.username or parts.password or parts.query or parts.fragment or not url.isascii()
    if parts.scheme not in ("http", "https") or not host or unclear or any(letter.isspace() for letter in url.strip()):
        raise AddressUnclear(url=url, example=_EXAMPLE)
    tls = parts.scheme == "https"
    if not _is_here(host):
        if not elsewhere:
            raise AddressElsewhere(host=host, url=url.strip())
        if not tls:
            raise AddressInClear(host=host)
    return Address(host, port or (443 if tls else 80), parts.path.rstrip("/").removesuffix("/check") or "/v2", tls)


def _is_here(host: str) -> bool:
    import ipaddress

    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _write(home: Path, told: str) -> None:
    """Whole or not at all: made beside its place and moved there."""
    file = home / _FILE
    part = file.with_suffix(".part")
    try:
        home.mkdir(parents=True, exist_ok=True, mode=0o700)
        part.write_text(told, "utf-8")
        part.replace(file)
    except OSError as error:
        raise SettingsNotKept(file=file, why=error.strerror or error) from error
