"""The third look: substance (T2.5, T3.1 to T3.5, T5.5)."""

from seguito.core.looks.substance.looking import look_at_substance
from seguito.core.looks.substance.rules import SUBSTANCE_RULES
from seguito.core.looks.substance.words import SubstanceWords

__all__ = ["SUBSTANCE_RULES", "SubstanceWords", "look_at_substance"]
