"""Settings: who I am, the mail account, the language and the light of the page."""

from collections.abc import Mapping
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from seguito.actions.account import (
    NoAccount,
    Stands,
    Told,
    Tried,
    listen_to_mailbox,
    set_account,
    the_account,
    try_account,
)
from seguito.actions.copies import backup
from seguito.actions.export import export
from seguito.actions.find import find
from seguito.actions.languagetool import languagetool
from seguito.actions.outside import Outside
from seguito.actions.own_words import own_words
from seguito.actions.post_services import postal_services
from seguito.actions.sign_in import Asking
from seguito.actions.tell import tell_me, who_am_i
from seguito.channels.email.finding.found import Found
from seguito.channels.email.finding.names import Roads
from seguito.core.fields import ME
from seguito.core.planning.postage import PostalService
from seguito.errors import Problem
from seguito.reference.mail.oauth import OAuthHouse, OAuthRowWrong, oauth_houses
from seguito.reference.postal.rows import PostalRowWrong
from seguito.speech import LANGUAGES
from seguito.web.desk import desk
from seguito.web.downloads import download
from seguito.web.fields import told_fields
from seguito.web.language import COOKIE as LANGUAGE_COOKIE, speaker_of
from seguito.web.pages.settings.ahead import address_of
from seguito.web.problems import status_of, told
from seguito.web.surroundings import THEME_COOKIE, THEMES

_A_YEAR = 60 * 60 * 24 * 365


def settings(request: HttpRequest) -> HttpResponse:
    return show(request)


@require_POST
def me(request: HttpRequest) -> HttpResponse:
    here = desk()
    try:
        here.read_in(tell_me(here.who, told_fields(request.POST, ME), here.now()).zone)
    except Problem as problem:
        return show(request, problem)
    return HttpResponseRedirect(reverse("settings"))


@require_POST
def servers(request: HttpRequest) -> HttpResponse:
    """The servers of an address, for the form of the account; nothing is kept. `online`: its house is asked as well."""
    sender = request.POST.get("sender", "")
    roads = Roads() if "online" in request.POST else None
    try:
        best = next(find(sender, None, roads), None)
    except Problem as problem:
        return show(request, problem)
    typed = {"sender": sender}
    if best is not None:
        typed |= {"user": best.user, "smtp": best.smtp[0], "imap": best.imap[0] if best.imap else ""}
    return show(request, found=best, typed=typed, was_online=roads is not None)


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
        return show(request, tried=try_account(here.who, Outside(here.home)))
    except Problem as problem:
        return show(request, problem)
    finally:
        _disturb()


@require_POST
def listening(request: HttpRequest) -> HttpResponse:
    """Whether the mailbox is listened to while the page is open."""
    here = desk()
    try:
        listen_to_mailbox(here.who, request.POST.get("listen") == "yes", here.home)
    except Problem as problem:
        return show(request, problem)
    _disturb()
    return HttpResponseRedirect(reverse("settings") + "#mail")


def _disturb() -> None:
    """What is listened to is another mailbox now, or none."""
    if listener := desk().listener:
        listener.disturb()


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


def everything(request: HttpRequest) -> HttpResponse:
    """Everything as JSON: one's own records belong to oneself."""
    out, here = StringIO(), desk()
    export(here.who, out, here.now())
    return download(out.getvalue().encode(), "application/json", f"seguito-{here.now():%Y-%m-%d}.json")


def copy(request: HttpRequest) -> HttpResponse:
    """A whole copy of the records, in one file that `seguito restore` puts back."""
    here = desk()
    with TemporaryDirectory(dir=here.home) as folder:
        target = Path(folder) / "copy.db"
        backup(here.home, target, here.now())
        return download(target.read_bytes(), "application/vnd.sqlite3", f"seguito-{here.now():%Y-%m-%d}.db")


def show(
    request: HttpRequest,
    problem: Problem | None = None,
    tried: Tried | None = None,
    found: Found | None = None,
    typed: Mapping[str, str] | None = None,
    was_online: bool = False,
    leads_to: Asking | None = None,
    answers_as: str = "",
) -> HttpResponse:
    here, speaker = desk(), speaker_of(request)
    author = who_am_i(here.who)
    context = {
        "tab": "settings",
        "me": author,
        "account": _account(),
        "typed": typed or (request.POST if problem else {}),
        "found": found,
        "was_online": was_online,
        "tried": tried,
        "leads_to": leads_to,
        "providers": _providers(here.home),
        "smtp_trouble": speaker.reason(tried.smtp) if tried and tried.smtp else "",
        "imap_trouble": speaker.reason(tried.imap) if tried and tried.imap else "",
        "home": here.home,
        "languagetool": _languagetool(here.home),
        "answers_as": answers_as,
        "feed": address_of(request),
        "words": sorted(own_words(here.home), key=str.casefold),
        "services": _services(author.address.country, here.home) if author else (),
        "languages": [("en", "English"), ("it", "Italiano")],
        "themes": [(name or "system", speaker.text(word)) for name, word in THEMES.items()],
        "problem": told(request, problem) if problem else "",
    }
    return render(request, "pages/settings/settings.html", context, status=status_of(problem) if problem else 200)


def _services(country: str, home: Path) -> tuple[PostalService, ...]:
    """Of the author's own country. A file of own rows that cannot be read is named by `doctor`, and by `post`."""
    try:
        return postal_services(country, home) if country else ()
    except PostalRowWrong:
        return ()


def _languagetool(home: Path) -> str:
    """Where it answers; empty where none is asked. Settings that cannot be read are named by each look."""
    try:
        return str(languagetool(home) or "")
    except Problem:
        return ""


def _providers(home: Path) -> tuple[OAuthHouse, ...]:
    """A file of own rows that cannot be read is named as soon as one of them is meant."""
    try:
        return tuple(oauth_houses(home).values())
    except OAuthRowWrong:
        return ()


def _account() -> Stands | None:
    try:
        return the_account(desk().who, desk().home)
    except NoAccount:
        return None
