"""The talent file: who impressed, on what evidence, by whose leave; one person's file; somebody new in it."""

from datetime import date

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse

from seguito.actions.browse import Wanted, browse, next_about
from seguito.actions.openings import Closer
from seguito.actions.talent import Filed, Impressed, add as put_into_file, show
from seguito.actions.talent_page import Beside, beside
from seguito.core.talent.leave import Leave
from seguito.errors import N_, Problem
from seguito.speech import Speaker
from seguito.web.dates import told_day
from seguito.web.desk import desk
from seguito.web.language import speaker_of
from seguito.web.leaves import leave_shape, leave_word
from seguito.web.pages.application.views import CHANNELS
from seguito.web.paging import page_of
from seguito.web.problems import status_of, told
from seguito.web.rows import rows
from seguito.web.talks import talks_with

_A_PAGE = 40
_LEAVES = {
    "": N_("Any"),
    "given": N_("Given"),
    "soon": N_("Ends within 30 days"),
    "none": N_("Not asked yet"),
    "closed": N_("Ended"),
}
_SHOWN = 400  # characters of a message


def talent(request: HttpRequest) -> HttpResponse:
    here, speaker, page = desk(), speaker_of(request), page_of(request)
    leave = request.GET.get("leave", "")
    wanted = Wanted(request.GET.get("q", "").strip()[:200], leave if leave in _LEAVES else "")
    found = browse(here.who, wanted, page * _A_PAGE, _A_PAGE + 1, here.now())
    coming = next_about(here.who, here.now())
    today = here.now().date()
    query = QueryDict(mutable=True)
    query.update({name: value for name, value in (("q", wanted.like), ("leave", wanted.leave)) if value})
    context = {
        "tab": "talent",
        "due": rows(coming.check_ins, speaker, here.now()),
        "soon": [(one.person, speaker.day(one.keep_until), one.keep_until < today) for one in coming.soon],
        "any_over": any(one.keep_until < today for one in coming.soon),
        "files": [_line(one, speaker, today) for one in found[:_A_PAGE]],
        "wanted": wanted,
        "leaves": [(value, speaker.text(word)) for value, word in _LEAVES.items()],
        "query": query.urlencode(),
        "before": page - 1 if page else None,
        "after": page + 1 if len(found) > _A_PAGE else None,
    }
    return render(request, "pages/talent/talent.html", context)


def file(request: HttpRequest, person: str) -> HttpResponse:
    return show_file(request, person)


def add(request: HttpRequest) -> HttpResponse:
    """Somebody new, or somebody who is known from elsewhere (`?person=`)."""
    form, here = request.POST, desk()
    if request.method != "POST":
        return _form(request)
    try:
        whom = form.get("person") or form.get("name", "")
        filed, _ = put_into_file(here.who, whom, impressed(form), here.home, here.now())
    except Problem as problem:
        return _form(request, problem)
    return HttpResponseRedirect(reverse("talent-file", args=[filed.talent.person.id]))


def impressed(form: QueryDict) -> Impressed:
    """What the form tells of somebody. Raises a `Problem`."""
    return Impressed(
        because=form.get("because", "")[:2000],
        held=_lines(form, "held"),
        missing=_lines(form, "missing"),
        languages=_lines(form, "languages"),
        places=_lines(form, "places"),
        available=form.get("available", "")[:200],
        source=form.get("source", "")[:300],
        short_list="short_list" in form,
        consent_until=told_day(form.get("until", "")),
        consent_words=form.get("words", "")[:2000],
        email=form.get("email", "").strip(),
        namesake="namesake" in form,
    )


def show_file(
    request: HttpRequest, wanted: str, problem: Problem | None = None, nearer: tuple[Closer, ...] = ()
) -> HttpResponse:
    """One file, with what a form on it could not do, or what somebody has come nearer to by it."""
    here, speaker = desk(), speaker_of(request)
    filed = show(here.who, wanted, here.now())
    person = filed.talent.person
    context = {
        "tab": "talent",
        "problem": told(request, problem) if problem else "",
        "typed": request.POST if problem else {},
        "person": person,
        "filed": filed,
        "leave": leave_word(filed, speaker),
        "shape": leave_shape(filed, here.now().date()),
        "is_closed": filed.leave is Leave.CLOSED,
        "keep_until": speaker.day(filed.talent.keep_until),
        "nearer": [(one.opening, speaker.listed(one.gained)) for one in nearer],
        "today": here.now().date().isoformat(),
        "channels": [(one, speaker.text(word)) for one, word in CHANNELS.items()],
    }
    if filed.leave is not Leave.CLOSED:
        context |= _within(filed, beside(here.who, person.id, here.now()), speaker)
    return render(request, "pages/talent/file.html", context, status=status_of(problem) if problem else 200)


def _within(filed: Filed, here: Beside, speaker: Speaker) -> dict[str, object]:
    """What is shown of a file that is open."""
    file = filed.talent
    return {
        "due": rows(here.check_ins, speaker, desk().now()),
        "impressions": [(speaker.short_day(on), text) for on, text in file.impressions],
        "held": [(one.label, one.evidence, speaker.day(one.on) if one.on else "") for one in file.skills if one.held],
        "missing": [one.label for one in file.skills if not one.held],
        "messages": [
            {
                "when": speaker.short_day(one.received.at.astimezone(speaker.zone).date()),
                "text": one.received.text[:_SHOWN],
                "after": speaker.lasting(one.after) if one.in_time and one.after else "",
                "took_up": one.took_up,
            }
            for one in filed.messages
        ],
        "talks": talks_with(desk().who, file.person.id, speaker),
        "thread": [
            (speaker.short_day(one.at.astimezone(speaker.zone).date()), one.incoming, one.text[:_SHOWN], one.channel)
            for one in here.thread
        ],
        "notice": speaker.day(file.notice_given_on) if file.notice_given_on else "",
        "given_on": speaker.day(file.consent.given_on) if file.consent.given_on else "",
        "asked_on": speaker.day(file.consent.asked_on) if file.consent.asked_on else "",
    }


def _line(filed: Filed, speaker: Speaker, today: date) -> dict[str, object]:
    file = filed.talent
    closed = filed.leave is Leave.CLOSED
    last = file.impressions[-1] if file.impressions and not closed else None
    return {
        "person": file.person,
        "closed": closed,
        "said": last[1] if last else "",
        "on": speaker.day(last[0]) if last else "",
        "skills": "" if closed else ", ".join(one.label for one in file.skills if one.held),
        "leave": leave_word(filed, speaker),
        "shape": leave_shape(filed, today),
        "may_ask": filed.may_ask,
        "last": speaker.day(file.last_contact_on) if file.last_contact_on and not closed else "",
        "keep_until": speaker.day(file.keep_until) if closed else "",
        "short_list": file.short_list and not closed,
        "notice_due": file.notice_given_on is None and not closed,
    }


def _form(request: HttpRequest, problem: Problem | None = None) -> HttpResponse:
    known = request.POST.get("person") or request.GET.get("person", "")
    context = {
        "tab": "talent",
        "problem": told(request, problem) if problem else "",
        "typed": request.POST if problem else {"name": request.GET.get("name", "")},
        "known": known,
    }
    return render(request, "pages/talent/add.html", context, status=status_of(problem) if problem else 200)


def _lines(form: QueryDict, name: str) -> tuple[str, ...]:
    return tuple(line.strip()[:200] for line in form.get(name, "").splitlines() if line.strip())
