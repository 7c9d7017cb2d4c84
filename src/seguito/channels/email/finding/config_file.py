"""Mozilla's form of an account's servers, `config-v1.1.xml` (draft-ietf-mailmaint-autoconfig).

Read with a parser that builds nothing: a document type, and with it every entity, ends the reading at once.
"""

from dataclasses import dataclass
from xml.parsers import expat

from seguito.channels.email.account import imap_server, smtp_server
from seguito.channels.email.finding.found import Found, Source, usable
from seguito.errors import N_, Problem

LARGEST = 256 * 1024  # bytes; the longest of Thunderbird's own has six thousand
_DEEPEST = 20
_SCHEMES = {
    ("smtp", "SSL"): "smtps",
    ("smtp", "STARTTLS"): "smtp+starttls",
    ("imap", "SSL"): "imaps",
}


class ConfigFileWrong(Problem):
    id = "config-file-wrong"
    happened = N_("{file} names no servers in the form of config-v1.1.xml: {why}.")
    safe = N_("Nothing was changed.")
    next_step = N_("Name the servers yourself: seguito account set --smtp smtps://host:465 --imap imaps://host:993 …")


@dataclass(slots=True)
class _Server:
    kind: str
    host: str = ""
    port: str = ""
    socket: str = ""
    user: str = ""

    @property
    def url(self) -> str:
        scheme = _SCHEMES.get((self.kind, self.socket))
        return f"{scheme}://{self.host}:{self.port}" if scheme else ""


class _TooMuch(Exception):
    """Its argument: of what."""


def read_config(data: bytes, address: str, source: Source, file: object) -> Found:
    """The servers that a file names for an address, those without a private line left out. Raises ConfigFileWrong."""
    try:
        reading = _Reading()
        reading.read(data)
    except (expat.ExpatError, _TooMuch, ValueError) as wrong:
        raise ConfigFileWrong(file=file, why=str(wrong)) from wrong
    local, _, domain = address.rpartition("@")

    def filled(text: str) -> str:
        for place, value in (("ADDRESS", address), ("LOCALPART", local), ("DOMAIN", domain)):
            text = text.replace(f"%EMAIL{place}%", value)
        return text.strip()

    smtp = usable((filled(one.url) for one in reading.servers if one.kind == "smtp"), smtp_server)
    imap = usable((filled(one.url) for one in reading.servers if one.kind == "imap"), imap_server)
    if not smtp:
        raise ConfigFileWrong(file=file, why="no <outgoingServer> with SSL or STARTTLS")
    users = [filled(one.user) for one in reading.servers if one.user and one.url]
    return Found(source, filled(reading.name) or domain, users[0] if users else address, smtp, imap)


class _Reading:
    """One pass over the document."""

    def __init__(self) -> None:
        self.servers: list[_Server] = []
        self.name = ""
        self._server: _Server | None = None
        self._path: list[str] = []
        self._words = ""

    def read(self, data: bytes) -> None:
        if len(data) > LARGEST:
            raise _TooMuch("too long")
        parser = expat.ParserCreate()
        parser.StartDoctypeDeclHandler = self._refuse
        parser.EntityDeclHandler = self._refuse
        parser.StartElementHandler = self._begin
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._hear
        parser.Parse(data, True)

    def _refuse(self, *_words: object) -> None:
        raise _TooMuch("a document type")

    def _begin(self, tag: str, attributes: dict[str, str]) -> None:
        self._path.append(tag)
        self._words = ""
        if len(self._path) > _DEEPEST:
            raise _TooMuch("too deep")
        if tag in ("incomingServer", "outgoingServer"):
            self._server = _Server(attributes.get("type", ""))

    def _hear(self, words: str) -> None:
        self._words += words

    def _end(self, tag: str) -> None:
        self._path.pop()
        words, server = self._words.strip(), self._server
        if tag in ("incomingServer", "outgoingServer") and server is not None:
            self.servers.append(server)
            self._server = None
        elif server is not None:
            _tell(server, tag, words)
        elif tag == "displayName" and not self.name:
            self.name = words


def _tell(server: _Server, tag: str, words: str) -> None:
    match tag:
        case "hostname":
            server.host = words
        case "port":
            server.port = words
        case "socketType":
            server.socket = words
        case "username":
            server.user = words
