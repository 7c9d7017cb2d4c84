"""Everything about one person as one page of HTML that needs nothing else: it can be mailed, or printed."""

from datetime import datetime
from html import escape

from seguito.actions.about_person import AUDIT, HEADINGS, Document
from seguito.errors import N_
from seguito.speech import Speaker
from seguito.telling import Lines, told_sections

_PAGE = """<!doctype html>
<html lang="{language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title><style>
body {{ font: 1rem/1.5 Georgia, serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem; color: #17202f; }}
h1, h2 {{ font-weight: 400; }} dl {{ border-top: 1px solid #c5ced2; padding: .6rem 0; margin: 0; }}
dt {{ color: #465062; font-size: .85rem; }} dd {{ margin: 0 0 .4rem; white-space: pre-wrap; overflow-wrap: anywhere; }}
</style></head><body><main><h1>{title}</h1>
<p>{written}</p>
{sections}</main></body></html>
"""


def person_page(document: Document, speaker: Speaker, now: datetime) -> str:
    told = told_sections(document, HEADINGS, AUDIT, speaker)
    return _PAGE.format(
        language=speaker.language,
        title=escape(speaker.text(N_("Everything that is kept about you"))),
        written=escape(speaker.say(N_("Written out on {day}."), day=now.date())),
        sections="".join(f"<h2>{escape(heading)}</h2>{''.join(map(_row, rows))}\n" for heading, rows in told),
    )


def _row(lines: Lines) -> str:
    return f"<dl>{''.join(f'<dt>{escape(name)}</dt><dd>{escape(value)}</dd>' for name, value in lines)}</dl>"
