"""Leave to use a mailbox: asked in the browser, brought back to one door, kept, renewed, ended."""

import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest

from seguito.actions.account import NoClient, Told, TwoWaysIn, set_account, the_account
from seguito.actions.outside import Outside
from seguito.actions.sending import login_of
from seguito.actions.sign_in import NoSignIn, sign_in, sign_in_elsewhere
from seguito.actions.tokens import NotSignedIn
from seguito.channels.email import secrets
from seguito.channels.email.account import TokenLogin
from seguito.channels.email.oauth.client_file import ClientFileWrong, client_in
from seguito.channels.email.oauth.door import NobodyCameBack
from seguito.channels.email.oauth.question import AnswerUnreadable, Client, NotAllowed
from seguito.channels.email.oauth.tokens import ClientRefused, HouseOutOfReach, LeaveEnded
from seguito.core.nouns import Who
from seguito.errors import Problem
from seguito.reference.mail.oauth import NoSuchHouse, OAuthRowWrong, oauth_house, oauth_houses
from tests.mail.cast import NOW, a_home
from tests.mail.house import CLIENT, SECRET, House, a_house, in_browser, visit

ADA = "ada@seguito.test"


class Desk:
    """Ada, whose account is opened by the house's tokens."""

    def __init__(self, home: Path, house: House) -> None:
        self.home, self.house, self.who = home, house, a_home(home)
        self.outside = Outside(home)
        house.known_in(home)
        self.set(Client(CLIENT, SECRET))

    def set(self, client: Client) -> None:
        servers = ("smtps://smtp.example.org", "imaps://imap.example.org")
        set_account(self.who, Told(f"Ada <{ADA}>", *servers, oauth="own", client=client), self.home, NOW)

    def sign_in(self) -> None:
        sign_in(self.who, "come back", in_browser, self.outside, wait=20)

    def login(self, outside: Outside | None = None) -> TokenLogin:
        login = login_of(the_account(self.who, self.home).account, outside or self.outside)
        assert isinstance(login, TokenLogin)
        return login

    def later(self, **passed: int) -> Outside:
        clock = self.outside.clock
        return replace(self.outside, clock=lambda: clock() + timedelta(**passed))

    @property
    def everything(self) -> bytes:
        """Every byte of the data folder, but the files that only their owner reads."""
        files = [one for one in self.home.rglob("*") if one.is_file() and one.parent.name != "secrets"]
        return b"".join(one.read_bytes() for one in files)


@pytest.fixture
def house() -> Iterator[House]:
    with a_house() as house:
        yield house


@pytest.fixture
def desk(house: House, surroundings: Path) -> Desk:
    return Desk(surroundings, house)


def test_leave_that_is_given_in_the_browser_opens_the_account(desk: Desk, house: House) -> None:
    desk.sign_in()
    login = desk.login()
    assert (login.user, house.tokens[login.token()]) == (ADA, ADA)
    [asked] = house.questions
    assert asked["response_type"] == "code"
    assert asked["code_challenge_method"] == "S256"
    assert (asked["client_id"], asked["scope"], asked["prompt"]) == (CLIENT, "mail.read mail.send", "consent")
    assert urlsplit(asked["redirect_uri"]).hostname == "127.0.0.1"


def test_two_questions_share_nothing(desk: Desk, house: House) -> None:
    desk.sign_in()
    desk.sign_in()
    first, second = house.questions
    for secret in ("state", "code_challenge"):
        assert first[secret] != second[secret]
        assert len(first[secret]) >= 43


def test_the_tenant_is_part_of_both_addresses(desk: Desk, house: House) -> None:
    set_account(desk.who, Told(tenant="fontana.example"), desk.home, NOW)
    shown: list[str] = []
    with pytest.raises(NobodyCameBack):
        sign_in(desk.who, "", shown.append, desk.outside, wait=0)
    assert urlsplit(shown[0]).path == "/fontana.example/authorise"


def test_no_is_told_in_one_line_and_changes_nothing(desk: Desk, house: House) -> None:
    desk.sign_in()
    house.denies = "access_denied"
    with pytest.raises(NotAllowed) as no:
        desk.sign_in()
    assert no.value.values["why"] == "access_denied Ada said no. Truly"
    assert desk.login().token() in house.tokens


@pytest.mark.parametrize("state", ["", "another", "x" * 43])
def test_an_answer_to_another_question_is_sent_away_and_ours_still_counts(desk: Desk, house: House, state: str) -> None:
    """Whoever slips in a code of their own would have Ada write from their mailbox."""

    def two_come(address: str) -> None:
        back = parse_qs(urlsplit(address).query)["redirect_uri"][0]
        with pytest.raises(HTTPError, match="404"):
            visit(f"{back}?{urlencode({'code': 'mallory', 'state': state})}")
        in_browser(address)

    sign_in(
        desk.who,
        "",
        two_come,
        desk.outside,
        wait=20,
    )
    assert [form["code"] for form in house.forms] != ["mallory"]
    assert house.tokens[desk.login().token()] == ADA


def test_a_visitor_who_says_nothing_keeps_nobody_waiting(desk: Desk, house: House) -> None:
    silent: list[socket.socket] = []

    def with_a_scanner(address: str) -> None:
        port = urlsplit(parse_qs(urlsplit(address).query)["redirect_uri"][0]).port
        silent.extend(socket.create_connection(("127.0.0.1", port or 0)) for _ in range(3))
        in_browser(address)

    sign_in(desk.who, "", with_a_scanner, desk.outside, wait=20)
    assert desk.login().token() in house.tokens
    for one in silent:
        one.close()


def test_afterwards_nobody_listens_there(desk: Desk, house: House) -> None:
    desk.sign_in()
    port = urlsplit(house.questions[0]["redirect_uri"]).port
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", port or 0))


def test_where_nobody_comes_back_it_ends(desk: Desk) -> None:
    with pytest.raises(NobodyCameBack):
        sign_in(desk.who, "", lambda _address: None, desk.outside, wait=0.1)


def test_from_another_machine_the_address_is_pasted(desk: Desk, house: House) -> None:
    shown: list[str] = []

    def paste() -> str:
        return f"  {house.asked({key: words[0] for key, words in parse_qs(urlsplit(shown[0]).query).items()})}\n"

    sign_in_elsewhere(desk.who, shown.append, paste, desk.outside)
    assert desk.login().token() in house.tokens


@pytest.mark.parametrize("pasted", ["", "what?", "http://127.0.0.1:1/?code=x&state=y", "http://[", "?" + "a=b&" * 50])
def test_another_address_is_not_taken_for_the_answer(desk: Desk, house: House, pasted: str) -> None:
    with pytest.raises(AnswerUnreadable):
        sign_in_elsewhere(desk.who, lambda _address: None, lambda: pasted, desk.outside)
    assert house.forms == []


def test_a_code_that_is_good_no_more_is_no_end_of_a_permission(desk: Desk, house: House) -> None:
    shown: list[str] = []

    def paste_late() -> str:
        asked = {key: words[0] for key, words in parse_qs(urlsplit(shown[0]).query).items()}
        address = house.asked(asked)
        house.codes.clear()
        return address

    with pytest.raises(NotAllowed, match="invalid_grant"):
        sign_in_elsewhere(desk.who, shown.append, paste_late, desk.outside)


def test_a_password_and_a_provider_at_once_is_a_contradiction(desk: Desk) -> None:
    with pytest.raises(TwoWaysIn):
        set_account(desk.who, Told(oauth="own", password="pw"), desk.home, NOW)
    assert the_account(desk.who, desk.home).account.sign_in is not None


def test_a_client_that_the_house_does_not_know_is_told_with_where_to_look(desk: Desk, house: House) -> None:
    desk.set(Client("nobody", SECRET))
    with pytest.raises(ClientRefused) as refused:
        desk.sign_in()
    assert refused.value.values["why"] == "invalid_client Who is that?"
    assert refused.value.values["register"].endswith("/clients")  # type: ignore[attr-defined]


def test_a_token_is_used_until_shortly_before_its_end(desk: Desk, house: House) -> None:
    desk.sign_in()
    first = desk.login().token()
    assert desk.login(desk.later(minutes=50)).token() == first
    assert house.renewals == 0
    second = desk.login(desk.later(minutes=56)).token()
    assert (second != first, house.renewals) == (True, 1)


def test_a_house_that_keeps_to_its_leave_is_renewed_again_and_again(desk: Desk, house: House) -> None:
    house.rotates = False
    desk.sign_in()
    tokens = {desk.login(desk.later(hours=hours)).token() for hours in (0, 2, 4, 6)}
    assert (len(tokens), house.renewals) == (4, 3)


def test_a_leave_that_changes_at_each_renewal_is_followed(desk: Desk, house: House) -> None:
    desk.sign_in()
    for hours in (2, 4, 6):
        assert desk.login(desk.later(hours=hours)).token() in house.tokens
    assert (house.renewals, len(house.leaves)) == (3, 1)


def test_leave_that_was_taken_back_is_explained(desk: Desk, house: House) -> None:
    desk.sign_in()
    house.end_leaves()
    with pytest.raises(LeaveEnded) as ended:
        desk.login(desk.later(hours=2)).token()
    told = ended.value
    assert "seguito account login" in told.happened
    assert told.values["why"] == "invalid_grant Token has been expired or revoked."
    assert str(told.values["withdraw"]).endswith("/leaves")
    desk.sign_in()
    assert desk.login().token() in house.tokens


@pytest.mark.parametrize("broken", ["500", "503", "429", "302", "200", "redirects"])
def test_a_house_that_is_out_of_order_is_no_end_of_leave(desk: Desk, house: House, broken: str) -> None:
    desk.sign_in()
    house.broken = broken
    with pytest.raises(HouseOutOfReach):
        desk.login(desk.later(hours=2)).token()
    house.broken = ""
    assert desk.login(desk.later(hours=2)).token() in house.tokens
    assert house.renewals == 1  # and no form went where it pointed


def test_a_house_that_nobody_answers_for_is_out_of_reach(surroundings: Path) -> None:
    with a_house() as house:
        desk = Desk(surroundings, house)
        desk.sign_in()
    with pytest.raises(HouseOutOfReach, match="Connection refused"):
        desk.login(desk.later(hours=2)).token()


def test_two_programs_that_renew_at_once_do_not_lock_each_other_out(desk: Desk, house: House) -> None:
    """What renews is good once: the second would be told that leave has ended."""
    house.lasts = 0  # renewed whenever it is needed
    desk.sign_in()
    house.slow = 0.3
    program = (
        "import sys; from pathlib import Path; from tests.mail.cast import NOW\n"
        "from seguito.records.database import open_home; from seguito.actions.account import the_account\n"
        "from seguito.actions.sending import Outside, login_of\n"
        "home = Path(sys.argv[1]); who = open_home(home, NOW); sys.stdin.readline()\n"
        "login = login_of(the_account(who, home).account, Outside(home))\n"
        "print(login.token(), flush=True); print(login.another(), flush=True)\n"
    )
    words = [sys.executable, "-c", program, str(desk.home)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True, "cwd": Path(__file__).parents[4]}
    both = [subprocess.Popen(words, **pipes) for _ in range(2)]  # type: ignore[call-overload]
    for one in both:
        one.stdin.write("\n")
        one.stdin.flush()
    out = [one.communicate(timeout=60)[0].split() for one in both]
    assert [one.returncode for one in both] == [0, 0]
    assert all(token in house.tokens for tokens in out for token in tokens)
    assert (house.renewals, len(house.leaves)) == (4, 1)


def test_who_comes_second_takes_what_the_first_has_brought(desk: Desk, house: House) -> None:
    desk.sign_in()
    one, other = desk.login(), desk.login()
    assert one.token() == other.token()
    house.end_tokens()
    assert one.another() == other.another()
    assert house.renewals == 1


def test_no_token_and_no_secret_stands_in_records_or_problems(desk: Desk, house: House) -> None:
    desk.sign_in()
    login = desk.login()
    secret = [login.token(), *house.leaves, SECRET]
    for one in secret:
        assert one.encode() not in desk.everything
        assert one not in repr(login)
    assert all(one.stat().st_mode & 0o077 == 0 for one in (desk.home / "secrets").iterdir())
    house.end_leaves()
    with pytest.raises(Problem) as problem:
        login.another()
    assert not any(one in repr(problem.value) + str(problem.value.values) for one in secret)


def test_another_user_house_or_a_password_ends_what_was_kept(desk: Desk, house: House) -> None:
    desk.sign_in()
    set_account(desk.who, Told(user="other@seguito.test"), desk.home, NOW)
    with pytest.raises(NotSignedIn):
        desk.login().token()
    desk.sign_in()
    set_account(desk.who, Told(password="pw"), desk.home, NOW)
    stands = the_account(desk.who, desk.home)
    assert (stands.account.sign_in, stands.password_in) == (None, secrets.Place.FILE)
    assert [one.name for one in (desk.home / "secrets").iterdir()] == [stands.account.id]
    with pytest.raises(NoSignIn):
        desk.sign_in()


def test_settings_that_stay_keep_the_leave(desk: Desk, house: House) -> None:
    desk.sign_in()
    set_account(desk.who, Told(pace_seconds=5), desk.home, NOW)
    assert desk.login().token() in house.tokens


def test_without_a_client_it_is_said_where_one_is_made(surroundings: Path) -> None:
    who: Who = a_home(surroundings)
    with pytest.raises(NoClient) as missing:
        set_account(who, Told("Ada <ada@gmail.com>", oauth="google"), surroundings, NOW)
    assert missing.value.values["register"].startswith("https://console.cloud.google.com/")  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("house", "smtp", "imap"),
    [
        ("google", "smtps://smtp.gmail.com:465", "imaps://imap.gmail.com:993"),
        ("microsoft", "smtp+starttls://smtp.office365.com:587", "imaps://outlook.office365.com:993"),
    ],
)
def test_the_servers_of_a_known_house_need_not_be_typed(surroundings: Path, house: str, smtp: str, imap: str) -> None:
    who = a_home(surroundings)
    told = Told("Ada <ada@fontana.example>", oauth=house, client=Client("c"))
    account = set_account(who, told, surroundings, NOW).account
    assert (account.smtp_url, account.imap_url, account.user) == (smtp, imap, "ada@fontana.example")


def test_google_and_microsoft_are_asked_as_their_pages_say(surroundings: Path) -> None:
    google, microsoft = oauth_houses(surroundings)["google"], oauth_houses(surroundings)["microsoft"]
    assert google.scopes == ("https://mail.google.com/",)
    assert dict(google.also)["access_type"] == "offline"
    assert "offline_access" in microsoft.scopes
    assert (google.back, microsoft.back) == ("127.0.0.1", "localhost")
    assert all(url.startswith("https://") for one in (google, microsoft) for url in (one.authorise, one.token))


@pytest.mark.parametrize(
    "row",
    [
        "[own",
        "own = 1",
        '[own]\nname = "x"',
        '[own]\nname="x"\nscopes=[]\nauthorise="http://id.example/a"\ntoken="https://id.example/t"',
        '[own]\nname="x"\nscopes=[]\nauthorise="https://id.example/a"\ntoken="http://127.0.0.1.evil.example/t"',
        '[own]\nname="x"\nscopes=[]\nauthorise="https://a"\ntoken="https://t"\nback="0.0.0.0"',
    ],
)
def test_a_row_of_ones_own_that_cannot_be_is_named(tmp_path: Path, row: str) -> None:
    (tmp_path / "oauth.toml").write_text(row)
    with pytest.raises(OAuthRowWrong):
        oauth_houses(tmp_path)


def test_a_house_that_nobody_knows_is_named_with_those_that_are(tmp_path: Path) -> None:
    with pytest.raises(NoSuchHouse) as unknown:
        oauth_house("gogle", tmp_path)
    assert unknown.value.values["known"] == ("google", "microsoft")


def test_googles_own_file_gives_client_and_secret() -> None:
    told = {"installed": {"client_id": "1.apps.example", "client_secret": "s", "redirect_uris": ["http://localhost"]}}
    assert client_in(json.dumps(told).encode(), "f.json") == Client("1.apps.example", "s")


@pytest.mark.parametrize("data", [b"", b"[]", b'{"web":{"client_id":"1"}}', b'{"installed":{}}', b"\xff", b"3"])
def test_a_file_of_another_kind_is_refused(data: bytes) -> None:
    with pytest.raises(ClientFileWrong):
        client_in(data, "f.json")


def test_the_command_opens_the_browser_and_tells_what_it_found(desk: Desk, house: House, tmp_path: Path) -> None:
    browser = tmp_path / "browser"
    browser.write_text(f"#!{sys.executable}\nimport sys, urllib.request\nurllib.request.urlopen(sys.argv[1]).read()\n")
    browser.chmod(0o700)
    nowhere = ("smtp://127.0.0.1:9", "imap://127.0.0.1:9")
    set_account(desk.who, Told(smtp_url=nowhere[0], imap_url=nowhere[1]), desk.home, NOW)
    environment = {**os.environ, "BROWSER": f"{browser} %s", "DISPLAY": ""}
    words = [sys.executable, "-m", "seguito", "account", "login", "--json"]
    done = subprocess.run(words, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 3, done.stderr
    assert json.loads(done.stdout)["smtp"] == {"ok": False, "message": "nothing listens at 127.0.0.1:9"}
    assert desk.login().token() in house.tokens
