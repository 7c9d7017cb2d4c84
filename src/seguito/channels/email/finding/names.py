"""What the names of a domain say: where its services are, who takes its mail, at which address a server is."""

from dataclasses import dataclass
from typing import Any

import dns.exception
import dns.name
import dns.resolver

_PATIENCE = 5.0  # seconds for one question, all its repetitions included


class NamesOutOfReach(Exception):
    """No name server answers: there is no use in asking on."""


@dataclass(frozen=True, slots=True)
class Roads:
    """The ways out of this machine. `nameserver`: address and port; None: the system's own.

    `into_own_network`: whether a server may be one of this network; a stranger's domain must not lead there.
    """

    nameserver: tuple[str, int] | None = None
    https_port: int = 443
    into_own_network: bool = False


def services(service: str, domain: str, roads: Roads) -> tuple[tuple[str, int], ...]:
    """Host and port of a service, best first (RFC 2782); none where the domain says that it has none."""
    found = [
        (record.priority, -record.weight, str(record.target).rstrip("."), record.port)
        for record in _asked(f"_{service}._tcp.{domain}", "SRV", roads)
    ]
    return tuple((host.lower(), port) for _, _, host, port in sorted(found) if host and port)


def mail_servers(domain: str, roads: Roads) -> tuple[str, ...]:
    """The servers that take a domain's mail, the preferred first."""
    found = [(record.preference, str(record.exchange).rstrip(".")) for record in _asked(domain, "MX", roads)]
    return tuple(host.lower() for _, host in sorted(found) if host)


def addresses(host: str, roads: Roads) -> tuple[str, ...]:
    return tuple(record.address for kind in ("A", "AAAA") for record in _asked(host, kind, roads))


def _asked(name: str, kind: str, roads: Roads) -> list[Any]:
    """The records; none where there are none. Raises NamesOutOfReach, as all do here."""
    try:
        answer = _resolver(roads).resolve(dns.name.from_text(name), kind, search=False, lifetime=_PATIENCE)
    except dns.exception.Timeout as silence:
        raise NamesOutOfReach from silence
    except (dns.exception.DNSException, OSError, ValueError):
        return []
    return list(answer)


def _resolver(roads: Roads) -> dns.resolver.Resolver:
    if roads.nameserver is None:
        return dns.resolver.Resolver()
    resolver = dns.resolver.Resolver(configure=False)
    resolver.nameservers, resolver.port = [roads.nameserver[0]], roads.nameserver[1]
    return resolver
