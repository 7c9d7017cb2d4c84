"""A problem on the page: what happened, what is safe, what to do next; what was typed is still there to go back to."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from seguito.errors import Problem
from seguito.web.language import speaker_of

_STATUS = {1: 409, 2: 400, 3: 503}

Answer = Callable[[HttpRequest], HttpResponse]


def told(request: HttpRequest, problem: Problem) -> str:
    return speaker_of(request).problem_on_page(problem)


def status_of(problem: Problem) -> int:
    return 404 if problem.id.startswith("no-such-") else _STATUS[problem.exit_code]


def tell(answer: Answer) -> Answer:
    """Middleware: a `Problem` that a view did not show beside its form becomes a page of its own."""
    return _Teller(answer)


class _Teller:
    def __init__(self, answer: Answer) -> None:
        self._answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        answer = self._answer(request)
        if answer.status_code == 405 and request.method == "GET":
            # The address of a form that was sent, opened again: the page that it stands on lies above it.
            return HttpResponseRedirect(request.path.rpartition("/")[0] or "/")
        return answer

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if not isinstance(error, Problem):
            return None
        return render(request, "layout/problem.html", {"problem": told(request, error)}, status=status_of(error))


def foreign_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form that this page did not make."""
    return render(request, "layout/closed.html", status=403)


def nowhere(request: HttpRequest, exception: Exception) -> HttpResponse:
    """No page has this address."""
    return render(request, "layout/nowhere.html", status=404)


def defect(request: HttpRequest) -> HttpResponse:
    """A defect of ours: nothing of the request is shown, and nothing is read that might fail again."""
    return render(request, "layout/defect.html", status=500)
