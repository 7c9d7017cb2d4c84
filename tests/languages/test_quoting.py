"""An answer's own words, as the mail programs of the world wrap them."""

import pytest

from seguito.languages.quoting import own_words

OUTLOOK = """Grazie mille, ci vediamo martedì.

Giulia

________________________________
Da: Ada Rossi <ada@x.example>
Inviato: mercoledì 2 dicembre 2026 12:30
A: Giulia Bianchi
Oggetto: Account manager

Gentile dottoressa,
"""

GMAIL_FOLDED = """Thank you, Ada!

On Wed, 2 Dec 2026 at 12:30, Ada Rossi with a rather long name
<ada@x.example> wrote:

> Dear Giulia,
> thank you
"""

BETWEEN = """On 2 Dec 2026, Ada wrote:
> When will I hear from you?

By Friday.

> And who decides?

Marco does.
--
Giulia Bianchi
Agenzia Fontana
"""


@pytest.mark.parametrize(
    ("text", "own"),
    [
        (OUTLOOK, "Grazie mille, ci vediamo martedì.\n\nGiulia"),
        (GMAIL_FOLDED, "Thank you, Ada!"),
        (BETWEEN, "By Friday.\n\n\nMarco does."),
        (
            "Sì, volentieri.\n\nIl giorno mer 2 dic 2026 alle 12:30 Ada Rossi <a@x> ha scritto:\n\n> ciao\n",
            "Sì, volentieri.",
        ),
        ("Ok\n\nSent from my iPhone\n", "Ok"),
        ("Bene\n\nInviato da iPhone\n\n> Il giorno 2 dic 2026, Ada ha scritto:\n> x\n", "Bene"),
        ("Hi\n\n-----Original Message-----\nFrom: Ada\nnot quoted\n", "Hi"),
        ("*From:* Ada\n*Sent:* Monday\nold", ""),
        (
            "To: whom it may concern we answer gladly.\nAll of us.",
            "To: whom it may concern we answer gladly.\nAll of us.",
        ),
        ("I wrote on Monday: nobody answered.\nNow you do.", "I wrote on Monday: nobody answered.\nNow you do."),
        ("On Tuesday we decide, as Marco wrote:\nyou are in.", "On Tuesday we decide, as Marco wrote:\nyou are in."),
        ("", ""),
    ],
)
def test_what_somebody_wrote_themselves(text: str, own: str) -> None:
    assert own_words(text) == own
