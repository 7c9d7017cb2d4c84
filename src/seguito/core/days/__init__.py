"""Days that people write of: where they stand in a text, and which days they may mean."""

from seguito.core.days.find import find_dates, find_day, find_due, find_no_days
from seguito.core.days.mention import DateMention
from seguito.core.days.words import DateWords

__all__ = ["DateMention", "DateWords", "find_dates", "find_day", "find_due", "find_no_days"]
