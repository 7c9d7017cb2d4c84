"""What a house is asked in the browser, and what its answer must hold."""

import hmac
import secrets
from base64 import urlsafe_b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from urllib.parse import parse_qsl, urlencode, urlsplit

from seguito.channels.email.trouble import in_one_line
from seguito.errors import N_, Problem
from seguito.reference.mail.oauth import OAuthHouse


class NotAllowed(Problem):
    id = "sign-in-not-allowed"
    exit_code = 1
    happened = N_("{house} gave no permission: {why}.")
    safe = N_("Nothing was sent, and the settings are kept as they were.")
    next_step = N_("`seguito account login` asks once more; docs/mail.md says what {house} must allow.")


class AnswerUnreadable(Problem):
    id = "sign-in-answer-unreadable"
    happened = N_("That is not the address that the browser came to after {house} was asked this time.")
    safe = N_("Nothing was given away, and nothing was changed.")
    next_step = N_("`seguito account login` asks once more: copy the whole address, from http to the end.")


@dataclass(frozen=True, slots=True)
class Client:
    """One's own program as the house knows it. `tenant`: empty where the table's own is meant."""

    id: str
    secret: str = field(default="", repr=False)
    tenant: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """`address`: for the browser. `state` comes back with the answer; `verifier` proves that we asked (RFC 7636)."""

    address: str
    back: str
    state: str = field(repr=False)
    verifier: str = field(repr=False)


def question(house: OAuthHouse, client: Client, user: str, back: str) -> Question:
    """A question that nobody has asked before. `back`: the address on this machine at which the answer is taken."""
    state, verifier = secrets.token_urlsafe(32), secrets.token_urlsafe(64)
    challenge = urlsafe_b64encode(sha256(verifier.encode("ascii")).digest()).rstrip(b"=").decode("ascii")
    words = {
        "response_type": "code",
        "client_id": client.id,
        "redirect_uri": back,
        "scope": " ".join(house.scopes),
        "state": state,
        "code_challenge": challenge,
        "code_challenge_method": "S256",
        "login_hint": user,
        **dict(house.also),
    }
    return Question(f"{with_tenant(house.authorise, house, client)}?{urlencode(words)}", back, state, verifier)


def with_tenant(url: str, house: OAuthHouse, client: Client) -> str:
    return url.replace("{tenant}", client.tenant or house.tenant)


def answer_in(address: str) -> dict[str, str]:
    """What stands behind the question mark of the address that the browser came to."""
    try:
        return dict(parse_qsl(urlsplit(address.strip()).query, max_num_fields=20))
    except ValueError:
        return {}


def belongs_to(answer: Mapping[str, str], asked: Question) -> bool:
    """Whether it answers this question, and no other that somebody might have slipped in."""
    return hmac.compare_digest(answer.get("state", "").encode("utf-8", "replace"), asked.state.encode("ascii"))


def code_in(answer: Mapping[str, str], asked: Question, house: OAuthHouse) -> str:
    """The code that the house gave. Raises AnswerUnreadable, NotAllowed."""
    if not belongs_to(answer, asked):
        raise AnswerUnreadable(house=house.name)
    if error := answer.get("error"):
        raise NotAllowed(house=house.name, why=in_one_line(f"{error} {answer.get('error_description', '')}"))
    if not answer.get("code"):
        raise AnswerUnreadable(house=house.name)
    return answer["code"]
