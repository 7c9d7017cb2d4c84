"""Logging in to a mail server that sends."""

import smtplib
from base64 import b64encode

from seguito.channels.email.account import Login

ALREADY_IN = 503


class NoWayIn(Exception):
    """The server offers only log-ins that are not known here. The argument: their names."""


def log_in(smtp: smtplib.SMTP, login: Login) -> tuple[int, bytes]:
    """Log in and return the server's answer. Raises `NoWayIn`.

    By hand, because `smtplib.login` cannot send a password with an accent (RFC 4616: UTF-8). A server that offers no
    log-in at all takes mail without one, or says at MAIL that it does not.
    """
    offered = smtp.esmtp_features.get("auth", "").upper().split()
    if not offered:
        return 235, b"no log-in offered"
    if "PLAIN" in offered:
        return smtp.docmd("AUTH", f"PLAIN {_coded(f'{chr(0)}{login.user}{chr(0)}{login.password}')}")
    if "LOGIN" not in offered:
        raise NoWayIn(" ".join(offered))
    answer = smtp.docmd("AUTH", "LOGIN")
    for words in (login.user, login.password):
        if answer[0] != 334:
            break
        answer = smtp.docmd(_coded(words))
    return answer


def _coded(words: str) -> str:
    return b64encode(words.encode()).decode("ascii")
