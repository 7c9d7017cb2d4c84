"""LanguageTool by HTTP, for those who run one: a third engine beside the language's own.

Tried with LanguageTool 6.6. It is asked by `http.client`, which follows no redirect and goes through no proxy: a note's
words reach the address that was told, and no other.
"""

import json
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from seguito.core.looks.finding import Finding, Look, Severity
from seguito.core.looks.rule import Rule

_PATIENCE = 5.0  # seconds for the whole answer; a note takes it 0.1 s
_PATIENCE_AT_FIRST = 30.0  # its first answer in a language takes it some 3 s, and more on a busy machine
_LONGEST_ANSWER = 8_000_000  # bytes
_PIECE = 65_536
_MERE_HINTS = frozenset({"misspelling", "style", "typographical", "whitespace", "locale-violation", "register"})

FOUND = Rule(
    "LANGUAGETOOL",
    Look.LANGUAGE,
    Severity.ASK,
    says={"en": "LanguageTool: {message}", "it": "LanguageTool: {message}"},
)
SILENT = Rule(
    "LANGUAGETOOL_SILENT",
    Look.LANGUAGE,
    Severity.HINT,
    says={
        "en": "LanguageTool at {address} did not help this time ({why}): this look was made without it.",
        "it": "LanguageTool all'indirizzo {address} stavolta non ha aiutato ({why}): la lettura è stata fatta senza.",
    },
)
RULES = (FOUND, SILENT)


@dataclass(frozen=True, slots=True)
class Address:
    """Where a LanguageTool answers. `path`: what stands before `/check`, as a rule `/v2`."""

    host: str
    port: int
    path: str
    tls: bool

    def __str__(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{'https' if self.tls else 'http'}://{host}:{self.port}{self.path}"


class Silent(Exception):
    """It is down, slow, or no LanguageTool; says which, in the system's own words."""


def findings(address: Address, text: str, language: str) -> tuple[Finding, ...]:
    """What LanguageTool finds in a text; when it does not answer, one hint that says so.

    A spelling that it does not know is a hint: seven of ten of its false alarms are names and foreign words, and the
    language's own engine has read the spelling already.
    """
    try:
        return tuple(_findings(text, _asked(address, "/check", {"text": _sendable(text), "language": language})))
    except Silent as why:
        return (SILENT.finding(text, None, None, address=address, why=why),)


def version(address: Address) -> str:
    """What the server calls itself. A person asks, and waits for a server that was just started. Raises Silent."""
    form = {"text": "A", "language": "en"}
    software = _asked(address, "/check", form, _PATIENCE_AT_FIRST).get("software", {})
    told = software if isinstance(software, dict) else {}
    return f"{told.get('name', '')} {told.get('version', '')}".strip()


def _sendable(text: str) -> str:
    """A lone surrogate cannot be sent; what stands for it is as long."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _asked(address: Address, what: str, form: Mapping[str, str], patience: float = _PATIENCE) -> dict[str, Any]:
    # Most people have no LanguageTool, and `check FILE` starts without the modules that talk to one.
    from http.client import HTTPConnection, HTTPException, HTTPSConnection
    from urllib.parse import urlencode

    line = (HTTPSConnection if address.tls else HTTPConnection)(address.host, address.port, timeout=patience)
    end = time.monotonic() + patience
    headers = {"Content-Type": "application/x-www-form-urlencoded", "Accept": "application/json"}
    try:
        line.request("POST", address.path + what, urlencode(form), headers)
        answer = line.getresponse()
        if answer.status != 200:
            raise Silent(f"HTTP {answer.status}")
        found = b""
        while piece := answer.read(_PIECE):
            found += piece
            if len(found) > _LONGEST_ANSWER or time.monotonic() > end:
                raise Silent("timed out")
        document = json.loads(found)
    except (OSError, HTTPException) as error:
        raise Silent(getattr(error, "strerror", None) or str(error) or type(error).__name__) from error
    except (ValueError, RecursionError) as error:
        raise Silent("no JSON") from error
    finally:
        line.close()
    if not isinstance(document, dict) or not isinstance(document.get("matches"), list):
        raise Silent("no answer of a LanguageTool")
    return document


def _findings(text: str, answer: Mapping[str, Any]) -> Iterator[Finding]:
    places = _places(text)
    for match in answer["matches"]:
        try:
            first, length, message = int(match["offset"]), int(match["length"]), str(match["message"])
            better = tuple(str(one["value"]) for one in match.get("replacements", ())[:5])
            kind = str(match.get("rule", {}).get("issueType", ""))
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise Silent("no answer of a LanguageTool") from error
        if length > 0 and first >= 0 and first + length < len(places):
            start, end = places[first], places[first + length]
            severity = Severity.HINT if kind in _MERE_HINTS else None
            better = tuple(one for one in better if one != text[start:end])
            yield FOUND.finding(text, start, end, better, severity, message=message)


def _places(text: str) -> list[int]:
    """The code point at which each UTF-16 unit begins, and the end of the text."""
    places = [at for at, letter in enumerate(text) for _ in range(2 if letter > "\uffff" else 1)]
    return [*places, len(text)]
