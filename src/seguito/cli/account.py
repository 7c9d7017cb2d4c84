"""`seguito account [set …|test]`: the mail account that notes leave from."""

from argparse import ArgumentParser, Namespace
from html import escape
from pathlib import Path
from typing import Any

from seguito.actions.account import Stands, Told, Tried, set_account, the_account, try_account
from seguito.actions.outside import Outside
from seguito.actions.sign_in import sign_in, sign_in_elsewhere
from seguito.channels.email.addresses import mailbox
from seguito.channels.email.oauth.client_file import ClientFileWrong, client_in
from seguito.channels.email.oauth.question import Client
from seguito.channels.email.secrets import Place
from seguito.cli.account_find import find_servers, tell_way_in
from seguito.cli.browser import opened_in_browser
from seguito.cli.opened import Opened, opened
from seguito.cli.password import password
from seguito.cli.terminal import Terminal
from seguito.core.fields import BadValue
from seguito.core.reasons import Reason
from seguito.errors import N_, Problem
from seguito.reference.mail import mail_house

_PASSWORD = {
    Place.KEYRING: N_("password: in the system's keyring"),
    Place.FILE: N_("password: in a file in the data folder that only you can read"),
    None: N_("password: none is kept"),
}
_LEAVE = {
    Place.KEYRING: N_("permission: in the system's keyring"),
    Place.FILE: N_("permission: in a file in the data folder that only you can read"),
    None: N_("permission: none yet; `seguito account login` asks for it"),
}
_SETTINGS = ("sender", "smtp", "imap", "user", "pace", "oauth", "client", "tenant")


class SettingsWithoutSet(Problem):
    id = "settings-without-set"
    happened = N_("Settings were given, but not the word “set”.")
    safe = N_("Nothing was changed.")
    next_step = N_('Write it as: seguito account set --from "Name <mail>" --smtp smtps://host:465 …')


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "action",
        nargs="?",
        choices=("set", "find", "login", "test"),
        help=N_(
            "keep settings · find the servers of an address · ask for permission, in the browser · connect and log in"
        ),
    )
    parser.add_argument("--from", dest="sender", metavar='"Name <mail>"', help=N_("who the notes are from"))
    parser.add_argument("--smtp", metavar="URL", help=N_("smtps://host:port or smtp+starttls://host:port"))
    parser.add_argument("--imap", metavar="URL", help=N_("imaps://host:port, for the copy in Sent; empty: none"))
    parser.add_argument("--user", metavar="U", help=N_("who logs in; usually the address"))
    parser.add_argument("--password-stdin", action="store_true", help=N_("the password is the first line of stdin"))
    parser.add_argument("--oauth", metavar="PROVIDER", help=N_("google, microsoft: a token in the place of a password"))
    parser.add_argument("--client", metavar="ID", help=N_("one's own client there: its id, or Google's FILE.json"))
    parser.add_argument("--tenant", metavar="T", help=N_("one's own organisation at Microsoft; else any account"))
    parser.add_argument("--config", metavar="FILE.xml", help=N_("with find: a file in the form of config-v1.1.xml"))
    parser.add_argument("--online", action="store_true", help=N_("with find: ask the provider's own server and DNS"))
    parser.add_argument("--paste", action="store_true", help=N_("with login: the browser is on another machine"))
    parser.add_argument(
        "--pace", type=int, metavar="SECONDS", help=N_("between mails, once ten have gone within an hour")
    )


def run(options: Namespace, terminal: Terminal) -> int:
    given = options.password_stdin or any(getattr(options, name) is not None for name in _SETTINGS)
    if given and options.action not in ("set", "find"):
        raise SettingsWithoutSet
    if options.pace is not None and options.pace < 0:
        raise BadValue(value=options.pace, field="--pace", expected=Reason("", N_("a number of seconds")))
    session = opened(terminal)
    if options.action == "test":
        return _tell_tried(try_account(session.who, Outside(terminal.home)), terminal)
    if options.action == "find":
        return find_servers(options, session)
    if options.action == "login":
        return _log_in(options, session)
    if options.action == "set":
        stands = set_account(session.who, _told(options), terminal.home, session.terminal.now)
    else:
        stands = the_account(session.who, terminal.home)
    _tell(stands, terminal)
    return 0


def _told(options: Namespace) -> Told:
    return Told(
        sender=options.sender,
        smtp_url=options.smtp,
        imap_url=options.imap,
        user=options.user,
        password=password() if options.password_stdin else None,
        pace_seconds=options.pace,
        oauth=options.oauth,
        client=_client(options.client) if options.client else None,
        tenant=options.tenant,
    )


def _client(told: str) -> Client:
    """An id, or the file that holds it."""
    if not told.endswith(".json"):
        return Client(told)
    try:
        return client_in(Path(told).expanduser().read_bytes(), told)
    except OSError as error:
        raise ClientFileWrong(file=told) from error


def _log_in(options: Namespace, session: Opened) -> int:
    """Ask for leave, and see at once whether it opens both servers."""
    terminal, outside = session.terminal, Outside(session.terminal.home)

    def show(address: str) -> None:
        if not options.paste and opened_in_browser(address):
            terminal.say(
                N_("Your browser asks you there. If it shows nothing, open this address: {address}"), address=address
            )
        else:
            terminal.say(N_("Open this address in a browser: {address}"), address=address)
        if options.paste:
            terminal.say(N_("It ends on a page that cannot be shown. Paste that page's address here:"))
        terminal.out.flush()

    if options.paste:
        sign_in_elsewhere(session.who, show, password, outside)
    else:
        came_back = escape(terminal.speaker.say(N_("The answer has come back to Seguito. This tab can be closed.")))
        page = f'<!doctype html><meta charset="utf-8"><title>Seguito</title><p>{came_back}</p>'
        sign_in(session.who, page, show, outside)
    return _tell_tried(try_account(session.who, outside), terminal)


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
    terminal.say(_LEAVE[stands.password_in] if found.sign_in else _PASSWORD[stands.password_in])
    known = mail_house(mailbox(found.sender).address)
    if known and not found.sign_in and found.smtp_url == known.smtp:
        tell_way_in(known, terminal)
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
        "oauth": {"house": found.sign_in.house, "client": found.sign_in.client, "tenant": found.sign_in.tenant or None}
        if found.sign_in
        else None,
        "password_in": stands.password_in,
        "paused": found.paused_because is not None,
        "files_sent_itself": found.files_sent_itself,
    }


def _tried_shape(why: Reason | None, terminal: Terminal) -> dict[str, Any]:
    return {"ok": why is None, "message": terminal.speaker.reason(why) if why else None}
