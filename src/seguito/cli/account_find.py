"""`seguito account find`: the servers of an address, and with a password tried and kept."""

from argparse import Namespace
from pathlib import Path
from typing import Any

from seguito.actions.find import ConfigFile, Trial, find, try_and_keep
from seguito.actions.outside import Outside
from seguito.channels.email.finding.config_file import ConfigFileWrong
from seguito.channels.email.finding.found import Found, Source
from seguito.channels.email.finding.names import Roads
from seguito.cli.opened import Opened
from seguito.cli.password import password
from seguito.cli.terminal import Terminal
from seguito.errors import N_, Problem
from seguito.reference.mail import MailHouse

_SAYS = {
    Source.TABLE: N_("{name} says so on its own pages:"),
    Source.FILE: N_("The file says, for {name}:"),
    Source.HOUSE: N_("The server of {name} says so itself:"),
    Source.DNS: N_("The names of {name} say so:"),
    Source.MAIL_SERVER: N_("{name} takes the mail of this address:"),
    Source.GUESS: N_("Nobody says so; these are the names that most providers use:"),
}


class NoAddress(Problem):
    id = "no-address"
    happened = N_("It was not said whose servers are to be found.")
    safe = N_("Nothing was changed.")
    next_step = N_('seguito account find --from "Name <mail>"')


def find_servers(options: Namespace, session: Opened) -> int:
    """Show what is found; with a password, try it and keep what lets in."""
    if not options.sender:
        raise NoAddress
    roads = Roads() if options.online else None
    founds = find(options.sender, _config(options.config), roads)
    terminal = session.terminal
    if not options.password_stdin:
        return _tell(list(founds), terminal)
    tried = list(founds)
    trial = try_and_keep(session.who, options.sender, tried, password(), Outside(terminal.home), terminal.now)
    return _tell_trial(trial, tried, terminal)


def _config(told: str | None) -> ConfigFile | None:
    if told is None:
        return None
    try:
        return ConfigFile(Path(told).expanduser().read_bytes(), told)
    except OSError as error:
        raise ConfigFileWrong(file=told, why=error.strerror or error) from error


def _tell(founds: list[Found], terminal: Terminal) -> int:
    if terminal.as_json:
        terminal.answer({"found": [_shape(one) for one in founds]})
        return 0
    for found in founds:
        terminal.say(_SAYS[found.source], name=found.name)
        for url in (*found.smtp, *found.imap):
            terminal.line(f"    {url}")
        tell_way_in(found, terminal)
        _tell_doubt(found, terminal)
    terminal.say(N_("With --password-stdin they are tried, and the first that let you in are kept."))
    return 0


def _tell_trial(trial: Trial, founds: list[Found], terminal: Terminal) -> int:
    if terminal.as_json:
        attempts = [
            {"server": one.url, "ok": one.why is None, "message": terminal.speaker.reason(one.why) if one.why else None}
            for one in trial.attempts
        ]
        kept = trial.kept.account if trial.kept else None
        account = {"from": kept.sender, "smtp": kept.smtp_url, "imap": kept.imap_url or None} if kept else None
        terminal.answer({"found": [_shape(one) for one in founds], "tried": attempts, "account": account})
    else:
        for one in trial.attempts:
            terminal.line(f"{one.url}  {terminal.speaker.reason(one.why) if one.why else '✓'}")
        if trial.kept:
            terminal.say(N_("Kept. Notes leave from {sender}."), sender=trial.kept.account.sender)
        else:
            terminal.say(N_("Nothing was kept."))
            for found in [trial.found] if trial.found else founds:
                tell_way_in(found, terminal)
                _tell_doubt(found, terminal)
    if trial.kept:
        return 0
    return 3 if trial.let_in else 1


def tell_way_in(house: Found | MailHouse, terminal: Terminal) -> None:
    """What a house wants in the place of an ordinary password, if anything."""
    if house.no_password:
        terminal.say(
            N_("    It takes no passwords: seguito account set --oauth {oauth} --client … (docs/mail.md)"),
            oauth=house.oauth,
        )
    elif house.app_password:
        terminal.say(N_("    It wants a password for programs, made at {page}"), page=house.app_password)


def _tell_doubt(found: Found, terminal: Terminal) -> None:
    if found.doubtful:
        terminal.say(
            N_(
                "    These names lie outside of the address's domain, and nobody vouches for them. If they are right:"
                " seguito account set --smtp {smtp} --imap {imap}"
            ),
            smtp=found.smtp[0],
            imap=found.imap[0] if found.imap else '""',
        )


def _shape(found: Found) -> dict[str, Any]:
    return {
        "source": found.source,
        "name": found.name,
        "user": found.user,
        "smtp": list(found.smtp),
        "imap": list(found.imap),
        "oauth": found.oauth or None,
        "app_password": found.app_password or None,
        "no_password": found.no_password,
        "doubtful": found.doubtful,
    }
