"""Postal services and a LanguageTool of one's own, told on the page."""

from tests.web.visitor import Visitor


def test_a_service_of_ones_own_is_added_changed_and_taken_out(visitor: Visitor) -> None:
    visitor.go("/settings/post?country=IT")
    page = visitor.press("Add this service", name="Corriere", country="IT", stated="1", slower="2")
    assert "Corriere your own figures" in page.text
    assert "1 to 2 working days" in page.text
    visitor.follow("Corriere")
    page = visitor.press("Keep", stated="1", slower="1", collected="17:30")
    assert "Corriere" in page.text
    page = visitor.follow("Corriere")
    assert page.form("Keep").fields["collected"] == "17:30"
    page = visitor.press("Take my own figures out")
    assert "Corriere" not in page.text


def test_a_shipped_service_keeps_its_source_until_other_figures_are_told(visitor: Visitor) -> None:
    listed = visitor.go("/settings/post?country=US")
    address = next(href for _, href in listed.links if href.startswith("/settings/post/us-"))
    visitor.go(address)
    source = visitor.page.form("Keep").fields["source"] if visitor.page else ""
    assert source
    visitor.press("Keep")
    assert "your own figures" not in visitor.go(address).text
    visitor.press("Keep", collected="16:00")
    assert visitor.go(address).form("Keep").fields["source"] == source
    visitor.press("Keep", slower="20")
    page = visitor.go(address)
    assert page.form("Keep").fields["source"] == ""
    assert "your own figures" in page.text
    visitor.press("Take my own figures out")
    assert visitor.go(address).form("Keep").fields["source"] == source


def test_wrong_figures_are_told_and_stay_in_the_form(visitor: Visitor) -> None:
    visitor.go("/settings/post?country=IT")
    page = visitor.press("Add this service", name="Corriere", country="IT", stated="4", slower="2")
    assert page.status == 400
    assert "out of order" in page.text
    assert "seguito post" not in page.text
    assert page.form("Add this service").fields["stated"] == "4"
    page = visitor.press("Add this service", name="!!!", country="IT", stated="4")
    assert "Nothing was changed." in page.text
    page = visitor.press("Add this service", name="Corriere", country="IT", stated="soon")
    assert page.status == 400
    assert visitor.go("/settings/post/no-such-service").status == 404


def test_a_languagetool_that_does_not_answer_is_told_and_can_be_left(visitor: Visitor) -> None:
    visitor.go("/settings")
    page = visitor.press("Keep and ask it", url="http://127.0.0.1:9/v2")
    assert page.status == 503
    assert "does not answer" in page.text
    assert visitor.go("/settings").form("Keep and ask it").fields["url"] == "http://127.0.0.1:9/v2"
    page = visitor.press("Read without it again")
    assert page.form("Keep and ask it").fields["url"] == ""


def test_notes_are_sent_to_another_computer_only_with_a_word(visitor: Visitor) -> None:
    visitor.go("/settings")
    page = visitor.press("Keep and ask it", url="https://reader.example/v2")
    assert page.status == 400
    assert "tick the box" in page.text
    assert visitor.go("/settings").form("Keep and ask it").fields["url"] == ""
