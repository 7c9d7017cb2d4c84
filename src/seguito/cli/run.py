"""One command from its words to its exit code."""

import argparse
import importlib
import json
import keyword
import sys
from typing import NoReturn

from seguito.cli.commands import COMMANDS
from seguito.errors import N_, Problem
from seguito.speech import Speaker, interface_language


class WrongUse(Problem):
    id = "wrong-use"
    happened = N_("{what}.")
    safe = N_("Nothing was done.")
    next_step = N_("`{usage}` shows what it takes.")


# Argparse's own sentences, as it says them from 3.11 to 3.14.
_OF_ARGPARSE = (
    N_("usage: "),
    N_("positional arguments"),
    N_("options"),
    N_("show this help message and exit"),
    N_("the following arguments are required: %s"),
    N_("unrecognized arguments: %s"),
    N_("expected one argument"),
    N_("expected at least one argument"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("not allowed with argument %s"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
    N_("invalid %(type)s value: %(value)r"),
    N_("ambiguous option: %(option)s could match %(matches)s"),
)


class UnknownCommand(Problem):
    id = "unknown-command"
    happened = N_("There is no command “{name}”.")
    safe = N_("Nothing was done.")
    next_step = N_("`seguito --help` lists them all.")


class _Parser(argparse.ArgumentParser):
    """Argparse, but what it has against the words is a `Problem` like any other."""

    def error(self, message: str) -> NoReturn:
        raise WrongUse(what=message[:1].upper() + message[1:], usage=f"{self.prog} --help")


def run(words: list[str]) -> int:
    """Run the command that `words` name. Exit codes: see `Problem`."""
    _utf8()
    speaker = Speaker(interface_language())
    if words[:1] in (["--help"], ["-h"], ["help"]):
        sys.stdout.write(_overview(speaker))
        return 0
    as_json = "--json" in words
    name, rest = ("open", words) if words in ([], ["--json"]) else (words[0], words[1:])
    try:
        if name not in COMMANDS and name != "open":
            raise UnknownCommand(name=name)
        return _run_command(name, rest, speaker)
    except Problem as problem:
        return _tell(problem, speaker, as_json)
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except KeyboardInterrupt:
        return 130


def _run_command(name: str, rest: list[str], speaker: Speaker) -> int:
    from seguito.cli.terminal import open_terminal

    file = f"{name}_" if keyword.iskeyword(name) else name
    module = importlib.import_module(f"seguito.cli.{file}")
    parser = _parser(name, speaker)
    module.arguments(parser)
    _translate_help(parser, speaker)
    options = parser.parse_args(rest)
    code: int = module.run(options, open_terminal(speaker, options.json))
    return code


def _parser(name: str, speaker: Speaker) -> argparse.ArgumentParser:
    """Argparse asks the process's locale for its own sentences, and knows no SEGUITO_LANG: it is given ours."""
    vars(argparse)["_"] = speaker.text
    parser = _Parser(prog=f"seguito {name}", description=speaker.text(COMMANDS.get(name, "")))
    parser.add_argument("--json", action="store_true", help=N_("one JSON document on stdout"))
    return parser


def _translate_help(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    """The commands give the help of their arguments as text ids; here they are said in the reader's language."""
    for action in parser._actions:
        if action.help:
            action.help = speaker.text(action.help)


def _tell(problem: Problem, speaker: Speaker, as_json: bool) -> int:
    message = speaker.problem(problem)
    if as_json:
        json.dump({"error": {"code": problem.id, "message": message}}, sys.stdout, ensure_ascii=False)
        sys.stdout.write("\n")
    else:
        sys.stderr.write(message + "\n")
    return problem.exit_code


def _overview(speaker: Speaker) -> str:
    width = max(map(len, COMMANDS)) + 2
    lines = [
        speaker.text(N_("Seguito: the right note, in the right hand, at the right hour after a job interview.")),
        "",
        speaker.text(N_("Alone, `seguito` opens its page in the browser. Commands:")),
        *(f"  {name:<{width}}{speaker.text(line)}" for name, line in COMMANDS.items()),
        "",
        speaker.text(N_("`seguito COMMAND --help` tells more; every command takes `--json`.")),
    ]
    return "\n".join(lines) + "\n"


def _utf8() -> None:
    """Names have accents, whatever code page a console starts with."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="backslashreplace")
