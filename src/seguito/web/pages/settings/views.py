"""Settings: who I am, the mail account, the language and the light of the page."""

from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from seguito.actions.account import NoAccount, Stands, Told, Tried, set_account, the_account, try_account
from seguito.actions.sending import Outside
from seguito.actions.tell import tell_me, who_am_i
from seguito.core.fields import ME
from seguito.errors import Problem
from seguito.speech import LANGUAGES
from seguito.web.desk import desk
from seguito.web.fields import told_fields
from seguito.web.language import COOKIE as LANGUAGE_COOKIE, speaker_of
from seguito.web.problems import status_of, told
from seguito.web.surroundings import THEME_COOKIE, THEMES

_A_YEAR = 60 * 60 * 24 * 365


def settings(request: HttpRequest) -> HttpResponse:
    return _show(request)


@require_POST
def me(request: HttpRequest) -> HttpResponse:
    here = desk()
    try:
        tell_me(here.who, told_fields(request.POST, ME), here.now())
    except Problem as problem:
        return _show(request, problem)
    return HttpResponseRedirect(reverse("settings"))


@require_POST
def account(request: HttpRequest) -> HttpResponse:
    """Keep the account, and try it: connect and log in to both servers."""
    form, here = request.POST, desk()
    told_account = Told(
        sender=form.get("sender", "").strip(),
        smtp_url=form.get("smtp", "").strip(),
        imap_url=form.get("imap", "").strip(),
        user=form.get("user", "").strip(),
        password=form.get("password") or None,
    )
    try:
        set_account(here.who, told_account, here.home, here.now())
        return _show(request, tried=try_account(here.who, Outside(here.home)))
    except Problem as problem:
        return _show(request, problem)


@require_POST
def appearance(request: HttpRequest) -> HttpResponse:
    """The language and the light of the page, kept by this browser."""
    answer = HttpResponseRedirect(_back(request))
    language, theme = request.POST.get("language", ""), request.POST.get("theme", "")
    if language in LANGUAGES:
        answer.set_cookie(LANGUAGE_COOKIE, language, max_age=_A_YEAR, samesite="Strict", httponly=True)
    if theme in THEMES:
        answer.set_cookie(THEME_COOKIE, theme, max_age=_A_YEAR, samesite="Strict", httponly=True)
    elif theme == "system":
        answer.delete_cookie(THEME_COOKIE, samesite="Strict")
    return answer


def _back(request: HttpRequest) -> str:
    """Where the form stood, as long as that is a page of ours."""
    back = request.POST.get("back", "")
    parts = urlsplit(back)
    ours = back.startswith("/") and not back.startswith(("//", "/\\")) and not (parts.scheme or parts.netloc)
    return back if ours else reverse("today")


def _show(request: HttpRequest, problem: Problem | None = None, tried: Tried | None = None) -> HttpResponse:
    here, speaker = desk(), speaker_of(request)
    context = {
        "tab": "settings",
        "me": who_am_i(here.who),
        "account": _account(),
        "typed": request.POST if problem else {},
        "tried": tried,
        "smtp_trouble": speaker.reason(tried.smtp) if tried and tried.smtp else "",
        "imap_trouble": speaker.reason(tried.imap) if tried and tried.imap else "",
        "home": here.home,
        "problem": told(request, problem) if problem else "",
    }
    return render(request, "pages/settings/settings.html", context, status=status_of(problem) if problem else 200)


def _account() -> Stands | None:
    try:
        return the_account(desk().who, desk().home)
    except NoAccount:
        return None
