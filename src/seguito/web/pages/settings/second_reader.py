"""A LanguageTool of one's own, asked in the second look too (T4.2)."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from seguito.actions.languagetool import ask_languagetool, called, leave_languagetool
from seguito.errors import Problem
from seguito.web.desk import desk
from seguito.web.pages.settings.views import show


@require_POST
def second_reader(request: HttpRequest) -> HttpResponse:
    """Ask the one of the form from now on, and try whether it answers; with `off`, none."""
    here, form = desk(), request.POST
    try:
        if "off" in form:
            leave_languagetool(here.home)
            return HttpResponseRedirect(reverse("settings") + "#languagetool")
        address = ask_languagetool(here.home, form.get("url", ""), elsewhere="elsewhere" in form)
        return show(request, answers_as=called(address))
    except Problem as problem:
        return show(request, problem)
