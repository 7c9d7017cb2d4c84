"""The outbox's trial and the reminders' claims against real mail servers, on a team's database.

A full disk is left out: it is the server's, and what it says of it is told as any other trouble of its own.
"""

from tests.mail.test_reminding import *  # noqa: F403
from tests.mail.test_trial import *  # noqa: F403

del test_a_full_disk_at_any_commit_sends_at_most_once  # noqa: F821
