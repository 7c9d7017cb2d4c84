"""Taking in people from another program: shown first, with what each column is taken for; then whole, or not at all."""

import re
import secrets
import shutil
from collections.abc import Mapping
from pathlib import Path

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from seguito.actions.take_in import Taken, Wishes, take_in
from seguito.core.intake.table import FIELDS
from seguito.errors import N_, Problem
from seguito.web.desk import desk
from seguito.web.language import speaker_of
from seguito.web.problems import status_of, told

_LARGEST = 50_000_000  # bytes
_SHOWN = 12  # people of a preview
_NOT_IN_A_NAME = re.compile(r"[^\w.\- ]|^\.+")
_PLACE = re.compile(r"[0-9a-f]{16}/[\w\- ][\w.\- ]*")
_WORDS = {
    "": N_("leave it out"),
    "name": N_("name"),
    "given": N_("given name"),
    "family": N_("family name"),
    "email": N_("e-mail"),
    "phone": N_("phone"),
    "organisation": N_("house"),
    "role": N_("role"),
    "street": N_("street"),
    "postcode": N_("postcode"),
    "city": N_("city"),
    "region": N_("region"),
    "country": N_("country"),
    "skills": N_("skills"),
    "missing": N_("missing skills"),
    "languages": N_("languages"),
    "because": N_("what impressed"),
    "source": N_("where from"),
    "available": N_("when free"),
    "consent_until": N_("leave until"),
}


class NoTable(Problem):
    id = "no-table"
    happened = N_("No file was chosen, or it is larger than 50 MB.")
    safe = N_("Nothing was taken in.")
    next_step = N_("Choose a CSV, a vCard (.vcf) or a JSON Resume. A larger one: seguito import FILE.")


def intake(request: HttpRequest) -> HttpResponse:
    """A POST shows what a file would bring; nothing is kept."""
    if request.method != "POST":
        return _page(request, None)
    try:
        place = _kept(request)
        taken = _take(request, place, preview=True)
    except Problem as problem:
        return _page(request, None, problem=problem)
    return _page(request, taken, f"{place.parent.name}/{place.name}")


@require_POST
def take_in_whole(request: HttpRequest) -> HttpResponse:
    """The file that was shown, taken in as it was shown; it is then put away."""
    try:
        place = _kept(request)
        taken = _take(request, place, preview=False)
    except Problem as problem:
        return _page(request, None, problem=problem)
    if not taken.done:
        return _page(request, taken, f"{place.parent.name}/{place.name}")
    shutil.rmtree(place.parent, ignore_errors=True)
    return HttpResponseRedirect(f"{reverse('intake')}?new={taken.new}&added={taken.added}")


def _take(request: HttpRequest, place: Path, preview: bool) -> Taken:
    here, form = desk(), request.POST
    columns = {name.removeprefix("column:"): form[name] for name in form if name.startswith("column:")}
    wishes = Wishes(columns, preview=preview, namesakes="namesakes" in form)
    return take_in(here.who, place, wishes, here.home, here.now(), lambda _done: None)


def _kept(request: HttpRequest) -> Path:
    """The file of this form: sent along, or the one that was shown last, by the name it lies under in the folder."""
    folder = desk().home / "intake"
    sent, known = request.FILES.get("file"), request.POST.get("kept", "")
    if sent is None:
        place = folder / known
        if not _PLACE.fullmatch(known) or not place.is_file():
            raise NoTable
        return place
    if not sent.size or sent.size > _LARGEST:
        raise NoTable
    shutil.rmtree(folder, ignore_errors=True)  # what nobody went on with
    place = folder / secrets.token_hex(8) / _NOT_IN_A_NAME.sub("_", Path(sent.name or "file").name)[-80:]
    place.parent.mkdir(mode=0o700, parents=True)
    place.touch(mode=0o600)
    with place.open("wb") as file:
        for piece in sent.chunks():
            file.write(piece)
    return place


def _page(request: HttpRequest, taken: Taken | None, kept: str = "", problem: Problem | None = None) -> HttpResponse:
    speaker = speaker_of(request)
    counts = {name: request.GET.get(name, "") for name in ("new", "added")}
    context: dict[str, object] = {
        "tab": "talent",
        "problem": told(request, problem) if problem else "",
        "taken": taken,
        "kept": kept,
        "namesakes": "namesakes" in request.POST,
        "done": counts if all(value.isdecimal() for value in counts.values()) else None,
    }
    if taken:
        context |= {
            "columns": _columns(taken.columns or {}),
            "fields": [(field, speaker.text(_WORDS[field])) for field in ("", *FIELDS)],
            "people": [
                (one.name or ", ".join(one.emails), ", ".join(one.skills), one.because, one.consent_until)
                for one in taken.people[:_SHOWN]
            ],
            "others": max(0, len(taken.people) - _SHOWN),
            "unread": [(one.line, speaker.reason(one.why)) for one in taken.unread[:_SHOWN]],
            "unread_others": max(0, len(taken.unread) - _SHOWN),
        }
    return render(request, "pages/intake/intake.html", context, status=status_of(problem) if problem else 200)


def _columns(columns: Mapping[str, str]) -> list[tuple[int, str, str]]:
    return [(number, heading, field) for number, (heading, field) in enumerate(columns.items())]
