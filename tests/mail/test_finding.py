"""Servers found from an address, at a name server and a web server of the test's own, and tried at real mail servers."""

import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from seguito.actions.find import Trial, find, try_and_keep
from seguito.actions.outside import Outside
from seguito.channels.email.finding.found import Found, Source
from seguito.channels.email.finding.names import Roads
from seguito.records.reads.accounts import account
from tests.channels.email.finding.dns_server import Records, name_server
from tests.channels.email.finding.test_config_file import config, server
from tests.mail.cast import NOW, a_home
from tests.mail.scripted import ScriptedServer
from tests.mail.stack import PASSWORD, MailServers
from tests.terminal import Seguito

pytestmark = pytest.mark.mail

DOMAIN = "fontana.test"
ADA = f"ada@{DOMAIN}"
FROM = f"Ada Rossi <{ADA}>"


@dataclass
class Web:
    """The house's web server: files by host and path, and everything that it was asked."""

    port: int
    files: dict[str, bytes] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    redirects: bool = False


@contextmanager
def web_server(servers: MailServers) -> Iterator[Web]:
    class Visit(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            web.asked.append(f"{self.headers['Host'].partition(':')[0]}{self.path}")
            data = web.files.get(web.asked[-1])
            self.send_response(302 if web.redirects else 200 if data is not None else 404)
            if web.redirects:
                self.send_header("Location", f"https://elsewhere.{DOMAIN}:{web.port}/x")
            self.send_header("Content-Length", str(len(data or b"")))
            self.end_headers()
            self.wfile.write(data or b"")

        def log_message(self, *_words: object) -> None:
            """Nobody reads it."""

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*servers.certificate)
    listening = ThreadingHTTPServer(("127.0.0.1", 0), Visit)
    listening.daemon_threads = True
    listening.socket = context.wrap_socket(listening.socket, server_side=True)
    web = Web(listening.server_address[1])
    thread = threading.Thread(target=listening.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield web
    listening.shutdown()
    listening.server_close()
    thread.join()


@pytest.fixture
def web(mail_servers: MailServers) -> Iterator[Web]:
    with web_server(mail_servers) as web:
        yield web


def found(records: Records, web: Web, address: str = FROM) -> tuple[list[Found], list[str]]:
    """What is found with these names, and which names were asked for."""
    with name_server(records) as (place, asked):
        roads = Roads(place, web.port, into_own_network=True)
        return list(find(address, None, roads)), asked


AUTOCONFIG: Records = {(f"autoconfig.{DOMAIN}", "A"): ["127.0.0.1"], (DOMAIN, "A"): ["127.0.0.1"]}
FILE = config(server("smtp", "smtp.hoster.example", 465), server("imap", "imap.hoster.example", 993))


@pytest.mark.parametrize(
    "place", [f"autoconfig.{DOMAIN}/mail/config-v1.1.xml", f"{DOMAIN}/.well-known/autoconfig/mail/config-v1.1.xml"]
)
def test_the_houses_own_file_comes_first(web: Web, place: str) -> None:
    web.files[place] = FILE
    (first, *rest), _ = found(AUTOCONFIG, web)
    assert (first.source, first.smtp, first.imap) == (
        Source.HOUSE,
        ("smtps://smtp.hoster.example:465",),
        ("imaps://imap.hoster.example:993",),
    )
    assert rest[-1].source is Source.GUESS


def test_nobody_is_told_whose_mailbox_it_is(web: Web) -> None:
    _, names = found(AUTOCONFIG, web)
    assert names
    assert web.asked
    assert not [one for one in (*names, *web.asked) if "ada" in one.lower() or "@" in one]


def test_a_redirection_is_not_followed_and_a_wrong_name_not_believed(web: Web) -> None:
    web.files[f"autoconfig.{DOMAIN}/mail/config-v1.1.xml"] = FILE
    web.redirects = True
    assert [one.source for one in found(AUTOCONFIG, web)[0]] == [Source.GUESS]
    web.redirects = False
    other = {("autoconfig.other.test", "A"): ["127.0.0.1"]}  # the certificate bears no such name
    assert [one.source for one in found(other, web, "ada@other.test")[0]] == [Source.GUESS]


def test_a_strangers_domain_does_not_lead_into_ones_own_network(web: Web) -> None:
    web.files[f"autoconfig.{DOMAIN}/mail/config-v1.1.xml"] = FILE
    with name_server(AUTOCONFIG) as (place, _):
        sources = [one.source for one in find(FROM, None, Roads(place, web.port))]
    assert sources == [Source.GUESS]
    assert web.asked == []


def test_the_names_of_the_services_are_read_in_their_order(web: Web) -> None:
    records: Records = {
        (f"_submissions._tcp.{DOMAIN}", "SRV"): [f"20 1 465 late.{DOMAIN}.", f"10 5 4650 first.{DOMAIN}."],
        (f"_submission._tcp.{DOMAIN}", "SRV"): [f"0 1 587 open.{DOMAIN}."],
        (f"_imaps._tcp.{DOMAIN}", "SRV"): [f"0 1 993 box.{DOMAIN}."],
    }
    (first, *_), _ = found(records, web)
    assert (first.source, first.doubtful) == (Source.DNS, False)
    assert first.smtp == (
        f"smtps://first.{DOMAIN}:4650",
        f"smtps://late.{DOMAIN}:465",
        f"smtp+starttls://open.{DOMAIN}:587",
    )
    assert first.imap == (f"imaps://box.{DOMAIN}:993",)


def test_a_service_that_is_said_not_to_be_is_none(web: Web) -> None:
    records: Records = {(f"_submissions._tcp.{DOMAIN}", "SRV"): ["0 0 0 ."]}
    assert [one.source for one in found(records, web)[0]] == [Source.GUESS]


def test_a_name_outside_of_the_domain_is_doubtful_and_gets_no_password(web: Web, surroundings: Path) -> None:
    with ScriptedServer() as evil:
        records: Records = {(f"_submissions._tcp.{DOMAIN}", "SRV"): [f"0 1 {evil.port} localhost."]}
        (first, *_), _ = found(records, web)
        assert first.doubtful
        trial = try_and_keep(a_home(surroundings), FROM, [first], PASSWORD, Outside(surroundings), NOW)
    assert (trial, evil.heard) == (Trial(()), [])


@pytest.mark.parametrize(
    ("record", "name", "oauth"),
    [
        ("1 aspmx.l.google.com.", "Gmail", "google"),
        ("0 fontana-test.mail.protection.outlook.com.", "Microsoft 365", "microsoft"),
    ],
)
def test_who_takes_the_domains_mail_is_known(web: Web, record: str, name: str, oauth: str) -> None:
    (first, *_), _ = found({(DOMAIN, "MX"): ["50 elsewhere.example.", record]}, web)
    assert (first.source, first.name, first.oauth) == (Source.MAIL_SERVER, name, oauth)


def test_where_no_name_server_answers_the_usual_names_are_left(web: Web) -> None:
    roads = Roads(("127.0.0.1", 9), web.port, into_own_network=True)
    assert [one.source for one in find(FROM, None, roads)] == [Source.GUESS]


def test_a_known_house_is_not_asked(web: Web) -> None:
    founds, names = found({}, web, "ada@gmail.com")
    assert ([one.source for one in founds], names, web.asked) == ([Source.TABLE], [], [])


def test_what_is_found_is_tried_and_the_first_that_lets_in_is_kept(
    mail_servers: MailServers, web: Web, surroundings: Path
) -> None:
    ports = mail_servers.ports
    web.files[f"autoconfig.{DOMAIN}/mail/config-v1.1.xml"] = config(
        server("smtp", "localhost", 9),
        server("smtp", "localhost", ports["submission"], "STARTTLS"),
        server("imap", "localhost", ports["imaps"]),
    )
    who = a_home(surroundings)
    founds, _ = found(AUTOCONFIG, web)
    trial = try_and_keep(who, FROM, founds[:1], PASSWORD, Outside(surroundings), NOW)
    assert [one.why is None for one in trial.attempts] == [False, True, True]
    kept = account(who)
    assert kept is not None
    assert (kept.smtp_url, kept.imap_url) == (mail_servers.smtp_starttls, mail_servers.imaps)
    assert (kept.sender, kept.user) == (FROM, ADA)


def test_a_wrong_password_ends_the_search(mail_servers: MailServers, surroundings: Path) -> None:
    """Each further try with it would bring the mailbox nearer to being locked."""
    right = Found(Source.GUESS, DOMAIN, ADA, (mail_servers.smtps, mail_servers.smtp_starttls), (mail_servers.imaps,))
    who = a_home(surroundings)
    trial = try_and_keep(who, FROM, [right, right], "wrong", Outside(surroundings), NOW)
    assert (len(trial.attempts), trial.let_in, trial.kept, account(who)) == (1, False, None, None)


def test_a_certificate_that_nobody_vouches_for_is_told_and_hears_no_password(
    mail_servers: MailServers, surroundings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SSL_CERT_FILE")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*mail_servers.certificate)
    with ScriptedServer(tls=context) as untrusted:
        found = Found(Source.GUESS, DOMAIN, ADA, (untrusted.url,), ())
        trial = try_and_keep(a_home(surroundings), FROM, [found], PASSWORD, Outside(surroundings), NOW)
    [attempt] = trial.attempts
    assert attempt.why is not None
    assert attempt.why.message.startswith("the certificate of {server} is not to be trusted")
    assert untrusted.heard == []


def test_the_command_takes_a_file_of_ones_own(mail_servers: MailServers, seguito: Seguito, tmp_path: Path) -> None:
    ports = mail_servers.ports
    file = tmp_path / "config-v1.1.xml"
    file.write_bytes(
        config(server("smtp", "localhost", ports["submissions"]), server("imap", "localhost", ports["imaps"]))
    )
    seen = seguito.json("account", "find", "--from", FROM, "--config", file)
    assert seen["found"][0]["smtp"] == [mail_servers.smtps]
    done = seguito.json("account", "find", "--from", FROM, "--config", file, "--password-stdin", typed=f"{PASSWORD}\n")
    assert done["account"] == {"from": FROM, "smtp": mail_servers.smtps, "imap": mail_servers.imaps}
    assert seguito.json("account", "test")["imap"]["ok"]
    assert PASSWORD not in str(done)
