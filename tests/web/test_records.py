"""People, houses and applications on the page: found, mended, made one, erased; all without a script."""

import pytest

from seguito.actions.reply import reply
from tests.web.visitor import Page, Visitor


def first(page: Page, beginning: str, words: str = "") -> str:
    return next(href for told, href in page.links if href.startswith(beginning) and words in told)


def test_houses_are_found_by_name_and_by_city(story: Visitor) -> None:
    assert "Lakefront Partners" in story.go("/houses").text
    assert "Lakefront Partners" in story.go("/houses?q=chicago").text
    page = story.go("/houses?q=PEACH")
    assert "Peach & Pine" in page.text
    assert "Lakefront" not in page.text
    assert "No house by that name." in story.go("/houses?q=nowhere-at-all").text


def test_what_is_told_of_a_house_changes_the_plan(story: Visitor) -> None:
    house = first(story.go("/houses"), "/houses/", "Peach")
    story.go(house)
    page = story.press("Keep", prefers="email", also="P&P")
    assert page.form("Keep").fields["also"] == "P&P"
    story.go("/interviews")
    assert "An e-mail now, and a card as well." not in story.follow("Peach & Pine").text


def test_applications_are_found_by_role_house_and_outcome(story: Visitor) -> None:
    assert "Press Officer" in story.go("/applications?q=peach").text
    assert "Press Officer" in story.go("/applications?q=press&outcome=open").text
    assert "No application is like that." in story.go("/applications?outcome=accepted").text


def test_an_application_is_mended_on_its_own_page(story: Visitor) -> None:
    story.go(first(story.go("/applications"), "/applications/", "Press Officer"))
    page = story.press("Keep", role="Head of Press", decision_by="2026-12-15")
    assert "They decide by Tuesday 15 December 2026." in page.text
    assert "Head of Press" in story.go("/interviews").text


def test_a_wrong_value_is_told_and_nothing_is_changed(story: Visitor) -> None:
    house = first(story.go("/houses"), "/houses/", "Peach")
    story.go(house)
    page = story.press("Keep", country="Georgia")
    assert page.status == 400
    assert "“Georgia” can't stand under “Country, two letters”." in page.text
    assert story.go(house).form("Keep").fields["country"] == "US"


def test_two_records_of_one_person_become_one_after_it_was_shown_what_moves(story: Visitor) -> None:
    people = story.go("/people")
    rosalind, marcus = first(people, "/people/", "Rosalind"), first(people, "/people/", "Marcus")
    story.go(rosalind)
    story.follow("This person is recorded twice")
    assert "Nobody else is called so." in (story.page.text if story.page else "")
    story.go(f"{rosalind}/merge?q=marcus")
    page = story.follow("Marcus Bell")
    assert "3 things that were said" in page.text
    assert story.go(marcus).status == 200
    story.go(f"{rosalind}/merge?other={marcus.rpartition('/')[2]}")
    page = story.press("Make them one")
    assert page.response.wsgi_request.path == rosalind
    assert "marcus.bell@peachandpine.example" in page.html
    assert story.go(marcus).status == 404


def test_a_record_is_not_merged_with_itself(story: Visitor) -> None:
    rosalind = first(story.go("/people"), "/people/", "Rosalind")
    page = story.go(f"{rosalind}/merge?other={rosalind.rpartition('/')[2]}")
    assert page.status == 400
    assert "Both are the same record already" in page.text


def test_two_records_of_one_house_become_one(story: Visitor) -> None:
    houses = story.go("/houses")
    peach, ponte = first(houses, "/houses/", "Peach"), first(houses, "/houses/", "Ponte")
    story.go(f"{peach}/merge?other={ponte.rpartition('/')[2]}")
    page = story.press("Make them one")
    assert "Giulia Marchetti" in page.text
    assert "Agenzia Ponte" in page.html


@pytest.mark.parametrize("ticked", [False, True])
def test_a_person_is_erased_only_with_the_box_ticked(story: Visitor, ticked: bool) -> None:
    shirley = first(story.go("/people"), "/people/", "Shirley")
    page = story.go(f"{shirley}/erase")
    assert "4 things that were said" in page.text
    token = page.form("Erase it").fields["csrfmiddlewaretoken"]
    answer = story.client.post(f"{shirley}/erase", {"csrfmiddlewaretoken": token} | ({"sure": "yes"} if ticked else {}))
    assert answer.status_code == (302 if ticked else 400)
    assert story.go(shirley).status == (404 if ticked else 200)


def test_a_person_is_shown_with_everything_that_passed_in_either_direction(story: Visitor) -> None:
    now = story.desk.now()
    reply(story.desk.who, "Shirley Jonas", None, "I will read it on the train.", True, "email", now)
    story.go(first(story.go("/people"), "/people/", "Shirley"))
    page = story.page
    assert page is not None
    assert "I will read it on the train." in page.text.split("What passed between you")[1]
    assert [href for told, href in page.links if href.startswith("/notes/")]


def test_whoever_was_there_as_well_is_added_and_planned_for(story: Visitor) -> None:
    story.go("/interviews")
    page = story.follow("Peach & Pine")
    here = page.response.wsgi_request.path
    wrong = story.press("Add them")
    assert wrong.status == 400
    assert "Nobody was named." in wrong.text
    page = story.press("Add them", people="Ada Bell <ada.bell@peachandpine.example>\nSam Pope")
    assert page.response.wsgi_request.path == here
    assert {"Ada Bell", "Sam Pope", "Rosalind Avery"} <= {words for words, _ in page.links}
    assert "Write to Ada Bell." in page.text


def test_an_interviews_own_time_is_mended_by_its_own_clock(story: Visitor) -> None:
    story.go("/interviews")
    page = story.follow("Peach & Pine")
    here = page.response.wsgi_request.path
    form = next(one for one in page.forms if "starts_at" in one.fields)
    assert form.fields["starts_at"] == "2026-12-02T14:30"
    told = {"noun": "interview", "zone": "America/New_York", "place": "Upstairs"}
    story.client.post(f"{here}/tell", told | {"starts_at": "2026-12-02T09:30", "ends_at": "2026-12-02T10:00"})
    page = story.go(here)
    assert "09:30–10:00, Upstairs" in page.text
    answer = story.client.post(f"{here}/tell", told | {"starts_at": "2026-12-02T09:30", "ends_at": "2026-12-02T08:00"})
    assert answer.status_code == 400
    answer = story.client.post(f"{here}/tell", told | {"starts_at": "half past nine", "ends_at": ""})
    assert answer.status_code == 400
    assert "09:30–10:00" in story.go(here).text
