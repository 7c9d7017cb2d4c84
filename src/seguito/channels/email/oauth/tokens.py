"""A house's token endpoint: a code, or what renews, against a token (RFC 6749, 4.1.3 and 6)."""

import http.client
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlencode, urlsplit

from seguito.channels.email.account import private_line
from seguito.channels.email.oauth.question import Client, NotAllowed, Question, with_tenant
from seguito.channels.email.trouble import in_one_line
from seguito.core.reasons import Reason
from seguito.errors import N_, Problem
from seguito.reference.mail.oauth import OAuthHouse

_PATIENCE = 30.0  # seconds for each answer
_MOST = 256 * 1024  # bytes of an answer
_USUAL_LIFE = 3600  # seconds, where the house does not say (RFC 6749, 5.1 only recommends it)


class LeaveEnded(Problem):
    id = "sign-in-ended"
    exit_code = 1
    happened = N_("{house} no longer lets Seguito in ({why}); `seguito account login` asks for permission anew.")
    safe = N_("Nothing was sent; notes that were to go wait.")
    next_step = N_(
        "Permission ends when a password changes, when it is taken back ({withdraw}), after months without use, and at"
        " Google after seven days while one's client is in testing."
    )


class ClientRefused(Problem):
    id = "sign-in-client-refused"
    exit_code = 1
    happened = N_("{house} does not accept the client that the settings name: {why}.")
    safe = N_("Nothing was sent, and the settings are kept as they were.")
    next_step = N_("Look at it at {register}, then `seguito account set --client ID-or-FILE.json` and `account login`.")


class HouseOutOfReach(Problem):
    id = "sign-in-out-of-reach"
    exit_code = 3
    happened = N_("{house} could not be asked for a token: {why}.")
    safe = N_("Nothing was sent; the permission that was given stands.")
    next_step = N_("Try again in a while.")


@dataclass(frozen=True, slots=True)
class Tokens:
    """`renewing`: empty where the house keeps to the one from before. `lasts`: seconds."""

    access: str = field(repr=False)
    renewing: str = field(repr=False)
    lasts: float


def redeem(house: OAuthHouse, client: Client, code: str, asked: Question) -> Tokens:
    """The code for tokens. Raises NotAllowed, ClientRefused, HouseOutOfReach."""
    words = {"grant_type": "authorization_code", "code": code, "redirect_uri": asked.back}
    try:
        return _asked(house, client, {**words, "code_verifier": asked.verifier})
    except LeaveEnded as refused:  # a code that came too late, or was good for somebody else: nothing has begun yet
        raise NotAllowed(house=house.name, why=refused.values["why"]) from refused


def renew(house: OAuthHouse, client: Client, renewing: str) -> Tokens:
    """A new token for an old leave. Raises LeaveEnded, ClientRefused, HouseOutOfReach."""
    words = {"grant_type": "refresh_token", "refresh_token": renewing, "scope": " ".join(house.scopes)}
    return _asked(house, client, words)


def _asked(house: OAuthHouse, client: Client, words: Mapping[str, str]) -> Tokens:
    secret = {"client_secret": client.secret} if client.secret else {}
    form = urlencode({**words, "client_id": client.id, **secret}).encode("ascii")
    status, said = _posted(house, with_tenant(house.token, house, client), form)
    if status == 200:
        return _tokens(house, said)
    error, why = str(said.get("error", "")), in_one_line(f"{said.get('error', '')} {said.get('error_description', '')}")
    if error in ("invalid_grant", "interaction_required"):
        raise LeaveEnded(house=house.name, why=why, withdraw=house.withdraw or house.name)
    if status // 100 == 4 and status != 429 and error:
        raise ClientRefused(house=house.name, why=why, register=house.register or house.name)
    raise _out_of_reach(house, Reason("", N_("it answered {status}"), {"status": f"{status} {why}".strip()}))


def _tokens(house: OAuthHouse, said: Mapping[str, object]) -> Tokens:
    access, renewing, lasts = said.get("access_token"), said.get("refresh_token"), said.get("expires_in")
    if not isinstance(access, str) or not access or str(said.get("token_type", "Bearer")).lower() != "bearer":
        raise _out_of_reach(house, Reason("", N_("its answer holds no token")))
    try:
        seconds = float(str(lasts)) if lasts is not None else _USUAL_LIFE
    except ValueError:
        seconds = _USUAL_LIFE
    return Tokens(access, renewing if isinstance(renewing, str) else "", seconds)


def _posted(house: OAuthHouse, url: str, form: bytes) -> tuple[int, Mapping[str, object]]:
    """One form, one answer. No redirection is followed: what the form holds is for this house alone."""
    parts = urlsplit(url)
    host, port = parts.hostname or "", parts.port
    line = (
        http.client.HTTPSConnection(host, port, timeout=_PATIENCE, context=private_line())
        if parts.scheme == "https"
        else http.client.HTTPConnection(host, port, timeout=_PATIENCE)
    )
    headers = {"Content-Type": "application/x-www-form-urlencoded", "Accept": "application/json"}
    try:
        line.request("POST", parts.path or "/", form, headers)
        answer = line.getresponse()
        said = answer.read(_MOST)
        return answer.status, _json(said)
    except (OSError, http.client.HTTPException) as error:
        why = getattr(error, "verify_message", None) or getattr(error, "strerror", None) or str(error)
        raise _out_of_reach(house, Reason("", "{why}", {"why": in_one_line(why or type(error).__name__)})) from error
    finally:
        line.close()


def _json(said: bytes) -> Mapping[str, object]:
    try:
        found = json.loads(said)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _out_of_reach(house: OAuthHouse, why: Reason) -> HouseOutOfReach:
    return HouseOutOfReach(house=house.name, why=why)
