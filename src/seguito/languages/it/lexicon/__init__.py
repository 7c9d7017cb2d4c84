"""What an Italian word may be: its part of speech, gender, number, person, mood and tense.

The table is compiled by `tools/make_lexicon.py` from the packages and the hand-made files beside it; sources and
licences are in `LICENSE.md`.
"""

from seguito.languages.it.lexicon.derived import analyses
from seguito.languages.it.lexicon.table import Analysis

__all__ = ["Analysis", "analyses"]
