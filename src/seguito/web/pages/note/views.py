"""The note: a letter between what was said and what the looks find. Every button keeps the words first."""

import secrets
from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_POST

from seguito.actions.approve import approve as say_yes
from seguito.actions.check_note import answer_finding, check_note, use_detail
from seguito.actions.edit import ChangedElsewhere, edit_from
from seguito.actions.mend import mend
from seguito.actions.notes import open_note, revisions_of, the_note
from seguito.actions.reading import Read, read
from seguito.actions.send import lay_in_drafts, send as send_note
from seguito.actions.sending import Outside
from seguito.core.revisions import stops
from seguito.errors import N_, Problem
from seguito.web.desk import desk
from seguito.web.language import speaker_of
from seguito.web.pages.note.bench import bench, beside, marks
from seguito.web.pages.note.differences import differences
from seguito.web.problems import status_of, told


class WordsMissing(Problem):
    id = "words-missing"
    happened = N_("The note's words did not arrive with the form.")
    safe = N_("The note is as it was.")
    next_step = N_("Open it again, and do once more what you did.")


def note(request: HttpRequest, note: str) -> HttpResponse:
    """The note; a POST keeps its words and has the looks read them."""
    return _done(request, note, lambda: None) if request.method == "POST" else _show(request, note)


@require_POST
def answer(request: HttpRequest, note: str) -> HttpResponse:
    """The author's answer to one finding."""
    finding = request.POST.get("finding", "")
    because = request.POST.get(f"because-{finding}", "")
    here = desk()
    return _done(request, note, lambda: answer_finding(here.who, note, finding, because, here.home, here.now()))


@require_POST
def apply(request: HttpRequest, note: str) -> HttpResponse:
    """What a finding suggests, written in the note."""
    finding, _, place = request.POST.get("suggestion", "").partition(".")
    here = desk()
    return _done(request, note, lambda: mend(here.who, note, finding, int(place or 0), here.home, here.now()))


@require_POST
def use(request: HttpRequest, note: str) -> HttpResponse:
    """The author says that the note draws on a detail."""
    here = desk()
    return _done(
        request, note, lambda: use_detail(here.who, note, request.POST.get("detail", ""), here.home, here.now())
    )


@require_POST
def approve(request: HttpRequest, note: str) -> HttpResponse:
    here = desk()
    because = request.POST.get("because", "") if request.POST.get("anyway") else ""
    chance = secrets.token_hex(16)
    return _done(request, note, lambda: say_yes(here.who, note, because, here.home, here.now(), chance), looks=False)


@require_POST
def send(request: HttpRequest, note: str) -> HttpResponse:
    """Hand it over, or lay it into the mailbox's Drafts, by the button that was pressed."""
    here = desk()
    go = lay_in_drafts if request.POST.get("into") == "drafts" else send_note
    try:
        go(here.who, note, here.now(), Outside(here.home))
    except Problem as problem:
        return _show(request, note, problem)
    return HttpResponseRedirect(reverse("note", args=[note]))


@require_POST
def look(request: HttpRequest, note: str) -> JsonResponse:
    """The looks over what stands in the letter just now. Nothing is kept. By `seq` a late answer is known."""
    here = desk()
    try:
        found = read(here.who, note, request.POST.get("text", ""), here.home, here.now())
    except Problem as problem:
        return JsonResponse({"problem": told(request, problem)}, status=status_of(problem))
    return JsonResponse({"seq": request.POST.get("seq", ""), **_parts(request, found)})


@require_POST
def keep(request: HttpRequest, note: str) -> JsonResponse:
    """Keep the letter while it is being written, and what the looks say of it."""
    here = desk()
    try:
        _keep(request, note)
        kept = check_note(here.who, note, here.home, here.now()).note
    except ChangedElsewhere as problem:
        return JsonResponse({"problem": told(request, problem), **_elsewhere(request, note)}, status=409)
    except Problem as problem:
        return JsonResponse({"problem": told(request, problem)}, status=status_of(problem))
    hour = speaker_of(request).hour(here.now())
    return JsonResponse({"revision": kept.revision, "state": kept.state.value, "hour": hour})


def _elsewhere(request: HttpRequest, wanted: str) -> dict[str, Any]:
    """What another window wrote, and how it differs from what stands in this one."""
    theirs = the_note(desk().who, wanted)
    mine = request.POST.get("text", "").replace("\r\n", "\n")
    context = {"elsewhere": differences(mine, theirs.text), "note": theirs}
    return {
        "revision": theirs.revision,
        "text": theirs.text,
        "subject": theirs.subject,
        "html": render_to_string("pages/note/elsewhere.html", context, request),
    }


def _parts(request: HttpRequest, found: Read) -> dict[str, Any]:
    context = beside(found, speaker_of(request))
    return {
        "marks": marks(found.looks, found.text),
        "ready": context["is_ready"],
        "whynot": context["whynot"],
        "looks": render_to_string("pages/note/findings.html", context, request),
        "source": render_to_string("pages/note/heard.html", context, request),
        "twin": render_to_string("pages/note/twin.html", context, request),
    }


def revisions(request: HttpRequest, note: str) -> HttpResponse:
    """Where its author stopped writing, each beside what came before; with `?every`, every pause."""
    here, speaker, every = desk(), speaker_of(request), "every" in request.GET
    found = revisions_of(here.who, note)
    shown = found if every else stops(found)
    before = [*(one.text for one in shown[1:]), ""]
    context = {
        "tab": "interviews",
        "note": the_note(here.who, note),
        "revisions": [
            {"number": one.number, "when": speaker.moment(one.made_at), "changes": differences(earlier, one.text)}
            for one, earlier in zip(shown, before, strict=True)
        ],
        "hidden": len(found) - len(shown),
    }
    return render(request, "pages/note/revisions.html", context)


def _done(request: HttpRequest, wanted: str, act: Callable[[], object], looks: bool = True) -> HttpResponse:
    """Keep the words as they were typed, do what was asked, and show the note again."""
    try:
        _keep(request, wanted)
        act()
        if looks:
            check_note(desk().who, wanted, desk().home, desk().now())
    except Problem as problem:
        return _show(request, wanted, problem)
    return HttpResponseRedirect(reverse("note", args=[wanted]))


def _keep(request: HttpRequest, wanted: str) -> None:
    form, here = request.POST, desk()
    if "text" not in form or not form.get("base", "").isdigit():
        raise WordsMissing
    edit_from(here.who, wanted, int(form["base"]), form["text"], form.get("subject", ""), here.now())


def _show(request: HttpRequest, wanted: str, problem: Problem | None = None) -> HttpResponse:
    here = desk()
    now = here.now()
    opened = open_note(here.who, wanted, here.home, now)
    context = {
        "tab": "interviews",
        "problem": told(request, problem) if problem else "",
        "by_file": opened.by_file,
        **bench(opened, speaker_of(request), now, request.POST if problem else None),
    }
    return render(request, "pages/note/note.html", context, status=status_of(problem) if problem else 200)
