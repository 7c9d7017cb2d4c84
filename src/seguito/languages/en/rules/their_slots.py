"""there where their belongs, where where were belongs."""

from collections.abc import Iterator

from seguito.core.looks.language.prose import Hit, Kind, Sentence
from seguito.core.looks.language.record import rule
from seguito.languages.en.clauses import clause_after, has_verb, is_verb
from seguito.languages.en.grammar import group, is_base_verb, is_only, may_be, words
from seguito.languages.en.subjects import Count, subject_before

_STAND_ALONE = words(
    "go goes went come comes came live lives lived stay stays stayed work works worked arrive arrives arrived get gets got is"
    " was stand stood sit sat sleep slept happen happened walk walked drive drove return returned been hang hung grow grew"
)


@rule(
    "WERE_SLOT",
    severity="stop",
    only_with="where",
    says={
        "en": "The past of “are” is “were”; “where” asks for a place.",
        "it": "Il passato di «are» è «were»; «where» vuol dire dove.",
    },
    wrong=[
        ["The stairs where narrower than I remembered.", "The stairs were narrower than I remembered."],
        ["Your questions where harder than the exam.", "Your questions were harder than the exam."],
    ],
    right=[
        "The streets where narrow shops stood are gone.",
        "The mills where my parents worked are shut.",
        "I know the shops where bread is good.",
    ],
)
def were_slot(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index, token in enumerate(tokens[1:-1], start=1):
        following = tokens[index + 1]
        if token.word != "where" or any(is_verb(t) for t in tokens[:index]):
            continue
        subject = subject_before(tokens, index)
        if not may_be(tokens[index - 1], "p") and (subject is None or subject.count is not Count.SEVERAL):
            continue
        after = clause_after(tokens, index)
        states = may_be(following, "j", "jr", "h", "g") or following.word in words(
            "very so too not all both quite really always"
        )
        if states and not has_verb([t for t in after[1:] if t.word not in words("than")][:4]):
            yield sentence.hit(token, token, "were")


@rule(
    "THEIR_SLOT",
    severity="stop",
    only_with="there",
    says={"en": "“their” says whose it is.", "it": "Il possessivo è «their»."},
    wrong=[
        ["The students showed me there notebooks, and left.", "The students showed me their notebooks, and left."],
        ["The nurses keep there coats in the hall.", "The nurses keep their coats in the hall."],
        ["The gardeners know there plants by name.", "The gardeners know their plants by name."],
        ["There reason for it is a good one.", "Their reason for it is a good one."],
    ],
    right=[
        "I went there people or no people.",
        "You sell there what others throw out.",
        "I live there days at a time.",
    ],
)
def their_slot(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index, token in enumerate(tokens[:-2]):
        if token.word != "there":
            continue
        noun, after = tokens[index + 1], tokens[index + 2]
        if not may_be(noun, "n", "p") or noun.tag not in {"NOUN", ""} or may_be(noun, "r"):
            continue
        closes = after.kind is Kind.MARK or after.word in group("prepositions", "conjunctions")
        if index == 0:
            if (
                is_only(noun, "n", "v", "p")
                and after.word in words("for of to in with behind about")
                and has_verb(tokens[index + 3 :])
            ):
                yield sentence.hit(token, token, "their")
            continue
        before = tokens[index - 1]
        told = before.word in group("objects") and index > 1 and may_be(tokens[index - 2], "d", "v")
        takes = before.tag == "VERB" and may_be(before, "v", "d", "z") and before.word not in _STAND_ALONE
        if closes and (told or takes):
            yield sentence.hit(token, token, "their")


@rule(
    "THEIR_CLAUSE",
    severity="stop",
    only_with="there they're",
    says={"en": "“their” says whose it is.", "it": "Il possessivo è «their»."},
    wrong=[
        ["The drivers told me that there routes change.", "The drivers told me that their routes change."],
        ["I noticed that they're desks face the window.", "I noticed that their desks face the window."],
    ],
    right=[
        "I know that there people wait, and they're people who wait.",
        "I saw that they're nurses. It is because there problems arise.",
        "I think that there rivers run dry.",
    ],
)
def their_clause(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    owners = {token.word for token in tokens} & words("they them") or any(
        may_be(token, "p") and token.word in group("people") for token in tokens
    )
    for index in range(1, len(tokens) - 2):
        token, noun, verb = tokens[index : index + 3]
        if token.word not in {"there", "they're"} or tokens[index - 1].word not in words(
            "that because how when and of"
        ):
            continue
        acts = verb.word in words("are were have need") or is_base_verb(verb)
        owned = owners or token.word == "they're"
        if owned and is_only(noun, "p", "z") and may_be(noun, "p") and noun.word not in group("people") and acts:
            yield sentence.hit(token, token, "their")
