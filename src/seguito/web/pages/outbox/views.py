"""The outbox: where each message stands, and the question about one that nobody else can settle."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from seguito.actions.outbox import answer as take_answer, file_for_own_program, outbox as all_deliveries
from seguito.actions.sending import Outside
from seguito.actions.sync import sync as go_on
from seguito.core.outbox import Answer
from seguito.errors import Problem
from seguito.web.desk import desk
from seguito.web.language import speaker_of
from seguito.web.listened import listened
from seguito.web.problems import status_of, told
from seguito.web.standing import standing


def outbox(request: HttpRequest) -> HttpResponse:
    return _show(request)


@require_POST
def answer(request: HttpRequest, delivery: str) -> HttpResponse:
    """What the person says of one: that it arrived, to send it again, or to take it back."""
    here = desk()
    try:
        take_answer(here.who, delivery, Answer(request.POST.get("said", "")), here.now(), Outside(here.home))
    except Problem as problem:
        return _show(request, problem)
    except ValueError:
        return HttpResponse(status=400)
    return HttpResponseRedirect(reverse("outbox"))


def eml(request: HttpRequest, delivery: str) -> HttpResponse:
    """The file that opens, ready to send, in the person's own mail program."""
    message = file_for_own_program(desk().who, delivery)
    answer = HttpResponse(message, content_type="message/rfc822")
    answer.headers["Content-Disposition"] = f'attachment; filename="{delivery}.eml"'
    return answer


@require_POST
def sync(request: HttpRequest) -> HttpResponse:
    """Go on where things were left: what waits is tried, copies are filed."""
    here = desk()
    try:
        go_on(here.who, speaker_of(request).language, here.now(), Outside(here.home))
    except Problem as problem:
        return _show(request, problem)
    return HttpResponseRedirect(reverse("outbox"))


def _show(request: HttpRequest, problem: Problem | None = None) -> HttpResponse:
    here, speaker = desk(), speaker_of(request)
    now = here.now()
    deliveries = [standing(one, speaker, now) for one in all_deliveries(here.who)]
    context = {
        "tab": "outbox",
        "asked": [one for one in deliveries if one.state == "unknown"],
        "deliveries": [one for one in deliveries if one.state != "unknown"],
        "listened": listened(speaker),
        "problem": told(request, problem) if problem else "",
    }
    return render(request, "pages/outbox/outbox.html", context, status=status_of(problem) if problem else 200)
