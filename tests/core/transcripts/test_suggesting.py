"""What a talk offers: promises with their days, places, questions, particular things, in both languages (T3.3 to T3.5)."""

from datetime import date

import pytest

from seguito.core.nouns import By, DetailKind
from seguito.core.transcripts.suggesting import Speaker, Suggestion, suggest
from seguito.core.transcripts.turns import Turn
from seguito.languages.listening import listening_words

TODAY = date(2026, 12, 2)  # a Wednesday
SPEAKERS = {"Giulia": Speaker("g"), "Marco": Speaker("m"), "Ada": Speaker(me=True)}


def offered(language: str, *said: tuple[str, str]) -> tuple[Suggestion, ...]:
    turns = [Turn(speaker, text) for speaker, text in said]
    return suggest(turns, SPEAKERS, listening_words(language), TODAY)


def only(language: str, speaker: str, text: str) -> Suggestion:
    (one,) = offered(language, (speaker, text))
    return one


@pytest.mark.parametrize(
    ("language", "speaker", "text", "kind", "by", "due"),
    [
        ("en", "Marco", "We'll let you know by Wednesday the 9th.", DetailKind.PROMISE, By.THEM, date(2026, 12, 9)),
        ("en", "Marco", "The board is going to meet on 14 December.", DetailKind.PROMISE, By.THEM, date(2026, 12, 14)),
        ("en", "Giulia", "Someone from our team will be in touch with you.", DetailKind.PROMISE, By.THEM, None),
        ("en", "Ada", "I'll send you the audit by Friday.", DetailKind.PROMISE, By.ME, date(2026, 12, 4)),
        ("en", "Giulia", "I'm just back from Lisbon, actually.", DetailKind.ASIDE, By.THEM, None),
        ("en", "Giulia", "My daughter sails on the reservoir.", DetailKind.ASIDE, By.THEM, None),
        ("en", "Marco", "How would you measure a press office?", DetailKind.QUESTION, By.THEM, None),
        ("en", "Giulia", "The apprentices pin every proof to the corridor.", DetailKind.INSIGHT, By.THEM, None),
        ("en", "Ada", "What draws me is that juniors present their work.", DetailKind.WHY_HERE, By.THEM, None),
        ("it", "Marco", "Le faremo sapere entro mercoledì 9.", DetailKind.PROMISE, By.THEM, date(2026, 12, 9)),
        ("it", "Giulia", "Il consiglio si riunisce lunedì 14 dicembre.", DetailKind.PROMISE, By.THEM, date(2026, 12, 14)),
        ("it", "Ada", "Vi mando la scheda entro venerdì.", DetailKind.PROMISE, By.ME, date(2026, 12, 4)),
        ("it", "Giulia", "Sono appena tornata da Lisbona, sa.", DetailKind.ASIDE, By.THEM, None),
        ("it", "Marco", "Mia figlia fa vela sul lago di Bracciano.", DetailKind.ASIDE, By.THEM, None),
        ("it", "Marco", "Come misurerebbe il lavoro di un ufficio stampa?", DetailKind.QUESTION, By.THEM, None),
        ("it", "Giulia", "I redattori correggono a matita le bozze del bollettino.", DetailKind.INSIGHT, By.THEM, None),
        ("it", "Ada", "Mi attira che i giovani presentino il proprio lavoro.", DetailKind.WHY_HERE, By.THEM, None),
    ],
)  # fmt: skip
def test_each_kind_is_told_apart(
    language: str, speaker: str, text: str, kind: DetailKind, by: By, due: date | None
) -> None:
    heard = only(language, speaker, text).heard
    assert (heard.kind, heard.by, heard.due_on) == (kind, by, due)


@pytest.mark.parametrize(
    ("language", "speaker", "text"),
    [
        ("en", "Giulia", "Can you hear me all right now?"),
        ("en", "Marco", "So, do you have any questions for us?"),
        ("en", "Giulia", "Thank you so much for coming in today."),
        ("en", "Ada", "I ran the newsletter of a museum for six years."),
        ("en", "Giulia", "Yeah, okay, sure."),
        ("it", "Giulia", "Mi sente bene, adesso?"),
        ("it", "Marco", "Bene, avete domande per noi?"),
        ("it", "Giulia", "Grazie mille per essere venuta oggi."),
        ("it", "Ada", "Ho curato per sei anni il bollettino di un museo."),
    ],
)
def test_what_keeps_a_talk_going_is_not_offered(language: str, speaker: str, text: str) -> None:
    assert offered(language, (speaker, text)) == ()


def test_words_said_while_thinking_are_left_out() -> None:
    assert only("en", "Giulia", "So, um, well, the apprentices pin proofs to the corridor.").heard.text == (
        "The apprentices pin proofs to the corridor."
    )
    assert only("it", "Giulia", "Ecco, allora, i redattori correggono le bozze a matita.").heard.text == (
        "I redattori correggono le bozze a matita."
    )


def test_an_hour_becomes_a_handful_and_every_promise_stays() -> None:
    things = [f"The {thing} hangs above the {place}." for thing in ("loom", "anvil", "kiln", "lathe") for place in (
        "scullery", "foundry", "bindery", "orangery", "stairwell")]  # fmt: skip
    promises = [f"We will decide about it on {day} December." for day in range(10, 22)]
    found = offered("en", *(("Giulia", text) for text in [*things, *promises]))
    kinds = [one.heard.kind for one in found]
    assert kinds.count(DetailKind.PROMISE) == len(promises)
    assert kinds.count(DetailKind.INSIGHT) < len(things) / 2


def test_the_same_words_are_offered_once_and_in_the_order_of_the_talk() -> None:
    found = offered("en", ("Marco", "We'll let you know by Wednesday the 9th."), ("Giulia", "My daughter sails a dinghy."),
                    ("Marco", "We'll let you know by Wednesday the 9th."))  # fmt: skip
    assert [one.heard.kind for one in found] == [DetailKind.PROMISE, DetailKind.ASIDE]
