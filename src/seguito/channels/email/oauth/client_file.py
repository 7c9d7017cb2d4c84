"""The file that Google lets one download for a client of one's own: its id and its secret in JSON."""

import json

from seguito.channels.email.oauth.question import Client
from seguito.errors import N_, Problem


class ClientFileWrong(Problem):
    id = "client-file-wrong"
    happened = N_("{file} is no file of a client for the desktop.")
    safe = N_("Nothing was changed.")
    next_step = N_("At Google choose “Desktop app” as the type of the client, and download its JSON (docs/mail.md).")


def client_in(data: bytes, file: object) -> Client:
    """Raises ClientFileWrong, also for a client of another type: its secret would be one that nobody may hold here."""
    try:
        told = json.loads(data)["installed"]
        return Client(str(told["client_id"]), str(told.get("client_secret", "")))
    except (ValueError, KeyError, TypeError, AttributeError) as wrong:
        raise ClientFileWrong(file=file) from wrong
