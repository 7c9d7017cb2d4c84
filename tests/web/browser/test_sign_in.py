"""Permission from a mail provider, in a real browser: which brings no strict cookie when it comes from another site."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import expect

from tests.mail.house import CLIENT, SECRET, House, a_house
from tests.web.browser.sitting import Served, Sitting


@pytest.fixture
def house() -> Iterator[House]:
    with a_house() as house:
        yield house


@pytest.mark.parametrize("back", ["127.0.0.1", "localhost"])
def test_the_browser_goes_to_the_provider_and_comes_back(
    sit: Callable[..., Sitting], own_page: Served, house: House, back: str
) -> None:
    row = house.row.replace("http://127.0.0.1", "http://localhost")  # another site than the page's
    servers = f'back = "{back}"\nsmtp = "smtp://127.0.0.1:9"\nimap = "imap://127.0.0.1:9"\n'
    (own_page.home / "oauth.toml").write_text(row + servers, "utf-8")
    sitting = sit(own_page)
    page = sitting.go("/settings")
    form = page.locator("#permission")
    form.get_by_label("Provider").select_option("own")
    form.get_by_label("Whose mailbox, as name and address").fill("Elena Ferri <elena@mail.example>")
    form.get_by_label("Id of your client").fill(CLIENT)
    form.get_by_label("Its secret").fill(SECRET)
    form.get_by_role("button", name="Ask for permission").click()
    page.get_by_role("link", name="Go on to The Own House").click()
    expect(page.get_by_role("heading", name="The permission is here.")).to_be_visible()
    assert page.url.startswith(f"{own_page.base}/came-back")
    page.get_by_role("link", name="Back to the settings").click()
    expect(page.get_by_text("no password is kept")).to_be_visible()
    assert len(house.forms) == 1
