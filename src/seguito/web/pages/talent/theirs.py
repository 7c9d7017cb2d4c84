"""What is a person's own to see: everything that is kept of them; and the open files as a table."""

import csv
import json
from io import StringIO

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from seguito.actions.about_person import AUDIT, HEADINGS, about_person
from seguito.actions.retention import talent_rows
from seguito.core.intake.table import write_table
from seguito.telling import told_sections
from seguito.web.desk import desk
from seguito.web.language import speaker_of


def theirs(request: HttpRequest, person: str) -> HttpResponse:
    here, speaker = desk(), speaker_of(request)
    sections = told_sections(about_person(here.who, person, here.now()), HEADINGS, AUDIT, speaker)
    return render(request, "pages/talent/theirs.html", {"tab": "talent", "sections": sections, "person": person})


def as_json(request: HttpRequest, person: str) -> HttpResponse:
    here = desk()
    document = speaker_of(request).plain(about_person(here.who, person, here.now()))
    told = json.dumps(document, ensure_ascii=False, indent=1).encode()
    return _download(told, "application/json", f"seguito-{person}.json")


def table(request: HttpRequest) -> HttpResponse:
    """Safe to open in a spreadsheet: no cell begins as a formula would."""
    here, out = desk(), StringIO()
    csv.writer(out).writerows(write_table(talent_rows(here.who, here.now())))
    return _download(out.getvalue().encode("utf-8-sig"), "text/csv", f"seguito-{here.now():%Y-%m-%d}.csv")


def _download(data: bytes, kind: str, name: str) -> HttpResponse:
    answer = HttpResponse(data, content_type=kind)
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
