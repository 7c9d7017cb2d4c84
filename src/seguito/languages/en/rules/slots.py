"""A word where its sound-alike belongs, told by the part that the sentence lacks: a verb, a preposition, a possessive."""

from collections.abc import Iterator, Sequence

from seguito.core.looks.language.prose import Hit, Kind, Sentence, Token
from seguito.core.looks.language.record import rule
from seguito.languages.en.grammar import group, is_adverb, is_base_verb, is_noun, is_only, may_be, next_word, words
from seguito.languages.en.subjects import Count, subject_before

_DETERMINED = group("articles", "possessives", "demonstratives", "objects") | words("all each every some it")
_MOVES = words(
    "take takes took taken taking lead led walk walked walking drive drove drive show showed brought bring us me him them you"
)
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
_STAND_ALONE = words(
    "go goes went come comes came live lives lived stay stays stayed work works worked arrive arrives arrived get gets got is"
    " was stand stood sit sat sleep slept happen happened walk walked drive drove return returned been hang hung grow grew"
)
_FOOD_AND_PAPER = words(
    "bread cheese ham butter bakery baker baked oven sausage egg breakfast film paper fabric cloth tape wallpaper drawings drum"
    " dice carpet silk foil roll's swiss spring toilet kitchen sandwich eat ate lunch"
)
_ABSTRACT = words(
    "fair good design management hospitality teaching accounting economics care trust service craft work learning"
)


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
        if token.word != "threw" or following.word not in _DETERMINED:
            continue
        behind_verb = is_base_verb(before) and not is_noun(before) and before.word not in group("subjects")
        if behind_verb or (is_noun(before) and _is_plain(tokens[:index]) and _has_verb(_clause_after(tokens, index))):
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
        plain = not any(_is_verb(t) or t.word in group("prepositions", "conjunctions", "wh_words") for t in subject)
        after = _clause_after(tokens, index)
        closes = (
            tokens[index + 1].word in _DETERMINED | words("and by quickly slowly without")
            or tokens[index + 1].kind is Kind.MARK
        )
        if plain and closes and not _has_verb(after):
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
    ],
    right=["You said it passed the test.", "The law that helped us passed the house.", "We passed the bakery."],
)
def past_slot(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index in range(2, len(tokens) - 1):
        verb, whom, token, following = tokens[index - 2 : index + 2]
        led = verb.word in words("took led walked drove showed brought take lead") and whom.word in words(
            "us me him them you her"
        )
        if token.word == "passed" and led and following.word in _DETERMINED:
            yield sentence.hit(token, token, "past")


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
        if token.word != "where" or any(_is_verb(t) for t in tokens[:index]):
            continue
        subject = subject_before(tokens, index)
        if not may_be(tokens[index - 1], "p") and (subject is None or subject.count is not Count.SEVERAL):
            continue
        after = _clause_after(tokens, index)
        states = may_be(following, "j", "jr", "h", "g") or following.word in words(
            "very so too not all both quite really always"
        )
        if states and not _has_verb([t for t in after[1:] if t.word not in words("than")][:4]):
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
                and _has_verb(tokens[index + 3 :])
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
            "and but when while because until"
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
            before.word == "to" and following.word in _DETERMINED | words("such any so until how what")
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
            or following.word in group("prepositions", "conjunctions", "be", "subjects") | {"that"}
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
        verb_before = any(_is_verb(t) for t in tokens[:index])
        if (
            token.word == "accept"
            and before.kind is not Kind.MARK
            and wholes
            and verb_before
            and not subject
            and following.word in _DETERMINED | group("objects")
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
            and _is_plain(tokens[:index])
        ):
            yield sentence.hit(token, token, token.word.replace("compli", "comple"))


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


def _is_plain(tokens: Sequence[Token]) -> bool:
    """A bare subject so far: no verb, no other clause."""
    return not any(_is_verb(t) or t.word in group("conjunctions", "wh_words") | {"that"} for t in tokens)


def _is_verb(token: Token) -> bool:
    """A verb that can carry a clause."""
    if token.word in group("be", "have", "do", "modals"):
        return token.text != "May"
    return token.tag == "VERB" and may_be(token, "d", "z", "v") and not is_adverb(token)


def _clause_after(tokens: Sequence[Token], index: int) -> list[Token]:
    """What follows up to the next mark or conjunction."""
    clause: list[Token] = []
    for token in tokens[index + 1 :]:
        if token.kind is Kind.MARK or token.word in words("and but or because that which who when while if than"):
            break
        clause.append(token)
    return clause


def _has_verb(tokens: Sequence[Token]) -> bool:
    return any(_is_verb(token) for token in tokens)
