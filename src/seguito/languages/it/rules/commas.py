"""No comma between the subject and its verb: il colloquio di ieri è stato utile."""

from collections.abc import Iterator, Sequence

from seguito.core.looks.language.prose import Hit, Sentence
from seguito.core.looks.language.record import rule
from seguito.languages.it.clauses import SUBORDINATES
from seguito.languages.it.phrases import is_surely_finite
from seguito.languages.it.subjects import Subject, agrees, subject_at, verb_at
from seguito.languages.it.uses import is_person
from seguito.languages.it.words import Word, at, words


@rule(
    "COMMA_AFTER_SUBJECT",
    severity="ask",
    says={
        "en": "No comma between the subject and its verb.",
        "it": "Tra il soggetto e il suo verbo non va la virgola.",
    },
    wrong=[
        ["Il colloquio di ieri, è stato utile.", "Il colloquio di ieri è stato utile."],
        ["Le macchine nuove, fanno poco rumore.", "Le macchine nuove fanno poco rumore."],
        ["La sua collega, mi ha mostrato il forno.", "La sua collega mi ha mostrato il forno."],
        ["Il reparto che mi ha mostrato ieri, è quello giusto.", "Il reparto che mi ha mostrato ieri è quello giusto."],
    ],
    right=[
        "Il colloquio di ieri, le dirò, è stato utile.",
        "I disegni, li ha consegnati Marta.",
        "La sera, è bello tornare a casa.",
        "Il pane, diceva mia nonna, si fa da sé.",
    ],
)
def comma_after_subject(sentence: Sentence) -> Iterator[Hit]:
    read = words(sentence)
    subject = subject_at(read, 0)
    comma = next((word for word in read if word.token.text == ","), None)
    if subject is None or comma is None or sum(w.token.text == "," for w in read) > 1:
        return
    if comma.index != subject.end and not _ends_relative(read, subject, comma):
        return
    predicate = verb_at(read, comma.index + 1)
    if predicate is None or not subject.number or not agrees(predicate.verb, subject):
        return
    told = {"mi", "ci", "vi"}.issuperset(predicate.clitics) and is_person(subject.head)
    if told or not predicate.clitics:
        before, after = read[comma.index - 1].token, read[comma.index + 1].token
        yield sentence.hit(before, after, f"{before.text} {after.text}")


def _ends_relative(read: Sequence[Word], subject: Subject, comma: Word) -> bool:
    """Il reparto che mi ha mostrato per ultimo, è …: one relative clause and no more lies between."""
    that = at(read, subject.end)
    if that is None or that.form != "che":
        return False
    between = read[that.index + 1 : comma.index]
    return sum(is_surely_finite(word) for word in between) == 1 and not any(w.form in SUBORDINATES for w in between)
