"""Permission in the place of a password: asked at the provider, in this browser, and brought back to this page.

The browser comes back from another site, so that it brings no cookie of ours: what lets it in is the question's
`state`, which only the page that asked could know.
"""

from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from seguito.actions.account import Told, set_account, try_account
from seguito.actions.outside import Outside
from seguito.actions.sign_in import begin_asking, take_answer
from seguito.channels.email.oauth.question import Client, belongs_to
from seguito.errors import Problem
from seguito.reference.mail.oauth import oauth_house
from seguito.web.desk import desk
from seguito.web.language import speaker_of
from seguito.web.pages.settings.views import show
from seguito.web.problems import status_of, told


@require_POST
def ask(request: HttpRequest) -> HttpResponse:
    """Keep whom to ask and as which client, and show where the question leads. Nothing is connected to."""
    form, here = request.POST, desk()
    try:
        if form.get("client", "").strip():
            set_account(here.who, _told(request), here.home, here.now())
        port = urlsplit(f"//{request.get_host()}").port or 80
        here.asking = begin_asking(here.who, str(port), Outside(here.home))
    except Problem as problem:
        return show(request, problem)
    return show(request, leads_to=here.asking)


@require_safe
def came_back(request: HttpRequest) -> HttpResponse:
    """The provider's answer, once; whether it opens both servers is seen at once."""
    here, answer = desk(), request.GET.dict()
    asking = here.asking
    if asking is None or not belongs_to(answer, asking.question):
        return render(request, "layout/closed.html", status=403)
    here.asking = None
    outside, speaker = Outside(here.home), speaker_of(request)
    try:
        take_answer(asking, answer, outside)
        tried = try_account(here.who, outside)
    except Problem as problem:
        context = {"problem": told(request, problem)}
        return render(request, "pages/settings/came_back.html", context, status=status_of(problem))
    troubles = [speaker.reason(why) for why in (tried.smtp, tried.imap) if why]
    return render(request, "pages/settings/came_back.html", {"house": asking.house.name, "troubles": troubles})


def _told(request: HttpRequest) -> Told:
    """The servers of the provider, where it names them, take the place of those before."""
    form = request.POST
    house = oauth_house(form.get("oauth", ""), desk().home)
    return Told(
        sender=form.get("sender", "").strip() or None,
        smtp_url=house.smtp or None,
        imap_url=house.imap or None,
        oauth=house.id,
        client=Client(form["client"].strip(), form.get("secret", "").strip()),
        tenant=form.get("tenant", "").strip(),
    )
