"""One's own words, which no look finds fault with: told here, kept in `words.txt` beside the records."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from seguito.actions.own_words import add_words, forget_words
from seguito.errors import Problem
from seguito.web.desk import desk
from seguito.web.pages.settings.views import show


@require_POST
def words(request: HttpRequest) -> HttpResponse:
    """`forget` names a word that is judged again; else the words of the form are added."""
    here = desk()
    try:
        if forgotten := request.POST.get("forget"):
            forget_words(here.home, [forgotten])
        else:
            add_words(here.home, request.POST.get("words", "").splitlines())
    except Problem as problem:
        return show(request, problem)
    return HttpResponseRedirect(reverse("settings") + "#words")
