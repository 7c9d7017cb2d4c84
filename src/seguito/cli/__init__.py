"""The command line. A command's module is imported only when it is named, so that `--help` is quick."""

import sys


def main(arguments: list[str] | None = None) -> int:
    """The console script: run one command and return its exit code."""
    words = sys.argv[1:] if arguments is None else arguments
    if words in (["--version"], ["-V"]):
        from seguito import __version__

        sys.stdout.write(f"seguito {__version__}\n")
        return 0
    from seguito.cli.run import run

    return run(words)
