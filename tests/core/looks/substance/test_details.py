"""Which details a note draws on, and the words that carry them (T3.4)."""

import unicodedata

import pytest

from seguito.core.looks.context import Context, Said
from seguito.core.looks.substance import look_at_substance
from seguito.core.looks.substance.beside import details_used
from seguito.languages.substance import substance_words

COLIN = "Colin Prewett"


def a_context(*texts: str, **facts: object) -> Context:
    details = tuple(Said(COLIN, "insight", text, str(number)) for number, text in enumerate(texts))
    return Context(to=COLIN, details=details, **facts)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("language", "detail", "sentence"),
    [
        ("en", "books returned from the online shop take nine days", "Nine days for a returned book!"),
        ("en", "books returned from the online shop take nine days", "9 days is long for a return."),
        ("en", "the children's shelf is rearranged every Saturday", "I saw children rearranging shelves."),
        ("en", "her son has just started the cello", "May your son keep his bow straight."),
        ("en", "just back from a walking week in the Dolomites", "The Dolomites in June must be a dream."),
        ("it", "allena una squadra di pallavolo femminile", "Le sue pallavoliste avranno vinto."),
        ("it", "il modulo di adesione ha trentadue campi", "Trentadue caselle sono troppe."),
        ("it", "coltiva zafferano sul balcone", "In terrazza, i bulbi saranno fioriti."),
        ("it", "lo sportello apre all'alba per i pastori", "Aprire quando è buio, per chi ha le pecore."),
        ("it", "fa immersioni anche a gennaio", "Immergersi a gennaio!"),
    ],
)
def test_a_detail_is_found_in_paraphrase_and_inflection(language: str, detail: str, sentence: str) -> None:
    assert details_used(sentence, a_context(detail), substance_words(language)).keys() == {"0"}


@pytest.mark.parametrize(
    ("language", "detail", "sentence"),
    [
        ("en", "the team is growing from five to twelve people", "I enjoyed meeting the team and the people."),
        ("en", "the company moves to a new office next year", "It is a great company with a great team."),
        ("it", "l'azienda cresce e cerca persone nuove", "È una bella azienda, con persone preparate."),
    ],
)
def test_what_every_note_speaks_of_carries_no_detail(language: str, detail: str, sentence: str) -> None:
    assert details_used(sentence, a_context(detail), substance_words(language)) == {}


def test_the_words_that_carry_a_detail_are_shown_at_their_places() -> None:
    text = "Dear Colin,\n\nI have thought of the dumplings ever since. The market was closed.\n\nLeonie"
    used = details_used(text, a_context("swears by the dumpling place behind the market"), substance_words("en"))
    assert [text[start:end] for start, end in used["0"]] == ["dumplings", "market"]


def test_places_are_those_of_the_text_as_it_was_given() -> None:
    text = unicodedata.normalize("NFD", "Perché no? Il caffè di Città Alta, con gli gnocchi.")
    context = a_context("consiglia gli gnocchi del caffè di Città Alta")
    used = details_used(text, context, substance_words("it"))
    assert "gnocchi" in [text[start:end] for start, end in used["0"]]


def test_another_panelists_detail_is_not_offered_as_used() -> None:
    context = Context(to=COLIN, details=(Said("Nadia Rahman", "trip", "a walking week in the Dolomites", "1"),))
    assert details_used("The Dolomites!", context, substance_words("en")) == {}


GENERIC = "Thank you for your time. I enjoyed our conversation and I remain interested in the role. Please contact me."


def test_a_note_with_nothing_from_the_conversation_is_never_ready() -> None:
    """T3.1: stop, not ask."""
    context = a_context("wholesale orders still come by fax")
    stops = {f.rule for f in look_at_substance(GENERIC, "en", context, substance_words("en")) if f.severity == "stop"}
    assert "NO_DETAIL" in stops


@pytest.mark.parametrize(
    "context",
    [
        Context(to=COLIN),
        a_context(),
        a_context("wholesale orders still come by fax", used=frozenset({"0"})),
    ],
    ids=["no details known", "a debrief that holds nothing", "marked as used by its author"],
)
def test_no_detail_is_asked_for_where_there_is_none_to_use_or_one_is_used(context: Context) -> None:
    findings = look_at_substance(GENERIC, "en", context, substance_words("en"))
    assert "NO_DETAIL" not in {f.rule for f in findings}


def test_a_note_full_of_words_that_no_other_has_needs_no_matched_detail() -> None:
    text = (
        "Gulls, a rusty winch and a thermos: I have not thought of anything else since. You mend nets the way my aunt"
        " mended quarrels, knot by knot, and I would love to learn it from you."
    )
    context = a_context("the auction starts before the boats are in")
    assert "NO_DETAIL" not in {f.rule for f in look_at_substance(text, "en", context, substance_words("en"))}
