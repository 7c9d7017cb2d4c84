"""Two records that are the same person, or the same house: first what would move, then one of the two."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from seguito.actions.houses import some_houses, whole_house
from seguito.actions.merge import merge as merge_people, merge_houses, what_moves, what_moves_between_houses
from seguito.actions.people import called, some_people
from seguito.core.nouns import Organisation, Person, Who
from seguito.errors import Problem
from seguito.web.desk import desk
from seguito.web.held import held_in_words
from seguito.web.language import speaker_of
from seguito.web.problems import status_of, told

_OFFERED = 12


@dataclass(frozen=True, slots=True)
class Record:
    """One of the two. `more`: what tells namesakes apart; `like`: what others may be looked for by."""

    id: str
    name: str
    more: str
    like: str


@dataclass(frozen=True, slots=True)
class _Kind:
    """What is merged: how it is found, what would move, and the names of its pages."""

    one: Callable[[Who, str], Record]
    some: Callable[[Who, str], list[Record]]
    would_move: Callable[[Who, str, str], tuple[Record, Mapping[str, int]]]
    merge: Callable[[Who, str, str, datetime], object]
    page: str
    own_page: str


def people(request: HttpRequest, person: str) -> HttpResponse:
    return _merge(request, person, _PEOPLE)


def houses(request: HttpRequest, house: str) -> HttpResponse:
    return _merge(request, house, _HOUSES)


def _merge(request: HttpRequest, wanted: str, kind: _Kind) -> HttpResponse:
    """`?other=`: shows what would move to this record from that one. A POST does it."""
    here = desk()
    kept = kind.one(here.who, wanted)
    context: dict[str, object] = {
        "tab": "people",
        "kept": kept,
        "q": request.GET.get("q", kept.like).strip()[:200],
        "page": reverse(kind.page, args=[kept.id]),
        "back": reverse(kind.own_page, args=[kept.id]),
    }
    try:
        if request.method == "POST":
            kind.merge(here.who, kept.id, request.POST.get("other", ""), here.now())
            return HttpResponseRedirect(reverse(kind.own_page, args=[kept.id]))
        if chosen := request.GET.get("other", ""):
            other, moves = kind.would_move(here.who, kept.id, chosen)
            turned = f"{reverse(kind.page, args=[other.id])}?other={kept.id}"
            context |= {"other": other, "turned": turned, "moves": held_in_words(moves, speaker_of(request))}
    except Problem as problem:
        return _page(request, context | {"problem": told(request, problem)}, status_of(problem))
    found = [] if "other" in context else kind.some(here.who, str(context["q"]))
    return _page(request, context | {"found": [one for one in found if one.id != kept.id]}, 200)


def _page(request: HttpRequest, context: dict[str, object], status: int) -> HttpResponse:
    return render(request, "pages/merge/merge.html", context, status=status)


def _person(one: Person) -> Record:
    more = ", ".join(filter(None, (one.organisation, *one.emails)))
    return Record(one.id, one.called, more, one.family or one.given or one.email.partition("@")[0])


def _house(one: Organisation) -> Record:
    return Record(one.id, one.name, one.city, one.name.partition(" ")[0])


def _people_moving(who: Who, kept: str, other: str) -> tuple[Record, Mapping[str, int]]:
    merging = what_moves(who, kept, other)
    return _person(merging.other), merging.moves


def _houses_moving(who: Who, kept: str, other: str) -> tuple[Record, Mapping[str, int]]:
    merging = what_moves_between_houses(who, kept, other)
    return _house(merging.other), merging.moves


_PEOPLE = _Kind(
    one=lambda who, wanted: _person(called(who, wanted)),
    some=lambda who, like: [_person(one.person) for one in some_people(who, like, 0, _OFFERED)],
    would_move=_people_moving,
    merge=merge_people,
    page="merge",
    own_page="person",
)
_HOUSES = _Kind(
    one=lambda who, wanted: _house(whole_house(who, wanted).organisation),
    some=lambda who, like: [_house(one.organisation) for one in some_houses(who, like, 0, _OFFERED)],
    would_move=_houses_moving,
    merge=merge_houses,
    page="merge-houses",
    own_page="house",
)
