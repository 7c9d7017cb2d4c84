"""The outbox's trial and the reminders' claims against real mail servers, on a team's database."""

from tests.mail.test_reminding import *  # noqa: F403
from tests.mail.test_trial import *  # noqa: F403
