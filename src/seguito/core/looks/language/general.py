"""The rules that hold in every language: what a note owes itself, whatever it is written in."""

from seguito.core.looks.language.beginnings import sentence_capital
from seguito.core.looks.language.consistency import name_two_ways, quotes_mixed
from seguito.core.looks.language.marks import (
    double_space,
    doubled_mark,
    no_full_stop,
    no_space_after_mark,
    space_before_mark,
    unpaired,
)
from seguito.core.looks.language.repeats import doubled_word
from seguito.core.looks.language.rules import LanguageRule

GENERAL_RULES: tuple[LanguageRule, ...] = (
    doubled_word,
    sentence_capital,
    no_full_stop,
    space_before_mark,
    no_space_after_mark,
    doubled_mark,
    unpaired,
    double_space,
    quotes_mixed,
    name_two_ways,
)
