"""What stands behind if, when and until."""

from collections.abc import Iterator

from seguito.core.looks.language.prose import Hit, Kind, Sentence
from seguito.core.looks.language.record import rule
from seguito.languages.en.grammar import (
    group,
    is_base_verb,
    past_of,
    words,
)

_BEING = {"i": "am", "we": "are", "they": "are", "he": "is", "she": "is", "it": "is"}


@rule(
    "WILL_AFTER_WHEN",
    severity="stop",
    only_with="when if whenever until after before once unless soon",
    says={
        "en": "After “{when}” English uses the present for what is to come: “{better}”.",
        "it": "Dopo «{when}» l'inglese usa il presente per il futuro: «{better}».",
    },
    wrong=[
        ["When I will arrive in Dublin, I will call you.", "When I arrive in Dublin, I will call you."],
        ["I will write as soon as I will have the results.", "I will write as soon as I have the results."],
        ["If you will need a reference, I can send one.", "If you need a reference, I can send one."],
        ["If I will be chosen, I would move.", "If I am chosen, I would move."],
    ],
    right=[
        "I don't know when I will arrive.",
        "When will you arrive?",
        "If you will allow me, I will call, and come if you will have me.",
        "The day when he will retire is near.",
    ],
)
def will_after_when(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index, token in enumerate(tokens[:-3]):
        starts = index == 0 or tokens[index - 1].kind is Kind.MARK or tokens[index - 1].word in {"and", "but", "so"}
        soon = token.word == "as" and [t.word for t in tokens[index - 2 : index]] == ["as", "soon"]
        near = tokens[index + 1].word in {"i", "we", "you", "i'll", "we'll", "you'll"}
        later = token.word in {"until", "once", "unless"} or (token.word in {"before", "after"} and near) or soon
        if not (later or (starts and token.word in {"when", "if", "whenever"})):
            continue
        subject, will = tokens[index + 1], tokens[index + 2]
        contracted = subject.word.endswith("'ll") and token.word not in {"before", "after", "once", "until"}
        if contracted:
            will = subject
        elif will.word not in {"will", "won't"} or subject.word not in group("subjects") | {"everybody", "everyone"}:
            continue
        after = tokens[index + 2] if contracted else tokens[index + 3]
        polite = after.word in {
            "allow",
            "excuse",
            "forgive",
            "permit",
            "not",
            "let",
            "be",
            "please",
            "pardon",
            "only",
            "just",
        }
        rest = [t.word for t in tokens[index + 4 : index + 5]]
        taken = after.word == "have" and token.word == "if" and rest in (["me"], ["us"])  # “if you will have me”
        is_so = after.word == "be" and subject.word in _BEING  # "if you will be so kind" asks
        does = is_base_verb(after) or after.word in {"have", "do"}
        if taken or (not is_so and (polite or not does)):
            continue
        if starts and token.word in {"when", "whenever"} and sentence.text.rstrip().endswith("?"):
            continue
        if is_so:
            yield sentence.hit(will, after, _BEING[subject.word], when=token.text)
        elif subject.word in {"he", "she", "it"} or will.word == "won't" or contracted:
            yield sentence.hit(will, after, when=token.text)
        else:
            yield sentence.hit(will, after, after.text, when=token.text)


@rule(
    "IF_WOULD",
    severity="ask",
    only_with="if",
    says={
        "en": "After “if” the verb stands in the past: “{better}”.",
        "it": "Dopo «if» il verbo va al passato: «{better}».",
    },
    wrong=[
        ["If I would be in your place, I would stay.", "If I were in your place, I would stay."],
        ["If he would know it, he would laugh.", "If he knew it, he would laugh."],
    ],
    right=["If I were you, I would stay.", "I asked if I would be paid. If you would be so kind, call me."],
)
def if_would(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index in range(len(tokens) - 3):
        conditional, subject, would, verb = tokens[index : index + 4]
        opens = index == 0 or tokens[index - 1].text in {",", ";"} or tokens[index - 1].word in words("and but")
        if (
            not opens
            or conditional.word != "if"
            or would.word != "would"
            or subject.word not in words("i he she we they")
        ):
            continue
        past = {"be": "were", "have": "had", "do": "did"}.get(verb.word) or (
            past_of(verb.word) if is_base_verb(verb) else ""
        )
        if past and verb.word not in words("like prefer rather mind"):
            yield sentence.hit(would, verb, past)
