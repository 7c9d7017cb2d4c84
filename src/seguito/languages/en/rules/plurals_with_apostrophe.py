"""A plural that was given an apostrophe: ticket's for tickets."""

from collections.abc import Iterator, Sequence

from seguito.core.looks.language.prose import Hit, Kind, Sentence, Token
from seguito.core.looks.language.record import rule
from seguito.languages.en.grammar import group, is_adjective, may_be, next_word, plural_of, words
from seguito.languages.en.lexicon import word

_SEVERAL = group("plural_askers") | words("some all most other more lots of my your")


@rule(
    "PLURAL_APOSTROPHE",
    severity="stop",
    says={"en": "A plural takes no apostrophe: “{better}”.", "it": "Il plurale non vuole l'apostrofo: «{better}»."},
    wrong=[
        ["The colleague's I met were all gardeners.", "The colleagues I met were all gardeners."],
        ["We sell ticket's for both halls.", "We sell tickets for both halls."],
        ["I have three question's about it.", "I have three questions about it."],
        ["The book's are on the shelf.", "The books are on the shelf."],
        ["The clerk's in the hall were kind.", "The clerks in the hall were kind."],
    ],
    right=[
        "The manager's in a meeting, and dinner's on me.",
        "A friend of my brother's told me. Two years' notice, a week's pay.",
        "The baker's is shut, and the director's told me so. We met at my sister's and left.",
    ],
)
def plural_apostrophe(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index, token in enumerate(tokens[1:], start=1):
        noun = token.word.removesuffix("'s")
        if noun == token.word or not token.text.islower() or not word(noun).may_be("n") or not plural_of(noun):
            continue
        before, following = tokens[index - 1], next_word(tokens, index)
        numbered = before.word in group("numbers") | {"both"} and following is not None and following.tag == "VERB"
        if (
            not numbered
            and following is not None
            and (following.kind is Kind.NAME or may_be(following, "n", "p", "j", "g", "jr", "js", "h"))
        ):
            continue
        at = index - 2 if is_adjective(before) and index > 1 else index - 1
        counted = numbered or tokens[at].word in group("plural_askers")
        verb = following is not None and following.word in words("are were have aren't weren't")
        relative = (
            following is not None and following.word in words("i you we they") and tokens[at].word in {"the", "all"}
        )
        bare = (
            may_be(before, "v")
            and before.tag == "VERB"
            and following is not None
            and following.word in words("for of to with in and")
        )
        if counted or verb or relative or bare or _are_there(tokens, index):
            yield sentence.hit(token, token, plural_of(noun))


def _are_there(tokens: Sequence[Token], index: int) -> bool:
    """“The clerk's in the hall were”: where they are, and a verb of several."""
    if tokens[index + 1].word not in words("in at from on of") or tokens[index - 1].word not in {"the", "all"}:
        return False
    return any(token.word in words("were are have") for token in tokens[index + 3 : index + 5])
