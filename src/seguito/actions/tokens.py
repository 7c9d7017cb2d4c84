"""The tokens that open an account: kept beside a password's place, renewed ahead of time, by one program at a time.

A house may change what renews at each renewal, and then takes the one before no more: two programs that renew at once
would lock each other out. So they take turns, and who comes second finds what the first has brought.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta

from seguito.actions.outside import Outside
from seguito.channels.email import secrets
from seguito.channels.email.account import TokenLogin
from seguito.channels.email.oauth.question import Client
from seguito.channels.email.oauth.tokens import Tokens, renew
from seguito.errors import N_, Problem
from seguito.records.alone import only_one
from seguito.records.reads.accounts import Account, SignIn
from seguito.reference.mail.oauth import oauth_house

_AHEAD = timedelta(minutes=5)  # a send that begins now ends before that
_A_LOOK = 0.1  # seconds between looks whether it is one's turn
_TURNS = 900  # a minute and a half: longer than a house may take to answer


class NotSignedIn(Problem):
    id = "not-signed-in"
    exit_code = 1
    happened = N_(
        "{user} has not given Seguito permission yet, or not on this machine; `seguito account login` asks for it."
    )
    safe = N_("Nothing was sent.")
    next_step = N_("seguito account login")


class OtherIsRenewing(Problem):
    id = "other-is-renewing"
    exit_code = 3
    happened = N_("Another program on this machine has been renewing the permission of {user} for more than a minute.")
    safe = N_("Nothing was sent.")
    next_step = N_("Try again in a while.")


@dataclass(frozen=True, slots=True)
class _Kept:
    """A token, and from when on it is renewed, in seconds of the real clock."""

    token: str = field(repr=False)
    renew_at: float


def token_login(account: Account, sign_in: SignIn, outside: Outside) -> TokenLogin:
    """Asks nobody before a token is needed. Raises NoSuchHouse, OAuthRowWrong."""
    bearer = _Bearer(account, sign_in, outside)
    return TokenLogin(account.user, bearer.token, bearer.another)


def keep_tokens(account: Account, got: Tokens, outside: Outside) -> None:
    """Keep what a house gave. What renews comes first: without it everything is lost. Raises SecretNotKept."""
    if got.renewing:
        secrets.keep(outside.home, _leave(account), got.renewing)
    life = timedelta(seconds=max(got.lasts, 0))
    renew_at = outside.clock() + life - min(_AHEAD, life / 2)
    kept = json.dumps({"token": got.access, "renew_at": renew_at.timestamp()})
    secrets.keep(outside.home, _token(account), kept)


def keep_client(account: Account, client: Client, outside: Outside) -> None:
    """The client's secret, where it has one; the rest of it stands in the settings."""
    if client.secret:
        secrets.keep(outside.home, _client(account), client.secret)
    else:
        secrets.forget(outside.home, _client(account))


def client_of(account: Account, sign_in: SignIn, outside: Outside) -> Client:
    return Client(sign_in.client, secrets.read(outside.home, _client(account)) or "", sign_in.tenant)


def forget_tokens(account: Account, outside: Outside) -> None:
    for name in (_leave(account), _token(account)):
        secrets.forget(outside.home, name)


def leave_lies_in(account: Account, outside: Outside) -> secrets.Place | None:
    """Where what renews is kept; None: there is no leave."""
    return secrets.place(outside.home, _leave(account))


class _Bearer:
    """Gives tokens to one line, and remembers which it gave last."""

    def __init__(self, account: Account, sign_in: SignIn, outside: Outside) -> None:
        self._account, self._sign_in, self._outside = account, sign_in, outside
        self._house = oauth_house(sign_in.house, outside.home)
        self._given = ""

    def token(self) -> str:
        kept = self._kept()
        self._given = kept.token if kept and self._is_good(kept) else self._renewed()
        return self._given

    def another(self) -> str:
        self._given = self._renewed()
        return self._given

    def _renewed(self) -> str:
        """A token other than the one given last; another program may have fetched it meanwhile."""
        with self._turn():
            kept = self._kept()
            if kept and self._is_good(kept) and kept.token != self._given:
                return kept.token
            leave = secrets.read(self._outside.home, _leave(self._account))
            if leave is None:
                raise NotSignedIn(user=self._account.user)
            got = renew(self._house, client_of(self._account, self._sign_in, self._outside), leave)
            keep_tokens(self._account, got, self._outside)
            return got.access

    def _is_good(self, kept: _Kept) -> bool:
        return self._outside.clock().timestamp() < kept.renew_at

    def _kept(self) -> _Kept | None:
        text = secrets.read(self._outside.home, _token(self._account))
        try:
            return _Kept(**json.loads(text)) if text else None
        except (ValueError, TypeError):
            return None

    @contextmanager
    def _turn(self) -> Iterator[None]:
        for _ in range(_TURNS):
            with only_one(self._outside.home, f"renewing-{self._account.id}") as mine:
                if mine:
                    yield
                    return
            self._outside.wait(_A_LOOK)
        raise OtherIsRenewing(user=self._account.user)


def _leave(account: Account) -> str:
    return f"{account.id}-leave"


def _token(account: Account) -> str:
    return f"{account.id}-token"


def _client(account: Account) -> str:
    return f"{account.id}-client"
