"""Playbooks: which there are, one beside another, adopted once it is seen what changes, and one's own (T6.1)."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from seguito.actions.plan import Planned, standing_of
from seguito.actions.playbooks import Adoption, Change, adopt, adopt_told, all_playbooks, file_of, the_playbook
from seguito.core.playbooks import Playbook
from seguito.errors import N_, Problem
from seguito.reference.playbooks import PlaybookUnknown
from seguito.speech import Speaker
from seguito.web.desk import desk
from seguito.web.language import speaker_of
from seguito.web.pages.playbooks.figures import sections
from seguito.web.problems import status_of, told
from seguito.web.rows import row

_LONGEST = 100_000  # characters of a file
_SHOWN = 60  # changes


def playbooks(request: HttpRequest) -> HttpResponse:
    speaker = speaker_of(request)
    listed = [(one.playbook, _about(one.playbook, speaker), one.own, one.adopted) for one in all_playbooks(desk().who)]
    return render(request, "pages/playbooks/list.html", {"tab": "stories", "playbooks": listed})


def playbook(request: HttpRequest, playbook: str) -> HttpResponse:
    """One of them; with `?beside=` another one next to it."""
    speaker, who = speaker_of(request), desk().who
    listed = {one.playbook.id: one for one in all_playbooks(who)}
    book = the_playbook(who, playbook)
    other = listed.get(request.GET.get("beside", ""))
    ours = sections(book, speaker)
    theirs = sections(other.playbook, speaker) if other else [None] * len(ours)
    context = {
        "tab": "stories",
        "playbook": book,
        "about": _about(book, speaker),
        "adopted": listed[book.id].adopted,
        "own": listed[book.id].own,
        "other": other.playbook if other else None,
        "others": [one.playbook for one in listed.values() if one.playbook.id != book.id],
        "sections": [
            (one, beside, beside is not None and beside.says != one.says)
            for one, beside in zip(ours, theirs, strict=True)
        ],
        "shun": [(one.phrase, one.language, one.because.get(speaker.language, "")) for one in book.shun],
    }
    return render(request, "pages/playbooks/playbook.html", context)


@require_POST
def adopt_it(request: HttpRequest, playbook: str) -> HttpResponse:
    """What adopting it would change; with `yes` it is done."""
    here, yes = desk(), "yes" in request.POST
    adoption = adopt(here.who, playbook, "", yes, here.now())
    return HttpResponseRedirect(reverse("playbooks")) if yes else _changes(request, adoption)


@require_POST
def adopt_for_one(request: HttpRequest, application: str) -> HttpResponse:
    """The same for one application; `playbook` names the way."""
    here, yes, wanted = desk(), "yes" in request.POST, request.POST.get("playbook", "")
    known = [one.playbook.id for one in all_playbooks(here.who)]
    if wanted not in known:  # a name alone: no file is read for a page
        raise PlaybookUnknown(name=wanted, known=", ".join(known))
    adoption = adopt(here.who, wanted, application, yes, here.now())
    back = reverse("application-facts", args=[application])
    return HttpResponseRedirect(back) if yes else _changes(request, adoption, application=application)


def own(request: HttpRequest) -> HttpResponse:
    """One's own, as a text: looked at (what is wrong is told with its line), shown with what changes, adopted."""
    here = desk()
    if request.method != "POST":
        start = request.GET.get("from", "")
        return _write(request, file_of(here.who, start) if start else file_of(here.who, "chicago"))
    text = request.POST.get("text", "")[:_LONGEST].replace("\r\n", "\n")
    yes = "yes" in request.POST
    try:
        adoption = adopt_told(here.who, text, yes, here.now())
    except Problem as problem:
        return _write(request, text, problem)
    return HttpResponseRedirect(reverse("playbooks")) if yes else _changes(request, adoption, text)


def _write(request: HttpRequest, text: str, problem: Problem | None = None) -> HttpResponse:
    context = {"tab": "stories", "text": text, "problem": told(request, problem) if problem else ""}
    return render(request, "pages/playbooks/own.html", context, status=status_of(problem) if problem else 200)


def _changes(request: HttpRequest, adoption: Adoption, text: str = "", application: str = "") -> HttpResponse:
    speaker = speaker_of(request)
    context = {
        "tab": "stories",
        "playbook": adoption.playbook,
        "changes": [_change(one, speaker) for one in adoption.changes[:_SHOWN]],
        "others": max(0, len(adoption.changes) - _SHOWN),
        "text": text,
        "application": application,
    }
    return render(request, "pages/playbooks/changes.html", context)


def _change(change: Change, speaker: Speaker) -> dict[str, object]:
    shown = row(standing_of(change.planned, desk().now()), speaker, desk().now())
    return {
        "title": shown.title,
        "where": shown.where,
        "before": _when(change.before, speaker),
        "after": _when(change.after, speaker),
    }


def _when(planned: Planned | None, speaker: Speaker) -> str:
    if planned is None:
        return speaker.text(N_("not planned"))
    window = planned.follow_up.window
    if window.closes_at is None:
        return speaker.moment(window.opens_at)
    first, last = speaker.moment(window.opens_at), speaker.moment(window.closes_at)
    return speaker.say(N_("{first} to {last}"), first=first, last=last)


def _about(book: Playbook, speaker: Speaker) -> str:
    return book.about.get(speaker.language, "") or book.about.get("en", "")
