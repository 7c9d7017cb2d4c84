"""Card and envelope: this program against WeasyPrint, from the same data, in one run.

    python -m venv /tmp/weasy && /tmp/weasy/bin/pip install weasyprint
    PYTHONPATH=src:.venv/lib/python3.11/site-packages /tmp/weasy/bin/python benchmarks/stationery.py

Two scopes: `plain`, a card without monogram and an envelope's front; `full`, the monogram, the line at the foot, the
sender on the flap. Cold: a fresh process, from its start to the file. Warm: the same process, another note each time.
Goals: twice as fast cold, five times warm.
"""

import argparse
import base64
import html
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache, partial
from pathlib import Path

COLD_RUNS, WARM_RUNS = 7, 30
FONTS = Path(__file__).parents[1] / "src" / "seguito" / "channels" / "card" / "fonts"
NOTE = (
    "Gentile dottoressa Bianchi,\n\nla nebbia di San Francisco che mi raccontava martedì, quella che si mangia il ponte"
    " e lascia in piedi soltanto i piloni, mi ha accompagnata fino a casa: somiglia al vostro mestiere.\n\nVorrei"
    " esserci perché da voi «prima si ascolta, poi si disegna», {number} volte su dieci.\n\nCon gratitudine,"
    "\nElena Rossi"
)
TO = ["dott.ssa Giulia Bianchi", "Officina Meridiana", "Via Pietro Borsieri 114", "20159 MILANO MI"]
FROM = ["Elena Rossi", "Via Lario 231", "20124 MILANO MI"]
FOOT = "elena@rossi.example  ·  +39 02 5550 0142"


def ours(scope: str, number: int) -> bytes:
    from seguito.channels.card.order import CardOrder, Sender
    from seguito.channels.card.print import print_card
    from seguito.core.nouns import Address
    from seguito.reference.addresses import Addressee

    to = Addressee(TO[0], Address(TO[2], "20159", "Milano", "MI", "IT"), TO[1])
    me = Addressee(FROM[0], Address(FROM[1], "20124", "Milano", "MI", "IT"), oneself=True)
    sender = Sender(me, "ER", "elena@rossi.example", "+39 02 5550 0142")
    if scope == "plain":
        sender = Sender(replace(me, address=Address(country="IT")))
    text = NOTE.format(number=number)
    return print_card(CardOrder(text, "it", sender, to, date(2026, 12, 2), interface="it", envelopes=("c6",)))


def weasyprint(scope: str, number: int) -> bytes:
    from weasyprint import HTML

    pdf: bytes = HTML(string=_html(scope, NOTE.format(number=number))).write_pdf()
    return pdf


STYLE = """
@font-face { font-family: G; src: url(%(fonts)s/EBGaramond12-Regular.otf) }
@font-face { font-family: S; src: url(%(fonts)s/EBGaramond08-Regular.otf) }
@page card { size: 148mm 105mm; margin: 25mm 16mm 14.5mm }
@page envelope { size: 162mm 114mm; margin: 0 }
body { font: 11.75pt/1.34 G; color: #1f2f4f; hyphens: auto; margin: 0 }
.card { page: card } .envelope { page: envelope; break-before: page; position: relative; height: 114mm }
p { margin: 0; text-indent: 1.2em } p.first { text-indent: 0 } .closing { margin: 0.7em 0 0 56%% }
.mark { position: absolute; top: -16.5mm; left: 0; right: 0; text-align: center }
.foot { position: absolute; bottom: -5mm; left: 0; right: 0; text-align: center; font: 7.6pt S }
.to { position: absolute; left: 75mm; top: 53mm; font-size: 13pt; color: #222326 }
.flap { text-align: center; padding-top: 15mm; font: 8.2pt/1.28 S }
"""


def _html(scope: str, text: str) -> str:
    blocks = [html.escape(block).replace("\n", "<br>") for block in text.split("\n\n")]
    paragraphs = f"<p class=first>{blocks[1]}</p>" + "".join(f"<p>{block}</p>" for block in blocks[2:-1])
    mark = foot = flap = ""
    if scope == "full":
        image = f'<img style="height: %smm" src="data:image/svg+xml;base64,{_mark()}">'
        mark, foot = f"<div class=mark>{image % 11}</div>", f"<div class=foot>{FOOT}</div>"
        flap = f"<div class='envelope flap'>{image % 7.5}<br>{'<br>'.join(FROM)}</div>"
    return (
        f"<html lang=it><style>{STYLE % {'fonts': FONTS.as_uri()}}</style><body>"
        "<div class=card style='position: relative'>"
        f"{mark}<p class=first>{blocks[0]}</p>{paragraphs}<div class=closing>{blocks[-1]}</div>{foot}</div>"
        f"<div class=envelope><div class=to>{'<br>'.join(TO)}</div></div>{flap}</body></html>"
    )


@lru_cache
def _mark() -> str:
    """The same drawing for both; here it costs WeasyPrint nothing to make."""
    from seguito.channels.card.monogram import draw

    drawn = draw("ER", "script", "none", "#1f2f4f")
    return base64.b64encode(drawn.svg.encode() if drawn else b"").decode()


PRESSES: dict[str, Callable[[str, int], bytes]] = {"ours": ours, "weasyprint": weasyprint}


def warm(scope: str) -> tuple[float, float]:
    """Median milliseconds of another note, in this process, for each press; in turn: both meet the same weather."""
    return _in_turn([partial(press, scope) for press in PRESSES.values()], WARM_RUNS)


def cold(scope: str) -> tuple[float, float]:
    """Median milliseconds of a process that starts, prints and ends, for each press."""
    commands = ([sys.executable, __file__, "--once", press, scope] for press in PRESSES)
    return _in_turn(
        [lambda _number, command=command: subprocess.run(command, check=True) for command in commands], COLD_RUNS
    )


def _in_turn(presses: Sequence[Callable[[int], object]], times: int) -> tuple[float, float]:
    for press in presses:
        press(0)
    runs = [[_timed(press, number) for press in presses] for number in range(1, times + 1)]
    mine, other = (statistics.median(column) for column in zip(*runs, strict=True))
    return mine, other


def _timed(press: Callable[[int], object], number: int) -> float:
    start = time.perf_counter()
    press(number)
    return (time.perf_counter() - start) * 1000


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--once", nargs=2, metavar=("PRESS", "SCOPE"))
    once = parser.parse_args().once
    if once:
        PRESSES[once[0]](once[1], 1)
        return
    for scope in ("plain", "full"):
        for name, measure in (("cold", cold), ("warm", warm)):
            mine, other = measure(scope)
            print(f"{scope:5} {name}: {mine:6.1f} ms, WeasyPrint {other:6.1f} ms, {other / mine:4.1f} times as fast")


if __name__ == "__main__":
    main()
