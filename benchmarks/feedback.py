"""Editor feedback: from the last key to what the three looks say of it, in a real browser; goal 150 ms.

    .venv/bin/python benchmarks/feedback.py [--rounds 40]

Serves the demo's story, opens its note, and types a wrong letter and takes it out again: each time from the browser's
own input event until the list of findings has changed. Two figures stand beside it: the pause that the page waits for
another key, and the time that the server's answer took.
"""

import argparse
import json
import os
import re
import shutil
import statistics
import subprocess
import sys

from playwright.sync_api import Page, sync_playwright

_QUIET = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking")
WATCH = """() => {
  const letter = document.querySelector("#text"), looks = document.querySelector("#looks");
  window.taken = [];
  let typed = 0;
  letter.addEventListener("input", () => { typed = performance.now(); }, { capture: true });
  new MutationObserver(() => {
    if (!typed) return;
    const asked = performance.getEntriesByType("resource").filter((one) => one.name.endsWith("/look")).at(-1);
    window.taken.push([performance.now() - typed, asked.responseEnd - asked.startTime]);
    typed = 0;
    performance.clearResourceTimings();
  }).observe(looks, { childList: true, subtree: true });
}"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=40)
    rounds = parser.parse_args().rounds
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if chromium is None:
        sys.exit("Debian's chromium is needed: apt-get install chromium")
    command = [sys.executable, "-m", "seguito", "demo", "--json", "--until-input-ends"]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    environment = {**os.environ, "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"}
    with subprocess.Popen(command, **pipes, text=True, env=environment) as process, sync_playwright() as playwright:
        address = json.loads(process.stdout.readline() if process.stdout else "{}")["url"]
        browser = playwright.chromium.launch(executable_path=chromium, args=list(_QUIET))
        page = browser.new_page()
        page.goto(address)
        open_note(page, address.partition("/?")[0])
        taken = [type_once(page, key) for _ in range(rounds // 2 + 2) for key in ("q", "Backspace")][4:]
        browser.close()
    for name, figures in (
        ("key to findings", [one for one, _ in taken]),
        ("of it, the answer", [two for _, two in taken]),
    ):
        p95 = statistics.quantiles(figures, n=20)[18]
        print(f"{name:<20} median {statistics.median(figures):6.1f} ms   p95 {p95:6.1f} ms")


def open_note(page: Page, base: str) -> None:
    page.goto(base + "/interviews")
    page.get_by_role("link", name=re.compile("Peach")).click()
    page.get_by_role("link", name=re.compile("^E-mail: draft")).click()
    page.wait_for_selector("[data-count]:not(:empty)")
    page.locator("#text").focus()
    place = page.locator("#text").input_value().index("headline") + len("head")
    page.evaluate("place => document.querySelector('#text').setSelectionRange(place, place)", place)
    page.evaluate(WATCH)


def type_once(page: Page, key: str) -> tuple[float, float]:
    before = page.evaluate("window.taken.length")
    page.keyboard.press(key)
    page.wait_for_function("before => window.taken.length > before", arg=before)
    page.wait_for_timeout(250)  # a person's pause: the letter is kept in it
    told = page.evaluate("window.taken.at(-1)")
    return float(told[0]), float(told[1])


if __name__ == "__main__":
    main()
