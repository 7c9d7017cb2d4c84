"""What a person does who has read nothing: from an invite to the message lying in a real mailbox."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.mail.stack import PASSWORD, MailServers
from tests.web.browser.sitting import Served, Sitting
from tests.web.browser.test_access import AXE, RUN
from tests.web.test_walk import INVITE, LETTER

NOW = "2026-12-02T12:10:00+01:00"


@pytest.fixture
def served(chromium: object, mail_servers: MailServers, surroundings: Path) -> Iterator[Served]:
    served = Served(surroundings, NOW, environment={"SSL_CERT_FILE": str(mail_servers.authority)}).start()
    yield served
    served.stop()


def test_from_a_dropped_invite_to_a_real_mailbox(
    sit: Callable[..., Sitting], served: Served, mail_servers: MailServers, number: int
) -> None:
    reader = f"anna{number}.page@seguito.test"
    sitting = sit(served)
    page = sitting.page
    page.goto(served.address)
    expect(page.get_by_text("Drop the invite here")).to_be_visible()
    page.evaluate(AXE.read_text("utf-8"))
    assert page.evaluate(RUN, None) == []

    invite = INVITE.replace(b"anna.reed@northlight.example", reader.encode())
    page.set_input_files("#invite", {"name": "invite.ics", "mimeType": "text/calendar", "buffer": invite})
    expect(page.get_by_role("heading", name="Northlight Press")).to_be_visible()

    page.goto(served.base + "/settings")
    page.get_by_label("Name", exact=True).fill("Elena Ferri")
    page.locator("#me").get_by_role("button", name="Keep").click()
    sender = f"elena{number}.page@seguito.test"
    page.get_by_label("From, as name and address").fill(f"Elena Ferri <{sender}>")
    page.get_by_label("Server for sending").fill(mail_servers.smtps)
    page.get_by_label("Mailbox, for the copy in Sent").fill(mail_servers.imaps)
    page.get_by_label("User").fill(sender)
    page.get_by_label("Password, or app password").fill(PASSWORD)
    page.get_by_role("button", name="Keep and try it").click()
    expect(page.get_by_text("The log-in for sending works.")).to_be_visible()

    page.goto(served.base + "/")
    page.get_by_role("link", name="Begin the debrief").click()
    page.wait_for_url("**/debrief", wait_until="load")
    expect(page.locator("#line")).to_be_focused()
    for line in (
        "@anna they print a page of letters in every issue",
        "* the juniors answer letters from the first month",
    ):
        page.keyboard.type(line)
        page.keyboard.press("Enter")
    expect(page.locator("#kept")).to_contain_text("Why here: the juniors")
    page.get_by_role("button", name="Done, lay out the notes").click()
    page.get_by_role("link", name="E-mail: laid out").first.click()
    sitting.settled()
    page.locator("#text").fill(LETTER)
    page.get_by_label("Subject").fill("The page of letters")
    expect(page.locator("#whynot")).to_have_text("Three looks passed.")
    page.get_by_role("button", name="Approve these words").click()
    page.get_by_role("button", name="Send to Anna").click()
    expect(page.locator(".gate")).to_contain_text("Your mail server took it")
    page.evaluate(AXE.read_text("utf-8"))
    assert page.evaluate(RUN, None) == []

    mail_servers.wait_until_quiet()
    [mail] = mail_servers.mails(reader)
    assert b"Subject: The page of letters" in mail
    assert b"three people wrote to my own paper" in mail.replace(b"=\n", b"").replace(b"\n", b" ")
    assert len(mail_servers.mails(sender, "Sent")) == 1
