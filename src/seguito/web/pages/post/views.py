"""Postal services: those of a country, and rows of one's own among them, told, changed and taken out (T2.1)."""

from collections.abc import Callable
from pathlib import Path

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import slugify
from django.views.decorators.http import require_POST

from seguito.actions.own_post import add_service, change_service, remove_service, row_of
from seguito.actions.post_services import postal_services
from seguito.actions.tell import who_am_i
from seguito.core.fields import SERVICE, Told
from seguito.core.planning.postage import PostalService
from seguito.errors import N_, Problem
from seguito.reference.addresses import country_name
from seguito.speech import Speaker
from seguito.web.desk import desk
from seguito.web.fields import told_fields
from seguito.web.language import speaker_of
from seguito.web.problems import status_of, told

_NEW_ROW = {name: SERVICE[name] for name in ("name", "country", "earliest", "stated", "slower", "source")}


class ServiceUnnamed(Problem):
    id = "service-unnamed"
    happened = N_("Nobody has said what the service is called, or in which country it is.")
    safe = N_("Nothing was changed.")
    next_step = N_("Give it the name that stands on the counter, and the country's two letters.")


def services(request: HttpRequest) -> HttpResponse:
    """Those of one's own country, or of the one that is asked for. A POST tells a new one."""
    if request.method != "POST":
        return _list(request)
    here, form = desk(), request.POST
    try:
        values = _told_only(told_fields(form, _NEW_ROW))
        add_service(here.who, here.home, _id_of(values), values, here.now())
    except Problem as problem:
        return _list(request, problem)
    return HttpResponseRedirect(reverse("services") + f"?country={form.get('country', '').strip().upper()}")


def service(request: HttpRequest, service: str) -> HttpResponse:
    """One of them, with its figures. A POST tells others: what stands is a row of one's own from then on."""
    found = _the(service, desk().home)
    if request.method != "POST":
        return _one(request, found)
    return _changed(request, found, lambda: _change(request, found))


@require_POST
def remove(request: HttpRequest, service: str) -> HttpResponse:
    """One's own row gone; the shipped one that it stood for counts again."""
    here, found = desk(), _the(service, desk().home)
    return _changed(request, found, lambda: remove_service(here.who, here.home, found.id, here.now()))


def _changed(request: HttpRequest, found: PostalService, change: Callable[[], object]) -> HttpResponse:
    try:
        change()
    except Problem as problem:
        return _one(request, found, problem)
    return HttpResponseRedirect(reverse("services") + f"?country={found.country}")


def _change(request: HttpRequest, found: PostalService) -> None:
    """Only what differs is told: whoever leaves the figures as they are leaves their source as it is."""
    here, before = desk(), row_of(found)
    values = told_fields(request.POST, SERVICE)
    changed = {name: value for name, value in values.items() if (value or None) != (before.get(name) or None)}
    if changed:
        change_service(here.who, here.home, found.id, changed, here.now())


def _told_only(values: Told) -> Told:
    """Without the fields that were left empty."""
    return {name: value for name, value in values.items() if value not in (None, "", ())}


def _id_of(values: Told) -> str:
    name, country = (slugify(str(values.get(one, ""))) for one in ("name", "country"))
    if not name or not country:
        raise ServiceUnnamed
    return f"{country}-{name}"


def _the(wanted: str, home: Path) -> PostalService:
    for one in postal_services("", home):
        if one.id == wanted:
            return one
    raise Http404


def _list(request: HttpRequest, problem: Problem | None = None) -> HttpResponse:
    here, speaker = desk(), speaker_of(request)
    author = who_am_i(here.who)
    everything = postal_services("", here.home)
    home_country = author.address.country if author else ""
    country = request.GET.get("country", home_country).upper()[:2]
    countries = {one.country for one in everything}
    context = {
        "tab": "settings",
        "problem": told(request, problem) if problem else "",
        "typed": request.POST if problem else {"country": country},
        "country": country,
        "country_word": country_name(country, speaker.language) if country in countries else country,
        "countries": sorted(((one, country_name(one, speaker.language)) for one in countries), key=lambda one: one[1]),
        "services": [_line(one, speaker) for one in everything if country in ("", one.country)],
    }
    return render(request, "pages/post/services.html", context, status=status_of(problem) if problem else 200)


def _one(request: HttpRequest, found: PostalService, problem: Problem | None = None) -> HttpResponse:
    context = {
        "tab": "settings",
        "problem": told(request, problem) if problem else "",
        "service": found,
        "line": _line(found, speaker_of(request)),
        "typed": request.POST if problem else _as_typed(found),
    }
    return render(request, "pages/post/service.html", context, status=status_of(problem) if problem else 200)


def _as_typed(found: PostalService) -> dict[str, str]:
    """The row's values as its form shows them."""
    shown = {name: "" if value is None else str(value) for name, value in row_of(found).items()}
    share, collected = found.transit.share, found.collected
    return {
        **shown,
        "also": "\n".join(found.also),
        "share": f"{share * 100:g}" if share else "",
        "collected": f"{collected:%H:%M}" if collected else "",
        **{name: "yes" if getattr(found, name) else "no" for name in ("usual", "saturday", "local_holidays")},
        "alternate_days": "yes" if found.alternate_days else "no",
    }


def _line(service: PostalService, speaker: Speaker) -> dict[str, object]:
    transit = service.transit
    days = speaker.count("{n} working day", "{n} working days", transit.stated)
    if transit.stated != transit.slower:
        days = speaker.say(N_("{n} to {most} working days"), n=transit.stated, most=transit.slower)
    return {
        "id": service.id,
        "name": service.name,
        "days": days,
        "own": service.own,
        "source": service.source,
        "seen_on": speaker.say(N_("seen on {day}"), day=service.seen_on) if service.seen_on else "",
        "ended_on": speaker.say(N_("ended on {day}"), day=service.ended_on) if service.ended_on else "",
    }
