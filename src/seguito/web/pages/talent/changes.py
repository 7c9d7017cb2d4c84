"""What is changed about a file: leave given, asked for, withdrawn; a word that passed; a time that is over."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from seguito.actions.reply import reply
from seguito.actions.retention import expire
from seguito.actions.talent import add, ask_renewal, notice_given, off_short_list, renew, withdraw
from seguito.errors import N_, Problem
from seguito.web.dates import told_day, told_moment
from seguito.web.desk import desk
from seguito.web.language import speaker_of
from seguito.web.pages.application.views import CHANNELS
from seguito.web.pages.talent.views import impressed, show_file


class DayMissing(Problem):
    id = "day-missing"
    happened = N_("The day is missing.")
    safe = N_("Nothing was changed.")
    next_step = N_("Choose it in the field beside.")


@require_POST
def leave(request: HttpRequest, person: str) -> HttpResponse:
    """`what`: given, asked, ended, notice or off (the short list)."""
    form, here = request.POST, desk()
    now = here.now()
    try:
        day = told_day(form.get("day", ""))
        match form.get("what"):
            case "given" if day:
                renew(here.who, person, day, form.get("words", "")[:2000], now)
            case "asked":
                ask_renewal(here.who, person, now)
            case "ended":
                withdraw(here.who, person, now)
            case "off":
                off_short_list(here.who, person, now)
            case "notice" if day:
                notice_given(here.who, person, day, now)
            case _:
                raise DayMissing
    except Problem as problem:
        return show_file(request, person, problem)
    return HttpResponseRedirect(reverse("talent-file", args=[person]) + "#leave")


@require_POST
def more(request: HttpRequest, person: str) -> HttpResponse:
    """What else is known of them; openings that they come nearer to are told at once."""
    here = desk()
    try:
        _, nearer = add(here.who, person, impressed(request.POST), here.home, here.now())
    except Problem as problem:
        return show_file(request, person, problem)
    if nearer:
        return show_file(request, person, nearer=nearer)
    return HttpResponseRedirect(reverse("talent-file", args=[person]))


@require_POST
def contact(request: HttpRequest, person: str) -> HttpResponse:
    """They wrote or called, or one did oneself; what it shows that they have learned counts for the openings."""
    form, here = request.POST, desk()
    skills = [line.strip()[:200] for line in form.get("shows", "").splitlines() if line.strip()]
    channel = form.get("channel", "")
    try:
        told = reply(
            here.who,
            person,
            told_moment(form.get("on", "")),
            form.get("text", "")[:20_000],
            form.get("whose") != "mine",
            channel if channel in CHANNELS else "email",
            here.now(),
            skills,
        )
    except Problem as problem:
        return show_file(request, person, problem)
    if told.closer:
        return show_file(request, person, nearer=told.closer)
    back = form.get("opening", "")
    address = reverse("opening", args=[back]) if back.isalnum() else reverse("talent-file", args=[person])
    return HttpResponseRedirect(address)


def over(request: HttpRequest) -> HttpResponse:
    """Whose time is over: shown, and erased when one says so."""
    here, speaker = desk(), speaker_of(request)
    gone = expire(here.who, here.home, here.now(), yes=request.method == "POST")
    if request.method == "POST":
        return HttpResponseRedirect(reverse("talent"))
    context = {"tab": "talent", "gone": [(one.person, speaker.day(one.keep_until)) for one in gone]}
    return render(request, "pages/talent/over.html", context)
