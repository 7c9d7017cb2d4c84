"""A sheet holds the reader's words and the writer's, and can't be sent as it is (T3.1, T3.3 to T3.5).

The drafts in `drafts/` are what a candidate sees; `RENEW_DRAFTS=1 pytest tests/core/drafting` writes them anew.
"""

import os
import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from seguito.core.debrief.missing import answer_promised_on
from seguito.core.debrief.reading import read_notes
from seguito.core.drafting.assignment import Share, assign
from seguito.core.drafting.sheet import About, Sheet, lay_out, subject_of
from seguito.core.looks.context import Context, Known
from seguito.core.looks.names import look_at_names
from seguito.core.nouns import By, Detail, DetailKind, Form, Gender, Person, Purpose
from seguito.languages import available
from seguito.languages.names import name_words_of
from seguito.languages.notes_words import notes_words
from seguito.languages.sheet_words import sheet_words

DRAFTS = Path(__file__).parent / "drafts"
TUESDAY = date(2026, 6, 16)

PANELS = {
    "en": (
        Person("p1", "Giulia", "Marchetti", emails=("giulia@pontevale.example",)),
        Person("p2", "Tom", "Ashworth", title="Mr", gender=Gender.M),
        Person("p3", "Sara", "Benedetti", title="Dr"),
    ),
    "it": (
        Person("p1", "Giulia", "Marchetti", title="dott.ssa", gender=Gender.F),
        Person("p2", "Tommaso", "De Luca", gender=Gender.M, form=Form.TU),
        Person("p3", "Andrea", "Rossi"),
    ),
}
NOTES = {
    "en": """
        Giulia: we write for the person who has to explain it to their boss
        Giulia ? how would you retire a page nobody reads
        Giulia ~ back from Trieste, still looking for a proper jota
        Tom ? which client would you drop
        Tom ! answer by Wednesday 24
        me to Giulia ! the one-page audit by Thursday
        * every junior writes to a real client in the first month
        the kettle is older than the house
    """,
    "it": """
        Giulia: scriviamo per chi poi lo deve spiegare al suo capo
        Giulia ? come toglierebbe una pagina che nessuno legge
        Giulia ~ tornata da Trieste, cerca ancora una jota come si deve
        Tommaso ? quale cliente lasceresti
        Tommaso ! risposta entro mercoledì 24
        io a Giulia ! l'analisi di una pagina entro giovedì
        * ogni giovane scrive a un cliente vero già il primo mese
        il bollitore è più vecchio della casa
    """,
}


def shares_in(language: str) -> tuple[tuple[Share, ...], About]:
    words = notes_words(language)
    heard = read_notes(NOTES[language], PANELS[language], words, TUESDAY).details
    details = [Detail(f"d{n}", h.person, h.kind, h.by, h.text, h.due_on, noted=n) for n, h in enumerate(heard)]
    role = {"en": "Editor", "it": "Redattrice"}[language]
    about = About("Ponte & Vale", role, "Elena Conti", TUESDAY, answer_promised_on(details, words))
    return assign(PANELS[language], details), about


def shown(sheet: Sheet) -> str:
    return f"{sheet.to.name}, {sheet.channel}: {sheet.subject}\n{'-' * 40}\n{sheet.text}"


@pytest.mark.parametrize("channel", ["email", "card"])
@pytest.mark.parametrize("language", ["en", "it"])
def test_the_drafts_of_a_panel_are_as_they_were_approved(language: str, channel: str) -> None:
    shares, about = shares_in(language)
    words = sheet_words(language)
    sheets = [lay_out(s, about, channel, Purpose.THANKS, words, subject=channel == "email") for s in shares]
    drafts = "\n\n".join(map(shown, sheets))
    golden = DRAFTS / f"{language}-{channel}.txt"
    if os.environ.get("RENEW_DRAFTS"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(drafts, "utf-8")
    assert drafts == golden.read_text("utf-8")


@pytest.mark.parametrize("language", ["en", "it"])
def test_a_sheet_is_made_of_what_was_said_prompts_and_stationery(language: str) -> None:
    """Not one sentence that we wrote stands outside brackets."""
    shares, about = shares_in(language)
    words = sheet_words(language)
    before, after = words.quotes
    for share in shares:
        text = lay_out(share, about, "email", Purpose.THANKS, words, subject=True).text
        rest = re.sub(r"\[[^\]]*\]", "", text)
        for detail in (*share.details, *share.facts):
            rest = rest.replace(f"{before}{detail.text}{after}", "")
        assert [line for line in rest.splitlines() if line] == [
            words.salutation(share.person),
            words.closing(share.person),
            "Elena Conti",
        ]


@pytest.mark.parametrize("language", ["en", "it"])
def test_the_first_look_stops_every_prompt_and_nothing_else(language: str) -> None:
    shares, about = shares_in(language)
    roster = tuple(Known(p.name, p.title, p.gender, p.email) for p in PANELS[language])
    for share in shares:
        context = Context(
            about.organisation, role=about.role, candidate="Elena Conti", to=share.person.name, interviewers=roster
        )
        text = lay_out(share, about, "email", Purpose.THANKS, sheet_words(language), subject=True).text
        findings = look_at_names(text, context, name_words_of(language))
        assert [f.quote for f in findings if f.rule == "PLACEHOLDER"] == re.findall(r"\[[^\]]*\]", text)
        assert [f.quote for f in findings if f.holds_back and f.rule != "PLACEHOLDER"] == []


@pytest.mark.parametrize("purpose", Purpose)
@pytest.mark.parametrize("language", available())
def test_every_purpose_has_a_sheet_that_only_its_author_can_finish(language: str, purpose: Purpose) -> None:
    share = Share(Person("p1", "Giulia", "Marchetti"))
    for about in (
        About(),
        About("Ponte [&] Vale", "Editor", "Elena", TUESDAY, TUESDAY, {"since": ("a course in data",)}),
    ):
        sheet = lay_out(share, about, "email", purpose, sheet_words(language), subject=True)
        assert re.search(r"\[[^\[\]]{5,}\]", sheet.text)
        assert "{" not in sheet.text
        assert sheet.text.count("[") == sheet.text.count("]") == len(re.findall(r"\[[^\[\]]*\]", sheet.text))


def test_every_language_asks_for_the_same_things() -> None:
    first, *others = [sheet_words(language) for language in available()]
    for words in others:
        assert words.asks == first.asks
        assert words.prompts.keys() == first.prompts.keys()


@pytest.mark.parametrize("language", available())
def test_every_prompt_stands_in_brackets(language: str) -> None:
    words = sheet_words(language)
    for wording in [words.own_name, *(wording for wordings in words.prompts.values() for wording in wordings)]:
        assert re.fullmatch(r"\[[^\[\]\n]+\]", wording)


def test_a_check_in_draws_on_what_was_learned_since() -> None:
    about = About("Ponte & Vale", "Editor", "Elena", more={"since": ("finished a course in data journalism",)})
    sheet = lay_out(Share(PANELS["en"][0]), about, "email", Purpose.CHECK_IN, sheet_words("en"), subject=True)
    assert "“finished a course in data journalism”" in sheet.text


@pytest.mark.parametrize(
    ("language", "about", "subject"),
    [
        ("en", About("Ponte & Vale", "Editor"), "Editor, Ponte & Vale"),
        ("it", About("Ponte & Vale", "Redattrice"), "Redattrice, Ponte & Vale"),
        ("en", About("Ponte & Vale"), "Interview at Ponte & Vale"),
        ("it", About("Ponte & Vale"), "Colloquio, Ponte & Vale"),
        ("en", About(role="Editor"), "Editor"),
        ("en", About(day=TUESDAY), "Our conversation of Tuesday 16 June"),
        ("en-US", About(day=TUESDAY), "Our conversation of Tuesday, June 16"),
        ("it", About(day=TUESDAY), "Il nostro colloquio di martedì 16 giugno"),
        ("en", About("Ponte\r\nBcc: x@y.example", "Ed\tor"), "Ed or, Ponte Bcc: x@y.example"),
        ("en", About(), ""),
    ],
)
def test_a_subject_is_made_of_facts_on_one_line(language: str, about: About, subject: str) -> None:
    assert subject_of(about, sheet_words(language)) == subject


@given(st.text(), st.text(), st.text())
def test_whatever_names_hold_a_sheet_is_laid_out_and_its_subject_is_one_line(name: str, house: str, said: str) -> None:
    detail = Detail("d1", "p1", DetailKind.QUESTION, By.THEM, said)
    share = Share(Person("p1", name, name), (detail,))
    sheet = lay_out(share, About(house, name, name), "email", Purpose.THANKS, sheet_words("en"), subject=True)
    assert said.strip() in sheet.text
    assert len(sheet.subject.splitlines()) <= 1
    assert sheet.details == ("d1",)
