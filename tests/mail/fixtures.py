"""The mail servers, once a test process; where they cannot be, a loud word, or a failure where the build runs."""

import os
from collections.abc import Iterator
from itertools import count

import pytest

from tests.mail import stack

_numbers = count(1)


@pytest.fixture(scope="session")
def running_mail_servers() -> Iterator[stack.MailServers]:
    missing = stack.what_is_missing()
    if missing and os.environ.get("SEGUITO_REQUIRE_PEERS"):
        pytest.fail(f"the mail servers must run here ({missing})")
    if missing:
        pytest.skip(f"NO MAIL WAS SENT: {missing}; run `make system`")
    servers = stack.start()
    yield servers
    stack.stop(servers)


@pytest.fixture
def mail_servers(running_mail_servers: stack.MailServers, monkeypatch: pytest.MonkeyPatch) -> stack.MailServers:
    """Real servers, whose authority this test trusts."""
    monkeypatch.setenv("SSL_CERT_FILE", str(running_mail_servers.authority))
    return running_mail_servers


@pytest.fixture
def number() -> int:
    """Makes this test's addresses its own."""
    return next(_numbers)
