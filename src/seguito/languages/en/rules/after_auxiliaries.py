"""The form of a verb behind can, do, have and be."""

from collections.abc import Iterator, Sequence

from seguito.core.looks.language.prose import Hit, Kind, Sentence, Token
from seguito.core.looks.language.record import rule
from seguito.languages.en.grammar import (
    base_of,
    group,
    ing_of,
    is_adverb,
    is_base_verb,
    is_noun,
    is_only,
    may_be,
    next_word,
    participle_of,
    past_of,
    words,
)
from seguito.languages.en.lexicon import word
from seguito.languages.en.verbs import OBJECT_BEGINS, heads, is_inflected, is_noun_like, relative_before

_MODALS = group("modals") - {"i'd"}
_NOUNS_TOO = words("might can will must")
_NEGATED = words("don't doesn't didn't")
_BE = group("be") - words("that's there's what's who's it's being be")
_FIRST_OR_SECOND = words("i'm you're we're they're he's she's am")
_PRONOUNS = words("i we he she they you")
# Forms that the lexicon leaves to the closed classes.
_BASES = {
    "has": "have",
    "had": "have",
    "does": "do",
    "did": "do",
    "done": "do",
}
# Pasts that are verbs of their own too: to saw wood, to found a firm.
_PAST_AND_BASE = {"saw": "see", "felt": "feel", "found": "find", "left": "leave"}
_DONE_TO = words(
    "build switch cut paint repair print open close make found finish send cancel invite choose teach write give take"
    " deliver publish employ hire complete discuss solve prepare receive organise organize impress follow"
)
_OFTEN_BASE = words("live visit finish start call walk cook learn play study train travel work teach share help")
_COMMON_ACTS = words("work study live look wait call plan talk hope write")


@rule(
    "AFTER_MODAL",
    severity="stop",
    says={
        "en": "After “{modal}” the verb stands in its base form: “{better}”.",
        "it": "Dopo «{modal}» il verbo va alla forma base: «{better}».",
    },
    wrong=[
        ["You must to be proud of it.", "You must be proud of it."],
        ["I will sent you the drawings.", "I will send you the drawings."],
        ["It could takes a week.", "It could take a week."],
        ["I can starting in March.", "I can start in March."],
        ["Could you sent me the plan?", "Could you send me the plan?"],
    ],
    right=[
        "I might need to go, and all they could to help, they did.",
        "The might of it, a can opened by hand, and its own will left us.",
        "I would, sent there, go. Could you ask them? How can baking bread be hard?",
    ],
)
def after_modal(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index, at in heads(tokens, _MODALS):
        modal, form = tokens[index], tokens[at]
        if is_noun_like(tokens, index):
            continue
        if form.word in {"you", "we", "i", "they"} and at == index + 1 and at + 1 < len(tokens):
            form = tokens[at + 1]
            if not is_inflected(form) or may_be(form, "p") or relative_before(tokens, index):
                continue
        elif form.word == "to":
            after = next_word(tokens, at)
            subject = tokens[index - 1].word if index else ""
            aims = any(
                t.word in words("all everything what whatever best as than") for t in tokens[max(0, index - 4) : index]
            )
            takes = after is not None and (is_base_verb(after) or after.word in words("be have do"))
            if (
                after is not None
                and takes
                and not aims
                and (modal.word not in _NOUNS_TOO or subject in group("subjects"))
            ):
                yield sentence.hit(form, after, after.text, modal=modal.text)
            continue
        elif (
            form.word in _BASES
            and at == index + 1
            and index
            and tokens[index - 1].word in _PRONOUNS | {"it", "this", "that"}
        ):
            yield sentence.hit(form, form, _BASES[form.word], modal=modal.text)
            continue
        elif form.word in _PAST_AND_BASE and at == index + 1 and _has_clause(tokens, at):
            yield sentence.hit(form, form, _PAST_AND_BASE[form.word], modal=modal.text)
            continue
        elif not _is_no_base(form) or (
            may_be(form, "g") and (not index or tokens[index - 1].word not in group("subjects"))
        ):
            continue
        base = base_of(form.word, "d", "h", "z", "g")
        if base and form.word != "fed":
            yield sentence.hit(form, form, base, modal=modal.text)


@rule(
    "AFTER_DO",
    severity="stop",
    only_with="do does did don't doesn't didn't",
    says={
        "en": "After “{auxiliary}” the verb stands in its base form: “{better}”.",
        "it": "Dopo «{auxiliary}» il verbo va alla forma base: «{better}».",
    },
    wrong=[
        ["You did not told me of the piano.", "You did not tell me of the piano."],
        ["I didn't knew about it.", "I didn't know about it."],
        ["He doesn't works on Fridays.", "He doesn't work on Fridays."],
        ["Did you went there?", "Did you go there?"],
        ["We didn't had time.", "We didn't have time."],
        ["Did you found the umbrella that I left?", "Did you find the umbrella that I left?"],
    ],
    right=[
        "What they did helped me.",
        "Those who didn't left early.",
        "Did you found the firm? I did not, told or untold, know.",
    ],
)
def after_do(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index, token in enumerate(tokens[:-1]):
        if token.word not in group("do") or relative_before(tokens, index):
            continue
        at = index + 1
        denied = token.word in _NEGATED or tokens[at].word == "not"
        opens = index == 0 or tokens[index - 1].kind is Kind.MARK or tokens[index - 1].word in group("wh_words")
        asked = not denied and opens and tokens[at].word in group("subjects")
        if not (denied or asked):
            continue
        if asked or tokens[at].word == "not":
            at += 1
        while at < len(tokens) and is_adverb(tokens[at]):
            at += 1
        if at >= len(tokens):
            continue
        beside = at == index + 1 and is_only(tokens[at], "d", "h", "z", "p") and may_be(tokens[at], "d", "h", "z")
        if tokens[at].word in _BASES and (asked or at == index + 1 or tokens[at - 1].word == "not"):
            yield sentence.hit(tokens[at], tokens[at], _BASES[tokens[at].word], auxiliary=token.text)
        elif tokens[at].word == "found" and (denied or asked) and not _is_founded(tokens, at):
            yield sentence.hit(tokens[at], tokens[at], "find", auxiliary=token.text)
        elif is_inflected(tokens[at]) or beside:
            yield sentence.hit(tokens[at], tokens[at], base_of(tokens[at].word, "d", "h", "z"), auxiliary=token.text)


@rule(
    "AFTER_HAVE",
    severity="stop",
    says={
        "en": "After “{auxiliary}” stands the participle: “{better}”.",
        "it": "Dopo «{auxiliary}» ci vuole il participio: «{better}».",
    },
    wrong=[
        ["I have never saw a press so quiet.", "I have never seen a press so quiet."],
        ["She has went home.", "She has gone home."],
        ["We have discuss the shifts.", "We have discussed the shifts."],
        ["I should have wrote sooner.", "I should have written sooner."],
        ["I've spoke with your team.", "I've spoken with your team."],
        ["I have live in four towns.", "I have lived in four towns."],
        ["He has broke the mould.", "He has broken the mould."],
    ],
    right=[
        "I have work to do and have need of it. I have learned much.",
        "They had the saw mended. The time you have came to an end.",
        "Have fun, and have complete trust.",
    ],
)
def after_have(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index, at in heads(tokens, group("have") - {"having"}):
        auxiliary, form = tokens[index], tokens[at]
        reading = word(form.word)
        if (auxiliary.word == "have" and not index) or form.word.endswith("ed") or not form.text.islower():
            continue
        past = reading.may_be("d") and not reading.may_be("h") and (form.tag == "VERB" or reading.is_only("d"))
        base = is_only(form, "v") and form.tag in {"VERB", ""} and form.word not in words("let seem")
        base = base or _is_done_before(tokens, index, at)
        own_clause = auxiliary.word in words("have had") and index > 1 and tokens[index - 1].word in group("subjects")
        if own_clause and is_noun(tokens[index - 2]):
            continue
        if (past or base) and not relative_before(tokens, index):
            better = participle_of(base_of(form.word, "d", "v"))
            if better and better != form.word:
                yield sentence.hit(form, form, better, auxiliary=auxiliary.text)


@rule(
    "HAVE_ING",
    severity="stop",
    only_with="have has had i've you've we've they've",
    says={
        "en": "After “{auxiliary}” stands the participle: “{better}”.",
        "it": "Dopo «{auxiliary}» ci vuole il participio: «{better}».",
    },
    wrong=[
        ["I have always wanting to see it.", "I have always wanted to see it."],
        ["We have discussing it at length.", "We have discussed it at length."],
    ],
    right=["I have training in it, and we have parking.", "I have been wanting to see it. You had us laughing."],
)
def have_ing(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index, at in heads(tokens, words("have has had i've you've we've they've")):
        auxiliary, form = tokens[index], tokens[at]
        subject = "'" in auxiliary.word or (index > 0 and tokens[index - 1].word in group("subjects"))
        noun = may_be(form, "n", "p") or form.word in group("noun_ings")
        following = next_word(tokens, at)
        acts = following is not None and following.word in OBJECT_BEGINS | group("prepositions")
        if subject and acts and may_be(form, "g") and not noun and form.word != "going":
            yield sentence.hit(form, form, participle_of(base_of(form.word, "g")), auxiliary=auxiliary.text)


@rule(
    "USED_TO_ING",
    severity="stop",
    only_with="used",
    says={
        "en": "For a habit of the past: “used to” and the base form.",
        "it": "Per un'abitudine passata: «used to» e la forma base.",
    },
    wrong=[
        ["I used to working in a call centre.", "I used to work in a call centre."],
        ["We used to walking there.", "We used to walk there."],
    ],
    right=["I am used to working late.", "I got used to walking; people used to sitting still."],
)
def used_to_ing(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index in range(1, len(tokens) - 2):
        subject, used, to, form = tokens[index - 1 : index + 3]
        if (
            used.word == "used"
            and to.word == "to"
            and subject.word in _PRONOUNS
            and may_be(form, "g")
            and not may_be(form, "v")
        ):
            yield sentence.hit(form, form, base_of(form.word, "g"))


@rule(
    "KNOWING",
    severity="ask",
    only_with="knowing belonging preferring containing owning liking believing deserving",
    says={
        "en": "This verb tells a state and stands in its plain form: “{better}”.",
        "it": "È un verbo di stato: si usa la forma semplice, «{better}».",
    },
    wrong=[
        ["I have been knowing her for years.", "I have known her for years."],
        ["I am knowing the area well.", "I know the area well."],
    ],
    right=["I have known her for years.", "It is worth knowing."],
)
def knowing(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    states = words("knowing belonging preferring containing owning liking believing deserving")
    for index, token in enumerate(tokens[1:], start=1):
        if token.word not in states:
            continue
        base, before = base_of(token.word, "g"), tokens[index - 1]
        if before.word == "been":
            yield sentence.hit(before, token, participle_of(base))
        elif before.word in words("am are") and index > 1 and tokens[index - 2].word in words("i we you they"):
            yield sentence.hit(before, token, base)


@rule(
    "PARTICIPLE_ALONE",
    severity="stop",
    only_with="i we he she they you",
    says={
        "en": "“{quote}” needs “have”; alone, the past is “{better}”.",
        "it": "«{quote}» vuole «have»; da solo il passato è «{better}».",
    },
    wrong=[
        ["I seen the posters on my way out.", "I saw the posters on my way out."],
        ["We gone there twice.", "We went there twice."],
        ["I never seen such a hall.", "I never saw such a hall."],
        ["I think that he done it well.", "I think that he did it well."],
    ],
    right=[
        "Had I known, I'd have come.",
        "Have you seen it? Never had we gone so far.",
        "The one I, gone by then, missed.",
    ],
)
def participle_alone(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index, token in enumerate(tokens[1:], start=1):
        place = index - 1
        if tokens[place].word in words("never always just also already only"):
            place -= 1
        if place < 0 or tokens[place].word not in _PRONOUNS:
            continue
        reading = word(token.word)
        alone = reading.may_be("h") and not reading.may_be("d", "v", "j", "n", "r", "p") and token.kind is Kind.WORD
        if not (alone or token.word in {"been", "done"}):
            continue
        before = tokens[place - 1].word if place else ""
        if before in group("have", "be", "modals", "do", "wh_words") | words("not as than") or "have" in before:
            continue
        better = {"been": "was", "done": "did"}.get(token.word) or past_of(base_of(token.word, "h"))
        yield sentence.hit(token, token, better)


@rule(
    "AFTER_BE",
    severity="stop",
    says={
        "en": "After “{auxiliary}” the verb can't stand in its base form: “{better}”.",
        "it": "Dopo «{auxiliary}» il verbo non può stare alla forma base: «{better}».",
    },
    wrong=[
        ["I'm write to thank you.", "I'm writing to thank you."],
        ["I was impress by the hall.", "I was impressed by the hall."],
        ["It was wrote in haste.", "It was written in haste."],
        ["It was build in 1911.", "It was built in 1911."],
        ["I am work in a small hotel.", "I am working in a small hotel."],
        ["I have been work with children.", "I have been working with children."],
    ],
    right=[
        "All I did was write.",
        "The plan is: write, read, meet.",
        "My aim is to write, and it is work that I like.",
    ],
)
def after_be(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index, at in heads(tokens, _BE):
        auxiliary, form, following = tokens[index], tokens[at], next_word(tokens, at)
        if _is_done_to(tokens, index, at):
            yield sentence.hit(form, form, participle_of(form.word), auxiliary=auxiliary.text)
            continue
        passive_past = form.word == "did" or (
            may_be(form, "d") and not may_be(form, "h", "j", "n", "v") and not form.word.endswith("ed")
        )
        if passive_past and auxiliary.word in words("was were is are been be") and not relative_before(tokens, index):
            yield sentence.hit(form, form, participle_of(base_of(form.word, "d")) or "done", auxiliary=auxiliary.text)
            continue
        personal = auxiliary.word in _FIRST_OR_SECOND | {"been"} or (index and tokens[index - 1].word in _PRONOUNS)
        if not personal or form.word in words("agree let please") or _says_what(tokens, at):
            continue
        if not (is_only(form, "v") or form.word in _COMMON_ACTS) or (
            following is not None and following.kind is not Kind.WORD
        ):
            continue
        if form.word in _COMMON_ACTS and following is not None and may_be(following, "n", "p"):
            continue  # “they're live oaks”
        passive = following is not None and following.word in {"by", "with"} and form.word not in _COMMON_ACTS
        better = participle_of(form.word) if passive else ing_of(form.word)
        if better:
            yield sentence.hit(form, form, better, auxiliary=auxiliary.text)


@rule(
    "ING_WITHOUT_BE",
    severity="stop",
    only_with="i we you they he she",
    says={"en": "The auxiliary is missing: “{better}”.", "it": "Manca l'ausiliare: «{better}»."},
    wrong=[
        ["I writing to thank you for the tour.", "I am writing to thank you for the tour."],
        ["We looking forward to it.", "We are looking forward to it."],
    ],
    right=[
        "I am writing to thank you.",
        "You and I talking is rare.",
        "He being late, we left. I, hoping for more, stayed.",
    ],
)
def ing_without_be(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    be = {"i": "am", "we": "are", "you": "are", "they": "are", "he": "is", "she": "is"}
    for index, token in enumerate(tokens[:-2]):
        if token.word not in be:
            continue
        form = tokens[index + 1]
        opens = (
            index == 0
            or (tokens[index - 1].text in {".", "!", ";"})
            or (index == 2 and tokens[0].word in words("and but so"))
        )
        if not opens or not may_be(form, "g") or form.word in words("being having king"):
            continue
        finite = any(t.word in group("be", "modals", "have", "do") for t in tokens[index + 2 : index + 8])
        if not finite:
            yield sentence.hit(token, form, f"{token.text} {be[token.word]} {form.text}")


@rule(
    "BE_AFTER_MODAL",
    severity="stop",
    says={"en": "“be” is missing: “{better}”.", "it": "Manca «be»: «{better}»."},
    wrong=[
        ["It would very helpful to know more.", "It would be very helpful to know more."],
        ["I would happy to come back.", "I would be happy to come back."],
    ],
    right=["It would be helpful.", "I would happily come. Would happy people stay?"],
)
def be_after_modal(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index, token in enumerate(tokens[:-2]):
        if (
            token.word not in words("would will could might may should i'd it'd would")
            or not index
            or is_noun_like(tokens, index)
        ):
            continue
        at = index + 1
        while at < len(tokens) - 1 and tokens[at].word in words("very really so also not always quite more"):
            at += 1
        adjective, following = tokens[at], next_word(tokens, at)
        if following is None or not is_only(adjective, "j"):
            continue
        if following.word in words("to if that for with in when and about of") | {".", ","} and tokens[index - 1].word in group("subjects"):  # fmt: skip
            yield sentence.hit(
                token,
                adjective,
                sentence.note[token.start : token.end] + " be" + sentence.note[token.end : adjective.end],
            )


def _is_done_to(tokens: Sequence[Token], index: int, at: int) -> bool:
    """“was build in 1911”, “was send on Friday”: a passive that lacks its ending."""
    form, following = tokens[at], next_word(tokens, at)
    if form.word not in _DONE_TO or following is None or tokens[index].word not in words("was were been"):
        return False
    if following.word not in words("by off on up in at for with from to yesterday last very"):
        return False
    told = relative_before(tokens, index) or _says_what(tokens, index + 1)
    return not told and participle_of(form.word) != form.word


def _is_done_before(tokens: Sequence[Token], index: int, at: int) -> bool:
    """“I have live in four towns”: a word that is a noun too, where only a participle fits."""
    form, following, auxiliary = tokens[at], next_word(tokens, at), tokens[index].word
    if form.word not in _OFTEN_BASE or following is None:
        return False
    subject = index > 0 and tokens[index - 1].word in _PRONOUNS and auxiliary in words("have has had")
    contracted = auxiliary in words("i've you've we've they've")
    goes_on = group("articles", "possessives", "objects") | words("in with for at on to from as")
    noun = form.word in words("work help") and following.word in words("to for in")
    return (subject or contracted) and following.word in goes_on and not noun


def _is_no_base(form: Token) -> bool:
    """A form that can't stand behind a modal, whatever else it is."""
    if is_only(form, "d", "h", "z", "g"):
        return True
    return is_only(form, "d", "h", "j") and may_be(form, "d", "h") and not form.word.endswith("ed")


def _is_founded(tokens: Sequence[Token], at: int) -> bool:
    """“did you found the firm”: there it is a verb of its own."""
    return any(
        t.word in words("firm company shop club school charity group society business town studio bakery")
        for t in tokens[at : at + 5]
    )


def _says_what(tokens: Sequence[Token], at: int) -> bool:
    """“All I did was write”, “what I like is read”: there the base form is right."""
    return any(t.word in words("all what thing did do does only") for t in tokens[max(0, at - 5) : at])


def _has_clause(tokens: Sequence[Token], at: int) -> bool:
    """“saw that”, “felt how”, “found it”: what is seen or felt follows, no wood and no firm."""
    following = next_word(tokens, at)
    return following is not None and following.word in words("that how what you it why him them her me us your")
