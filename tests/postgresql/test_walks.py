"""The central walks, as they are on one person's file, on a team's database."""

from tests.walk.test_after_the_answer import (  # noqa: F401
    test_a_reply_ends_the_chase,
    test_a_walk_from_no_to_the_third_letter_and_then_silence,
)
from tests.walk.test_documents import test_every_command_of_a_page_answers_as_the_page_shows  # noqa: F401
from tests.walk.test_merging import test_everything_of_both_is_the_ones_who_stays  # noqa: F401
from tests.walk.test_talent import (  # noqa: F401
    opened,
    test_a_table_is_shown_first_taken_in_whole_and_changes_nothing_twice,
    test_the_job_warns_first_and_erases_a_week_later_however_often_it_runs,
    test_whose_time_is_over_is_told_and_erased_only_when_one_says_so,
)
