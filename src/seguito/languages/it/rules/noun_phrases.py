"""Agreement within a noun phrase: molte persone, la grande azienda, domande precise, tre stagioni."""

from collections.abc import Iterator, Sequence

from seguito.core.looks.language.prose import Hit, Sentence
from seguito.core.looks.language.record import rule
from seguito.languages.it.agreeing import agreeing
from seguito.languages.it.determiners import family_of, pairs_of
from seguito.languages.it.phrases import NOMINAL, is_article, is_common, next_to
from seguito.languages.it.words import Pair, Word, words
