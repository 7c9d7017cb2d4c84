"""The form that a verb takes behind another word: after modals, do, have, be, prepositions, to and other verbs."""

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
)
from seguito.languages.en.lexicon import word

_OBJECT_BEGINS = group("articles", "possessives", "objects", "demonstratives") | {
    "that",
    "some",
    "any",
    "what",
    "how",
    "why",
}
_PLAIN_MODALS = group("modals") - {"will", "might", "must", "may", "can", "i'd"} | {
    "can",
    "might",
    "must",
    "may",
    "will",
}


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
    ],
    right=[
        "I might need to go.",
        "The might of it, and a can opened by hand.",
        "I would, sent there, go. Could you ask them?",
    ],
)
def after_modal(sentence: Sentence) -> Iterator[Hit]:
    for modal, at in _heads(sentence.tokens, _PLAIN_MODALS):
        following = sentence.tokens[at]
        if following.word == "to" and modal.word not in {"might", "can", "will"}:
            after = next_word(sentence.tokens, at)
            if after is not None and (is_base_verb(after) or after.word in {"be", "have", "do"}):
                yield sentence.hit(following, after, after.text, modal=modal.text)
        elif following.word == "to":
            after = next_word(sentence.tokens, at)
            subject = sentence.tokens[at - 2].word if at > 1 else ""
            if (
                after is not None
                and subject in group("subjects")
                and (is_base_verb(after) or after.word in {"be", "have"})
            ):
                yield sentence.hit(following, after, after.text, modal=modal.text)
        elif is_only(following, "d", "h", "z", "g") or (
            is_only(following, "d", "h", "j") and not may_be(following, "v")
        ):
            base = base_of(following.word, "d", "h", "z", "g")
            if base and not _is_noun_modal(sentence.tokens, at, modal):
                yield sentence.hit(following, following, base, modal=modal.text)


@rule(
    "AFTER_DO",
    severity="stop",
    says={
        "en": "After “{auxiliary}” the verb stands in its base form: “{better}”.",
        "it": "Dopo «{auxiliary}» il verbo va alla forma base: «{better}».",
    },
    wrong=[
        ["You did not told me of the piano.", "You did not tell me of the piano."],
        ["I didn't knew about it.", "I didn't know about it."],
        ["He doesn't works on Fridays.", "He doesn't work on Fridays."],
        ["Did you went there?", "Did you go there?"],
    ],
    right=[
        "What they did helped me.",
        "Those who didn't left early.",
        "Did you know? I did not, told or untold, know.",
    ],
)
def after_do(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    negated = {"don't", "doesn't", "didn't"}
    for index, token in enumerate(tokens[:-1]):
        if token.word not in negated | {"do", "does", "did"}:
            continue
        at = index + 1
        denied = token.word in negated or tokens[at].word == "not"
        asked = not denied and (
            index == 0 or tokens[index - 1].kind is Kind.MARK or tokens[index - 1].word in group("wh_words")
        )
        if tokens[at].word == "not" or (asked and tokens[at].word in group("subjects")):
            at += 1
        elif asked:
            continue
        while at < len(tokens) and is_adverb(tokens[at]):
            at += 1
        if not (denied or asked) or at >= len(tokens) or _relative_before(tokens, index):
            continue
        beside = at == index + 1 and token.word in negated and is_only(tokens[at], "d", "h", "z", "p")
        if _is_inflected(tokens[at]) or (beside and base_of(tokens[at].word, "d", "h", "z")):
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
    ],
    right=[
        "I have work to do and have need of it.",
        "They had the saw mended. The time you have came to an end.",
        "Have fun.",
    ],
)
def after_have(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for auxiliary, at in _heads(tokens, group("have") - {"having"}):
        form = tokens[at]
        if form.kind is not Kind.WORD or auxiliary.word == "have" and _begins_request(tokens, at):
            continue
        reading = word(form.word)
        past = reading.may_be("d") and not reading.may_be("h", "j") and (form.tag == "VERB" or reading.is_only("d"))
        base = (
            is_only(form, "v")
            and form.tag in {"VERB", ""}
            and form.word not in {"let", "seem"}
            and not _subject_of_clause(tokens, at, auxiliary)
        )
        if (past and not _relative_before(tokens, at - 1) and not _has_own_clause(tokens, auxiliary)) or base:
            better = participle_of(base_of(form.word, "d", "v"))
            if better and better != form.word and not form.word.endswith("ed"):
                yield sentence.hit(form, form, better, auxiliary=auxiliary.text)


@rule(
    "PARTICIPLE_ALONE",
    severity="stop",
    says={
        "en": "“{quote}” needs “have”; alone, the past is “{better}”.",
        "it": "«{quote}» vuole «have»; da solo il passato è «{better}».",
    },
    wrong=[
        ["I seen the posters on my way out.", "I saw the posters on my way out."],
        ["We gone there twice.", "We went there twice."],
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
        reading = word(token.word)
        alone = reading.may_be("h") and not reading.may_be("d", "v", "j", "n", "r", "p") and token.kind is Kind.WORD
        if token.word in {"been", "done"}:
            alone = True
        at = index - 1
        if alone and tokens[at].word in {"i", "we", "he", "she", "they", "you"} and not is_adverb(token):
            before = tokens[at - 1].word if at else ""
            if (
                before not in group("have", "be", "modals", "do")
                and before not in {"not", "as", "than"}
                and "have" not in before
            ):
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
    for auxiliary, at in _heads(tokens, group("be") - {"that's", "there's", "what's", "who's", "it's", "being", "be"}):
        form, following = tokens[at], next_word(tokens, at)
        if form.kind is not Kind.WORD or form.word in {"agree", "let"}:
            continue
        personal = auxiliary.word in {"i'm", "you're", "we're", "they're", "he's", "she's", "am"} or (
            auxiliary.word == "been" or tokens[at - 2].word in {"i", "we", "he", "she", "they", "you"}
        )
        bare = is_only(form, "v") or (
            form.word in {"work", "study", "live", "look", "wait", "call", "plan", "talk", "hope"} and personal
        )
        if not bare or not personal or _said_of_what(tokens, at):
            continue
        passive = (
            following is not None
            and following.word in {"by", "with"}
            and form.word not in {"work", "live", "talk", "agree"}
        )
        better = participle_of(form.word) if passive else ing_of(form.word)
        if better and (following is None or following.kind is Kind.WORD):
            yield sentence.hit(form, form, better, auxiliary=auxiliary.text)


@rule(
    "AFTER_PREPOSITION",
    severity="stop",
    says={
        "en": "After “{preposition}” the verb ends in -ing: “{better}”.",
        "it": "Dopo «{preposition}» il verbo va in -ing: «{better}».",
    },
    wrong=[
        ["Thank you for take the time.", "Thank you for taking the time."],
        ["Thank you for to show me the cellar.", "Thank you for showing me the cellar."],
        ["I am interested in learn how you work.", "I am interested in learning how you work."],
        ["I left without say goodbye.", "I left without saying goodbye."],
    ],
    right=[
        "Thank you for work well done.",
        "I'm all for help at home, and for to-do lists.",
        "The man I wait for let me in.",
    ],
)
def after_preposition(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    prepositions = {
        "for",
        "of",
        "in",
        "about",
        "without",
        "by",
        "after",
        "before",
        "at",
        "from",
        "instead",
        "despite",
        "with",
    }
    for index, token in enumerate(tokens[:-2]):
        if token.word not in prepositions:
            continue
        at = index + 1
        if tokens[at].word == "to" and token.word in {"for", "of", "without"}:
            at += 1
            if not (at < len(tokens) and (is_base_verb(tokens[at]) or tokens[at].word in {"be", "have"})):
                continue
        form, following = tokens[at], next_word(tokens, at)
        better = ing_of(form.word)
        if better and following is not None and (at > index + 1 or _is_verb_here(form, following)):
            if token.word in {"before", "after"} and form.word in {"let"}:
                continue
            if not _relative_before(tokens, index) or at > index + 1:
                yield sentence.hit(tokens[index + 1], form, better, preposition=token.text)


@rule(
    "AFTER_TO",
    severity="stop",
    says={
        "en": "After “to” the verb stands in its base form: “{better}”.",
        "it": "Dopo «to» il verbo va alla forma base: «{better}».",
    },
    wrong=[
        ["I would like to thanking you for it.", "I would like to thank you for it."],
        ["I'd like to discussed the shifts.", "I'd like to discuss the shifts."],
        ["I would like to thanks you for it.", "I would like to thank you for it."],
        ["I want to went there.", "I want to go there."],
    ],
    right=[
        "I look forward to meeting you and am used to working late.",
        "Thanks to thanking, we met. I like it due to broken lifts.",
    ],
)
def after_to(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    wants = group("takes_to") | {
        "like",
        "love",
        "able",
        "going",
        "need",
        "needs",
        "needed",
        "try",
        "tried",
        "have",
        "had",
        "happy",
        "glad",
    }
    for index, token in enumerate(tokens[1:-1], start=1):
        if token.word != "to" or tokens[index - 1].word not in wants:
            continue
        form = tokens[index + 1]
        inflected = (
            (_is_inflected(form) and not may_be(form, "p"))
            or is_only(form, "g")
            or (may_be(form, "g") and form.word == "thanking")
        )
        if form.word == "thanks" and tokens[index - 1].word not in {"have", "had"}:
            inflected = True
        base = "thank" if form.word == "thanks" else base_of(form.word, "d", "h", "g", "z")
        if inflected and base and base != form.word:
            yield sentence.hit(form, form, base)


@rule(
    "TO_ING",
    severity="stop",
    says={
        "en": "This “to” is a preposition: the verb behind it ends in -ing.",
        "it": "Questo «to» è una preposizione: il verbo dopo va in -ing.",
    },
    wrong=[
        ["I look forward to meet Ms Reed.", "I look forward to meeting Ms Reed."],
        ["Looking forward to hear from you.", "Looking forward to hearing from you."],
        ["I am used to work with volunteers.", "I am used to working with volunteers."],
        ["She is committed to teach every day.", "She is committed to teaching every day."],
    ],
    right=[
        "I used to work nights.",
        "He moved forward to meet them.",
        "I look forward to work, and am used to work at night.",
    ],
)
def to_ing(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index, token in enumerate(tokens[:-1]):
        if token.word != "to" or index < 2:
            continue
        before, form = tokens[index - 1].word, tokens[index + 1]
        words = [t.word for t in tokens[max(0, index - 4) : index - 1]]
        forward = before == "forward" and any(w in {"look", "looks", "looked", "looking"} for w in words)
        be = group("be") | {
            "get",
            "got",
            "getting",
            "become",
            "became",
            "grown",
            "well",
            "not",
            "also",
            "very",
            "quite",
            "so",
        }
        personal = {
            "i",
            "you",
            "we",
            "they",
            "he",
            "she",
            "i'm",
            "you're",
            "we're",
            "they're",
            "he's",
            "she's",
            "people",
            "who",
        }
        used = (
            bool(personal & set(words))
            and before in {"used", "accustomed", "committed", "dedicated", "devoted", "opposed", "averse"}
            and bool(be & set(words[-2:]))
        )
        following = next_word(tokens, index + 1)
        is_verb = (
            is_only(form, "v")
            or form.word in {"be", "have"}
            or _is_verb_here(form, following)
            or (
                following is not None
                and following.word in {"in", "at", "with", "for", "from", "on", "under", "together", "again", "here"}
                and is_base_verb(form)
                and form.tag in {"VERB", ""}
                and form.word not in {"work", "life"}
                or (
                    form.word in {"work", "visit", "start", "talk"}
                    and following is not None
                    and following.word in {"with", "for", "alongside", "together", "under", "the", "your"}
                )
            )
        )
        if (forward or (used and before == "used" and form.word != "be") or (used and before != "used")) and is_verb:
            better = ing_of(form.word) or {"be": "being", "have": "having"}.get(form.word, "")
            if better:
                yield sentence.hit(form, form, better)


@rule(
    "VERB_ING",
    severity="stop",
    says={
        "en": "After “{verb}” the next verb ends in -ing: “{better}”.",
        "it": "Dopo «{verb}» il secondo verbo va in -ing: «{better}».",
    },
    wrong=[
        ["I enjoyed to talk with your apprentices.", "I enjoyed talking with your apprentices."],
        ["I suggest to meet after the fair.", "I suggest meeting after the fair."],
        ["Would you mind to send me the address?", "Would you mind sending me the address?"],
    ],
    right=[
        "I enjoyed it, to be frank.",
        "My mind to me a kingdom is; I keep to the path.",
        "Keep to the left; I practised to get better.",
    ],
)
def verb_ing(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    verbs = group("takes_ing") - {
        "practise",
        "practised",
        "practice",
        "practiced",
        "keep",
        "keeps",
        "kept",
        "missing",
        "involved",
    }
    for index, token in enumerate(tokens[:-2]):
        if token.word in verbs and tokens[index + 1].word == "to":
            if token.word in {"mind", "risk", "delay"} and tokens[index - 1].word not in {
                "you",
                "not",
                "don't",
                "i",
                "would",
                "wouldn't",
            }:
                continue
            if token.word in {"considered", "imagined", "recommended", "suggested", "missed", "delayed"} and tokens[
                index - 1
            ].word in group("be"):
                continue
            better = ing_of(tokens[index + 2].word)
            if better and is_base_verb(tokens[index + 2]):
                yield sentence.hit(tokens[index + 1], tokens[index + 2], better, verb=token.text)


@rule(
    "VERB_TO",
    severity="stop",
    says={
        "en": "After “{verb}” the next verb takes “to”: “{better}”.",
        "it": "Dopo «{verb}» il secondo verbo vuole «to»: «{better}».",
    },
    wrong=[
        ["I decided staying in Leeds.", "I decided to stay in Leeds."],
        ["I hope seeing the new hall.", "I hope to see the new hall."],
        ["I would like thanking you for it.", "I would like to thank you for it."],
        ["I want see the new hall.", "I want to see the new hall."],
        ["I would like thank you for it.", "I would like to thank you for it."],
    ],
    right=[
        "I hope meeting you was no trouble.",
        "We want help. I hope work goes well.",
        "I would like training, and I like walking.",
    ],
)
def verb_to(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index, token in enumerate(tokens[:-2]):
        form, after = tokens[index + 1], tokens[index + 2]
        would = (
            token.word in {"like", "love", "prefer"}
            and index
            and tokens[index - 1].word in {"would", "i'd", "we'd", "you'd", "'d"}
        )
        if not (would or token.word in group("takes_to") - {"wanting", "aim", "aims", "manage", "tends", "tend"}):
            continue
        base = base_of(form.word, "g") if may_be(form, "g") and form.word not in group("noun_ings") else ""
        bare = (
            form.word
            if is_only(form, "v")
            or (form.word in {"thank", "see", "visit", "show", "talk", "ask"} and after.word in _OBJECT_BEGINS)
            else ""
        )
        subject = any(t.word in group("be", "have", "modals") for t in tokens[index + 2 : index + 5])
        hopes = token.word in {"hope", "hopes", "hoped", "expect", "wish", "promise"} and bare
        behind = _OBJECT_BEGINS if would else _OBJECT_BEGINS | group("prepositions")
        if (base and after.word in behind and not subject and form.text.islower()) or (
            bare and not hopes and bare != "let"
        ):
            yield sentence.hit(form, form, f"to {base or bare}", verb=token.text)


@rule(
    "MAKE_LET",
    severity="stop",
    says={
        "en": "After “{verb}” and its object the verb has no “to”: “{better}”.",
        "it": "Dopo «{verb}» e il suo oggetto il verbo va senza «to»: «{better}».",
    },
    wrong=[
        ["You let me to try the saw.", "You let me try the saw."],
        ["It made me to think of home.", "It made me think of home."],
    ],
    right=["I was made to feel at home.", "She made it to sell.", "What made him to me a friend was his wit."],
)
def make_let(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index, token in enumerate(tokens[:-3]):
        verbs = {"let", "lets", "letting", "made", "make", "makes", "making"}
        if (
            token.word in verbs
            and tokens[index + 1].word in {"me", "you", "him", "us", "them"}
            and tokens[index + 2].word == "to"
        ):
            form = tokens[index + 3]
            if is_base_verb(form) or form.word in {"be", "have"}:
                yield sentence.hit(tokens[index + 2], form, form.text, verb=token.text)


def _heads(tokens: Sequence[Token], auxiliaries: frozenset[str] | set[str]) -> Iterator[tuple[Token, int]]:
    """Each auxiliary with the place of what follows it, adverbs and “not” passed over."""
    for index, token in enumerate(tokens):
        if token.word in auxiliaries and token.kind is Kind.WORD:
            at = index + 1
            while at < len(tokens) and (
                is_adverb(tokens[at]) and not may_be(tokens[at], "v") or tokens[at].word in {"not", "never"}
            ):
                at += 1
            if at < len(tokens) and tokens[at].is_word:
                yield token, at


def _is_inflected(token: Token) -> bool:
    """Past or third person, and no base form, noun or adjective as well."""
    return (
        token.kind is Kind.WORD
        and is_only(token, "d", "h", "z", "p")
        and may_be(token, "d", "h", "z")
        and (not may_be(token, "p") or token.tag == "VERB")
    )


def _is_noun_modal(tokens: Sequence[Token], at: int, modal: Token) -> bool:
    """“a can opened”, “the will left by him”, “the might”: a noun that looks like a modal."""
    place = next(index for index in range(at - 1, -1, -1) if tokens[index] is modal)
    return place > 0 and tokens[place - 1].word in group("determiners") - {
        "that",
        "this",
        "what",
        "which",
        "all",
        "both",
    }


def _relative_before(tokens: Sequence[Token], index: int) -> bool:
    """“those who didn't left early”, “the man I wait for let me in”: the verb belongs to another clause."""
    before = [t.word for t in tokens[:index]]
    if any(w in {"who", "which", "that", "what", "those", "whoever", "whatever"} for w in before[-4:]):
        return True
    return False


def _begins_request(tokens: Sequence[Token], at: int) -> bool:
    """“Have fun”, “Have lunch with us”: no auxiliary at all."""
    return at == 1


def _subject_of_clause(tokens: Sequence[Token], at: int, auxiliary: Token) -> bool:
    """“the few who have know it” is an error; “what you have seem fine” is another clause."""
    return any(t.word in {"what", "all", "everything", "that", "which"} for t in tokens[max(0, at - 4) : at])


def _has_own_clause(tokens: Sequence[Token], auxiliary: Token) -> bool:
    """“the time you have came to an end”: noun, pronoun, have."""
    at = tokens.index(auxiliary)
    return (
        auxiliary.word in {"have", "had"}
        and at > 1
        and tokens[at - 1].word in group("subjects")
        and is_noun(tokens[at - 2])
    )


def _said_of_what(tokens: Sequence[Token], at: int) -> bool:
    """“All I did was write”, “what I like is read”: there the base form is right."""
    return any(t.word in {"all", "what", "thing", "did", "do", "does", "only"} for t in tokens[max(0, at - 5) : at])


def _is_verb_here(form: Token, following: Token | None) -> bool:
    """A base form that acts: it is nothing but a verb, or has an object behind it that a noun can't have."""
    if following is None or not is_base_verb(form):
        return False
    if not form.text.islower():
        return False
    if is_only(form, "v"):
        return following.is_word
    acts = {"take", "show", "make", "help", "have", "let", "share", "answer", "visit", "start", "call", "change", "use", "offer", "say",
            "give", "find", "see", "meet", "keep", "try", "ask", "tell", "read", "lead", "support", "review", "study", "finish"}  # fmt: skip
    return form.word in acts and following.word in _OBJECT_BEGINS and following.word not in {"that", "how", "why"}
