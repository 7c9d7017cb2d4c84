"""Logging in: to a server that sends, by password or token; to a mailbox by token."""

import smtplib
from base64 import b64encode

from imapclient import IMAPClient
from imapclient.exceptions import LoginError

from seguito.channels.email.account import AnyLogin, TokenLogin

ALREADY_IN = 503
_TOKEN_WAYS = ("XOAUTH2", "OAUTHBEARER")
_SHORT = 500  # letters: what fits into one line with the verb (RFC 5321, 4.5.3.1.4); Postfix takes no more than 2,048


class NoWayIn(Exception):
    """The server offers only log-ins that are not known here. The argument: their names."""


def log_in(smtp: smtplib.SMTP, login: AnyLogin) -> tuple[int, bytes]:
    """Log in and return the server's answer. Raises `NoWayIn`, and with a token what `TokenLogin` says.

    By hand, because `smtplib.login` cannot send a password with an accent (RFC 4616: UTF-8). A server that offers no
    log-in at all takes mail without one, or says at MAIL that it does not.
    """
    offered = smtp.esmtp_features.get("auth", "").upper().split()
    if not offered:
        return 235, b"no log-in offered"
    if isinstance(login, TokenLogin):
        return _by_token(smtp, login, offered)
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


def log_in_by_token(client: IMAPClient, login: TokenLogin) -> None:
    """Open a mailbox. Raises imapclient's LoginError, and what `TokenLogin` says."""
    enter = client.oauth2_login if client.has_capability("AUTH=XOAUTH2") else client.oauthbearer_login
    try:
        enter(login.user, login.token())
    except LoginError:  # the house may have ended a token before its time
        enter(login.user, login.another())


def _by_token(smtp: smtplib.SMTP, login: TokenLogin, offered: list[str]) -> tuple[int, bytes]:
    way = next((way for way in _TOKEN_WAYS if way in offered), None)
    if way is None:
        raise NoWayIn(" ".join(offered))
    answer = _present(smtp, way, login.user, login.token())
    if answer[0] // 100 == 5 and answer[0] != ALREADY_IN:
        answer = _present(smtp, way, login.user, login.another())
    return answer


def _present(smtp: smtplib.SMTP, way: str, user: str, token: str) -> tuple[int, bytes]:
    """Show a token. A refusal comes as a challenge with its reason, which an empty answer ends (RFC 7628, 3.2.3)."""
    if way == "XOAUTH2":
        words, end = _coded(f"user={user}\1auth=Bearer {token}\1\1"), ""
    else:
        words, end = _coded(f"n,a={_escaped(user)},\1auth=Bearer {token}\1\1"), _coded("\1")
    if len(words) <= _SHORT:
        answer = smtp.docmd("AUTH", f"{way} {words}")
    else:
        answer = smtp.docmd("AUTH", way)
        if answer[0] == 334:
            answer = smtp.docmd(words)
    return smtp.docmd(end) if answer[0] == 334 else answer


def _escaped(user: str) -> str:
    return user.replace("=", "=3D").replace(",", "=2C")  # RFC 5801, 4


def _coded(words: str) -> str:
    return b64encode(words.encode()).decode("ascii")
