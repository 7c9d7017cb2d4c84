"""Each note begins with something of its own, and no two panelists get the same words (T3.2, T3.4)."""

import random
from itertools import permutations

from hypothesis import given, strategies as st

from seguito.core.drafting.assignment import Share, assign
from seguito.core.drafting.matching import cheapest
from seguito.core.nouns import By, Detail, DetailKind, Person

GIULIA = Person("p1", "Giulia", "Bianchi")
MARCO = Person("p2", "Marco", "Bruni")
SARA = Person("p3", "Sara", "Benedetti")
PANEL = (GIULIA, MARCO, SARA)

INSIGHT, ASIDE, QUESTION, PROMISE, WHY = (
    DetailKind.INSIGHT,
    DetailKind.ASIDE,
    DetailKind.QUESTION,
    DetailKind.PROMISE,
    DetailKind.WHY_HERE,
)


def said(number: int, person: Person | None, kind: DetailKind, text: str = "", by: By = By.THEM) -> Detail:
    return Detail(f"d{number:02}", person.id if person else None, kind, by, text or f"words {number}", noted=number)


def ids(shares: tuple[Share, ...]) -> dict[str, list[str]]:
    return {share.person.given: [detail.id for detail in share.details] for share in shares}


@st.composite
def interviews(draw: st.DrawFn) -> tuple[list[Person], list[Detail]]:
    panel = [Person(f"p{n}", f"Given{n}", f"Family{n}") for n in range(draw(st.integers(1, 6)))]
    people = st.sampled_from([None, None, *(person.id for person in panel), "p-elsewhere"])
    texts = st.sampled_from(["they ship weekly", "sails", "how?", "Given0 said so", "Given1 and Given2 sail"])
    one = st.tuples(people, st.sampled_from(DetailKind), st.sampled_from(By), texts)
    rows = draw(st.lists(one, max_size=20))
    return panel, [Detail(f"d{n:02}", *row, noted=n) for n, row in enumerate(rows)]


@given(interviews())
def test_no_detail_is_in_two_notes_and_nobodys_words_go_to_another(case: tuple[list[Person], list[Detail]]) -> None:
    panel, details = case
    shares = assign(panel, details)
    dealt = [detail.id for share in shares for detail in share.details]
    assert len(dealt) == len(set(dealt))
    for share in shares:
        assert {detail.person for detail in share.details} <= {None, share.person.id}
        own = {detail.id for detail in details if detail.person == share.person.id}
        assert own <= {detail.id for detail in share.details}
    loose = {detail.id for detail in details if detail.person is None}
    assert loose <= set(dealt), "what nobody in particular said is somebody's to write about"


@given(interviews(), st.randoms(use_true_random=False))
def test_the_same_people_get_the_same_details_in_any_order(
    case: tuple[list[Person], list[Detail]], shuffle: random.Random
) -> None:
    panel, details = case
    expected = {share.person.id: share for share in assign(panel, details)}
    shuffle.shuffle(panel)
    shuffle.shuffle(details)
    assert {share.person.id: share for share in assign(panel, details)} == expected
    assert [share.person.id for share in assign(panel, details)] == [person.id for person in panel]


@given(interviews())
def test_everybody_gets_something_while_there_is_something(case: tuple[list[Person], list[Detail]]) -> None:
    panel, details = case
    plain = [d for d in details if d.kind in {INSIGHT, ASIDE, QUESTION} and "Given" not in d.text]
    shares = assign(panel, plain)
    loose = [d for d in plain if d.person is None]
    silent = [person for person in panel if all(d.person != person.id for d in plain)]
    if len(loose) >= len(silent):
        assert all(share.details for share in shares)
    counts = {share.person.id: len(share.details) for share in shares}
    if loose:  # shared out evenly: nobody with something of the pool has two more than another
        given_away = [s.person.id for s in shares if any(d.person is None for d in s.details)]
        assert max(counts[person] for person in given_away) <= min(counts.values()) + 1


def test_notes_open_with_different_kinds_where_the_details_allow_it() -> None:
    details = [
        said(1, GIULIA, INSIGHT),
        said(2, GIULIA, ASIDE),
        said(3, MARCO, INSIGHT),
        said(4, SARA, INSIGHT),
        said(5, SARA, QUESTION),
    ]
    assert {share.person.given: share.details[0].kind for share in assign(PANEL, details)} == {
        "Giulia": ASIDE,
        "Marco": INSIGHT,
        "Sara": QUESTION,
    }


def test_where_the_kind_is_the_same_the_words_differ() -> None:
    details = [
        said(1, GIULIA, INSIGHT, "the launch slipped because of the printers"),
        said(2, MARCO, INSIGHT, "the launch slipped: printers again"),
        said(3, MARCO, INSIGHT, "nobody reads a deck twice"),
    ]
    openings = [share.details[0].id for share in assign((GIULIA, MARCO), details)]
    assert openings == ["d01", "d03"]


def test_who_said_nothing_gets_what_nobody_in_particular_said() -> None:
    details = [said(1, GIULIA, INSIGHT), said(2, GIULIA, ASIDE), said(3, None, INSIGHT), said(4, None, QUESTION)]
    assert ids(assign(PANEL, details)) == {"Giulia": ["d02", "d01"], "Marco": ["d03"], "Sara": ["d04"]}


def test_a_line_that_names_one_panelist_is_theirs() -> None:
    details = [said(1, None, INSIGHT, "Sara said that clients forward paragraphs")]
    assert ids(assign(PANEL, details)) == {"Giulia": [], "Marco": [], "Sara": ["d01"]}


def test_why_here_and_promises_to_all_are_facts_for_every_sheet_and_one_notes_own() -> None:
    details = [said(1, None, WHY), said(2, None, PROMISE, by=By.ME), said(3, MARCO, WHY)]
    shares = assign(PANEL, details)
    assert all([d.id for d in share.facts] == ["d01", "d02"] for share in shares)
    assert sorted(detail.id for share in shares for detail in share.details) == ["d01", "d02", "d03"]
    assert "d03" in ids(shares)["Marco"]


def test_what_a_written_note_holds_stays_with_it() -> None:
    details = [said(1, None, INSIGHT), said(2, None, INSIGHT), said(3, None, INSIGHT)]
    for held in permutations(["d01", "d02", "d03"], 2):
        shares = ids(assign(PANEL, details, taken={held[0]: "p3", held[1]: "p3"}))
        assert set(held) <= set(shares["Sara"])
        assert len(shares["Giulia"]) + len(shares["Marco"]) == 1
    assert ids(assign((GIULIA, MARCO), details, taken={"d01": "p3"})) == {"Giulia": ["d02"], "Marco": ["d03"]}


def test_a_second_channel_opens_otherwise() -> None:
    details = [said(1, GIULIA, INSIGHT), said(2, GIULIA, QUESTION), said(3, MARCO, INSIGHT)]
    mail = assign((GIULIA, MARCO), details)
    card = assign((GIULIA, MARCO), details, opened={share.person.id: share.details[0].id for share in mail})
    assert mail[0].details[0] != card[0].details[0]
    assert card[1].details[0].id == "d03", "he said one thing only"


@given(st.integers(1, 5), st.data())
def test_the_cheapest_way_is_as_cheap_as_the_best_of_all(rows: int, data: st.DataObject) -> None:
    columns = data.draw(st.integers(rows, 6))
    costs = data.draw(
        st.lists(st.lists(st.integers(0, 50), min_size=columns, max_size=columns), min_size=rows, max_size=rows)
    )
    chosen = cheapest(costs)
    assert len(set(chosen)) == rows
    best = min(sum(costs[row][way[row]] for row in range(rows)) for way in permutations(range(columns), rows))
    assert sum(costs[row][column] for row, column in enumerate(chosen)) == best


def test_three_hundred_loose_lines_are_dealt_at_once() -> None:
    details = [said(n, None, INSIGHT if n % 2 else ASIDE) for n in range(300)]
    assert sorted(len(share.details) for share in assign(PANEL, details)) == [100, 100, 100]
