"""One application: what came of it, what was missing there, and what follows."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from seguito.actions.after import After, after
from seguito.actions.outcome import outcome
from seguito.actions.reply import reply
from seguito.core.nouns import Outcome
from seguito.errors import N_, Problem
from seguito.speech import Speaker
from seguito.web.dates import told_moment
from seguito.web.desk import desk
from seguito.web.language import speaker_of
from seguito.web.outcomes import OUTCOMES
from seguito.web.problems import status_of, told
from seguito.web.rows import rows

CHANNELS = {"email": N_("By e-mail"), "call": N_("By telephone"), "card": N_("By post"), "met": N_("We met")}


class NothingChosen(Problem):
    id = "nothing-chosen"
    happened = N_("Nothing is said of what came of it.")
    safe = N_("Nothing was changed.")
    next_step = N_("Choose one of the five.")


def application(request: HttpRequest, application: str) -> HttpResponse:
    """A POST says what came of it."""
    if request.method != "POST":
        return _show(request, application)
    form, here = request.POST, desk()
    try:
        if form.get("outcome") not in list(Outcome):
            raise NothingChosen
        lacks = [line.strip()[:200] for line in form.get("lacked", "").splitlines() if line.strip()]
        came = Outcome(form["outcome"])
        outcome(here.who, application, came, told_moment(form.get("on", "")), lacks, here.now())
    except Problem as problem:
        return _show(request, application, problem)
    return HttpResponseRedirect(reverse("application", args=[application]) + "#follows")


@require_POST
def contact(request: HttpRequest, application: str) -> HttpResponse:
    """Somebody of theirs wrote or called, or one did oneself, outside Seguito."""
    form, here = request.POST, desk()
    channel = form.get("channel", "")
    try:
        reply(
            here.who,
            form.get("person", ""),
            told_moment(form.get("on", "")),
            form.get("text", "")[:20_000],
            form.get("whose") != "mine",
            channel if channel in CHANNELS else "email",
            here.now(),
        )
    except Problem as problem:
        return _show(request, application, problem)
    return HttpResponseRedirect(reverse("application", args=[application]) + "#follows")


def _show(request: HttpRequest, wanted: str, problem: Problem | None = None) -> HttpResponse:
    here, speaker = desk(), speaker_of(request)
    found = after(here.who, wanted, here.now())
    planned = rows(found.standings, speaker, here.now())
    context = {
        "tab": "interviews",
        "problem": told(request, problem) if problem else "",
        "typed": request.POST if problem else {},
        "after": found,
        "application": found.application,
        "words": [(speaker.text(OUTCOMES[word]), speaker.moment(at)) for word, at in found.words],
        "outcomes": [(one.value, speaker.text(word)) for one, word in OUTCOMES.items()],
        "channels": [(one, speaker.text(word)) for one, word in CHANNELS.items()],
        "plan": [row for row in planned if not row.is_settled],
        "settled": [row for row in planned if row.is_settled and row.state != "superseded"],
        "grown": [(lack.label, shown.text, speaker.day(shown.on)) for lack, shown in found.progress.grown],
        "panel": _panel(found),
        "talks": _talks(found, speaker),
        "today": here.now().date().isoformat(),
    }
    return render(request, "pages/application/application.html", context, status=status_of(problem) if problem else 200)


def _panel(found: After) -> dict[str, str]:
    return {person.id: person.name or person.email for talk in found.talks for person in talk.panel}


def _talks(found: After, speaker: Speaker) -> list[tuple[str, str]]:
    return [(talk.id, speaker.moment(talk.starts_at)) for talk in found.talks]
