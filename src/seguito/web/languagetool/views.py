"""`/v2/check` and `/v2/languages`: no token, no record, no roster. A web page is refused, an extension passes."""

import re
from collections.abc import Callable, Collection
from functools import wraps
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.views.decorators.csrf import csrf_exempt

from seguito import __version__
from seguito.actions.second_look import SecondLook, second_look
from seguito.core.looks.finding import Finding, Severity
from seguito.errors import N_, Problem
from seguito.web.desk import desk
from seguito.web.language import speaker_of
from seguito.web.languagetool.annotated import Annotated, annotated, unmarked
from seguito.web.problems import told

LANGUAGES = {  # with their regions: LibreOffice asks only in a language that stands here letter by letter
    "en": "English",
    "en-AU": "English (Australia)",
    "en-CA": "English (Canada)",
    "en-GB": "English (GB)",
    "en-IE": "English (Ireland)",
    "en-NZ": "English (New Zealand)",
    "en-US": "English (US)",
    "en-ZA": "English (South Africa)",
    "it": "Italian",
    "it-CH": "Italian (Switzerland)",
    "it-IT": "Italian",
}
_EXTENSIONS = re.compile(r"(moz|chrome|safari-web|edge)-extension")
_ISSUE_TYPES = {Severity.STOP: "grammar", Severity.ASK: "grammar", Severity.HINT: "style"}
_ENDS = ("\n", ". ", "! ", "? ")
_AROUND = 40  # characters of context on either side

View = Callable[[HttpRequest], HttpResponse]


class NothingSent(Problem):
    id = "nothing-sent"
    happened = N_("Neither “text” nor “data” was sent.")
    safe = N_("Nothing was checked.")
    next_step = N_("Send one of the two, form-encoded.")


def for_programs(view: View) -> View:
    """Not for web pages: any page in the browser could have a text of its reader's read here."""

    @csrf_exempt
    @wraps(view)
    def guarded(request: HttpRequest) -> HttpResponse:
        origin = request.headers.get("Origin", "")
        if origin and not _EXTENSIONS.fullmatch(urlsplit(origin).scheme):
            return HttpResponse("Error: not for web pages", content_type="text/plain", status=403)
        answer = HttpResponse(status=204) if request.method == "OPTIONS" else view(request)
        if origin:
            answer.headers["Access-Control-Allow-Origin"] = origin
            answer.headers["Access-Control-Allow-Methods"] = "GET, POST, OPTIONS"
            answer.headers["Access-Control-Allow-Headers"] = "Content-Type, Accept"
            answer.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
        return answer

    return guarded


@for_programs
def languages(request: HttpRequest) -> HttpResponse:
    listed = [{"name": name, "code": code.partition("-")[0], "longCode": code} for code, name in LANGUAGES.items()]
    return JsonResponse(listed, safe=False)


@for_programs
def check(request: HttpRequest) -> HttpResponse:
    form = request.POST if request.method == "POST" else request.GET
    try:
        text = _text(form)
        look = second_look(text.plain, _language(form), desk().home, speaker_of(request).language)
    except Problem as problem:
        return HttpResponse(f"Error: {told(request, problem)}", content_type="text/plain; charset=utf-8", status=400)
    findings = [finding for finding in look.findings if _wanted(finding.rule, form)]
    return JsonResponse(_answer(look, findings, text, speaker_of(request).language))


def _text(form: QueryDict) -> Annotated:
    if "data" in form:
        return annotated(form.get("data", ""))
    if "text" in form:
        return unmarked(form.get("text", ""))
    raise NothingSent


def _language(form: QueryDict) -> str:
    told_language = form.get("language", "auto")
    return "" if told_language == "auto" else told_language


def _wanted(rule: str, form: QueryDict) -> bool:
    if form.get("enabledOnly") == "true":
        return rule in _named(form, "enabledRules")
    return rule not in _named(form, "disabledRules")


def _named(form: QueryDict, field: str) -> Collection[str]:
    return {name.strip() for name in form.get(field, "").split(",")}


def _answer(look: SecondLook, findings: Collection[Finding], text: Annotated, interface: str) -> dict[str, object]:
    detected = look.detected or look.language
    return {
        "software": {
            "name": "Seguito",
            "version": __version__,
            "buildDate": "",
            "apiVersion": 1,
            "premium": False,
            "status": "",
        },
        "warnings": {"incompleteResults": False},
        "language": {
            "name": LANGUAGES.get(look.language, look.language),
            "code": look.language,
            "detectedLanguage": {"name": LANGUAGES.get(detected, detected), "code": detected, "confidence": 0.99},
        },
        "matches": [_match(finding, text, interface) for finding in findings if finding.start is not None],
    }


def _match(finding: Finding, text: Annotated, interface: str) -> dict[str, object]:
    start, end = text.span(finding.start or 0, finding.end or 0)
    first, last = max(0, start - _AROUND), min(len(text.whole), end + _AROUND)
    message = finding.says.get(interface) or finding.says["en"]
    return {
        "message": message,
        "shortMessage": "",
        "replacements": [{"value": suggestion} for suggestion in finding.suggestions],
        "offset": _units(text.whole[:start]),
        "length": _units(text.whole[start:end]),
        "context": {
            "text": text.whole[first:last].replace("\n", " "),
            "offset": _units(text.whole[first:start]),
            "length": _units(text.whole[start:end]),
        },
        "sentence": _sentence(text.whole, start, end),
        "type": {"typeName": "Other"},
        "rule": {
            "id": finding.rule,
            "description": message,
            "issueType": "misspelling" if finding.rule == "SPELLING" else _ISSUE_TYPES[finding.severity],
            "category": {"id": "SEGUITO", "name": "Seguito"},
        },
        "ignoreForIncompleteSentence": False,
        "contextForSureMatch": 0,
    }


def _sentence(text: str, start: int, end: int) -> str:
    """The line's stretch between full stops around the words."""
    starts = [place + len(mark) for mark in _ENDS if (place := text.rfind(mark, 0, start)) >= 0]
    stops = [place for mark in _ENDS if (place := text.find(mark, end)) >= 0]
    return text[max(starts, default=0) : min(stops, default=len(text)) + 1].strip()


def _units(text: str) -> int:
    """UTF-16 code units, as JavaScript and Java count; a lone surrogate is one."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
