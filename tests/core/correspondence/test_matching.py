"""What is an answer, what may be one, and what is none (T5.4)."""

from datetime import UTC, datetime, timedelta

import pytest

from seguito.core.correspondence.letters import Failure, Letter, LetterKind, Sent
from seguito.core.correspondence.matching import ASK_WITHIN, SentMail, match, returned, same_subject

THEN = datetime(2026, 12, 2, 11, 30, tzinfo=UTC)


def a_note(
    number: int = 1, reader: str = "giulia", subject: str = "Account manager, Agenzia Fontana", days: int = 0
) -> Sent:
    addresses = frozenset({f"{reader}@corp.test", f"{reader}@home.test"})
    return Sent(f"n{number}", f"d{number}", f"<m{number}@x>", reader, addresses, subject, THEN + timedelta(days=days))


def a_letter(
    *threads: str,
    address: str = "giulia@corp.test",
    subject: str = "Grazie",
    after: timedelta = timedelta(hours=3),
    by_machine: bool = False,
    to_many: bool = False,
    is_report: bool = False,
) -> Letter:
    return Letter("<in@y>", threads, "Giulia", address, subject, THEN + after, by_machine, to_many, is_report)


MAIL = SentMail.of([a_note(1), a_note(2, "marco"), a_note(3, subject="A second question", days=7)])


def test_a_mail_that_names_ours_is_its_answer_whoever_wrote_it() -> None:
    """An assistant answers, or Giulia from an address that nobody knew."""
    found = match(a_letter("<other@z>", "<m2@x>", address="assistant@corp.test"), MAIL)
    assert found is not None
    assert (found.kind, found.sent.note) == (LetterKind.ANSWER, "n2")


def test_of_several_that_are_named_the_nearest_is_answered() -> None:
    found = match(a_letter("<m3@x>", "<m1@x>"), MAIL)
    assert found is not None
    assert found.sent.note == "n3"


@pytest.mark.parametrize("subject", ["Re: A second question", "R: a second  question", "RE: Re[2]: A second question"])
def test_without_a_thread_it_is_a_question_about_the_note_of_that_subject(subject: str) -> None:
    found = match(a_letter(subject=subject, after=timedelta(days=8), address="giulia@home.test"), MAIL)
    assert found is not None
    assert (found.kind, found.sent.note) == (LetterKind.PERHAPS, "n3")


def test_of_another_subject_it_is_a_question_about_the_latest_note() -> None:
    found = match(a_letter(subject="The trip to San Francisco", after=timedelta(days=8)), MAIL)
    assert found is not None
    assert (found.kind, found.sent.note) == (LetterKind.PERHAPS, "n3")


@pytest.mark.parametrize(
    "letter",
    [
        a_letter(address="stranger@corp.test"),
        a_letter(after=timedelta(hours=-1)),
        a_letter(after=timedelta(days=8) + ASK_WITHIN),
        a_letter(to_many=True),
        a_letter("<m1@x>", is_report=True),
        a_letter("<somebody@else>", address="stranger@corp.test"),
    ],
    ids=["a stranger", "before", "long after", "a newsletter", "a report", "another thread"],
)
def test_what_is_no_business_of_ours(letter: Letter) -> None:
    assert match(letter, MAIL) is None


def test_a_machines_answer_is_no_answer() -> None:
    for letter in (a_letter("<m1@x>", by_machine=True), a_letter(by_machine=True)):
        found = match(letter, MAIL)
        assert found is not None
        assert (found.kind, found.sent.note) == (LetterKind.AWAY, "n1")


def test_a_report_counts_only_for_a_mail_of_ours() -> None:
    ours = Failure("giulia@corp.test", "5.1.1", "user unknown", "<m1@x>", "", final=True)
    late = Failure("marco@corp.test", "4.4.1", "", "", "d2", final=False)
    forged = Failure("giulia@corp.test", "5.1.1", "user unknown", "<nobody@x>", "d9", final=True)
    kinds = [(found.kind, found.sent.note) for _, found in returned([ours, late, forged], MAIL)]
    assert kinds == [(LetterKind.RETURNED, "n1"), (LetterKind.DELAYED, "n2")]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Fontana", "Re: Fontana", True),
        ("Fontana", "R: FONTANA ", True),
        ("Fontana", "Fwd: I: fontana", True),
        ("Fontana", "Fontana 2", False),
        ("", "Re:", False),
        ("Research", "search", False),
        ("Re: Intervista", "intervista", True),
    ],
)
def test_subjects_of_one_conversation(one: str, other: str, same: bool) -> None:
    assert same_subject(one, other) is same
