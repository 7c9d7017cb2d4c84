"""Stories: one's own record, the ways that one can follow, and what happened, told and shared as text (T6.1)."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from seguito.actions.after import ended_ones
from seguito.actions.playbooks import all_playbooks, own_results
from seguito.actions.stories import (
    Story,
    StoryUnreadable,
    all_stories,
    comment,
    share,
    story_told,
    the_story,
    write,
)
from seguito.core.nouns import Outcome
from seguito.core.results import TOO_FEW
from seguito.errors import Problem
from seguito.speech import Speaker
from seguito.web.desk import desk
from seguito.web.language import speaker_of
from seguito.web.outcomes import OUTCOMES
from seguito.web.pages.stories.plot import MEASURES, charts, lines
from seguito.web.problems import status_of, told

_LARGEST = 400_000  # bytes of a story's file
_BEGINNING = 220  # characters of a story in the list


def stories(request: HttpRequest) -> HttpResponse:
    return _list(request)


@require_POST
def take_in(request: HttpRequest) -> HttpResponse:
    """Somebody else's story, as text."""
    here, file = desk(), request.FILES.get("file")
    name = (file.name if file else "") or "story.txt"
    try:
        try:
            text = file.read(_LARGEST).decode("utf-8-sig") if file else ""
        except UnicodeDecodeError as wrong:
            raise StoryUnreadable(file=name, reason=wrong) from wrong
        found = story_told(here.who, text, name, here.now())
    except Problem as problem:
        return _list(request, problem)
    return HttpResponseRedirect(reverse("story", args=[found.id]))


def story(request: HttpRequest, story: str) -> HttpResponse:
    """A POST adds a comment."""
    here = desk()
    if request.method != "POST":
        return _show(request, story)
    try:
        comment(here.who, story, request.POST.get("text", "")[:20_000], here.now())
    except Problem as problem:
        return _show(request, story, problem)
    return HttpResponseRedirect(reverse("story", args=[story]) + "#comments")


def write_one(request: HttpRequest) -> HttpResponse:
    form, here = request.POST, desk()
    if request.method != "POST":
        return _form(request)
    try:
        title, text = form.get("title", ""), form.get("text", "")
        kept = write(here.who, title, text, form.get("about", ""), form.get("playbook", "")[:40], here.now())
    except Problem as problem:
        return _form(request, problem)
    return HttpResponseRedirect(reverse("story", args=[kept.id]))


def share_it(request: HttpRequest, story: str) -> HttpResponse:
    """The plain text as it would be shared, to be read first; with `?file=` it is the file."""
    here, names = desk(), request.GET.get("names") == "stay"
    text = share(here.who, story, None, names)
    if "file" in request.GET:
        answer = HttpResponse(text.encode(), content_type="text/plain; charset=utf-8")
        answer.headers["Content-Disposition"] = 'attachment; filename="story.txt"'
        return answer
    context = {"tab": "stories", "story": the_story(here.who, story), "text": text, "names": names}
    return render(request, "pages/stories/share.html", context)


def _list(request: HttpRequest, problem: Problem | None = None) -> HttpResponse:
    who, speaker = desk().who, speaker_of(request)
    measure = request.GET.get("show", "")
    measure = measure if measure in MEASURES else "answered"
    groups = own_results(who)
    listed = [
        (one.playbook, one.playbook.about.get(speaker.language, ""), one.own, one.adopted) for one in all_playbooks(who)
    ]
    context = {
        "tab": "stories",
        "problem": told(request, problem) if problem else "",
        "cases": groups[0].cases,
        "enough": groups[0].enough,
        "too_few": TOO_FEW,
        "measure": measure,
        "measures": [(name, speaker.text(word)) for name, word in MEASURES.items()],
        "charts": charts(groups, measure, speaker),
        "lines": lines(groups, speaker),
        "playbooks": listed,
        "stories": [_told(one, speaker) for one in all_stories(who)],
    }
    return render(request, "pages/stories/list.html", context, status=status_of(problem) if problem else 200)


def _show(request: HttpRequest, wanted: str, problem: Problem | None = None) -> HttpResponse:
    here, speaker = desk(), speaker_of(request)
    found = the_story(here.who, wanted)
    known = {one.playbook.id: one.playbook for one in all_playbooks(here.who)}
    context = {
        "tab": "stories",
        "problem": told(request, problem) if problem else "",
        "story": found,
        "told": _told(found, speaker),
        "playbook": known.get(found.playbook),
        "comments": [(speaker.moment(at), text) for at, text in found.comments],
    }
    return render(request, "pages/stories/story.html", context, status=status_of(problem) if problem else 200)


def _form(request: HttpRequest, problem: Problem | None = None) -> HttpResponse:
    who = desk().who
    context = {
        "tab": "stories",
        "problem": told(request, problem) if problem else "",
        "typed": request.POST,
        "playbooks": [one.playbook for one in all_playbooks(who)],
        "applications": [
            (one.id, ", ".join(filter(None, (one.organisation.name, one.role)))) for one in ended_ones(who)
        ],
    }
    return render(request, "pages/stories/write.html", context, status=status_of(problem) if problem else 200)


def _told(one: Story, speaker: Speaker) -> dict[str, object]:
    beginning = one.text if len(one.text) <= _BEGINNING else one.text[:_BEGINNING].rsplit(None, 1)[0] + " …"
    return {
        "id": one.id,
        "title": one.title,
        "beginning": beginning,
        "when": speaker.short_day(one.written_at.astimezone(speaker.zone).date()),
        "outcome": speaker.text(OUTCOMES[Outcome(one.outcome)]) if one.outcome in list(Outcome) else one.outcome,
        "whose": one.whose,
    }
