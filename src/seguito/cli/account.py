"""`seguito account [set …|test]`: the mail account that notes leave from."""

from argparse import ArgumentParser, Namespace
from typing import Any

from seguito.actions.account import Stands, Told, Tried, set_account, the_account, try_account
from seguito.actions.sending import Outside
from seguito.channels.email.secrets import Place
from seguito.cli.opened import opened
from seguito.cli.password import password
from seguito.cli.terminal import Terminal
from seguito.core.fields import BadValue
from seguito.core.reasons import Reason
from seguito.errors import N_, Problem

_PASSWORD = {
    Place.KEYRING: N_("password: in the system's keyring"),
    Place.FILE: N_("password: in a file in the data folder that only you can read"),
    None: N_("password: none is kept"),
}
_SETTINGS = ("sender", "smtp", "imap", "user", "pace")


class SettingsWithoutSet(Problem):
    id = "settings-without-set"
    happened = N_("Settings were given, but not the word “set”.")
    safe = N_("Nothing was changed.")
    next_step = N_('Write it as: seguito account set --from "Name <mail>" --smtp smtps://host:465 …')


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("action", nargs="?", choices=("set", "test"), help=N_("keep settings · connect and log in"))
    parser.add_argument("--from", dest="sender", metavar='"Name <mail>"', help=N_("who the notes are from"))
    parser.add_argument("--smtp", metavar="URL", help=N_("smtps://host:port or smtp+starttls://host:port"))
    parser.add_argument("--imap", metavar="URL", help=N_("imaps://host:port, for the copy in Sent; empty: none"))
    parser.add_argument("--user", metavar="U", help=N_("who logs in; usually the address"))
    parser.add_argument("--password-stdin", action="store_true", help=N_("the password is the first line of stdin"))
    parser.add_argument(
        "--pace", type=int, metavar="SECONDS", help=N_("between mails, once ten have gone within an hour")
    )


def run(options: Namespace, terminal: Terminal) -> int:
    given = options.password_stdin or any(getattr(options, name) is not None for name in _SETTINGS)
    if given and options.action != "set":
        raise SettingsWithoutSet
    if options.pace is not None and options.pace < 0:
        raise BadValue(value=options.pace, field="--pace", expected=Reason("", N_("a number of seconds")))
    session = opened(terminal)
    if options.action == "test":
        return _tell_tried(try_account(session.who, Outside(terminal.home)), terminal)
    if options.action == "set":
        told_password = password() if options.password_stdin else None
        told = Told(options.sender, options.smtp, options.imap, options.user, told_password, options.pace)
        stands = set_account(session.who, told, terminal.home, session.terminal.now)
    else:
        stands = the_account(session.who, terminal.home)
    _tell(stands, terminal)
    return 0


def _tell(stands: Stands, terminal: Terminal) -> None:
    found = stands.account
    if terminal.as_json:
        terminal.answer({"account": _shape(stands)})
        return
    for name, value in (
        ("from", found.sender),
        ("smtp", found.smtp_url),
        ("imap", found.imap_url),
        ("user", found.user),
    ):
        if value:
            terminal.line(f"{name}: {value}")
    terminal.say(_PASSWORD[stands.password_in])
    if found.paused_because:
        terminal.say(N_("paused: {why}"), why=found.paused_because)
    terminal.say(N_("`seguito account test` connects and says what it finds."))


def _tell_tried(tried: Tried, terminal: Terminal) -> int:
    if terminal.as_json:
        terminal.answer(
            {
                "smtp": _tried_shape(tried.smtp, terminal),
                "imap": {**_tried_shape(tried.imap, terminal), "sent": tried.sent_folder or None}
                if tried.account.imap_url
                else None,
            }
        )
    else:
        _say_tried(tried, terminal)
    if tried.smtp is None and tried.imap is None:
        return 0
    return 3 if tried.let_in else 1


def _say_tried(tried: Tried, terminal: Terminal) -> None:
    if tried.smtp:
        terminal.say(N_("Sending: {why}. Nothing was sent."), why=tried.smtp)
    else:
        terminal.say(N_("Sending: {url} lets you in; notes can go."), url=tried.account.smtp_url)
    if tried.imap:
        terminal.say(N_("Copies: {why}. Notes can go all the same."), why=tried.imap)
    elif tried.account.imap_url:
        terminal.say(
            N_("Copies: {url} lets you in; they go into “{folder}”."),
            url=tried.account.imap_url,
            folder=tried.sent_folder or "Sent",
        )


def _shape(stands: Stands) -> dict[str, Any]:
    found = stands.account
    return {
        "id": found.id,
        "from": found.sender,
        "smtp": found.smtp_url,
        "imap": found.imap_url or None,
        "user": found.user or None,
        "pace": found.pace_seconds,
        "password_in": stands.password_in,
        "paused": found.paused_because is not None,
        "files_sent_itself": found.files_sent_itself,
    }


def _tried_shape(why: Reason | None, terminal: Terminal) -> dict[str, Any]:
    return {"ok": why is None, "message": terminal.speaker.reason(why) if why else None}
