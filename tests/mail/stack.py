"""Postfix and Dovecot as own instances on the loopback: started in about two seconds, stopped by process id.

They end with the test process, however that ends: a second one (`python -m tests.mail.stack FOLDER`) waits for it.

Everybody exists and has the same password. `@seguito.test` files nothing in Sent, `@filing.test` does it by itself,
`@corp.test` reads; `later…@corp.test` is told 450, `gone…@corp.test` 550, `full…@corp.test` 552; `slow…` is answered after two seconds, and of
`grey…` a policy server of the test's own is asked; of mail to `moved…@corp.test` comes a report.
One pair of servers serves a whole test process, each test with addresses of its own.
"""

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

PASSWORD = "s3guito"
ROOT = Path(__file__).parents[2]
_HERE = Path(__file__).parent / "servers"
_PORTS = ("imaps", "imap", "lmtp", "sasl", "submission", "submissions", "plain", "policy", "tokens")
_QUEUES = ("maildrop", "incoming", "active", "deferred")


def what_is_missing() -> str:
    """What this machine lacks to run the servers; empty when nothing."""
    missing = [name for name in ("postfix", "dovecot", "openssl") if not shutil.which(name, path=_path())]
    if missing:
        return f"not installed: {', '.join(missing)}"
    return "" if os.geteuid() == 0 else "Postfix's master wants root"


@dataclass
class MailServers:
    """The running servers, and what lies in their mailboxes."""

    folder: Path
    ports: dict[str, int]
    watch: "subprocess.Popen[bytes]"

    @property
    def authority(self) -> Path:
        """The certificate of the authority that clients trust, by `SSL_CERT_FILE`."""
        return self.folder / "ca" / "ca.pem"

    @property
    def certificate(self) -> tuple[Path, Path]:
        """The servers' certificate and key, for a server of a test's own."""
        return self.folder / "ca" / "server.pem", self.folder / "ca" / "server.key"

    @property
    def smtps(self) -> str:
        return f"smtps://localhost:{self.ports['submissions']}"

    @property
    def smtp_starttls(self) -> str:
        return f"smtp+starttls://localhost:{self.ports['submission']}"

    @property
    def smtp_plain(self) -> str:
        return f"smtp://127.0.0.1:{self.ports['plain']}"

    @property
    def imaps(self) -> str:
        return f"imaps://localhost:{self.ports['imaps']}"

    def mails(self, address: str, folder: str = "") -> list[bytes]:
        """Every mail in a mailbox's folder ("" is the inbox)."""
        place = self.folder / "mail" / address / "Maildir" / (f".{folder}" if folder else "")
        return [file.read_bytes() for part in ("new", "cur") for file in sorted((place / part).glob("*"))]

    def count(self, message_id: str, address: str, folder: str = "") -> int:
        """How many copies of one message lie there."""
        return sum(message_id.encode() in mail for mail in self.mails(address, folder))

    def wait_until_quiet(self, seconds: float = 10) -> None:
        """Until no session is open and no mail is under way."""
        end = time.monotonic() + seconds
        quiet = 0
        while time.monotonic() < end:
            quiet = quiet + 1 if not self._busy() else 0
            if quiet == 3:
                return
            time.sleep(0.02)
        raise TimeoutError("the mail servers did not come to rest")

    def _busy(self) -> bool:
        log = (self.folder / "postfix" / "maillog").read_text(errors="replace")
        if log.count("]: connect from ") > log.count("]: disconnect from "):
            return True
        spool = self.folder / "postfix" / "spool"
        return any(file.is_file() for queue in _QUEUES for file in (spool / queue).rglob("*"))


def start() -> MailServers:
    """Start both servers in a folder of their own."""
    folder = Path(tempfile.mkdtemp(prefix="seguito-mail-"))
    folder.chmod(0o755)  # Dovecot's processes are nobody's
    watching = [sys.executable, "-m", "tests.mail.stack", str(folder)]
    watch = subprocess.Popen(watching, stdin=subprocess.PIPE, cwd=ROOT)
    servers = MailServers(folder, dict(zip(_PORTS, _free_ports(len(_PORTS)), strict=True)), watch)
    try:
        _certificates(folder / "ca")
        _configure(servers)
        _run("dovecot", "-c", folder / "dovecot.conf")
        _run("postfix", "-c", folder / "postfix" / "etc", "start")
        for port in ("imaps", "submissions", "lmtp", "plain", "sasl"):
            _wait_for(servers.ports[port])
    except BaseException:
        stop(servers)
        raise
    return servers


def stop(servers: MailServers) -> None:
    if servers.watch.stdin:
        servers.watch.stdin.close()
    servers.watch.wait(30)


def _stop_when_nobody_holds_the_other_end(folder: Path) -> None:
    """Stop both by their process ids, and only if these still are what they were."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # it is for the tests; the servers end after them
    sys.stdin.read()
    masters = [
        _end(folder / "postfix" / "spool" / "pid" / "master.pid", b"master"),
        _end(folder / "run" / "master.pid", b"dovecot"),
    ]
    for pid in filter(None, masters):
        _wait_for_end(pid)
    shutil.rmtree(folder, ignore_errors=True)


def _configure(servers: MailServers) -> None:
    folder, places = servers.folder, {"folder": servers.folder, "password": PASSWORD, **servers.ports}
    for part in ("run", "state", "mail", "postfix/etc", "postfix/data", "postfix/spool"):
        (folder / part).mkdir(parents=True)
    shutil.chown(folder / "mail", "nobody", "nogroup")
    shutil.chown(folder / "postfix" / "data", "postfix")
    (folder / "dovecot.conf").write_text((_HERE / "dovecot.conf").read_text().format(**places))
    (folder / "oauth2.ext").write_text((_HERE / "oauth2.ext").read_text().format(**places))
    for name in ("main.cf", "master.cf"):
        (folder / "postfix" / "etc" / name).write_text((_HERE / name).read_text().format(**places))
    for name in ("filing", "recipients", "moved"):
        shutil.copy(_HERE / name, folder / "postfix" / "etc" / name)


def _certificates(folder: Path) -> None:
    folder.mkdir()
    key = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes")
    usage = ("-addext", "basicConstraints=critical,CA:TRUE", "-addext", "keyUsage=critical,keyCertSign,cRLSign")
    named = ("-subj", "/CN=Seguito test authority", "-keyout", "ca.key", "-out", "ca.pem")
    _run("openssl", "req", "-x509", *key, "-days", "30", *named, *usage, cwd=folder)
    _run("openssl", "req", *key, "-subj", "/CN=mail.test", "-keyout", "server.key", "-out", "server.csr", cwd=folder)
    (folder / "names").write_text(
        "subjectAltName=DNS:mail.test,DNS:localhost,DNS:fontana.test,DNS:*.fontana.test,IP:127.0.0.1\nextendedKeyUsage=serverAuth\n"
    )
    signed = ("-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-days", "30", "-extfile", "names")
    _run("openssl", "x509", "-req", "-in", "server.csr", *signed, "-out", "server.pem", cwd=folder)


def _free_ports(count: int) -> list[int]:
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [one.getsockname()[1] for one in sockets]
    for one in sockets:
        one.close()
    return ports


def _wait_for(port: int) -> None:
    for _ in range(200):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.02)
        else:
            return
    raise TimeoutError(f"port {port} did not open")


def _run(*words: object, cwd: Path | None = None) -> None:
    with tempfile.TemporaryFile() as said:  # a daemon would hold a pipe open for ever
        done = subprocess.run(
            [str(word) for word in words],
            cwd=cwd,
            env={**os.environ, "PATH": _path()},
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=said,
            check=False,
            timeout=60,
        )
        said.seek(0)
        if done.returncode:
            raise RuntimeError(f"{words[0]}: {said.read().decode(errors='replace')}")


def _path() -> str:
    return f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin"


def _end(pid_file: Path, program: bytes) -> int | None:
    try:
        pid = int(pid_file.read_text())
        if program in Path(f"/proc/{pid}/cmdline").read_bytes():
            os.kill(pid, signal.SIGTERM)
            return pid
    except (OSError, ValueError):
        return None
    return None


def _wait_for_end(pid: int) -> None:
    for _ in range(100):
        if not Path(f"/proc/{pid}").exists():
            return
        time.sleep(0.05)
    with contextlib.suppress(OSError):
        os.kill(pid, signal.SIGKILL)


if __name__ == "__main__":
    _stop_when_nobody_holds_the_other_end(Path(sys.argv[1]))
