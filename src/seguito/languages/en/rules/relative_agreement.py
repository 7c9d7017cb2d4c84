"""The verb behind who, that and what."""

from collections.abc import Iterator, Sequence

from seguito.core.looks.language.prose import Hit, Kind, Sentence, Token
from seguito.core.looks.language.record import rule
from seguito.languages.en.agreeing import TO_PLURAL, TO_SINGULAR, verb_place
from seguito.languages.en.grammar import (
    base_of,
    group,
    is_base_verb,
    is_noun,
    is_plural,
    is_singular,
    may_be,
    next_word,
    third_of,
    words,
)

_STRIKING = words(
    "impress make strike help surprise interest please amaze worry keep bring give drive attract fascinate move touch concern"
    " delight convince inspire motivate"
)


@rule(
    "WHO_VERB",
    severity="stop",
    only_with="who which that",
    says={
        "en": "“{relative}” stands for “{subject}”, so the verb is “{better}”.",
        "it": "«{relative}» sta per «{subject}», quindi il verbo è «{better}».",
    },
    wrong=[
        ["The colleague who were there was kind.", "The colleague who was there was kind."],
        ["I like the engines that burns less.", "I like the engines that burn less."],
        ["I met people who has no desk.", "I met people who have no desk."],
    ],
    right=[
        "One of the people who know it told me, and the only one who knows it.",
        "It is important to the team that were here that you come. I saw the boxes that he makes.",
        "I know that has changed, and I hope that works. The staff who were there sang.",
    ],
)
def who_verb(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index in range(1, len(tokens) - 1):
        head, relative, at = tokens[index - 1], tokens[index], verb_place(tokens, index)
        if (
            relative.word not in {"who", "which", "that"}
            or not at
            or head.word in group("collectives")
            or (
                may_be(head, "z")
                and (head.tag == "VERB" or (index > 1 and tokens[index - 2].word in words("it this that what")))
            )
            or not is_noun(head)
        ):
            continue
        several = is_plural(head) or head.word == "people"
        person = several or head.word in group("people", "professions")
        doubtful = head.word == "way" or (relative.word == "who" and not person)
        if (
            doubtful
            or {t.word for t in tokens[:index]} & words("so such")
            or "now" in {t.word for t in tokens[index:at]}
        ):
            continue
        if not several and (
            not is_singular(head)
            or head.word.endswith("s")
            or "of" in [t.word for t in tokens[max(0, index - 5) : index]]
        ):
            continue
        if (
            _in_phrase(tokens, index - 1)
            or any(t.word in {"one", "and"} for t in tokens[max(0, index - 6) : index])
            or (relative.word == "that" and not _is_relative(tokens, at))
        ):
            continue
        better = _in_relative(tokens[at], several=several)
        if better:
            yield sentence.hit(tokens[at], tokens[at], better, relative=relative.text, subject=head.text)


@rule(
    "WHAT_IMPRESS",
    severity="stop",
    only_with="what",
    says={
        "en": "With “what” as its subject the verb is “{better}”.",
        "it": "Con «what» soggetto il verbo è «{better}».",
    },
    wrong=[
        ["What impress me most is the calm.", "What impresses me most is the calm."],
        ["I know what make you proud.", "I know what makes you proud."],
    ],
    right=["What do you think? What made me laugh was the cat.", "Tell me what impresses you."],
)
def what_impress(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index in range(len(tokens) - 2):
        what, verb, whom = tokens[index : index + 3]
        if (
            what.word == "what"
            and verb.word in _STRIKING
            and is_base_verb(verb)
            and not may_be(verb, "d", "j")
            and whom.word in words("me us you him them")
        ):
            yield sentence.hit(verb, verb, third_of(verb.word))


@rule(
    "WHAT_WERE",
    severity="ask",
    only_with="what",
    says={"en": "One thing: “{better}”.", "it": "Una cosa sola: «{better}»."},
    wrong=[
        ["What I liked most were the silence in the hall.", "What I liked most was the silence in the hall."],
        ["What struck me are the calm of the team.", "What struck me is the calm of the team."],
    ],
    right=["What I liked most were the questions.", "What I liked were the pond and the shed.", "What were the rules?"],
)
def what_were(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    if not tokens or tokens[0].word != "what" or any(t.word in {"and", "?"} for t in tokens):
        return
    for index in range(2, min(7, len(tokens) - 3)):
        verb, article, noun = tokens[index : index + 3]
        if verb.word in {"were", "are"} and article.word in group("articles", "possessives"):
            at = index + 2
            while at < len(tokens) - 1 and may_be(tokens[at], "j") and not may_be(tokens[at], "n"):
                at += 1
            noun = tokens[at]
            alone = at + 1 >= len(tokens) or not may_be(tokens[at + 1], "n", "p")
            if is_singular(noun) and noun.word not in group("collectives") and alone:
                yield sentence.hit(verb, verb, TO_SINGULAR[verb.word])
            return


@rule(
    "WHAT_YOU_SAID",
    severity="stop",
    only_with="what",
    says={
        "en": "What was said is one thing: the verb is “{better}”.",
        "it": "Ciò che si è detto è una cosa sola: il verbo è «{better}».",
    },
    wrong=[
        ["What you said about the suppliers make sense.", "What you said about the suppliers makes sense."],
        ["What you told me stay with me.", "What you told me stays with me."],
    ],
    right=["What you said about people who make sense is true.", "What you said made sense.", "What did you make?"],
)
def what_you_said(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    if len(tokens) < 5 or tokens[0].word != "what" or tokens[1].word not in words("you we she he they i"):
        return
    if not may_be(tokens[2], "d") or tokens[2].word not in words(
        "said told showed mentioned described explained wrote"
    ):
        return
    for index in range(3, min(10, len(tokens) - 1)):
        token = tokens[index]
        if token.kind is not Kind.WORD or token.word in words("who that which when if and how what why where to"):
            return
        if token.word in words("make stay sound seem matter ring help impress touch show prove mean give remind"):
            if token.tag == "VERB" and tokens[index - 1].word not in group("determiners") - {"that"}:
                yield sentence.hit(token, token, third_of(token.word))
            return


def _in_phrase(tokens: Sequence[Token], at: int) -> bool:
    """“a magic in small things that goes on”: the noun stands behind a preposition, and another may be meant."""
    while at > 0 and (
        tokens[at - 1].word in group("determiners", "numbers") | words("other own same")
        or may_be(tokens[at - 1], "j", "n")
    ):
        at -= 1
    return at > 1 and tokens[at - 1].word in group("prepositions") and tokens[at - 1].tag != "VERB"


def _is_relative(tokens: Sequence[Token], at: int) -> bool:
    """“the engines that burn less”, not “I told the porter that has rung”: only where tagger and order agree."""
    before = tokens[at - 2].word if at > 1 else ""
    verbs = group("takes_clause") - group("conjunctions", "wh_words", "small_adverbs") - words("like than unless")
    told = any(t.word in verbs for t in tokens[max(0, at - 6) : at - 1])
    return not told and before not in group("be", "have") and not _is_noun_behind(tokens, at)


def _is_noun_behind(tokens: Sequence[Token], at: int) -> bool:
    """“that sales are up”: what stands behind “that” is a noun with a verb of its own."""
    following = next_word(tokens, at)
    return tokens[at].tag not in {"VERB", "AUX"} and following is not None and following.tag in {"VERB", "AUX", "NOUN"}


def _in_relative(token: Token, *, several: bool) -> str:
    """What the verb behind “who” or “that” should be, or empty."""
    if several:
        return TO_PLURAL.get(token.word) or (base_of(token.word, "z") if may_be(token, "z") else "")
    if token.word in TO_SINGULAR:
        return TO_SINGULAR[token.word]
    plain = is_base_verb(token) and token.tag == "VERB" and not may_be(token, "n", "j", "d", "h")
    return third_of(token.word) if plain or token.word in words("run come become") else ""
