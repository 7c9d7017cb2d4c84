"""quite or quiet, role or roll, and their like: told by the part that the sentence lacks."""

from collections.abc import Iterator

from seguito.core.looks.language.prose import Hit, Kind, Sentence
from seguito.core.looks.language.record import rule
from seguito.languages.en.clauses import DETERMINED, is_plain, is_verb
from seguito.languages.en.grammar import group, is_adverb, is_noun, is_only, may_be, next_word, words

# Nouns that stand where a verb of the same sound belongs.
_VERBS = {
    "waist": "waste",
    "meat": "meet",
    "sea": "see",
    "weight": "wait",
    "hole": "hold",
    "sight": "cite",
    "thyme": "time",
    "flour": "flower",
}
_HOMOPHONES = words("waist meat sea weight")
_FOOD_AND_PAPER = words(
    "bread cheese ham butter bakery baker baked oven sausage egg breakfast film paper fabric cloth tape wallpaper drawings drum"
    " dice carpet silk foil roll's swiss spring toilet kitchen sandwich eat ate lunch"
)
_ABSTRACT = words(
    "fair good design management hospitality teaching accounting economics care trust service craft work learning"
)


@rule(
    "QUITE_SLOT",
    severity="stop",
    only_with="quiet",
    says={
        "en": "Rather is “quite”; “quiet” means with little noise.",
        "it": "Piuttosto si dice «quite»; «quiet» vuol dire silenzioso.",
    },
    wrong=[
        ["I live quiet near the depot.", "I live quite near the depot."],
        ["The talk was quiet long.", "The talk was quite long."],
    ],
    right=["It was quiet near the depot.", "I kept quiet like a mouse.", "The hall was quiet, empty and cold."],
)
def quite_slot(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index, token in enumerate(tokens[1:-1], start=1):
        before, following, after = tokens[index - 1], tokens[index + 1], next_word(tokens, index + 1)
        if after is None:
            continue
        if token.word != "quiet" or before.word in words("keep kept stay stayed be so very as too a the"):
            continue
        near = following.word in words("near close far often like") and before.word in words(
            "live lives lived work works come came go feel felt"
        )
        plain = (
            is_only(following, "j", "r") or following.word in words("long late early far hard easy")
        ) and before.word in words("is was are were am i'm it's")
        if near or (
            plain and (after.kind is Kind.MARK or after.word in group("prepositions", "conjunctions") - words("and"))
        ):
            yield sentence.hit(token, token, "quite")


@rule(
    "QUIET_SLOT",
    severity="stop",
    only_with="quite",
    says={
        "en": "With little noise is “quiet”; “quite” means rather.",
        "it": "Silenzioso si dice «quiet»; «quite» vuol dire piuttosto.",
    },
    wrong=[
        ["The crew is quite, but they made me laugh.", "The crew is quiet, but they made me laugh."],
        ["The street was quite and the shop was shut.", "The street was quiet and the shop was shut."],
    ],
    right=["It was quite late, and quite so.", "I am, quite, at ease.", "She was quite the artist."],
)
def quiet_slot(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index, token in enumerate(tokens[1:-1], start=1):
        before, following = tokens[index - 1], tokens[index + 1]
        ends = following.text in {",", ".", ";", "!", "?"} or following.word in words(
            "and but when while because until for during here"
        )
        if token.word == "quite" and before.word in words("is was are were be been stay kept keep remained") and ends:
            yield sentence.hit(token, token, "quiet")


@rule(
    "VERB_SLOT",
    severity="stop",
    only_with="waist meat sea weight",
    says={"en": "Here a verb is wanted: “{better}”.", "it": "Qui ci vuole il verbo: «{better}»."},
    wrong=[
        ["It would be a shame to waist such clay.", "It would be a shame to waste such clay."],
        ["I could meat you on Friday.", "I could meet you on Friday."],
    ],
    right=["From head to waist he was wet.", "We added it to meat and to weight."],
)
def verb_slot(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index, token in enumerate(tokens[1:-1], start=1):
        before, following = tokens[index - 1], tokens[index + 1]
        asked = before.word in group("modals", "do") or (
            before.word == "to" and following.word in DETERMINED | words("such any so until how what")
        )
        if token.word in _HOMOPHONES and asked and following.kind is Kind.WORD:
            yield sentence.hit(token, token, _VERBS[token.word])


@rule(
    "PRINCIPLES_OF",
    severity="ask",
    only_with="principals principal",
    says={
        "en": "A rule to live by is a “principle”; a “principal” is a head.",
        "it": "Un principio è «principle»; «principal» è il preside.",
    },
    wrong=[
        ["We spoke about the principals of fair pay.", "We spoke about the principles of fair pay."],
        ["I like the principals of good design.", "I like the principles of good design."],
    ],
    right=["The principals of the two schools met.", "The principal of the firm called."],
)
def principles_of(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index in range(len(tokens) - 2):
        head, of, what = tokens[index : index + 3]
        if head.word in {"principals", "principal"} and of.word == "of" and what.word in _ABSTRACT:
            yield sentence.hit(head, head, head.word.replace("al", "le"))


@rule(
    "ROLE_SLOT",
    severity="ask",
    only_with="roll",
    says={
        "en": "A part one plays is a “role”; a “roll” is paper, film or bread.",
        "it": "Un ruolo è «role»; «roll» è un rotolo, o un panino.",
    },
    wrong=[
        ["The lead roll went to somebody else.", "The lead role went to somebody else."],
        ["I think that this roll suits me.", "I think that this role suits me."],
    ],
    right=[
        "The roll of drawings was long.",
        "I ate a cheese roll. I took a roll of film.",
        "We roll the dough by hand.",
    ],
)
def role_slot(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    if sentence.words & _FOOD_AND_PAPER:
        return
    for index, token in enumerate(tokens[1:], start=1):
        following = next_word(tokens, index)
        at = index - 1
        while at > 0 and may_be(tokens[at], "j", "n", "g"):
            at -= 1
        determined = tokens[at].word in group("articles", "possessives", "demonstratives")
        bread = following is not None and following.word in words("of call out on up over")
        if token.word == "roll" and determined and not bread:
            yield sentence.hit(token, token, "role")


@rule(
    "STATIONERY_SLOT",
    severity="stop",
    only_with="stationary",
    says={
        "en": "Paper and envelopes are “stationery”; “stationary” means not moving.",
        "it": "Carta e buste sono «stationery»; «stationary» vuol dire fermo.",
    },
    wrong=[
        [
            "Forgive the cheap stationary; the good paper is at home.",
            "Forgive the cheap stationery; the good paper is at home.",
        ],
        ["I like the stationary that you use.", "I like the stationery that you use."],
    ],
    right=["The stationary train hummed.", "The trains were stationary. A stationary bike stood there."],
)
def stationery_slot(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index, token in enumerate(tokens[1:], start=1):
        following = next_word(tokens, index)
        at = index - 1
        while at > 0 and may_be(tokens[at], "j"):
            at -= 1
        determined = tokens[at].word in group("articles", "possessives", "demonstratives") | words("some of")
        alone = (
            following is None
            or following.kind is Kind.MARK
            or following.word in group("prepositions", "conjunctions", "be", "have", "subjects") | {"that"}
        )
        if token.word == "stationary" and determined and alone:
            yield sentence.hit(token, token, "stationery")


@rule(
    "EXCEPT_SLOT",
    severity="stop",
    only_with="accept",
    says={"en": "Leaving out is “except”; to “accept” is to take.", "it": "Tranne è «except»; «accept» è accettare."},
    wrong=[
        ["Nobody was there accept the caretaker.", "Nobody was there except the caretaker."],
        ["I liked everything in the hall accept the carpet.", "I liked everything in the hall except the carpet."],
    ],
    right=["Nobody will accept the offer. I accept it all.", "All of us, I think, accept it."],
)
def except_slot(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index, token in enumerate(tokens[1:-1], start=1):
        before, following = tokens[index - 1], tokens[index + 1]
        wholes = any(
            t.word in words("nobody everybody everyone nothing everything all nowhere anyone anything any")
            for t in tokens[:index]
        )
        subject = before.word in group("subjects", "modals", "do", "everybody") | words(
            "to not and or all never people"
        ) or (is_adverb(before) and before.word not in {"there", "here"})
        verb_before = any(is_verb(t) for t in tokens[:index])
        if (
            token.word == "accept"
            and before.kind is not Kind.MARK
            and wholes
            and verb_before
            and not subject
            and following.word in DETERMINED | group("objects")
        ):
            yield sentence.hit(token, token, "except")


@rule(
    "COMPLEMENT_SLOT",
    severity="ask",
    only_with="compliment compliments",
    says={
        "en": "To make complete is to “complement”; to “compliment” is to praise.",
        "it": "Completare è «complement»; «compliment» è elogiare.",
    },
    wrong=[
        ["The green tiles compliment the old oak.", "The green tiles complement the old oak."],
        ["The wine compliments the cheese.", "The wine complements the cheese."],
    ],
    right=["The guests compliment the cook.", "I compliment you on it; your compliment pleased me."],
)
def complement_slot(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index, token in enumerate(tokens[1:-2], start=1):
        before, following = tokens[index - 1], tokens[index + 1]
        praised = any(t.word in words("on for about") for t in tokens[index + 2 : index + 6])
        thing = (
            is_noun(before)
            and before.word not in group("people", "professions")
            and before.kind is Kind.WORD
            and not before.capitalised
        )
        if (
            token.word in {"compliment", "compliments"}
            and thing
            and following.word in {"the", "its", "their", "our"}
            and not praised
            and is_plain(tokens[:index])
        ):
            yield sentence.hit(token, token, token.word.replace("compli", "comple"))
