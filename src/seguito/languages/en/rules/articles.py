"""a and an, and nouns that lack their article."""

import re
from collections.abc import Iterator, Sequence

from seguito.core.looks.language.prose import Hit, Kind, Sentence, Token
from seguito.core.looks.language.record import rule
from seguito.languages.en.grammar import group, is_noun, may_be, next_word, words

_SILENT_H = ("hour", "honest", "honour", "honor", "heir")
_LIKE_YOU = (
    "uni",
    "use",
    "usu",
    "user",
    "util",
    "ubiq",
    "uro",
    "eu",
    "ew",
    "one",
    "once",
    "ufo",
    "uk",
    "ura",
    "usa",
    "unesco",
)
_LIKE_OO = ("unin", "unim", "unid", "unil", "unins", "unint", "uninv", "uninf", "onerous", "usher", "oneself")
_LETTERS_WITH_VOWEL = frozenset("aefhilmnorsx")
# Spelt out or spoken as a word: an MBA, a UNESCO site, an NGO, a NASA man.
_SPOKEN = words(
    "nasa nato unesco unicef ram rom laser scuba sim pin hiv sat faq lan fifa radar mit ngo hr hgv mri mp mph fm fbi"
)
_SPELT_OUT = words("msc mphil mres meng mpharm llm faq hr ngo hgv mri mp mph fm fbi sat hiv")
_EITHER = ("historic", "hotel", "hilarious", "herb", "habitual", "url", "sql", "lan")
_NEEDS_ARTICLE_BEHIND = words(
    "find found get got have had has make made take took ask asked send sent write wrote give gave need needed receive"
    " received want wanted apply looking look waiting wait offered accept accepted in during"
)
_STANDS_BEHIND = group("prepositions", "conjunctions", "subjects") | words(
    "yesterday today tomorrow next last which who there here"
)
_WITHOUT_ARTICLE = words(
    "room school town work office chance order person plan shop reply notice kitchen contact exam form answer"
)
_COUNTED = group("countable") - _WITHOUT_ARTICLE
_TAKES_ONE = _NEEDS_ARTICLE_BEHIND - words("apply looking look waiting wait in")


@rule(
    "A_AN",
    severity="stop",
    only_with="a an",
    says={
        "en": "“{better}”: the article follows the sound of the next word.",
        "it": "«{better}»: l'articolo segue il suono della parola dopo.",
    },
    wrong=[
        ["I stayed for a hour.", "I stayed for an hour."],
        ["It is an European firm.", "It is a European firm."],
        ["She has a MBA.", "She has an MBA."],
        ["It is an UK firm.", "It is a UK firm."],
    ],
    right=[
        "An hour, a European, an MBA, a one-off, an X-ray, a UNESCO site, an historic day, an 8-hour shift.",
        "A user in a uniform saw an uninvited guest and an umbrella. Section A is full.",
    ],
)
def a_or_an(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index, article in enumerate(tokens[:-1]):
        following = tokens[index + 1]
        if (
            article.word not in {"a", "an"}
            or (article.text in {"A", "AN"} and index)
            or sentence.between(article, following) != " "
        ):
            continue
        if following.word in group("be", "modals"):
            continue  # a variable, or a slip of another kind
        begins = _begins_with_vowel(following)
        if begins is not None and ("an" if begins else "a") != article.word:
            yield sentence.hit(article, following, f"{'an' if begins else 'a'} {following.text}")


@rule(
    "WORK_AS_A",
    severity="stop",
    says={"en": "A trade takes an article: “{better}”.", "it": "Il mestiere vuole l'articolo: «{better}»."},
    wrong=[
        ["He works as engineer in the yard.", "He works as an engineer in the yard."],
        ["I am teacher by training.", "I am a teacher by training."],
        [
            "I would like to work as project manager in your office.",
            "I would like to work as a project manager in your office.",
        ],
        ["She became nurse in Leeds.", "She became a nurse in Leeds."],
    ],
    right=[
        "I work as a cook.",
        "She is head nurse; they made her manager.",
        "We are teacher and pupil. I am Cook by name.",
    ],
)
def work_as_a(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index, token in enumerate(tokens[1:], start=1):
        if token.word not in group("professions") or not token.text.islower() or not may_be(token, "n"):
            continue
        at = index - 1
        if tokens[at].word != "as" and may_be(tokens[at], "n", "j") and at > 0 and tokens[at].text.islower():
            at -= 1
        before = tokens[at].word
        if at < index - 1 and before != "as":
            continue
        working = before == "as" and bool(
            {t.word for t in tokens[max(0, index - 4) : index]}
            & words("work worked works working job jobs experience employed")
        )
        being = before in words("am i'm became become") or (
            before in words("was is be been")
            and index > 1
            and tokens[index - 2].word in words("i he she my who father mother have has")
        )
        following = next_word(tokens, index)
        alone = (
            following is None
            or (following.kind is Kind.MARK and following.text != "-")
            or following.word in _STANDS_BEHIND - {"and"}
        )
        if (working or being) and alone:
            first = tokens[at + 1]
            yield sentence.hit(first, first, f"{_article(first)} {first.text}")


@rule(
    "BARE_SINGULAR",
    severity="ask",
    says={
        "en": "One thing that can be counted wants an article: “{better}”.",
        "it": "Una cosa sola, che si conta, vuole l'articolo: «{better}».",
    },
    wrong=[
        ["I have question about the rota.", "I have a question about the rota."],
        ["I am looking for job in a bakery.", "I am looking for a job in a bakery."],
        ["I made mistake in the second table.", "I made a mistake in the second table."],
    ],
    right=[
        "I asked questions, and I made decisions.",
        "They have job centres and letter openers; I need meeting rooms.",
        "I have news, I have work, and I took part.",
    ],
)
def bare_singular(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index, noun in enumerate(tokens[1:], start=1):
        if noun.word not in _COUNTED or not noun.text.islower():
            continue
        before = tokens[index - 1].word
        searched = (
            before == "for"
            and index > 1
            and tokens[index - 2].word
            in words("look looking looked apply applied applying waiting wait search searching")
        )
        if not searched and before not in _TAKES_ONE:
            continue
        following = next_word(tokens, index)
        alone = (
            following is None
            or (following.kind is Kind.MARK and following.text not in {"-", "/", "&"})
            or following.word in _STANDS_BEHIND
        )
        small_talk = noun.word == "conversation" and before in words("make made")
        if alone and not small_talk and not _joined(tokens, index):
            better = _article(noun) if before != "during" else "the"
            yield sentence.hit(noun, noun, f"{better} {noun.text}")


def _joined(tokens: Sequence[Token], index: int) -> bool:
    """“have letter and spirit”, “make or break”: two bare nouns together are a phrase."""
    following = next_word(tokens, index)
    return (
        following is not None
        and following.word in {"and", "or", "by", "to", "after"}
        and index + 2 < len(tokens)
        and is_noun(tokens[index + 2])
    )


def _article(noun: Token) -> str:
    return "an" if _begins_with_vowel(noun) else "a"


def _begins_with_vowel(token: Token) -> bool | None:
    """Whether the word sounds as if it began with a vowel; None where people differ or nobody knows."""
    if token.kind is Kind.NUMBER:
        figure = token.text.lstrip("+€$£")
        return (
            figure.startswith("8") or figure.split(",")[0].split("-")[0] in {"11", "18"} or None
            if not figure[:1].isdigit()
            else figure.startswith("8") or (figure[:2] in {"11", "18"} and len(re.sub(r"\D+$", "", figure)) == 2)
        )
    if token.kind not in {Kind.WORD, Kind.NAME} or token.word.startswith(_EITHER):
        return None
    word = token.word
    if token.text.isupper() and len(token.text) > 1:
        if word in _SPOKEN - _SPELT_OUT:
            return word[0] in "aeio"
        return word[0] in _LETTERS_WITH_VOWEL
    if word in _SPELT_OUT and token.text[:2].isupper():  # MSc, LLM
        return word[0] in _LETTERS_WITH_VOWEL
    if len(word) == 1:
        return word in _LETTERS_WITH_VOWEL if token.text.isupper() else None
    if word[1] == "-":
        return word[0] in _LETTERS_WITH_VOWEL
    if word.startswith(_SILENT_H):
        return True
    if word.startswith(_LIKE_YOU) and not word.startswith(_LIKE_OO):
        return False
    return word[0] in "aeiouàáâäèéêëìíîïòóôöùúûü"
