"""Asking the address's own house where its servers are: a file on its server, then what its names say.

It is told the domain, never the address: whose mailbox it is concerns nobody but the server that is logged in to.
"""

from collections.abc import Iterator
from contextlib import suppress

from seguito.channels.email.account import imap_server, smtp_server
from seguito.channels.email.finding.config_file import ConfigFileWrong, read_config
from seguito.channels.email.finding.fetch import fetch
from seguito.channels.email.finding.found import Found, Source, is_within, usable
from seguito.channels.email.finding.names import NamesOutOfReach, Roads, mail_servers, services
from seguito.reference.mail import house_that_takes_mail


def ask_house(address: str, roads: Roads) -> Iterator[Found]:
    """What it says, the surest first; each is asked only when it is wanted."""
    domain = address.rpartition("@")[2].lower()
    with suppress(NamesOutOfReach):
        yield from _by_file(address, domain, roads)
        yield from _by_names(address, domain, roads)
        yield from _by_mail_server(address, domain, roads)


def _by_file(address: str, domain: str, roads: Roads) -> Iterator[Found]:
    for host, path in (
        (f"autoconfig.{domain}", "/mail/config-v1.1.xml"),
        (domain, "/.well-known/autoconfig/mail/config-v1.1.xml"),
    ):
        data = fetch(host, path, roads)
        try:
            if data is not None:
                yield read_config(data, address, Source.HOUSE, host)
        except ConfigFileWrong:
            continue


def _by_names(address: str, domain: str, roads: Roads) -> Iterator[Found]:
    """DNS is not signed: a name outside of the domain might be anybody's (RFC 6186, 6)."""
    sends = [f"smtps://{host}:{port}" for host, port in services("submissions", domain, roads)]
    sends += [f"smtp+starttls://{host}:{port}" for host, port in services("submission", domain, roads)]
    keeps = [f"imaps://{host}:{port}" for host, port in services("imaps", domain, roads)]
    smtp, imap = usable(sends, smtp_server), usable(keeps, imap_server)
    if smtp:
        doubtful = not all(is_within(url, domain) for url in (*smtp, *imap))
        yield Found(Source.DNS, domain, address, smtp, imap, doubtful=doubtful)


def _by_mail_server(address: str, domain: str, roads: Roads) -> Iterator[Found]:
    for server in mail_servers(domain, roads):
        house = house_that_takes_mail(server)
        if house is not None:
            yield Found(
                Source.MAIL_SERVER, house.name, address, (house.smtp,), (house.imap,),
                house.oauth, house.app_password, house.no_password,
            )  # fmt: skip
            return
