"""Both sides of the table without a script: what follows an answer, and the recruiter's file."""

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from seguito.actions.demo_after import chapters
from seguito.reference.playbooks import text_of
from tests.web.visitor import Visitor

AT_MOST = 15
PEOPLE = b"nome;competenze;note;consenso\nAda Conti;SEO;Chiara e puntuale;2027-06-30\nBeppe Vitale;Excel;Preciso;2027-06-30\n"


def first(visitor: Visitor, page: str, beginning: str) -> str:
    """The address of the first thing that a page lists."""
    found = (href for _, href in visitor.go(page).links if href.startswith(beginning))
    return next(href for href in found if len(href) == len(beginning) + 10)


def file_of(visitor: Visitor, name: str) -> str:
    return next(href for words, href in visitor.go(f"/talent?q={name}").links if words.startswith(name))


def addresses(visitor: Visitor) -> list[str]:
    """Every page of both sides but a person's own document, which is written out whole."""
    story = first(visitor, "/stories", "/stories/")
    return [
        "/", "/demo", "/growing", first(visitor, "/growing", "/applications/"), "/talent", "/talent?q=content+design",
        "/talent?leave=closed", "/talent/add", "/talent/import", "/talent/over", "/openings",
        *(href for _, href in visitor.go("/talent").links if href.startswith("/talent/") and len(href) == 18),
        first(visitor, "/openings", "/openings/"), "/playbooks", "/playbooks/own", "/playbooks/atlanta",
        "/playbooks/atlanta?beside=chicago", "/stories", "/stories?show=offers", "/stories/write", story, f"{story}/share",
    ]  # fmt: skip


def test_every_page_of_both_sides_asks_at_most_fifteen_times(story: Visitor) -> None:
    asked = {}
    for address in addresses(story):
        with CaptureQueriesContext(connection) as queries:
            assert story.go(address).status == 200, address
        asked[address] = len(queries)
    assert {address: count for address, count in asked.items() if count > AT_MOST} == {}


def test_the_demo_tells_both_stories_to_the_end_in_both_languages(story: Visitor) -> None:
    search, hiring = chapters(story.desk.who)
    for language in ("en", "it"):
        story.desk.language = language
        page = story.go("/demo")
        assert all(step.says[language] in page.text for step in (*search, *hiring))
    for _, href in page.links:
        if href.startswith("/") and "settings" not in href:
            assert story.go(href).status == 200, href


def test_each_side_has_its_own_pages_and_settings_choose(story: Visitor) -> None:
    assert ("Interviews", "/interviews") in story.go("/").links
    assert ("Openings", "/openings") not in story.page.links
    page = story.press("Hiring desk")
    assert page.response.wsgi_request.path == "/talent"
    assert ("Openings", "/openings") in page.links
    assert ("Interviews", "/interviews") not in page.links
    story.client.post("/perspective", {"uses": "search"})
    assert ("Openings", "/openings") not in story.go("/people").links
    assert "Hiring desk" not in story.page.text


def test_a_no_is_thanked_for_and_what_was_learned_is_what_one_could_write_about(visitor: Visitor) -> None:
    visitor.go("/add")
    visitor.press(
        "Add", organisation="Northlight Press", role="Editor", people="Anna Reed <anna.reed@northlight.example>",
        starts="2026-11-30T10:00", lasts="60",
    )  # fmt: skip
    visitor.follow("What came of it")
    here = visitor.page.response.wsgi_request.path
    wrong = Visitor.press(visitor, "Keep, and plan what follows")
    assert wrong.status == 400
    assert "Choose one of the five" in wrong.text
    visitor.client.post(here, {"outcome": "no", "on": "2026-12-01", "lacked": "data analysis\nleading people"})
    page = visitor.go(here)
    assert "A no, on Tuesday 1 December 2026" in page.text
    assert "Thank Anna Reed" in page.text
    assert "keep the bridge" in page.text
    assert page.text.count("Missing still:") == 2
    visitor.go("/growing")
    page = visitor.press("Keep", text="Drew twelve charts from the county's tables", skill="data analysis")
    assert "Drew twelve charts" in page.text
    assert page.text.count("Missing still:") == 1
    assert "Anna Reed" in page.text.partition("What was missing, and since")[0]
    page = visitor.go("/")
    assert "Thank Anna Reed" in page.text  # Today shows what follows an outcome, and where it is done
    visitor.go(here)
    page = visitor.press("Note it", text="Write again in spring", whose="theirs")
    assert page.status == 200


def test_somebody_impresses_is_found_for_an_opening_and_called_first(visitor: Visitor) -> None:
    visitor.go("/talent/add")
    page = visitor.press(
        "Keep", name="Ada Conti", email="ada@people.example", because="She asked who decides when a text is finished",
        held="user research: queued with readers", missing="SEO", until="2027-12-01", words="Yes, a year",
    )  # fmt: skip
    file = page.response.wsgi_request.path
    assert "Consent until 1 December 2027" in page.text
    assert "Missing: SEO" in page.text
    visitor.go("/openings")
    page = visitor.press("See who comes near", title="Redattrice", required="ricerca con gli utenti\nSEO")
    opening = page.response.wsgi_request.path
    assert "1 of 2 asked for" in page.text
    assert "Missing: SEO" in page.text
    visitor.go(file)
    page = visitor.press("Note it", text="I have finished a course", shows="SEO", whose="theirs")
    assert "Nearer to “Redattrice”: SEO." in page.text
    page = visitor.go(opening)
    assert "2 of 2 asked for" in page.text
    assert "score" not in page.text.lower()
    page = visitor.press("Note the call", text="She would come")
    assert page.response.wsgi_request.path == opening
    assert "Last contact on Wednesday 2 December 2026" in page.text
    assert "She would come" in visitor.go(file).text


def test_a_closed_file_shows_nothing_but_its_name_and_may_be_asked_once(story: Visitor) -> None:
    page = story.go("/talent?leave=closed")
    file = file_of(story, "Davide")
    page = story.go("/talent?leave=closed")
    assert "Davide Rinaldi" in page.text
    assert "titolo" not in page.text
    assert "Davide" not in story.go("/talent?q=copywriting").text
    page = story.go(file)
    assert "titolo" not in page.text
    assert "copywriting" not in page.text.lower()
    assert "I have asked them, once" in page.text
    assert "I have asked them, once" not in story.press("I have asked them, once").text
    story.client.post(f"{file}/leave", {"what": "given", "day": "2027-06-01", "words": "Va bene"})
    assert "titolo" in story.go(file).text


def test_a_table_is_shown_first_with_its_columns_and_taken_in_whole(visitor: Visitor) -> None:
    visitor.go("/talent/import")
    page = visitor.press("See what would come", files={"file": SimpleUploadedFile("gente.csv", PEOPLE)})
    assert "Ada Conti" in page.text
    assert "2 people" in page.text
    assert "Ada Conti" not in visitor.go("/talent").text
    visitor.go("/talent/import")
    visitor.press("See what would come", files={"file": SimpleUploadedFile("gente.csv", PEOPLE)})
    page = visitor.press("Look again", **{"column:note": ""})
    assert "Preciso" not in page.text
    page = visitor.press("Take them in")
    assert "2 new" in page.text
    assert "Ada Conti" in visitor.go("/talent").text
    assert not list((Path(visitor.desk.home) / "intake").rglob("*.csv"))


def test_a_line_that_cannot_be_read_is_named_and_the_button_is_not_there(visitor: Visitor) -> None:
    visitor.go("/talent/import")
    bad = SimpleUploadedFile("x.csv", b"name,email,consent\nA,a@x.example,2027-01-01\nB,no address,soon\n")
    page = visitor.press("See what would come", files={"file": bad})
    assert "line 3" in page.text
    assert "Take them in" not in page.text


@pytest.mark.parametrize("kept", ["../seguito.db", "0123456789abcdef/../../seguito.db", "nothing"])
def test_only_a_file_that_was_shown_is_taken_in(visitor: Visitor, kept: str) -> None:
    assert visitor.client.post("/talent/import/take-in", {"kept": kept}).status_code == 400


def test_whose_time_is_over_is_shown_and_erased_only_when_one_says_so(visitor: Visitor) -> None:
    visitor.go("/talent/add")
    visitor.press("Keep", name="Ada Conti", because="Clear", until="2026-12-10")
    from seguito.records import models

    models.Talent.objects.update(keep_until="2026-12-01")
    page = visitor.go("/talent")
    assert "Whose time is over" in page.text
    assert "Ada Conti" in visitor.go("/talent/over").text
    assert "Ada Conti" in visitor.go("/talent").text
    visitor.go("/talent/over")
    assert "Ada Conti" not in visitor.press("Erase them now").text


def test_everything_about_somebody_is_theirs_to_read_with_how_they_are_ranked(story: Visitor) -> None:
    file = file_of(story, "Amelia")
    page = story.go(f"{file}/theirs")
    assert "forty minutes" in page.text
    assert "score (it only orders)" in page.text
    assert "was ranked for an opening" in page.text
    document = story.client.get(f"{file}/theirs.json").json()
    assert document["ranked"][0]["reasons"]
    assert document["file"][0]["consent_until"] == "2027-08-24"


def test_adopting_a_way_shows_first_what_changes(story: Visitor) -> None:
    assert "you use it" in story.go("/playbooks").text
    page = story.press("See what it would change")
    assert "Nothing has been changed yet" in page.text or "Nothing in the plan changes" in page.text
    name = page.text.partition("What “")[2].partition("”")[0]
    page = story.press("Use it from now on")
    assert f"you use it {name}" in page.text


def test_a_wrong_figure_of_ones_own_is_told_with_its_line(visitor: Visitor) -> None:
    visitor.go("/playbooks/own")
    text = text_of("chicago").replace('id = "chicago"', 'id = "mine"').replace('name = "Chicago"', 'name = "Mine"')
    wrong = text.replace('nothing_known = "email"', 'nothing_known = "pigeon"')
    line = wrong[: wrong.index("pigeon")].count("\n") + 1
    page = visitor.press("Read it, and see what it would change", text=wrong)
    assert page.status == 400
    assert f"line {line}" in page.text
    visitor.press("Read it, and see what it would change", text=text)
    page = visitor.press("Use it from now on")
    assert "you use it Mine" in page.text


def test_two_ways_stand_side_by_side_where_they_differ(visitor: Visitor) -> None:
    page = visitor.go("/playbooks/atlanta?beside=chicago")
    assert "Here they differ" in page.text
    assert "both, in different words" in page.text


def test_a_story_is_read_before_it_is_shared_and_names_become_letters(story: Visitor) -> None:
    tale = first(story, "/stories", "/stories/")
    assert "Nora Whitfield" in story.go(tale).text
    page = story.follow("Share it")
    assert "Nora" not in page.text.partition("Read it before you send it")[2]
    assert "Marsh" not in page.text.partition("Read it before you send it")[2]
    file = story.client.get(f"{tale}/share?file=1").content
    assert b"Whitfield" not in file
    assert file.startswith(b"# Three sentences")
    story.go("/stories")
    page = story.press("Take it in", files={"file": SimpleUploadedFile("hers.txt", file)})
    assert "From hers.txt" in page.text
    page = story.press("Add it", text="I tried it <b>twice</b>")
    assert "I tried it <b>twice</b>" in page.text
    assert "<b>twice" not in page.html


def test_few_cases_say_that_they_are_too_few(story: Visitor) -> None:
    page = story.go("/stories")
    assert "4 notes that went" in page.text
    assert "fewer than 10 notes" in page.text
    assert 'class="span few"' in page.html
    assert 'class="dot"' not in page.html


def test_a_way_is_adopted_for_one_application_once_it_is_seen_what_changes(story: Visitor) -> None:
    application = next(
        href for words, href in story.go("/applications").links if href.endswith("/facts") and "Press" in words
    )
    story.go(application)
    page = story.press("See what it would change", playbook="chicago")
    assert "Nothing has been changed yet" in page.text or "Nothing in the plan changes" in page.text
    assert story.go(application).form("See what it would change").fields["playbook"] != "chicago"
    story.press("See what it would change", playbook="chicago")
    page = story.press("Use it for this application")
    assert page.response.wsgi_request.path == application
    assert page.form("See what it would change").fields["playbook"] == "chicago"
    assert "you use it Chicago" not in story.go("/playbooks").text


@pytest.mark.parametrize("wanted", ["", "nothing-like-it", "/etc/passwd.toml", "../mine.toml"])
def test_a_way_that_is_not_there_is_told_and_no_file_is_read(story: Visitor, wanted: str) -> None:
    application = first(story, "/growing", "/applications/")
    answer = story.client.post(f"{application}/way", {"playbook": wanted})
    assert answer.status_code == 400
    assert "There is no playbook" in answer.content.decode()


def test_whoever_hires_begins_the_letter_that_says_no_from_the_person(visitor: Visitor) -> None:
    visitor.go("/add")
    visitor.press(
        "Add", organisation="Northlight Press", role="Editor", people="Anna Reed <anna.reed@northlight.example>",
        starts="2026-11-30T10:00", lasts="60",
    )  # fmt: skip
    person = next(href for words, href in visitor.go("/people").links if "Anna Reed" in words)
    assert "Conversations" not in visitor.go(person).text
    visitor.client.post("/perspective", {"uses": "hiring"})
    assert "Northlight Press, Editor" in visitor.go(person).text.partition("Conversations")[2]
    page = visitor.press("Begin the letter that says no")
    assert page.response.wsgi_request.path.startswith("/notes/")
    from seguito.records import models

    assert models.Note.objects.get().purpose == "refusal"
