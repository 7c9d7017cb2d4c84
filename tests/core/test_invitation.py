"""House and role out of an invite's title, as people and programs write them."""

import pytest
from hypothesis import given, strategies as st

from seguito.core.invitation import house_domains, read_title
from seguito.languages.invitation import title_words

PEOPLE = ["Ada Conti", "Rita Izaguirre", "Stacy Johnson", "Marco Tiraboschi"]

TITLES = [
    # title, domains, house, role, house only guessed?, role only guessed?
    ("Interview: Press officer at Jackson Spalding", [], "Jackson Spalding", "Press officer", False, False),
    ("Interview with Jackson Spalding", ["jacksonspalding.example"], "Jackson Spalding", "", False, False),
    ("Ada Conti <> Nemar Solutions", ["nemar.example"], "Nemar Solutions", "", False, False),
    ("Nemar Solutions | Data Analyst | Second round", ["nemar.example"], "Nemar Solutions", "Data Analyst", False, False),
    ("Technical Interview - Data Analyst @ Nemar", [], "Nemar", "Data Analyst", False, False),
    ("Account Executive interview (Jackson Spalding)", [], "Jackson Spalding", "Account Executive", True, False),
    ("Interview for Account Executive, Jackson Spalding", ["jacksonspalding.example"], "Jackson Spalding", "Account Executive", False, False),
    ("Phone screen", ["nemar-solutions.co.uk"], "Nemar Solutions", "", True, False),
    ("Colloquio - Responsabile Qualità - Fonderia Bellandi", [], "Fonderia Bellandi", "Responsabile Qualità", False, False),
    ("Colloquio per Addetto stampa presso Agenzia Ponte", [], "Agenzia Ponte", "Addetto stampa", False, False),
    ("Secondo colloquio con Rita Izaguirre (Jackson Spalding)", [], "Jackson Spalding", "", True, False),
    ("Colloquio conoscitivo", [], "", "", False, False),
    ("Colloquio con Marco Tiraboschi", ["fonderiabellandi.example"], "Fonderiabellandi", "", True, False),
    ("Updated invitation: Interview - Community Manager at Harrow & Pine", [], "Harrow & Pine", "Community Manager", False, False),
    ("Interview – Head of Marketing", ["oakley.example"], "Oakley", "Head of Marketing", True, False),
    ("Videocolloquio per la posizione di Export Manager, Cantine Torrevecchia", [], "Cantine Torrevecchia", "Export Manager", False, False),
    ("", [], "", "", False, False),
]  # fmt: skip


@pytest.mark.parametrize(("title", "domains", "house", "role", "house_guessed", "role_guessed"), TITLES)
def test_the_title_tells_house_and_role(
    title: str, domains: list[str], house: str, role: str, house_guessed: bool, role_guessed: bool
) -> None:
    guess = read_title(title, domains, PEOPLE, title_words())
    assert (guess.organisation, guess.role) == (house, role)
    assert (guess.organisation_guessed, guess.role_guessed) == (house_guessed, role_guessed)


@given(st.text(max_size=200), st.lists(st.sampled_from(["a.example", "b-c.co.uk", "x"]), max_size=2))
def test_any_title_gives_an_answer(title: str, domains: list[str]) -> None:
    guess = read_title(title, domains, PEOPLE, title_words())
    assert isinstance(guess.organisation, str)


def test_free_mail_and_ones_own_domain_are_no_house() -> None:
    addresses = ["rita@jacksonspalding.example", "x@gmail.com", "ada@conti.example", "bo@jacksonspalding.example"]
    assert house_domains(addresses, {"gmail.com"}, ["me@conti.example"]) == ("jacksonspalding.example",)
