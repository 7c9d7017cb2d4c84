"""Adding an interview: an invite dropped or pasted, or told by hand."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_POST

from seguito.actions.add import AddedAll, Told, add_by_hand, add_invite
from seguito.core.fields import APPLICATION, ORGANISATION
from seguito.core.lines import one_line
from seguito.core.nouns import Appointment
from seguito.core.reasons import Reason
from seguito.core.wall_clock import instant_of
from seguito.errors import N_, Problem
from seguito.web.desk import desk
from seguito.web.fields import told_fields
from seguito.web.language import language_of, speaker_of
from seguito.web.problems import status_of, told
from seguito.web.story import story_address
from seguito.web.typed_people import typed_people


class NoInvite(Problem):
    id = "no-invite"
    happened = N_("No invite was dropped or pasted.")
    safe = N_("Nothing was recorded.")
    next_step = N_("Choose its file (it ends in .ics), or paste what it holds.")


_WORDS = {"organisation": ORGANISATION["name"], "role": APPLICATION["role"]}
_LONGEST = timedelta(days=1)


class TimeUnclear(Problem):
    id = "time-unclear"
    happened = N_("The interview's time or length is missing, or there is no such day or hour.")
    safe = N_("Nothing was recorded; what you typed is still below.")
    next_step = N_("Say on which day and at what time it starts, and how many minutes it lasts.")


def add(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return _page(request)
    try:
        file = request.FILES.get("invite")
        data = file.read() if file else request.POST.get("pasted", "").encode()
        if not data.strip():
            raise NoInvite
        here = desk()
        added = add_invite(here.who, data, Told(), here.zone, here.now())
    except Problem as problem:
        return _page(request, problem)
    return _onwards(request, added)


@require_POST
def by_hand(request: HttpRequest) -> HttpResponse:
    try:
        typed = _typed(request)
        here = desk()
        added = add_by_hand(here.who, typed.appointment, typed.panel, typed.told, here.now())
    except Problem as problem:
        return _page(request, problem)
    return _onwards(request, added)


@require_POST
def see_demo(request: HttpRequest) -> HttpResponse:
    """The story, told by a program of its own: its address is another origin, so the page leads there by itself."""
    if desk().is_demo:
        return HttpResponseRedirect(reverse("today"))
    try:
        address = story_address(language_of(request))
    except Problem as problem:
        return _page(request, problem)
    return render(request, "pages/add/story.html", {"tab": "", "address": address})


@dataclass(frozen=True, slots=True)
class _Typed:
    appointment: Appointment
    panel: list[tuple[str, str]]
    told: Told


def _typed(request: HttpRequest) -> _Typed:
    form, zone = request.POST, desk().zone
    try:
        written, lasts = datetime.fromisoformat(form.get("starts", "")), timedelta(minutes=int(form.get("lasts", "")))
    except (ValueError, OverflowError) as error:
        raise TimeUnclear from error
    if not timedelta(0) < lasts <= _LONGEST:
        raise TimeUnclear
    starts = instant_of(written, Reason("", N_("The start")), zone)
    ends = (starts.astimezone(UTC) + lasts).astimezone(zone)  # as it lasts, whatever the clocks do meanwhile
    told_fields(
        {name: form[name] for name in _WORDS if form.get(name, "").strip()}, _WORDS
    )  # or it says which is wrong
    told = Told(
        organisation=one_line(N_("The organisation"), form.get("organisation", "").strip()),
        role=one_line(N_("The role"), form.get("role", "").strip()),
    )
    appointment = Appointment(starts_at=starts, ends_at=ends, zone=zone.key)
    return _Typed(appointment, typed_people(form.get("people", "")), told)


def _onwards(request: HttpRequest, added: AddedAll) -> HttpResponse:
    if len(added.interviews) == 1:
        one = added.interviews[0]
        guessed = f"?{urlencode({'needs': ','.join(one.needs)})}" if one.needs else ""
        return HttpResponseRedirect(reverse("interview", args=[one.interview.id]) + guessed)
    if added.interviews:
        return HttpResponseRedirect(reverse("interviews"))
    speaker = speaker_of(request)
    said = " ".join(speaker.say(odd.message, **odd.values) for odd in added.warnings)
    return render(request, "pages/add/add.html", {"tab": "interviews", "problem": said, "typed": {}})


def _page(request: HttpRequest, problem: Problem | None = None) -> HttpResponse:
    context = {"tab": "interviews", "typed": request.POST, "problem": told(request, problem) if problem else ""}
    return render(request, "pages/add/add.html", context, status=status_of(problem) if problem else 200)
