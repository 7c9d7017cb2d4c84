"""What is known about mail domains. Data, one loader."""

from functools import lru_cache
from importlib.resources import files


@lru_cache
def free_mail() -> frozenset[str]:
    """Domains where anybody has a mailbox."""
    lines = files(__name__).joinpath("free_domains.txt").read_text("utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))
