"""Subject and verb: the list is, the lists are."""

from collections.abc import Iterator, Sequence

from seguito.core.looks.language.prose import Hit, Sentence, Token
from seguito.core.looks.language.record import rule
from seguito.languages.en.agreeing import ASKS_SUBJUNCTIVE, TO_PLURAL, TO_SINGULAR, WISHES
from seguito.languages.en.grammar import (
    base_of,
    group,
    is_adverb,
    is_base_verb,
    is_plural,
    is_singular,
    may_be,
    next_word,
    third_of,
    words,
)
from seguito.languages.en.subjects import Count, subject_before

_BARE_INFINITIVE = words("make makes made see saw hear heard help helped watch watched have had let lets find want")
_QUESTIONS = words("does did do would could should can will")
_BEHIND_VERB = group("articles", "possessives", "objects") | words("sense that to like how")


@rule(
    "SUBJECT_VERB",
    severity="stop",
    says={
        "en": "The subject is “{subject}”, so the verb is “{better}”.",
        "it": "Il soggetto è «{subject}», quindi il verbo è «{better}».",
    },
    wrong=[
        ["The manager of both shops were clear.", "The manager of both shops was clear."],
        ["The list of suppliers are long.", "The list of suppliers is long."],
        ["My years in the kitchen has taught me that.", "My years in the kitchen have taught me that."],
        ["The people I met was patient.", "The people I met were patient."],
        ["The news from Lisbon are good.", "The news from Lisbon is good."],
        ["My current manager don't mind.", "My current manager doesn't mind."],
        ["One of your colleagues were kind.", "One of your colleagues was kind."],
    ],
    right=[
        "The team who interviewed me were generous, and the team is small.",
        "A number of customers are waiting; the number of returns is falling.",
        "Fish and chips is lunch. Five years is a long time. Half of the visitors are children.",
        "What I liked most were the questions. It was the apprentices who were proud.",
        "I suggest that the manager be told. If the list were longer, I'd read it.",
        "The one exception are things like these. How much time have you?",
    ],
)
def subject_verb(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index, token in enumerate(tokens[1:], start=1):
        if token.word not in TO_PLURAL and token.word not in TO_SINGULAR:
            continue
        following = next_word(tokens, index)
        asks = (
            following is not None
            and following.word in group("subjects")
            and token.word in words("have do are were don't")
        )
        turned = following is not None and is_plural(following) and token.word in words("are were")
        if asks or turned or (token.word in words("do don't were weren't have") and _is_subjunctive(tokens, index)):
            continue
        subject = subject_before(tokens, index)
        if subject is not None:
            better = (TO_PLURAL if subject.count is Count.SEVERAL else TO_SINGULAR).get(token.word)
            if better:
                yield sentence.hit(token, token, better, subject=subject.head.text)


@rule(
    "SUBJECT_FULL_VERB",
    severity="stop",
    says={
        "en": "The subject is “{subject}”, so the verb is “{better}”.",
        "it": "Il soggetto è «{subject}», quindi il verbo è «{better}».",
    },
    wrong=[
        ["Your approach to tenders make sense to me.", "Your approach to tenders makes sense to me."],
        ["Your colleague remind me of my teacher.", "Your colleague reminds me of my teacher."],
        ["The drivers knows the roads.", "The drivers know the roads."],
    ],
    right=[
        "I asked that the manager call me. Does your manager know me?",
        "The letters the director wrote are kept. The time you spend in shops is your own.",
        "The reason I want to know first is this. We let the dogs run the show.",
    ],
)
def subject_full_verb(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index, token in enumerate(tokens[1:], start=1):
        if token.tag != "VERB" or tokens[index - 1].word == "to" or is_adverb(tokens[index - 1]):
            continue
        base = is_base_verb(token) and not may_be(token, "j", "d", "h")
        third = may_be(token, "z") and (not may_be(token, "n", "p") or _acts_on(tokens, index))
        following = next_word(tokens, index)
        if (
            not (base or third)
            or following is None
            or _is_subjunctive(tokens, index, wishes=WISHES - words("if unless"))
        ):
            continue
        if may_be(token, "n", "p") and following.word not in _BEHIND_VERB:
            continue
        subject = subject_before(tokens, index)
        if subject is None or (subject.head is not tokens[index - 1] and tokens.index(subject.head) > 3):
            continue
        if (
            base
            and subject.count is Count.ONE
            and (subject.head.tag in {"NOUN", "PRON"} or subject.head.word in words("each everyone everybody nobody"))
            and third_of(token.word)
        ):
            yield sentence.hit(token, token, third_of(token.word), subject=subject.head.text)
        elif third and subject.count is Count.SEVERAL:
            yield sentence.hit(token, token, base_of(token.word, "z"), subject=subject.head.text)


@rule(
    "MOST_OF_IT",
    severity="stop",
    only_with="most some all half part none much rest",
    says={"en": "Of one thing the verb is “{better}”.", "it": "Di una cosa sola il verbo è «{better}»."},
    wrong=[
        ["Most of the work are done by noon.", "Most of the work is done by noon."],
        ["All of the furniture were old.", "All of the furniture was old."],
    ],
    right=[
        "Most of the rooms are old, and half of the team are new.",
        "Some of the staff were there; all of it was good.",
    ],
)
def most_of_it(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index in range(len(tokens) - 4):
        part, of, owner, noun, verb = tokens[index : index + 5]
        if (
            part.word not in words("most some all half part none much rest")
            or of.word != "of"
            or owner.word not in group("possessives") | {"the", "this"}
        ):
            continue
        single = noun.word in group("uncountable") - {"staff"} or (
            is_singular(noun) and noun.word not in group("collectives", "people")
        )
        if single and verb.word in words("are were have aren't weren't") and not noun.word.endswith("s"):
            yield sentence.hit(verb, verb, TO_SINGULAR[verb.word])


@rule(
    "DO_YOUR",
    severity="stop",
    only_with="does is was has do are were have doesn't isn't wasn't hasn't don't aren't weren't haven't",
    says={
        "en": "The subject is “{subject}”, so the verb is “{better}”.",
        "it": "Il soggetto è «{subject}», quindi il verbo è «{better}».",
    },
    wrong=[
        ["Does your apprentices also learn to drive?", "Do your apprentices also learn to drive?"],
        ["Have the manager decided?", "Has the manager decided?"],
    ],
    right=["Do your apprentices drive?", "Is the sales team here? Were the family there? Have the kids eaten?"],
)
def do_your(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    if len(tokens) < 5 or tokens[-1].text != "?" or tokens[1].word not in group("possessives") | {"the", "these"}:
        return
    verb, noun, after = tokens[0], tokens[2], tokens[3]
    describes = may_be(after, "n", "p") and after.tag in {"NOUN", "PROPN"}
    if describes or noun.word in group("collectives") | {"people"}:
        return
    if noun.word.endswith("ss") or not noun.text.islower():
        return
    table = TO_PLURAL if is_plural(noun) else TO_SINGULAR if is_singular(noun) and after.word != "and" else {}
    if verb.word in table:
        better = table[verb.word]
        yield sentence.hit(verb, verb, better, subject=noun.text)


def _acts_on(tokens: Sequence[Token], index: int) -> bool:
    """“the figures shows how”, “your colleagues treats the maps”: what could be a noun is a verb here."""
    following = next_word(tokens, index)
    return following is not None and following.word in group("articles", "possessives", "objects") | {"how", "that"}


def _is_subjunctive(tokens: Sequence[Token], index: int, wishes: frozenset[str] = WISHES) -> bool:
    """“I suggest that the manager be told”, “if the list were longer”, “we let the dogs run”, “does your manager have”."""
    before = {t.word for t in tokens[max(0, index - 9) : index]}
    return bool(before & (ASKS_SUBJUNCTIVE | wishes - {"as", "were"} | _BARE_INFINITIVE | _QUESTIONS))
