"""Leave to use a mailbox: asked of its house in the browser, and kept as what renews a token."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from seguito.actions.outside import Outside
from seguito.actions.tokens import client_of, keep_tokens
from seguito.channels.email.oauth.door import Door, NobodyCameBack
from seguito.channels.email.oauth.question import Question, answer_in, code_in, question
from seguito.channels.email.oauth.tokens import HouseOutOfReach, redeem
from seguito.core.nouns import Who
from seguito.core.reasons import Reason
from seguito.errors import N_, Problem
from seguito.records.reads.accounts import Account, SignIn, account
from seguito.reference.mail.oauth import OAuthHouse, oauth_house

USUAL_WAIT = 300.0  # seconds: to find one's password, and the telephone for the second step


class NoSignIn(Problem):
    id = "no-sign-in"
    happened = N_("The account is opened by a password, or there is none yet, so nobody can be asked for permission.")
    safe = N_("Nothing was changed.")
    next_step = N_('seguito account set --from "Name <mail>" --oauth google --client FILE.json')


@dataclass(frozen=True, slots=True)
class Asking:
    """A question on its way: whose account, which house, and what must come back."""

    account: Account
    sign_in: SignIn
    house: OAuthHouse
    question: Question


def begin_asking(who: Who, port: str, outside: Outside) -> Asking:
    """The question. `port`: at which its answer is taken, on the name of this machine that the house wants."""
    found = account(who)
    if found is None or found.sign_in is None:
        raise NoSignIn
    house = oauth_house(found.sign_in.house, outside.home)
    client = client_of(found, found.sign_in, outside)
    return Asking(found, found.sign_in, house, question(house, client, found.user, f"http://{house.back}:{port}"))


def take_answer(asking: Asking, answer: Mapping[str, str], outside: Outside) -> None:
    """What came back, for tokens, which are kept. Raises what `code_in`, `redeem` and `keep_tokens` can."""
    code = code_in(answer, asking.question, asking.house)
    client = client_of(asking.account, asking.sign_in, outside)
    got = redeem(asking.house, client, code, asking.question)
    if not got.renewing:
        why = Reason("", N_("it gave a token that cannot be renewed"))
        raise HouseOutOfReach(house=asking.house.name, why=why)
    keep_tokens(asking.account, got, outside)


def sign_in(who: Who, said: str, show: Callable[[str], None], outside: Outside, wait: float = USUAL_WAIT) -> None:
    """Ask in this machine's browser. `show` brings it the address; `said`: the page that it ends on.

    Raises NoSignIn, NobodyCameBack and what `take_answer` can.
    """
    with Door(said) as door:
        asking = begin_asking(who, door.port, outside)
        door.expect(asking.question)
        show(asking.question.address)
        answer = door.answer(wait)
    if answer is None:
        raise NobodyCameBack(house=asking.house.name, minutes=round(wait / 60))
    take_answer(asking, answer, outside)


def sign_in_elsewhere(who: Who, show: Callable[[str], None], paste: Callable[[], str], outside: Outside) -> None:
    """Ask in a browser on another machine, which finds nobody at the address it ends at: that address is pasted."""
    with Door("") as door:
        port = door.port
    asking = begin_asking(who, port, outside)
    show(asking.question.address)
    take_answer(asking, answer_in(paste()), outside)
