"""Handing one message over to the account's own server, verb by verb.

`smtplib.sendmail` hides where a line broke, and that is the whole question here: before the final dot nothing was
accepted (RFC 5321, 4.1.1.10), after it only a read answer tells. The mark between the two enters as a callable, so
that this room knows no records.
"""

import contextlib
import smtplib
import socket
import ssl
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Self

from seguito.channels.email.account import AnyLogin, Privacy, Server, TokenLogin, private_line
from seguito.channels.email.login import ALREADY_IN, NoWayIn, log_in
from seguito.channels.email.trouble import broken_line, reply, said
from seguito.core.outbox import Fenced, HandedOver, LoginRefused, Outcome, Refused, RetryLater, Unanswered
from seguito.core.reasons import Reason
from seguito.errors import N_, Problem

# A name would tell every reader how this machine is called, and asking for it can wait on DNS.
_MYSELF = "[127.0.0.1]"
_PIECE = 64 * 1024
_LAST_WORD = 5.0  # seconds for an answer that the server gave before it hung up
_GOODBYE = 2.0  # seconds for the answer to QUIT, on which nothing hangs
_ABOUT_LOGIN = frozenset({530, 534, 535, 538})  # RFC 4954, 6


@dataclass(frozen=True, slots=True)
class Envelope:
    """Who sends, who gets it (addresses in ASCII), and the delivery's own id, which comes back in a bounce."""

    sender: str
    recipients: tuple[str, ...]
    delivery: str


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to wait, in seconds: for an answer, and for the answer to the dot (RFC 5321, 4.5.3.2.6: ten minutes).

    `mark_to_dot`: a machine that was put to sleep between the two does not send the dot when it wakes.
    """

    answer: float = 60.0
    after_dot: float = 600.0
    mark_to_dot: float = 30.0


USUAL_PATIENCE = Patience()


class Line:
    """A line to an account's server: opened for the first message, kept for the next, closed at the end."""

    def __init__(self, server: Server, login: AnyLogin | None, patience: Patience = USUAL_PATIENCE) -> None:
        self._server = server
        self._login = login
        self._patience = patience
        self._smtp: smtplib.SMTP | None = None
        self.reached = True  # as far as is known: False once the line could not be opened

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._smtp is not None:
            _say_goodbye(self._smtp)
        self._hang_up()

    def greet(self) -> RetryLater | LoginRefused | None:
        """Open the line and log in, unless that is done. None: it stands; else what is in the way."""
        if self._smtp is not None and _still_there(self._smtp):
            return None
        self._hang_up()
        trouble: RetryLater | LoginRefused | None = None
        try:
            self._open()
        except _Stopped as stopped:
            trouble = stopped.trouble
        except (OSError, smtplib.SMTPException) as error:
            trouble = RetryLater(broken_line(error, self._server))
        self.reached = trouble is None
        if trouble is not None:
            self._hang_up()
        return trouble

    def hand_over(self, message: bytes, envelope: Envelope, mark: Callable[[], bool]) -> Outcome:
        """Hand one message over: to all of its recipients, or to none.

        `mark` is called once, after the last word and before the dot. False: somebody else owns the delivery, and no
        dot is sent. What it raises goes through, and no dot is sent either.
        """
        outcome: Outcome | None = self.greet()
        if outcome is not None or self._smtp is None:
            return outcome or RetryLater(broken_line(OSError(), self._server))
        try:
            outcome = self._up_to_the_dot(self._smtp, message, envelope)
            if isinstance(outcome, LoginRefused) and isinstance(self._login, TokenLogin):
                outcome = self._once_more(self._login, message, envelope)
            outcome = outcome or self._the_dot(mark)
        finally:
            if not isinstance(outcome, HandedOver):
                self._hang_up()
        return outcome

    def _once_more(self, login: TokenLogin, message: bytes, envelope: Envelope) -> Outcome | None:
        """A token that ended while the line stood: another one, and again from the start. Nothing was marked."""
        self._hang_up()
        try:
            login.another()
        except Problem as problem:
            return _no_token(problem)
        trouble = self.greet()
        if trouble is not None or self._smtp is None:
            return trouble or RetryLater(broken_line(OSError(), self._server))
        return self._up_to_the_dot(self._smtp, message, envelope)

    def _open(self) -> None:
        host, port, private = self._server.host, self._server.port, self._server.privacy
        if private is Privacy.TLS:
            smtp: smtplib.SMTP = smtplib.SMTP_SSL(
                host, port, local_hostname=_MYSELF, timeout=self._patience.answer, context=private_line()
            )
        else:
            smtp = smtplib.SMTP(host, port, local_hostname=_MYSELF, timeout=self._patience.answer)
        self._smtp = smtp
        # The dot goes alone, after the mark: the system must not keep it back until the words are acknowledged (40 ms).
        _socket(smtp).setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if private is Privacy.STARTTLS:
            smtp.starttls(context=private_line())
        smtp.ehlo_or_helo_if_needed()
        if self._login is not None:
            self._log_in(smtp, self._login)

    def _log_in(self, smtp: smtplib.SMTP, login: AnyLogin) -> None:
        try:
            code, text = log_in(smtp, login)
        except NoWayIn as ways:
            unknown = N_("{server} offers only ways to log in that are not known here: {ways}")
            told = {"server": str(self._server), "ways": str(ways)}
            raise _Stopped(LoginRefused(Reason("", unknown, told))) from ways
        except Problem as problem:  # of whoever gives tokens
            raise _Stopped(_no_token(problem)) from problem
        if code // 100 == 5 and code != ALREADY_IN:
            refused = N_("{server} did not let {user} in: {reply}")
            told = {"server": str(self._server), "user": login.user, "reply": reply(code, text)}
            raise _Stopped(LoginRefused(Reason("", refused, told)))
        if code // 100 != 2 and code != ALREADY_IN:
            raise _Stopped(RetryLater(said(code, text, self._server)))

    def _up_to_the_dot(self, smtp: smtplib.SMTP, message: bytes, envelope: Envelope) -> Outcome | None:
        """Everything before the mark; None when it all went well."""
        try:
            for verb, words, wanted in _verbs(smtp, message, envelope):
                code, text = smtp.docmd(verb, words)
                if code // 100 != wanted:
                    _say_goodbye(smtp)
                    return self._verdict(code, text) or RetryLater(said(code, text, self._server))
            return self._write(smtp, _dot_stuffed(message))
        except (OSError, smtplib.SMTPException) as error:
            return RetryLater(broken_line(error, self._server))

    def _write(self, smtp: smtplib.SMTP, body: bytes) -> Outcome | None:
        try:
            for start in range(0, len(body), _PIECE):
                _socket(smtp).sendall(body[start : start + _PIECE])
        except OSError:
            return self._last_word(smtp)
        return None

    def _the_dot(self, mark: Callable[[], bool]) -> Outcome:
        smtp, began = self._smtp, time.time()
        if smtp is None:
            return RetryLater(broken_line(OSError(), self._server))
        if not mark():
            return Fenced()
        if time.time() - began > self._patience.mark_to_dot:
            return RetryLater(Reason("", N_("this machine was asleep before the end of the message")))
        if _has_spoken(smtp):
            return self._last_word(smtp)
        try:
            _socket(smtp).settimeout(self._patience.after_dot)
            _socket(smtp).sendall(b".\r\n")
            code, text = smtp.getreply()
            _socket(smtp).settimeout(self._patience.answer)
        except (OSError, smtplib.SMTPException) as error:
            return Unanswered(broken_line(error, self._server))
        if code // 100 == 2:
            return HandedOver(reply(code, text))
        return self._verdict(code, text) or Unanswered(said(code, text, self._server))

    def _last_word(self, smtp: smtplib.SMTP) -> Outcome:
        """What the server said before it hung up, in the middle of the message: it has accepted nothing."""
        try:
            _socket(smtp).settimeout(min(_LAST_WORD, self._patience.answer))
            code, text = smtp.getreply()
        except (OSError, smtplib.SMTPException) as error:
            return RetryLater(broken_line(error, self._server))
        return self._verdict(code, text) or RetryLater(said(code, text, self._server))

    def _verdict(self, code: int, text: bytes) -> Outcome | None:
        """What a read no means: for this account, for good, for now. None: it is no no."""
        why = said(code, text, self._server)
        if code in _ABOUT_LOGIN:
            return LoginRefused(why)
        return Refused(why) if code // 100 == 5 else RetryLater(why) if code // 100 == 4 else None

    def _hang_up(self) -> None:
        """Close the line as it stands: in the middle of a message a word more would be part of it."""
        if self._smtp is not None:
            self._smtp.close()
        self._smtp = None


class _Stopped(Exception):
    """The line could not be opened."""

    def __init__(self, trouble: RetryLater | LoginRefused) -> None:
        super().__init__(trouble)
        self.trouble = trouble


def _no_token(problem: Problem) -> RetryLater | LoginRefused:
    """What a problem of whoever gives tokens means: for now where they are out of reach, else for the account."""
    why = Reason("", problem.happened, problem.values)
    return RetryLater(why) if problem.exit_code == 3 else LoginRefused(why)


def _verbs(smtp: smtplib.SMTP, message: bytes, envelope: Envelope) -> Iterator[tuple[str, str, int]]:
    """The verbs before the message, with the hundred of the answer that each must get."""
    size = f" SIZE={len(message)}" if smtp.has_extn("size") else ""
    bounces = smtp.has_extn("dsn")
    about = f" RET=HDRS ENVID={envelope.delivery}" if bounces else ""
    yield "MAIL", f"FROM:<{envelope.sender}>{size}{about}", 2
    for recipient in envelope.recipients:
        yield "RCPT", f"TO:<{recipient}>{' NOTIFY=FAILURE,DELAY' if bounces else ''}", 2
    yield "DATA", "", 3


def _dot_stuffed(message: bytes) -> bytes:
    """RFC 5321, 4.5.2; `message` ends with CRLF."""
    stuffed = message.replace(b"\r\n.", b"\r\n..")
    return b"." + stuffed if stuffed.startswith(b".") else stuffed


def _has_spoken(smtp: smtplib.SMTP) -> bool:
    """Whether the server has answered or hung up already. Does not wait."""
    line, heard = _socket(smtp), smtp.file
    waits = line.gettimeout()
    line.setblocking(False)
    try:
        if heard is not None and heard.peek(1):
            return True
        if isinstance(line, ssl.SSLSocket):
            return True  # no bytes, and no wish to wait for any: the end of the line
        line.recv(1, socket.MSG_PEEK)
        return True
    except (BlockingIOError, ssl.SSLWantReadError):
        return False
    except OSError:
        return True
    finally:
        line.settimeout(waits)


def _still_there(smtp: smtplib.SMTP) -> bool:
    """A server hangs up on a line that was idle for long; nothing is under way then, so asking costs nothing."""
    try:
        return smtp.noop()[0] == 250
    except (OSError, smtplib.SMTPException):
        return False


def _say_goodbye(smtp: smtplib.SMTP) -> None:
    with contextlib.suppress(OSError, smtplib.SMTPException):
        _socket(smtp).settimeout(_GOODBYE)
        smtp.quit()


def _socket(smtp: smtplib.SMTP) -> socket.socket:
    if smtp.sock is None:
        raise smtplib.SMTPServerDisconnected("hung up")
    return smtp.sock
