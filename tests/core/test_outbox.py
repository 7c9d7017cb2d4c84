"""The outbox's decisions: at most one final dot without a person's word, whatever happens in whatever order."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings, strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from seguito.core.in_drafts import Lies, looked_for
from seguito.core.nouns import PersonName
from seguito.core.outbox import (
    AGAIN_AFTER,
    BURST,
    GIVE_UP_AFTER,
    LEASE_AFTER_THE_MARK,
    LEASE_TO_THE_MARK,
    LEAST_ATTEMPTS,
    MOST_ATTEMPTS,
    PERHAPS_SENT,
    RETRY_AFTER,
    Answer,
    AskedAgainTooSoon,
    Delivery,
    DeliveryState,
    Fenced,
    HandedOver,
    LaidInDrafts,
    LoginRefused,
    Move,
    NotAnswerable,
    Outcome,
    Refused,
    RetryLater,
    Unanswered,
    again_from,
    answered,
    fits,
    found,
    is_legal,
    lease_is_over,
    may_claim,
    moved,
    next_turn,
    put_back,
    recovered,
    settled,
    so_already,
    words_changed,
)
from seguito.core.reasons import Reason

NOW = datetime(2026, 12, 2, 11, 30, tzinfo=UTC)
WHY = Reason("", "so it was")
S = DeliveryState


def a_delivery(state: DeliveryState = S.READY, **known: object) -> Delivery:
    return Delivery("d1", "n1", PersonName("p1", "Giulia Bianchi"), state, **known)


@pytest.mark.parametrize(
    ("outcome", "becomes"),
    [
        (HandedOver("250 ok"), S.HANDED),
        (Refused(WHY), S.REFUSED),
        (RetryLater(WHY), S.RETRY),
        (LoginRefused(WHY), S.RETRY),
        (Unanswered(WHY), S.UNKNOWN),
    ],
)
def test_what_an_outcome_makes_of_a_delivery(outcome: Outcome, becomes: DeliveryState) -> None:
    move = settled(a_delivery(S.COMMITTING, attempts=1), outcome, NOW)

    assert move is not None
    assert move.to is becomes
    assert becomes is S.HANDED or move.why == WHY


def test_whoever_was_overtaken_settles_nothing() -> None:
    assert settled(a_delivery(S.CLAIMED), Fenced(), NOW) is None


@pytest.mark.parametrize(
    ("attempt", "wait"), [*enumerate(RETRY_AFTER, start=1), (6, RETRY_AFTER[-1]), (20, RETRY_AFTER[-1])]
)
def test_each_attempt_waits_longer(attempt: int, wait: timedelta) -> None:
    move = settled(a_delivery(S.CLAIMED, attempts=attempt, first_claimed_at=NOW), RetryLater(WHY), NOW)

    assert move == Move(S.RETRY, WHY, NOW + wait)


@pytest.mark.parametrize(
    ("attempts", "since", "becomes"),
    [
        (LEAST_ATTEMPTS, GIVE_UP_AFTER - timedelta(seconds=1), S.RETRY),
        (LEAST_ATTEMPTS, GIVE_UP_AFTER, S.REFUSED),
        (LEAST_ATTEMPTS - 1, GIVE_UP_AFTER, S.RETRY),
        (1, timedelta(days=30), S.RETRY),
        (MOST_ATTEMPTS - 1, timedelta(hours=1), S.RETRY),
        (MOST_ATTEMPTS, timedelta(hours=1), S.REFUSED),
    ],
)
def test_it_is_given_up_in_the_end_but_not_because_a_laptop_slept(
    attempts: int, since: timedelta, becomes: DeliveryState
) -> None:
    move = settled(a_delivery(S.CLAIMED, attempts=attempts, first_claimed_at=NOW - since), RetryLater(WHY), NOW)

    assert move is not None
    assert move.to is becomes


def test_a_refused_log_in_costs_the_note_nothing() -> None:
    old = a_delivery(S.CLAIMED, attempts=MOST_ATTEMPTS, first_claimed_at=NOW - GIVE_UP_AFTER)

    assert settled(old, LoginRefused(WHY), NOW) == Move(S.RETRY, WHY, NOW)


@pytest.mark.parametrize(
    ("state", "becomes"),
    [
        (S.CLAIMED, S.RETRY),
        (S.COMMITTING, S.UNKNOWN),
        *((one, None) for one in S if one not in (S.CLAIMED, S.COMMITTING)),
    ],
)
def test_what_a_dead_sender_left(state: DeliveryState, becomes: DeliveryState | None) -> None:
    move = recovered(a_delivery(state), NOW)

    assert (move.to if move else None) is becomes


@pytest.mark.parametrize(("lease", "over"), [(None, True), (timedelta(0), True), (timedelta(seconds=1), False)])
def test_a_lease_runs_out(lease: timedelta | None, over: bool) -> None:
    until = None if lease is None else NOW + lease

    assert lease_is_over(a_delivery(S.CLAIMED, lease_until=until), NOW) is over
    assert not lease_is_over(a_delivery(S.HANDED, lease_until=until), NOW)


def test_a_hit_settles_a_question_and_nothing_else() -> None:
    assert {one: move.to for one in S if (move := found(a_delivery(one)))} == {
        S.UNKNOWN: S.HANDED,
        S.DRAFTED: S.HANDED,
    }


def test_words_that_lost_their_yes_do_not_go() -> None:
    assert {one: move.to for one in S if (move := words_changed(a_delivery(one)))} == {
        S.READY: S.CANCELLED,
        S.RETRY: S.CANCELLED,
    }


def test_a_copy_of_the_records_that_was_put_back_sends_nothing_by_itself() -> None:
    """What was waiting when the copy was made may have gone out since."""
    becomes = {one: move.to for one in S if (move := put_back(a_delivery(one)))}

    assert becomes == dict.fromkeys((S.READY, S.RETRY, S.CLAIMED, S.COMMITTING), S.UNKNOWN)


@pytest.mark.parametrize(
    ("answer", "state", "becomes"),
    [
        (Answer.ARRIVED, S.UNKNOWN, S.HANDED),
        (Answer.AGAIN, S.UNKNOWN, S.READY),
        (Answer.AGAIN, S.REFUSED, S.READY),
        (Answer.AGAIN, S.CANCELLED, S.READY),
        (Answer.AGAIN, S.RETRY, S.RETRY),
        (Answer.CANCEL, S.READY, S.CANCELLED),
        (Answer.CANCEL, S.RETRY, S.CANCELLED),
        (Answer.CANCEL, S.CLAIMED, S.CANCELLED),
        (Answer.ARRIVED, S.DRAFTED, S.HANDED),
        (Answer.CANCEL, S.DRAFTED, S.CANCELLED),
    ],
)
def test_what_a_persons_word_does(answer: Answer, state: DeliveryState, becomes: DeliveryState) -> None:
    assert answered(a_delivery(state), answer, NOW).to is becomes


SAID = {(Answer.ARRIVED, S.UNKNOWN), (Answer.ARRIVED, S.DRAFTED), (Answer.CANCEL, S.DRAFTED)}
SAID |= {(Answer.AGAIN, one) for one in (S.UNKNOWN, S.REFUSED, S.CANCELLED, S.RETRY)}
SAID |= {(Answer.CANCEL, one) for one in (S.READY, S.RETRY, S.CLAIMED)}


@pytest.mark.parametrize(("answer", "state"), sorted({(a, s) for a in Answer for s in S} - SAID))
def test_a_word_that_does_not_fit_changes_nothing(answer: Answer, state: DeliveryState) -> None:
    """Above all: what went out is not called back, and what went out for sure is not sent again."""
    with pytest.raises(NotAnswerable):
        answered(a_delivery(state), answer, NOW)


def test_a_word_said_twice_is_heard_once() -> None:
    said = {(answer, state) for answer in Answer for state in S if so_already(a_delivery(state), answer)}

    assert said == {(Answer.ARRIVED, S.HANDED), (Answer.ARRIVED, S.FILED), (Answer.CANCEL, S.CANCELLED)}


def test_again_is_offered_when_no_server_can_still_be_waiting() -> None:
    asked = a_delivery(S.UNKNOWN, marked_at=NOW)

    assert again_from(asked) == NOW + AGAIN_AFTER
    with pytest.raises(AskedAgainTooSoon):
        answered(asked, Answer.AGAIN, NOW + AGAIN_AFTER - timedelta(seconds=1))
    assert answered(asked, Answer.AGAIN, NOW + AGAIN_AFTER).to is S.READY
    assert AGAIN_AFTER > LEASE_AFTER_THE_MARK


def test_a_file_for_ones_own_program_has_no_server_to_wait_for() -> None:
    assert answered(a_delivery(S.UNKNOWN, marked_at=NOW, eml="note.eml"), Answer.AGAIN, NOW).to is S.READY


@pytest.mark.parametrize(
    ("state", "lies", "becomes"),
    [
        (S.DRAFTED, Lies.DRAFT, None),
        (S.DRAFTED, Lies.SENT, S.HANDED),
        (S.DRAFTED, Lies.LIKE_IT_SENT, S.UNKNOWN),
        (S.DRAFTED, Lies.NOWHERE, S.UNKNOWN),
        (S.UNKNOWN, Lies.DRAFT, S.DRAFTED),
        (S.UNKNOWN, Lies.SENT, S.HANDED),
        (S.UNKNOWN, Lies.LIKE_IT_SENT, None),
        (S.UNKNOWN, Lies.NOWHERE, None),
    ],
)
def test_what_the_mailbox_proves_of_a_draft(state: DeliveryState, lies: Lies, becomes: DeliveryState | None) -> None:
    move = looked_for(a_delivery(state, by_draft=True), lies)

    assert (move.to if move else None) is becomes
    assert looked_for(a_delivery(state), lies) is None


@pytest.mark.parametrize("state", list(S))
def test_no_look_into_the_mailbox_makes_a_draft_go_from_here(state: DeliveryState) -> None:
    moves = [looked_for(a_delivery(state, by_draft=True), lies) for lies in Lies]

    assert not any(may_claim(moved(a_delivery(state, by_draft=True), move), NOW) for move in moves if move)


def test_only_a_draft_of_which_nobody_knows_may_be_left() -> None:
    assert fits(a_delivery(S.UNKNOWN, by_draft=True), Answer.CANCEL)
    assert not fits(a_delivery(S.UNKNOWN), Answer.CANCEL)
    assert settled(a_delivery(S.COMMITTING, by_draft=True), LaidInDrafts(), NOW) == Move(S.DRAFTED)


@pytest.mark.parametrize("state", list(S))
def test_only_what_waits_is_claimed_and_only_when_it_is_due(state: DeliveryState) -> None:
    waits = state in (S.READY, S.RETRY)

    assert may_claim(a_delivery(state), NOW) is waits
    assert may_claim(a_delivery(state, not_before=NOW), NOW) is waits
    assert not may_claim(a_delivery(state, not_before=NOW + timedelta(seconds=1)), NOW)


def test_an_illegal_step_is_a_defect() -> None:
    with pytest.raises(ValueError, match="filed"):
        moved(a_delivery(S.FILED), Move(S.READY))


def test_nobody_waits_to_thank_a_panel() -> None:
    pace = timedelta(seconds=20)
    just_now = tuple(NOW - timedelta(seconds=n) for n in range(BURST))

    assert next_turn(just_now[:-1], pace) is None
    assert next_turn(just_now, pace) == NOW + pace
    assert next_turn(just_now, timedelta(0)) is None
    assert next_turn(tuple(NOW - timedelta(minutes=20 * n) for n in range(BURST)), pace) is None


@given(st.lists(st.integers(0, 100_000), max_size=30))
def test_the_next_turn_is_never_before_the_last_mail(seconds: list[int]) -> None:
    handed = tuple(NOW + timedelta(seconds=one) for one in seconds)
    turn = next_turn(handed, timedelta(seconds=20))

    assert turn is None or turn > max(handed)


@dataclass
class Sender:
    """A program that has the delivery in hand, as far as it knows."""

    fence: int
    marked: bool = False
    dotted: bool = False
    accepted: bool = False


class Outbox(RuleBasedStateMachine):
    """Senders that live, sleep and die in any order around one row, and a person who answers."""

    def __init__(self) -> None:
        super().__init__()
        self.row = a_delivery()
        self.now = NOW
        self.senders: list[Sender] = []
        self.copies = 0
        self.said_again = 0

    def settle(self, fence: int, move: Move | None) -> None:
        """As the records do it: a compare-and-set on the fence, and only along a legal step."""
        if move and is_legal(self.row.state, move.to) and self.row.fence == fence:
            self.row = moved(self.row, move)

    def one_of(self, data: st.DataObject, dotted: bool, marked: bool | None = None) -> Sender:
        fit = [one for one in self.senders if one.dotted is dotted and marked in (None, one.marked)]
        return data.draw(st.sampled_from(fit))

    def gone(self, sender: Sender) -> Sender:
        self.senders.remove(sender)
        return sender

    @precondition(lambda self: may_claim(self.row, self.now))
    @rule()
    def claim(self) -> None:
        self.row = replace(
            moved(self.row, Move(S.CLAIMED)),
            fence=self.row.fence + 1,
            attempts=self.row.attempts + 1,
            first_claimed_at=self.row.first_claimed_at or self.now,
            lease_until=self.now + LEASE_TO_THE_MARK,
        )
        self.senders.append(Sender(self.row.fence))

    @precondition(lambda self: any(not one.marked for one in self.senders))
    @rule(data=st.data())
    def mark(self, data: st.DataObject) -> None:
        sender = self.one_of(data, dotted=False, marked=False)
        if self.row.state is S.CLAIMED and self.row.fence == sender.fence:
            sender.marked = True
            until = self.now + LEASE_AFTER_THE_MARK
            self.row = replace(moved(self.row, Move(S.COMMITTING)), marked_at=self.now, lease_until=until)
        else:
            self.gone(sender)

    @precondition(lambda self: any(one.marked and not one.dotted for one in self.senders))
    @rule(data=st.data(), takes=st.booleans())
    def dot(self, data: st.DataObject, takes: bool) -> None:
        sender = self.one_of(data, dotted=False, marked=True)
        sender.dotted, sender.accepted = True, takes
        self.copies += takes

    @precondition(lambda self: may_claim(self.row, self.now))
    @rule(data=st.data())
    def come_to_the_dot(self, data: st.DataObject) -> None:
        """The three steps that most senders take in a row."""
        self.senders.clear()
        self.claim()
        self.mark(data)
        self.dot(data, takes=True)

    @precondition(lambda self: any(one.dotted for one in self.senders))
    @rule(data=st.data())
    def read_the_answer(self, data: st.DataObject) -> None:
        sender = self.gone(self.one_of(data, dotted=True))
        outcome: Outcome = HandedOver("250") if sender.accepted else RetryLater(WHY)
        self.settle(sender.fence, settled(self.row, outcome, self.now))

    @precondition(lambda self: any(one.dotted for one in self.senders))
    @rule(data=st.data())
    def lose_the_line(self, data: st.DataObject) -> None:
        sender = self.gone(self.one_of(data, dotted=True))
        self.settle(sender.fence, settled(self.row, Unanswered(WHY), self.now))

    @precondition(lambda self: any(not one.dotted for one in self.senders))
    @rule(data=st.data(), outcome=st.sampled_from([RetryLater(WHY), Refused(WHY), LoginRefused(WHY)]))
    def break_off_before_the_dot(self, data: st.DataObject, outcome: Outcome) -> None:
        sender = self.gone(self.one_of(data, dotted=False))
        self.settle(sender.fence, settled(self.row, outcome, self.now))

    @precondition(lambda self: self.senders)
    @rule(data=st.data())
    def die(self, data: st.DataObject) -> None:
        self.gone(data.draw(st.sampled_from(self.senders)))

    @rule()
    def take_up_what_dead_senders_left(self) -> None:
        if lease_is_over(self.row, self.now):
            self.settle(self.row.fence, recovered(self.row, self.now))

    @rule()
    def take_all_senders_for_dead(self) -> None:
        """The lock said so, and it was wrong."""
        self.settle(self.row.fence, recovered(self.row, self.now))

    @precondition(lambda self: self.copies)
    @rule()
    def look_into_the_mailbox(self) -> None:
        self.settle(self.row.fence, found(self.row))

    @rule(answer=st.sampled_from(Answer))
    def hear_the_person(self, answer: Answer) -> None:
        perhaps = self.row.state in PERHAPS_SENT
        try:
            move = answered(self.row, answer, self.now)
        except (NotAnswerable, AskedAgainTooSoon):
            return
        self.said_again += perhaps and answer is Answer.AGAIN
        self.settle(self.row.fence, move)

    @rule(minutes=st.sampled_from([1, 6, 12, 16, 200, 5000]))
    def wait(self, minutes: int) -> None:
        self.now += timedelta(minutes=minutes)

    @invariant()
    def nobody_gets_it_twice_without_a_persons_word(self) -> None:
        assert self.copies <= 1 + self.said_again

    @invariant()
    def what_is_called_refused_or_waiting_was_not_delivered(self) -> None:
        if self.row.state in (S.READY, S.RETRY, S.REFUSED, S.CANCELLED, S.CLAIMED) and not self.said_again:
            assert self.copies == 0


TestOutbox = Outbox.TestCase
TestOutbox.settings = settings(max_examples=200, stateful_step_count=40, deadline=None)
