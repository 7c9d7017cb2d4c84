"""Postal services: every row is sourced, dated, and keeps its own examples (T2.1)."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

import seguito.reference.postal as folder
from seguito.reference.places import parse_place
from seguito.reference.postal import (
    PostalRowWrong,
    ServiceElsewhere,
    ServiceEnded,
    ServiceUnknown,
    examples,
    read_services,
    service_named,
    services,
    usual_service,
)
from seguito.reference.routes import Route, postage
from tests.core.planning.days import day

FILES = sorted(Path(folder.__file__).parent.glob("*.toml"))
EXAMPLES = [(service, example) for path in FILES for service, example in examples(path)]
NOW = day("Tue 2026-11-24")
TWO_YEARS = timedelta(days=730)


@pytest.mark.parametrize(("service", "example"), EXAMPLES)
def test_every_example_of_every_service_arrives_when_it_says(service: str, example: dict[str, str]) -> None:
    posted = day(example["accepted"])
    route = Route(parse_place(example["from"]), parse_place(example["to"]), service)
    way = postage(route, "", posted)
    assert way.arrival(posted) == (day(example["arrives"]), day(example["latest"]))


@pytest.mark.parametrize("service", services(), ids=lambda service: service.id)
def test_every_service_has_its_source_and_the_day_it_was_seen(service: object) -> None:
    assert getattr(service, "source", "")
    seen = getattr(service, "seen_on", None)
    today = datetime.now(UTC).date()
    assert isinstance(seen, date)
    assert seen > today - TWO_YEARS, "look the service up again, and renew its `seen_on`"


def test_every_service_has_an_example() -> None:
    assert {service for service, _ in EXAMPLES} == {service.id for service in services()}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_holds_one_country_whose_ids_begin_with_it_and_one_usual_service(path: Path) -> None:
    there = read_services(path)
    assert {service.country for service in there} == {path.stem.upper()}
    assert all(service.id.startswith(f"{path.stem}-") for service in there)
    assert sum(service.usual for service in there) == 1
    assert len({service.id for service in there}) == len(there)


@pytest.mark.parametrize(
    ("name", "country", "service"),
    [
        ("it-posta4", "IT", "it-posta4"),
        ("IT-Posta4", "IT", "it-posta4"),
        ("posta4", "IT", "it-posta4"),
        ("Posta 1", "IT", "it-posta1"),
        ("prioritaria", "IT", "it-posta1"),
        ("first class", "GB", "gb-1st-class"),
        ("first class", "US", "us-first-class"),
        ("gb-2nd", "GB", "gb-2nd-class"),
        ("Lettre Verte", "FR", "fr-lettre-verte"),
    ],
)
def test_a_service_is_found_by_what_people_call_it(name: str, country: str, service: str) -> None:
    assert service_named(name, NOW, country).id == service


def test_without_a_country_only_an_id_says_which_service_is_meant() -> None:
    assert service_named("it-posta4", NOW).country == "IT"
    with pytest.raises(ServiceUnknown):
        service_named("first class", NOW)


def test_at_home_a_name_is_enough() -> None:
    assert service_named("first class", NOW, home="US").id == "us-first-class"
    assert service_named("it-posta4", NOW, home="US").id == "it-posta4"


def test_an_unknown_service_is_answered_with_those_of_the_country() -> None:
    with pytest.raises(ServiceUnknown) as caught:
        service_named("pigeon", NOW, "IT")
    assert caught.value.values["known"] == "it-posta4, it-posta1, it-raccomandata"


def test_without_a_country_it_is_answered_with_all_of_them() -> None:
    with pytest.raises(ServiceUnknown) as caught:
        service_named("pigeon", NOW)
    assert "us-first-class" in str(caught.value.values["known"])


def test_a_service_of_another_country_takes_no_letters_here() -> None:
    with pytest.raises(ServiceElsewhere) as caught:
        service_named("it-posta4", NOW, "FR")
    assert caught.value.values["known"] == "fr-lettre-verte"


def test_in_denmark_the_post_ended_and_who_carries_letters_now_is_named() -> None:
    last = day("Tue 2025-12-30")
    assert service_named("dk-postnord", last, "DK").name == "PostNord brev"
    with pytest.raises(ServiceEnded) as caught:
        service_named("dk-postnord", last + timedelta(days=1))
    assert caught.value.values["known"] == "dk-dao"
    usual = usual_service("DK", NOW)
    assert usual is not None
    assert usual.id == "dk-dao"


def test_a_country_that_nobody_listed_has_no_service() -> None:
    assert services("XX") == ()
    assert services("../it") == ()
    assert usual_service("XX", NOW) is None


ROW = (
    'country = "XX"\n[[service]]\nid = "xx-post"\nname = "Post"\nstated = 2\nslower = 3\nsource = "x"\n'
    "seen_on = 2026-01-01\n"
)


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (("stated = 2", "stated = -2"), "-2"),
        (("stated = 2", 'stated = "soon"'), "soon"),
        (("stated = 2", "stated = 4"), "<="),
        (('source = "x"', ""), "source"),
        (("seen_on = 2026-01-01", ""), "seen_on"),
        (("slower = 3", "slower = 3\nspeed = 9"), "speed"),
        (("slower = 3", "slower = 3\nshare = 90"), "share"),
        (("[[service]]", "[[service"), "line 2"),
    ],
)
def test_a_wrong_row_is_named(tmp_path: Path, change: tuple[str, str], what: str) -> None:
    path = tmp_path / "xx.toml"
    path.write_text(ROW.replace(*change), encoding="utf-8")
    with pytest.raises(PostalRowWrong, match=r"xx\.toml") as caught:
        read_services(path)
    assert what in str(caught.value)
