"""One file over https, from the place that its name says and from nowhere else."""

import http.client
import socket
from ipaddress import ip_address
from ssl import SSLContext

from seguito.channels.email.account import private_line
from seguito.channels.email.finding.config_file import LARGEST
from seguito.channels.email.finding.names import Roads, addresses

_PATIENCE = 10.0  # seconds for each step


def fetch(host: str, path: str, roads: Roads) -> bytes | None:
    """The file, or None where there is none that can be trusted. No redirection is followed."""
    for address in addresses(host, roads):
        if not (roads.into_own_network or ip_address(address).is_global):
            continue
        line = _Line(host, address, roads.https_port, private_line())
        try:
            line.request("GET", path, headers={"Accept": "text/xml, application/xml"})
            answer = line.getresponse()
            data = answer.read(LARGEST + 1)
        except (OSError, http.client.HTTPException):
            continue
        finally:
            line.close()
        return data if answer.status == 200 and len(data) <= LARGEST else None
    return None


class _Line(http.client.HTTPSConnection):
    """To the address that was looked at, under the name that the certificate must bear."""

    def __init__(self, host: str, address: str, port: int, private: SSLContext) -> None:
        super().__init__(host, port, timeout=_PATIENCE, context=private)
        self._address, self._private = address, private

    def connect(self) -> None:
        line = socket.create_connection((self._address, self.port), timeout=_PATIENCE)
        try:
            self.sock = self._private.wrap_socket(line, server_hostname=self.host)
        except OSError:
            line.close()
            raise
