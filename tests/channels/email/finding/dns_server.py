"""A name server on the loopback that knows a few names, and whom it was asked about."""

import socket
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import dns.flags
import dns.message
import dns.rdatatype
import dns.rrset

Records = Mapping[tuple[str, str], list[str]]


@contextmanager
def name_server(records: Records) -> Iterator[tuple[tuple[str, int], list[str]]]:
    """Where it listens, and the names that it was asked for."""
    asked: list[str] = []
    line = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    line.bind(("127.0.0.1", 0))

    def answer() -> None:
        while True:
            data, whom = line.recvfrom(4096)
            if not data:
                return
            question = dns.message.from_wire(data)
            told = dns.message.make_response(question)
            told.flags |= dns.flags.RA
            name, kind = question.question[0].name, dns.rdatatype.to_text(question.question[0].rdtype)
            asked.append(str(name).rstrip("."))
            if found := records.get((str(name).rstrip("."), kind)):
                told.answer.append(dns.rrset.from_text(name, 60, "IN", kind, *found))
            line.sendto(told.to_wire(), whom)

    thread = threading.Thread(target=answer, daemon=True)
    thread.start()
    try:
        yield ("127.0.0.1", line.getsockname()[1]), asked
    finally:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as last:
            last.sendto(b"", line.getsockname())
        thread.join()
        line.close()
