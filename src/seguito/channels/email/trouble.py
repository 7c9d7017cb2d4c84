"""What is wrong with a line to a server, in words for its owner."""

import smtplib
import socket
import ssl
import unicodedata

from seguito.channels.email.account import Server
from seguito.core.reasons import Reason
from seguito.errors import N_

_LONGEST_REPLY = 300


def broken_line(error: Exception, server: Server) -> Reason:
    """Why a line broke or never stood."""
    cause: object = error
    if isinstance(error, smtplib.SMTPServerDisconnected) and isinstance(error.__context__, OSError):
        cause = error.__context__  # smtplib keeps the reason there, and only its words in the error
    message, values = _told(cause)
    return Reason("", message, {"server": str(server), **values})


def _told(cause: object) -> tuple[str, dict[str, str]]:
    match cause:
        case smtplib.SMTPResponseException():
            text = cause.smtp_error if isinstance(cause.smtp_error, bytes) else str(cause.smtp_error).encode()
            told = N_("{server} answered “{reply}”"), {"reply": reply(cause.smtp_code, text)}
        case smtplib.SMTPNotSupportedError():
            told = N_("{server} offers no encryption, so nothing was said to it"), {}
        case ssl.SSLCertVerificationError():
            untrusted = N_("the certificate of {server} is not to be trusted: {reason}")
            told = untrusted, {"reason": cause.verify_message}
        case socket.gaierror():
            told = N_("{server} was not found; is this machine online?"), {}
        case TimeoutError():
            told = N_("{server} did not answer in time"), {}
        case ConnectionRefusedError():
            told = N_("nothing listens at {server}"), {}
        case smtplib.SMTPServerDisconnected() | ConnectionError():
            told = N_("{server} hung up"), {}
        case _:
            told = N_("the line to {server} broke: {reason}"), {"reason": in_one_line(str(cause))}
    return told


def said(code: int, text: bytes, server: Server) -> Reason:
    """What a server answered, as it said it."""
    return Reason("", N_("{server} answered “{reply}”"), {"server": str(server), "reply": reply(code, text)})


def reply(code: int, text: bytes) -> str:
    """A server's answer in one line of at most 300 letters, with nothing that moves a cursor."""
    return in_one_line(f"{code} {text.decode('utf-8', 'replace')}")


def in_one_line(text: str) -> str:
    """Foreign words, made harmless to a terminal and to a line."""
    letters = (" " if unicodedata.category(letter)[0] == "C" else letter for letter in text)
    return " ".join("".join(letters).split())[:_LONGEST_REPLY]
