"""What is typed in a hurry finds its person, its kind and its day; what doesn't is kept all the same (T3.4, T3.5)."""

from datetime import date

import pytest

from seguito.core.debrief.reading import Heard, read_notes
from seguito.core.nouns import By, DetailKind, Person
from tests.core.debrief.cast import COMPOUND, EN, IT, PANEL, TWO_MARCOS, WEDNESDAY

INSIGHT, ASIDE, QUESTION, PROMISE, WHY = (
    DetailKind.INSIGHT,
    DetailKind.ASIDE,
    DetailKind.QUESTION,
    DetailKind.PROMISE,
    DetailKind.WHY_HERE,
)


def heard(text: str, panel: tuple[Person, ...] = PANEL) -> list[Heard]:
    return list(read_notes(text, panel, EN, WEDNESDAY).details)


def test_the_contracts_own_example_is_read_line_by_line() -> None:
    reading = read_notes(
        "Giulia: they rewrote the brief the night before the launch\n"
        "Giulia ~ back from San Francisco, loved the ferry building\n"
        "Marco ? how would I measure a press office\n"
        "Marco ! answer by Wednesday 9\n"
        "me ! the one-page audit by Thursday\n"
        "* the juniors present their own work\n"
        "@giulia ~ has a daughter who sails\n",
        PANEL,
        EN,
        WEDNESDAY,
    )
    assert reading.unplaced == ()
    assert reading.details == (
        Heard("p-giulia", INSIGHT, By.THEM, "they rewrote the brief the night before the launch"),
        Heard("p-giulia", ASIDE, By.THEM, "back from San Francisco, loved the ferry building"),
        Heard("p-marco", QUESTION, By.THEM, "how would I measure a press office"),
        Heard("p-marco", PROMISE, By.THEM, "answer by Wednesday 9", date(2026, 12, 9)),
        Heard(None, PROMISE, By.ME, "the one-page audit by Thursday", date(2026, 12, 3)),
        Heard(None, WHY, By.THEM, "the juniors present their own work"),
        Heard("p-giulia", ASIDE, By.THEM, "has a daughter who sails"),
    )


PLACED = [
    # names
    ("Giulia: x y", "p-giulia", INSIGHT, "x y"),
    ("giulia: x y", "p-giulia", INSIGHT, "x y"),
    ("GIULIA : x y", "p-giulia", INSIGHT, "x y"),
    ("Bianchi: x y", "p-giulia", INSIGHT, "x y"),
    ("Giulia Bianchi: x y", "p-giulia", INSIGHT, "x y"),
    ("Bianchi Giulia: x y", "p-giulia", INSIGHT, "x y"),
    ("dott.ssa Bianchi: x y", "p-giulia", INSIGHT, "x y"),
    ("Dott.ssa Giulia Bianchi: x y", "p-giulia", INSIGHT, "x y"),
    ("Ms Bianchi ? x y", "p-giulia", QUESTION, "x y"),
    ("ing.Bruni ! x y", "p-marco", PROMISE, "x y"),
    ("giu: x y", "p-giulia", INSIGHT, "x y"),
    ("Giulia B.: x y", "p-giulia", INSIGHT, "x y"),
    ("GB: x y", "p-giulia", INSIGHT, "x y"),
    ("g.bianchi@pontevale.example: x y", "p-giulia", INSIGHT, "x y"),
    ("Marcolino: x y", "p-marco", INSIGHT, "x y"),
    ("nicolo: x y", "p-nicolo", INSIGHT, "x y"),
    ("Nicolo' ~ x y", "p-nicolo", ASIDE, "x y"),
    ("d'angelo: x y", "p-nicolo", INSIGHT, "x y"),
    ("DAngelo: x y", "p-nicolo", INSIGHT, "x y"),
    ("Nicolo\u0300: x y", "p-nicolo", INSIGHT, "x y"),
    ("Giulia (HR): x y", "p-giulia", INSIGHT, "(HR) x y"),
    ("Giulia – x y", "p-giulia", INSIGHT, "x y"),
    ("Giulia：x y", "p-giulia", INSIGHT, "x y"),
    # handles
    ("@giulia x y", "p-giulia", INSIGHT, "x y"),
    ("@giulia: x y", "p-giulia", INSIGHT, "x y"),
    ("@giulia.bianchi ~ x y", "p-giulia", ASIDE, "x y"),
    ("@Giulia Bianchi x y", "p-giulia", INSIGHT, "x y"),
    ("@marco, x y", "p-marco", INSIGHT, "x y"),
    # marks, with spaces or without
    ("Giulia~x y", "p-giulia", ASIDE, "x y"),
    ("Giulia: ~ x y", "p-giulia", ASIDE, "x y"),
    ("Giulia ~: x y", "p-giulia", ASIDE, "x y"),
    ("~ Giulia: x y", "p-giulia", ASIDE, "x y"),
    ("Marco? x y", "p-marco", QUESTION, "x y"),
    ("Marco ?? x y", "p-marco", QUESTION, "x y"),
    ("Marco * x y", "p-marco", WHY, "x y"),
    ("Marco + x y", "p-marco", WHY, "x y"),
    ('Giulia " x y', "p-giulia", INSIGHT, "x y"),
    ('Giulia "x y"', "p-giulia", INSIGHT, "x y"),
    ("Giulia “x y”", "p-giulia", INSIGHT, "x y"),
    ("Giulia: «x y»", "p-giulia", INSIGHT, "«x y»"),
    ("* x y", None, WHY, "x y"),
    ("+ x y", None, WHY, "x y"),
    ("~x y", None, ASIDE, "x y"),
    ("? x y", None, QUESTION, "x y"),
    ('" x y', None, INSIGHT, "x y"),
    ('" Giulia: x y', None, INSIGHT, "Giulia: x y"),
    # kinds written out
    ("Giulia, aside: x y", "p-giulia", ASIDE, "x y"),
    ("Giulia (question): x y", "p-giulia", QUESTION, "x y"),
    ("Marco, domanda: x y", "p-marco", QUESTION, "x y"),
    ("Why here: x y", None, WHY, "x y"),
    ("perché qui: x y", None, WHY, "x y"),
    # lists
    ("- Giulia: x y", "p-giulia", INSIGHT, "x y"),
    ("• Giulia ~ x y", "p-giulia", ASIDE, "x y"),
    ("1. Giulia: x y", "p-giulia", INSIGHT, "x y"),
    ("- [ ] Marco ! x y", "p-marco", PROMISE, "x y"),
    ("**Giulia:** x y", "p-giulia", INSIGHT, "x y"),
    ("**Giulia**: x y", "p-giulia", INSIGHT, "x y"),
    ("\t Giulia :\tx\t y  ", "p-giulia", INSIGHT, "x y"),
    # what follows keeps its own signs
    ("Giulia: see https://example.com/a:b at 10:30", "p-giulia", INSIGHT, "see https://example.com/a:b at 10:30"),
    ("Giulia: key point: x ~ y!", "p-giulia", INSIGHT, "key point: x ~ y!"),
    ("Marco ? how? why?", "p-marco", QUESTION, "how? why?"),
]


@pytest.mark.parametrize(("line", "person", "kind", "text"), PLACED, ids=[row[0] for row in PLACED])
def test_a_line_finds_who_and_what(line: str, person: str | None, kind: DetailKind, text: str) -> None:
    reading = read_notes(line, PANEL, EN, WEDNESDAY)
    assert [(d.person, d.kind, d.by, d.text) for d in reading.details] == [(person, kind, By.THEM, text)]
    assert reading.unplaced == ()


MINE = [
    ("me ! x y", None, PROMISE),
    ("Me: x y", None, INSIGHT),
    ("I ! x y", None, PROMISE),
    ("io ! x y", None, PROMISE),
    ("@io ! x y", None, PROMISE),
    ("noi ! x y", None, PROMISE),
    ("me to Giulia ! x y", "p-giulia", PROMISE),
    ("io a Giulia ! x y", "p-giulia", PROMISE),
    ("me @giulia ! x y", "p-giulia", PROMISE),
    ("me → Giulia ! x y", "p-giulia", PROMISE),
]


@pytest.mark.parametrize(("line", "person", "kind"), MINE, ids=[row[0] for row in MINE])
def test_my_own_words_are_told_from_theirs(line: str, person: str | None, kind: DetailKind) -> None:
    assert [(d.person, d.kind, d.by, d.text) for d in heard(line)] == [(person, kind, By.ME, "x y")]


UNPLACED = [
    "they ship weekly",
    "Key point: they ship weekly",
    "Note: they ship weekly",
    "Giulia loves sailing",
    "Giulia and Marco: they both sail",
    "Robert: a name that nobody here bears",
    "@robert likes boats",
    "https://example.com/jobs?id=1",
    "10:30 they start the day",
    "Re: the brief",
    "PS: the lift is broken",
    "Ma! che dire",
    "No! they never wait",
    "C++ is what they use",
    "~5 % of the budget",
    "+39 06 1234567",
    "9. dicembre rispondono",
    "“We write for people,” she said",
    "# a heading of my own",
    "Giulia ~",
    "5 * 3 is the grid",
    "🎉",
]


@pytest.mark.parametrize("line", UNPLACED)
def test_a_line_without_a_place_is_kept_whole_and_said_so(line: str) -> None:
    reading = read_notes(line, PANEL, EN, WEDNESDAY)
    assert [(d.person, d.kind, d.text) for d in reading.details] == [(None, INSIGHT, line)]
    assert [(u.number, u.text) for u in reading.unplaced] == [(1, line)]


def test_two_people_of_one_name_are_not_guessed_between() -> None:
    reading = read_notes("Marco ! answer by Friday", TWO_MARCOS, EN, WEDNESDAY)
    assert reading.details == (Heard(None, INSIGHT, By.THEM, "Marco ! answer by Friday"),)
    assert reading.unplaced[0].why.values == {"name": "Marco", "people": ("Marco Bruni", "Marco Verdi")}
    assert [d.person for d in heard("Marco V.: hello there\nBruni: hello", TWO_MARCOS)] == ["p-marco-2", "p-marco"]


@pytest.mark.parametrize(
    ("line", "person"),
    [
        ("Maria: x y", "p-mg"),
        ("Maria Grazia: x y", "p-mg"),
        ("mariagrazia: x y", "p-mg"),
        ("Grazia: x y", "p-mg"),
        ("MGP: x y", "p-mg"),
        ("Dr van der Berg: x y", "p-berg"),
        ("Berg: x y", "p-berg"),
        ("vanderberg: x y", "p-berg"),
        ("hiring@harrowpine.example: x y", "p-anon"),
        ("@hiring x y", "p-anon"),
        ("Jose: x y", "p-jose"),
        ("José Luis Ferrer ~ x y", "p-jose"),
        ("van: x y", "p-berg"),
    ],
)
def test_compound_names_and_bare_addresses_find_their_person(line: str, person: str) -> None:
    assert [(d.person, d.text) for d in heard(line, COMPOUND)] == [(person, "x y")]


def test_a_name_alone_on_a_line_speaks_until_the_next_empty_one() -> None:
    text = "Giulia:\n- they rewrote the brief\n~ back from Trieste\nMarco: hello there\nstill hers\n\nwhose is this"
    assert [(d.person, d.kind, d.text) for d in heard(text)] == [
        ("p-giulia", INSIGHT, "they rewrote the brief"),
        ("p-giulia", ASIDE, "back from Trieste"),
        ("p-marco", INSIGHT, "hello there"),
        ("p-giulia", INSIGHT, "still hers"),
        (None, INSIGHT, "whose is this"),
    ]


def test_names_that_a_form_left_empty_say_nothing() -> None:
    assert heard("Giulia:\n\nMarco:\n\nNicolò:\n") == []


def test_stars_of_a_pasted_list_are_no_reasons_to_be_there() -> None:
    assert [(d.person, d.kind) for d in heard("* Giulia: hello\n* Marco ~ sails\n* the view")] == [
        ("p-giulia", INSIGHT),
        ("p-marco", ASIDE),
        (None, INSIGHT),
    ]
    assert [d.kind for d in heard("* the juniors present\n* nobody interrupts")] == [WHY, WHY]


def test_numbers_of_a_list_are_no_words() -> None:
    assert [d.text for d in heard("1) Giulia: one\n2) Giulia: two\n\n3) Giulia: three")] == ["one", "two", "three"]


def test_identical_lines_count_once() -> None:
    assert len(heard("Giulia: x y\ngiulia :  x  y\n@giulia x y\nMarco: x y\nGiulia ? x y")) == 3


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r", "\u2028"])
def test_lines_end_as_any_program_ends_them(ending: str) -> None:
    assert [d.person for d in heard(ending.join(["\ufeffGiulia: one", "", "Marco: two"]))] == ["p-giulia", "p-marco"]


def test_what_no_database_takes_is_replaced_not_lost() -> None:
    assert [d.text for d in heard("Giulia: a\x00b \ud800 c")] == ["a\ufffdb \ufffd c"]


@pytest.mark.parametrize(
    ("line", "due"),
    [
        ("Marco ! risposta entro mercoledì 9", date(2026, 12, 9)),
        ("Marco ! feedback entro venerdì", date(2026, 12, 4)),
        ("Marco ! call on Friday", date(2026, 12, 4)),
        ("Marco ! 12/3", date(2026, 12, 3)),
        ("Marco ! will think about it", None),
        ("Marco: by Friday they launch", None),
    ],
)
def test_a_promise_is_dated_in_whichever_language_it_was_noted(line: str, due: date | None) -> None:
    (detail,) = read_notes(line, PANEL, EN, WEDNESDAY).details
    assert detail.due_on == due


def test_a_weekday_that_contradicts_its_date_is_said_and_the_date_kept() -> None:
    reading = read_notes("Marco ! answer by Wednesday 10\nGiulia ! by Wednesday 9", PANEL, EN, WEDNESDAY)
    assert [d.due_on for d in reading.details] == [date(2026, 12, 10), date(2026, 12, 9)]
    assert [doubt.values for doubt in reading.doubts] == [{"text": "answer by Wednesday 10", "day": date(2026, 12, 10)}]


def test_a_bare_day_is_read_in_the_notes_own_language() -> None:
    """12/3 is 12 March to an Italian writer, whatever the interface speaks."""
    notes = "Giulia: hanno rifatto il brief la notte prima del lancio\nMarco ! 12/3"
    assert read_notes(notes, PANEL, EN, WEDNESDAY).details[1].due_on == date(2027, 3, 12)
    assert read_notes("Marco ! 12/3", PANEL, IT, WEDNESDAY).details[0].due_on == date(2027, 3, 12)


def test_with_nobody_on_the_panel_everything_is_still_kept() -> None:
    assert [(d.person, d.text) for d in heard("Giulia: x y\n* z", ())] == [(None, "Giulia: x y"), (None, "z")]
