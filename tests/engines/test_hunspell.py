"""Spelling through Hunspell, with the dictionary in the language's folder (T4.2)."""

import threading

import pytest

from seguito.core.looks.finding import Finding, Severity
from seguito.engines import hunspell
from seguito.engines.slips import near_words


def misspelt(text: str, *accepted: str) -> tuple[Finding, ...]:
    return hunspell.read(text, "it", frozenset(accepted)).findings


@pytest.mark.parametrize(
    ("text", "quote", "better"),
    [
        ("Le mando il curriculm.", "curriculm", "curriculum"),
        ("È un'esperienza eccezzionale.", "eccezzionale", "eccezionale"),
        ("Ringrazziandola, la saluto.", "Ringrazziandola", "Ringraziandola"),
        ("Ho visto lazienda.", "lazienda", "l'azienda"),
        ("È la disponibbilità che conta.", "disponibbilità", "disponibilità"),
        ("Vorrei approffondire.", "approffondire", "approfondire"),
        ("Un’esperienza interesante.", "interesante", "interessante"),
    ],
)
def test_a_slip_is_found_and_the_likeliest_word_comes_first(text: str, quote: str, better: str) -> None:
    (finding,) = misspelt(text)
    assert finding.quote == quote == text[finding.start : finding.end]
    assert finding.suggestions[0] == better
    assert finding.rule == "SPELLING"


@pytest.mark.parametrize(
    "text",
    [
        "Il feedback dell'onboarding era nel backlog del team leader.",
        "Una call, due mockup, la newsletter e il budget della startup.",
        "L'amica dell'ufficio mi porta un po' di tè: glielo riporterò.",
        "Chissà se Izaguirre e Johnson lavorano da LinkedIn o da NASA.",
        "Bellissima, gentilissimi, chiaramente, riorganizzare, ex-collega.",
        "Subìto o subito? I princìpi, l'àncora.",
        "Ramen e hummus, ah ah, km 3, B2, C1.",
        "",
    ],
)
def test_everyday_words_loanwords_and_names_are_left_alone(text: str) -> None:
    assert misspelt(text) == ()


def test_a_name_in_small_letters_is_asked_about() -> None:
    (finding,) = misspelt("Lavoro a torino.")
    assert (finding.rule, finding.severity) == ("LOWER_CASE_NAME", Severity.ASK)
    assert finding.suggestions == ("Torino",)


def test_names_of_the_roster_and_own_words_are_right() -> None:
    assert misspelt("La zzanotti mi ha parlato del grappolino.", "Anna Zzanotti", "grappolino") == ()


def test_words_far_from_any_other_hold_nothing_back() -> None:
    found = misspelt("Il gnurblespo e il frastulmio e il quotrapelbo.")
    assert [finding.severity for finding in found] == [Severity.HINT] * 3


def test_the_fallback_in_pure_python_gives_the_same_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("spylls")
    binding = hunspell.dictionary("it")
    fallback = hunspell._in_python(str(hunspell._FOLDERS / "it/dictionary/it_IT"))
    for word in ("azienda", "ringraziarla", "zaini", "zaino", "perché", "perche", "torino", "Torino", "eccezzionale"):
        assert fallback.knows(word) == binding.knows(word), word


def test_several_threads_may_read_at_once() -> None:
    results: list[int] = []

    def look() -> None:
        results.extend(len(misspelt(f"Il colloqio numero {number} era interesante.")) for number in range(5))

    threads = [threading.Thread(target=look) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == [2] * 20


def test_near_words_are_one_slip_away() -> None:
    near = set(near_words("aprofondire", "abcdefghilmnopqrstuvz"))
    assert {"approfondire", "apofondire", "parofondire", "aprofondira"} <= near
    assert set(near_words("a" * 60, "ab")) == set()
