"""The form of a verb behind be, and where be is missing."""

from collections.abc import Iterator, Sequence

from seguito.core.looks.language.prose import Hit, Kind, Sentence, Token
from seguito.core.looks.language.record import rule
from seguito.languages.en.grammar import (
    base_of,
    group,
    ing_of,
    is_only,
    may_be,
    next_word,
    participle_of,
    words,
)
from seguito.languages.en.verbs import PRONOUNS, heads, relative_before

_BE = group("be") - words("that's there's what's who's it's being be")
_FIRST_OR_SECOND = words("i'm you're we're they're he's she's am")
_DONE_TO = words(
    "build switch cut paint repair print open close make found finish send cancel invite choose teach write give take"
    " deliver publish employ hire complete discuss solve prepare receive organise organize impress follow"
)
_COMMON_ACTS = words("work study live look wait call plan talk hope write")


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
        personal = auxiliary.word in _FIRST_OR_SECOND | {"been"} or (index and tokens[index - 1].word in PRONOUNS)
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


def _is_done_to(tokens: Sequence[Token], index: int, at: int) -> bool:
    """“was build in 1911”, “was send on Friday”: a passive that lacks its ending."""
    form, following = tokens[at], next_word(tokens, at)
    if form.word not in _DONE_TO or following is None or tokens[index].word not in words("was were been"):
        return False
    if following.word not in words("by off on up in at for with from to yesterday last very"):
        return False
    told = relative_before(tokens, index) or _says_what(tokens, index + 1)
    return not told and participle_of(form.word) != form.word


def _says_what(tokens: Sequence[Token], at: int) -> bool:
    """“All I did was write”, “what I like is read”: there the base form is right."""
    return any(t.word in words("all what thing did do does only") for t in tokens[max(0, at - 5) : at])
