"""past or passed, through or threw: told by the part that the sentence lacks."""

from collections.abc import Iterator

from seguito.core.looks.language.prose import Hit, Kind, Sentence
from seguito.core.looks.language.record import rule
from seguito.languages.en.clauses import DETERMINED, clause_after, has_verb, is_plain, is_verb
from seguito.languages.en.grammar import group, is_base_verb, is_noun, words

_GOING = words("lead leads led run runs ran go goes went walk walked drive drove cycle cycled walks drives get got")


@rule(
    "THROUGH_SLOT",
    severity="stop",
    only_with="threw",
    says={
        "en": "From end to end is “through”; “threw” is the past of “throw”.",
        "it": "Attraverso è «through»; «threw» è il passato di «throw».",
    },
    wrong=[
        ["I would be glad to talk threw the budget.", "I would be glad to talk through the budget."],
        ["A path threw the garden leads there.", "A path through the garden leads there."],
    ],
    right=["He threw the ball.", "The boy who won threw the ball.", "I know that she threw it."],
)
def through_slot(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index, token in enumerate(tokens[1:-1], start=1):
        before, following = tokens[index - 1], tokens[index + 1]
        if token.word != "threw" or following.word not in DETERMINED:
            continue
        behind_verb = is_base_verb(before) and not is_noun(before) and before.word not in group("subjects")
        if behind_verb or (is_noun(before) and is_plain(tokens[:index]) and has_verb(clause_after(tokens, index))):
            yield sentence.hit(token, token, "through")


@rule(
    "PASSED_SLOT",
    severity="stop",
    only_with="past",
    says={
        "en": "The verb is “pass, passed”; “past” is what lies behind.",
        "it": "Il verbo è «pass, passed»; «past» è il passato, oppure oltre.",
    },
    wrong=[
        ["The committee past the proposal in May.", "The committee passed the proposal in May."],
        ["The hours past and nobody came.", "The hours passed and nobody came."],
    ],
    right=[
        "The road past the mill is long.",
        "We walked past the mill. In the past the mill stood here.",
        "The people past the gate waved.",
    ],
)
def passed_slot(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index, token in enumerate(tokens[1:-1], start=1):
        if (
            token.word != "past"
            or not is_noun(tokens[index - 1])
            or tokens[index - 1].word in group("time_units") - words("hours days weeks months years")
        ):
            continue
        subject = tokens[:index]
        plain = not any(is_verb(t) or t.word in group("prepositions", "conjunctions", "wh_words") for t in subject)
        after = clause_after(tokens, index)
        closes = (
            tokens[index + 1].word in DETERMINED | words("and by quickly slowly without")
            or tokens[index + 1].kind is Kind.MARK
        )
        if plain and closes and not has_verb(after):
            yield sentence.hit(token, token, "passed")


@rule(
    "PAST_SLOT",
    severity="stop",
    only_with="passed",
    says={
        "en": "Beyond or before: “past”; “passed” is the verb.",
        "it": "Oltre, o prima: «past»; «passed» è il verbo.",
    },
    wrong=[
        ["The tour took us passed the bakery.", "The tour took us past the bakery."],
        ["You led me passed the kilns.", "You led me past the kilns."],
        ["The stairs lead passed the forge.", "The stairs lead past the forge."],
        ["I walk passed your window daily.", "I walk past your window daily."],
    ],
    right=["You said it passed the test.", "The law that helped us passed the house.", "We passed the bakery."],
)
def past_slot(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index in range(2, len(tokens) - 1):
        verb, whom, token, following = tokens[index - 2 : index + 2]
        goes = whom.word in _GOING and not (verb.kind is Kind.WORD and verb.word in words("the a my your our"))
        led = verb.word in words("took led walked drove showed brought take lead") and whom.word in words(
            "us me him them you her"
        )
        if token.word == "passed" and (led or goes) and following.word in DETERMINED:
            yield sentence.hit(token, token, "past")


@rule(
    "PASSED_AFTER_HAVE",
    severity="stop",
    only_with="past",
    says={
        "en": "The verb is “pass, passed”; “past” is what lies behind.",
        "it": "Il verbo è «pass, passed»; «past» è il passato, oppure oltre.",
    },
    wrong=[
        ["Two years have past since I wrote.", "Two years have passed since I wrote."],
        ["The winter has past without snow.", "The winter has passed without snow."],
    ],
    right=["I have past experience of it.", "We have past and present members."],
)
def passed_after_have(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index, token in enumerate(tokens[1:-1], start=1):
        following = tokens[index + 1]
        has = tokens[index - 1].word in words("have has had i've we've they've you've")
        alone = following.kind is Kind.MARK or following.word in group(
            "prepositions", "articles", "possessives"
        ) | words("and since quickly without")
        if (
            token.word == "past"
            and has
            and alone
            and not (following.word == "and" and index + 2 < len(tokens) and tokens[index + 2].word == "present")
        ):
            yield sentence.hit(token, token, "passed")
