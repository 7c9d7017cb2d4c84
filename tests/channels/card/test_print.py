"""What comes out of the press: the note to the letter, on sheets of the exact size, in a file that lasts."""

import io
import re
import shutil
import subprocess
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest
from hypothesis import given, settings, strategies as st

from seguito.channels.card.glyphs import SERIF, MissingGlyph, coverage
from seguito.channels.card.monogram import InkUnreadable, NoSuchCapital, NoSuchCut
from seguito.channels.card.order import CardOrder, NoSuchSheet
from seguito.channels.card.press import PRESS, Press, PrintingTookTooLong
from seguito.channels.card.print import NoteEndless, NoteOverfull, NothingToPrint, preview, print_card
from seguito.channels.card.sheets import card_names, envelope_names, for_typst, geometry
from seguito.channels.card.words import clean, parts_of
from seguito.core.nouns import Address
from seguito.errors import Problem
from seguito.reference.addresses import Addressee, MissingAddressPart
from tests.channels.card.orders import (
    ADA,
    AMERICAN,
    BIANCHI,
    BY_HAND,
    ELENA,
    ITALIAN,
    NOTE_EN,
    NOTE_IT,
    OKAFOR,
    an_order,
    pages_of,
    sizes_of,
    squashed,
)

# -- the text


@pytest.mark.parametrize("sheet", card_names())
@pytest.mark.parametrize(("text", "language"), [(NOTE_IT, "it"), (NOTE_EN, "en")])
def test_the_words_on_paper_are_the_notes(sheet: str, text: str, language: str) -> None:
    printed = "".join(pages_of(print_card(an_order(text, language=language, sheet=sheet))))
    assert all(squashed(part) in printed for part in parts_of(text).texts)
    assert squashed(text) in printed


def test_a_postscript_stands_after_the_name() -> None:
    for sheet in ("a5", "letter-a4"):
        (page,) = pages_of(print_card(an_order(f"{NOTE_IT}\n\nP.S. E grazie del caffè.", sheet=sheet)))
        assert page.index("Congratitudine,") < page.index("P.S.Egraziedelcaffè.")


HOSTILE = {
    "markup": r"# $ * _ @ < > \ ] [ ` ~ = - + / // /* */ #panic(\"x\") $x^2$ *b* _i_ <lab> @ref \u{41}",
    "code": '#import "x.typ": *  #read("main.typ")  #sys.inputs  #eval("1")',
    "json": '"}, "ink": "red", {"a": "\\u0041 \\n \\\\ ',
    "quotes as typed": "«a» “b” ‘c’ \"d\" 'e' --- -- ... fi ffi fl",
    "signs of lists and headings": "= Titolo\n- uno\n+ due\n/ termine: tre\n1. quattro",
    "one unbroken word": "x" * 300,
    "a long address of the web": "https://example.org/" + "a/b-c_d?e=f&" * 12,
    "line ends of another system": "prima\r\nseconda\r\n\r\nterza",
    "no-break spaces": "n.\u00a0b. 10\u202f%",
    "html": "<script>alert(1)</script> &amp; <b>x</b>",
    "raw": "```rust\nfn main() {}\n``` `x`",
    "template": "{{name}} ${x} %s {0}",
    "elisions": "dell’intervistatrice nell'immaginazione sull’organizzazione dell’ un’opportunità",
    "brackets": "((((([[[[{{{{",
    "backslash at the end": "fine \\",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_what_is_typed_comes_out_as_typed(text: str) -> None:
    (printed,) = pages_of(print_card(an_order(text)))
    assert squashed(text) in printed


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("a\x00b\x07c\x1b[31md\x7f", "abc[31md"),
        ("abc\u202edef\u202c", "abcdef"),
        ("di\u200bvi\u200dso \ufeffbom", "divisobom"),
        ("a" + "\u0301" * 40, "á\u0301"),
        ("Nicolo\u0300 S\u0327erban", "NicolòŞerban"),
        ("a\ud800b", "ab"),
    ],
)
def test_what_nobody_sees_is_not_printed(typed: str, printed: str) -> None:
    (page,) = pages_of(print_card(an_order(typed)))
    assert squashed(printed) in page


@pytest.mark.parametrize(
    "name",
    [
        "Nicolò Đoković-Łukasz",
        "Zoë Œuvrard",
        "Şerban Țăranu",
        "Þórdís Ægisdóttir",
        "Nguyễn Thị Hạnh",
        "Günther Weiß",
        "İbrahim Ağaoğlu",
        "Θεοδώρα Ζωή",
        "Жанна Щукина",
    ],
)
def test_names_of_europe_and_beyond_are_printed(name: str) -> None:
    order = an_order(f"Gentile {name},\n\ndue righe.", to=replace(BIANCHI, name=name), envelopes=("c6",))
    note, envelope, _flap = pages_of(print_card(order))
    assert squashed(name) in note
    assert squashed(name) in envelope


# Marks apart: pypdf reads a letter with a mark of its own twice, where poppler reads it right.
ANY = st.characters(exclude_categories=["Mn", "Cs"])
HELD = st.sampled_from([chr(code) for code in sorted(coverage(SERIF)) if unicodedata.category(chr(code)) != "Mn"])


@settings(max_examples=60)
@given(st.text(ANY, max_size=300) | st.text(HELD | st.sampled_from(" \n,.'’"), max_size=300))
def test_any_text_is_printed_as_it_is_or_refused(text: str) -> None:
    try:
        (printed,) = pages_of(print_card(an_order(text, sender=replace(ELENA, email="", phone=""))))
    except Problem:
        return
    assert printed == squashed(clean(text))


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler is not installed")
def test_letters_with_marks_of_their_own_are_read_as_typed(tmp_path: Path) -> None:
    file = tmp_path / "card.pdf"
    file.write_bytes(print_card(an_order("0\u0300 bo\u0323\u0300x", sender=replace(ELENA, email="", phone=""))))
    read = subprocess.run(["pdftotext", "-raw", str(file), "-"], capture_output=True, text=True, check=True)
    assert squashed(read.stdout) == squashed(clean("0\u0300 bo\u0323\u0300x"))


@pytest.mark.parametrize("sheet", ["a6", "a5-fold"])
def test_a_note_of_any_length_is_one_page_or_refused(sheet: str) -> None:
    """Those that are known to fit without measuring, those that are measured, those that are too long."""
    inside = 1 if sheet == "a5-fold" else 0
    ends = set()
    for words in (4, 12, 20, 32, 44, 56, 60, 64, 68, 72, 80, 84, 120):
        order = an_order(
            "Gentile dottoressa Bianchi,\n\n" + "parola dell’intervista, " * (words // 2) + "\n\nCordialmente,\nE. R."
        )
        order = replace(order, sheet=sheet)
        try:
            pages = pages_of(print_card(order))
        except NoteOverfull:
            ends.add("refused")
            continue
        assert len(pages) == inside + 1
        assert squashed(order.text) in pages[inside]
        ends.add("surely" if for_typst(order)["sheets"][0]["sure"] else "measured")
    assert ends == {"surely", "measured", "refused"}


# -- the file


def test_sheets_have_their_exact_sizes_and_stand_in_order() -> None:
    order = replace(ITALIAN, text=BY_HAND, guide=True, envelopes=envelope_names())
    sizes = sizes_of(print_card(order))
    cards, envelopes = geometry()["cards"], geometry()["envelopes"]
    expected = [cards["a6"], cards["a6"], *(envelopes[name] for name in envelope_names() for _ in range(2))]
    assert len(sizes) == len(expected)
    for (width, height), sheet in zip(sizes, expected, strict=True):
        assert width == pytest.approx(sheet["width"], abs=0.01)
        assert height == pytest.approx(sheet["height"], abs=0.01)


@pytest.mark.parametrize("sheet", card_names())
@pytest.mark.parametrize("blank", [False, True])
def test_every_sheet_has_the_size_of_its_paper(sheet: str, blank: bool) -> None:
    found = geometry()["cards"].get(sheet) or geometry()["papers"][sheet]
    sizes = sizes_of(print_card(replace(ITALIAN, sheet=sheet, blank=blank)))
    assert len(sizes) == (2 if "fold" in found else 1)
    for size in sizes:
        assert size == pytest.approx((found["width"], found["height"]), abs=0.01)


def test_on_a_carrier_every_sheet_lies_on_that_paper() -> None:
    order = replace(ITALIAN, text=BY_HAND, blank=True, guide=True, envelopes=("c6", "dl"), carrier="a4")
    card, guide, *envelopes = sizes_of(print_card(order))
    assert card == guide == pytest.approx((210, 297), abs=0.01)
    assert envelopes[0] == pytest.approx((210, 297), abs=0.01)
    assert envelopes[-1] == pytest.approx((297, 210), abs=0.01), "a long envelope turns the paper"


@pytest.mark.parametrize(
    "order", [ITALIAN, AMERICAN, replace(ITALIAN, sheet="letter-a4"), replace(AMERICAN, sans=True)]
)
def test_the_file_lasts_and_can_be_read_aloud(order: CardOrder) -> None:
    reader = pypdf.PdfReader(io.BytesIO(print_card(replace(order, envelopes=("c6",)))))
    root = reader.root_object
    metadata = root["/Metadata"].get_data().decode()  # type: ignore[union-attr]
    assert re.search(r"pdfaid:part>2<", metadata)
    assert re.search(r"pdfaid:conformance>A<", metadata)
    assert root["/MarkInfo"]["/Marked"]  # type: ignore[index]
    assert "/StructTreeRoot" in root
    assert root["/Lang"].startswith(order.language[:2])  # type: ignore[union-attr]


def test_only_the_stationerys_own_faces_are_used_and_all_are_embedded() -> None:
    order = replace(ITALIAN, text=BY_HAND, guide=True, envelopes=("c6",), carrier="a4")
    fonts = [
        font.get_object()
        for page in pypdf.PdfReader(io.BytesIO(print_card(order))).pages
        for font in (page["/Resources"].get("/Font") or {}).values()  # type: ignore[union-attr]
    ]
    for font in fonts:
        assert re.search(r"EBGaramond|Caveat|AlegreyaSans", font["/BaseFont"])
        descriptor = font["/DescendantFonts"][0].get_object()["/FontDescriptor"]
        assert {"/FontFile2", "/FontFile3"} & set(descriptor)


def test_the_same_order_gives_the_same_bytes() -> None:
    assert print_card(ITALIAN) == print_card(ITALIAN)
    assert print_card(ITALIAN) != print_card(replace(ITALIAN, ink="#5b1d2c"))


def test_pictures_show_every_page() -> None:
    order = replace(ITALIAN, envelopes=("c6",))
    png, svg = preview(order, "png", 40), preview(order, "svg")
    assert len(png) == len(svg) == 3
    assert all(page.startswith(b"\x89PNG") for page in png)
    assert all(b"<svg" in page[:200] for page in svg)


def test_a_blank_card_needs_no_words() -> None:
    (page,) = pages_of(print_card(an_order("", blank=True)))
    assert page == ""


def test_a_card_without_initials_has_no_monogram() -> None:
    plain = replace(ELENA, initials="")
    assert for_typst(replace(ITALIAN, sender=plain))["monogram"] is None
    assert squashed("Gentile dottoressa Bianchi,") in pages_of(print_card(replace(ITALIAN, sender=plain)))[0]


# -- the letter


def test_an_italian_letter_follows_italys_order() -> None:
    order = replace(ITALIAN, sheet="letter-a4", subject="il nostro colloquio")
    (page,) = pages_of(print_card(order))
    places = [
        page.index(squashed(text))
        for text in (
            "Milano, 2 dicembre 2026",
            "dott.ssa Giulia Bianchi",
            "20159 MILANO MI",
            "Oggetto: il nostro colloquio",
            "Gentile dottoressa Bianchi,",
            "Con gratitudine,",
        )
    ]
    assert places == sorted(places)


def test_an_american_letter_begins_with_its_date() -> None:
    (page,) = pages_of(print_card(replace(AMERICAN, sheet="letter-us")))
    assert page.index("December2,2026") < page.index("Ms.AdaezeOkafor") < page.index("DearMs.Okafor,")
    assert "Re:" not in page


def test_a_long_letter_goes_on_to_a_second_page_and_counts_them() -> None:
    text = (
        "Dear Ms. Okafor,\n\n"
        + "\n\n".join(["A paragraph of some length, as letters have them."] * 60)
        + "\n\nYours,\nAda"
    )
    pages = pages_of(print_card(replace(AMERICAN, text=text, sheet="letter-us", envelopes=("us-10",))))
    assert len(pages) == 4
    assert "1/3" in pages[0]
    assert "3/3" in pages[2]


def test_a_letter_to_somebody_without_a_street_bears_name_and_house() -> None:
    order = replace(ITALIAN, sheet="letter-a4", to=replace(BIANCHI, address=Address()))
    (page,) = pages_of(print_card(order))
    assert squashed("dott.ssa Giulia Bianchi Officina Meridiana") in page


# -- what can't be printed


@pytest.mark.parametrize(
    ("order", "problem"),
    [
        (an_order(""), NothingToPrint),
        (an_order(" \n\n\t "), NothingToPrint),
        (an_order("", blank=True, guide=True), NothingToPrint),
        (an_order("parola " * 400), NoteOverfull),
        (an_order("\n\n".join(["riga"] * 60)), NoteOverfull),
        (an_order("a" * 20_001), NoteEndless),
        (an_order("grazie 🙏🏽 a presto"), MissingGlyph),
        (an_order("山田太郎 caro"), MissingGlyph),
        (replace(ITALIAN, to=replace(BIANCHI, name="山田太郎"), envelopes=("c6",)), MissingGlyph),
        (replace(ITALIAN, to=replace(BIANCHI, name=""), envelopes=("c6",)), MissingAddressPart),
        (replace(ITALIAN, to=Addressee("Giulia", Address(city="Milano")), envelopes=("c6",)), MissingAddressPart),
        (replace(ITALIAN, sheet="b7"), NoSuchSheet),
        (replace(ITALIAN, envelopes=("b7",)), NoSuchSheet),
        (replace(ITALIAN, carrier="a3"), NoSuchSheet),
        (replace(ITALIAN, cut="gothic"), NoSuchCut),
        (replace(ITALIAN, frame="heart"), NoSuchCut),
        (replace(ITALIAN, ink="red"), InkUnreadable),
        (replace(ITALIAN, ink='#fff"/><script>'), InkUnreadable),
        (replace(ITALIAN, sender=replace(ELENA, initials="山")), NoSuchCapital),
        (replace(ITALIAN, sheet="letter-a4", guide=True), NoSuchSheet),
    ],
)
def test_what_cannot_be_printed_is_a_problem_and_no_page(order: CardOrder, problem: type[Problem]) -> None:
    with pytest.raises(problem):
        print_card(order)


def test_a_note_that_does_not_fit_says_by_how_much_and_where_it_would() -> None:
    with pytest.raises(NoteOverfull) as told:
        print_card(an_order("Gentile dottoressa Bianchi,\n\n" + "parola " * 160))
    values = told.value.values
    assert values["lines"] >= 1
    assert 1 <= values["words"] < 160
    assert values["larger"] in {"--sheet a5", "--sheet a5-fold"}


def test_an_unknown_sheet_is_answered_with_all_of_them() -> None:
    with pytest.raises(NoSuchSheet) as told:
        print_card(replace(ITALIAN, sheet="a3"))
    assert told.value.values["known"] == card_names()


def test_a_missing_character_is_named_with_its_place() -> None:
    with pytest.raises(MissingGlyph) as told:
        print_card(an_order("Gentile Anna,\n\ngrazie 🙏 a presto"))
    assert told.value.values["character"] == "🙏"
    assert told.value.values["position"] == 23
    assert told.value.values["excerpt"] == "Anna, grazie 🙏 a presto"


def test_a_wish_for_another_drawing_of_a_sign_is_no_missing_character() -> None:
    assert "❦" in pages_of(print_card(an_order("con affetto ❦\ufe0f")))[0]


# -- the press itself


def test_several_threads_print_at_once() -> None:
    orders = [an_order(f"{NOTE_IT}\n\nP.S. {number}", sheet="a5") for number in range(8)]
    with ThreadPoolExecutor(8) as threads:
        files = list(threads.map(print_card, orders))
    for number, pdf in enumerate(files):
        assert f"P.S.{number}" in pages_of(pdf)[0]


def test_a_press_that_takes_too_long_is_given_up_and_replaced() -> None:
    press = Press()
    with pytest.raises(PrintingTookTooLong):
        press.pdf(for_typst(ITALIAN), seconds=0)
    assert press.pdf(for_typst(ITALIAN)).startswith(b"%PDF")


def test_a_defect_of_the_drawing_is_not_hidden() -> None:
    with pytest.raises(Exception, match="dictionary does not contain"):
        PRESS.pdf({"ink": "#000000"})


def test_the_senders_address_crosses_the_border_with_its_country() -> None:
    to_america = replace(ITALIAN, to=OKAFOR, envelopes=("c6",))
    _card, front, flap = pages_of(print_card(to_america))
    assert front.endswith("STATIUNITID’AMERICA")
    assert flap.endswith("ITALIA")
    at_home = replace(AMERICAN, sender=ADA, envelopes=("us-a2",))
    _card, front = pages_of(print_card(at_home))
    assert "UNITED" not in front
    assert front.count("ATLANTA,GA") == 2
