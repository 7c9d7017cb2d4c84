"""Questions inside a sentence keep the order of a statement: I wonder what the budget is."""

from collections.abc import Iterator, Sequence

from seguito.core.looks.language.prose import Hit, Kind, Sentence, Token
from seguito.core.looks.language.record import rule
from seguito.languages.en.grammar import base_of, group, is_base_verb, may_be, next_word, past_of, third_of, words

_ASKS = words(
    "know knew wonder wondered wondering ask asked asking see understand explain explained imagine remember forgot forget"
    " discover learn learned learnt find curious idea sure tell told me us you him her them decide show showed clear question say"
    " interested about on of understood"
)
_WH = words("what where when why how who whom which whose")
_AUXILIARIES = words("is are was were do does did can could will would should has have had")
_OPENS_SUBJECT = group("articles", "possessives") | words("i you he she we they it this these those that my your")


@rule(
    "QUESTION_INSIDE",
    severity="ask",
    only_with="what where when why how who whom whose which",
    says={
        "en": "A question inside a sentence keeps the order of a statement: “{better}”.",
        "it": "Nella domanda indiretta il soggetto precede il verbo: «{better}».",
    },
    wrong=[
        ["I wonder what is the budget.", "I wonder what the budget is."],
        ["I don't know where is the warehouse.", "I don't know where the warehouse is."],
        ["Could you tell me when does the course start?", "Could you tell me when the course starts?"],
        ["I asked how could I help.", "I asked how I could help."],
        ["I would like to know what are the next steps.", "I would like to know what the next steps are."],
    ],
    right=[
        "What is the budget? I asked: how could I help?",
        "I know who is in, and what is right. You showed me what is wrong with it.",
        "I asked who had the key. Tell me how it is. I see what was the matter.",
        "You told me when we met how I was.",
    ],
)
def question_inside(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    if tokens[-1].text == "?" and tokens[0].word not in _AUXILIARIES:
        return  # words as they were spoken: I asked, how could I help?
    for index in range(2, len(tokens) - 2):
        wh = tokens[index]
        if wh.word not in _WH or not _is_asked(tokens, index):
            continue
        at = _auxiliary_place(tokens, index)
        if at is None:
            continue
        auxiliary, opens = tokens[at], tokens[at + 1]
        if opens.word not in _OPENS_SUBJECT or (wh.word in words("who which") and opens.word not in group("subjects")):
            continue
        if wh.word == "what" and opens.word in {"a", "an"}:
            continue  # “to know what is a lot”: there “what” is the subject
        end = _subject_end(tokens, at + 1)
        if end is None:
            continue
        better = _in_order(tokens, at - 1, end)
        if better:
            yield sentence.hit(auxiliary, tokens[better[0]], better[1])


def _auxiliary_place(tokens: Sequence[Token], index: int) -> int | None:
    """Behind “how”, “how long” or “what time”: where the auxiliary stands, with a subject behind it."""
    for at in range(index + 1, min(index + 3, len(tokens) - 1)):
        if tokens[at].word in _AUXILIARIES:
            return at
        if not (
            tokens[at].word in words("long much many often far early late time kind sort size")
            or may_be(tokens[at], "n", "j")
        ):
            return None
    return None


def _is_asked(tokens: Sequence[Token], index: int) -> bool:
    """A verb of asking or knowing stands right before, with its object at most between."""
    if index > 2 and tokens[index - 1].word in words("exactly yet already now really just precisely"):
        index -= 1
    before = tokens[index - 1].word
    if before in words("me us you him her them"):
        return index > 1 and tokens[index - 2].word in words(
            "tell told ask asked show showed explain asking telling remind"
        )
    if before in words("about on of"):
        return index > 1 and tokens[index - 2].word in words(
            "idea curious question sure wonder wondered wondering know asked ask"
        )
    return before in _ASKS


def _subject_end(tokens: Sequence[Token], begin: int) -> int | None:
    """Where a plain subject ends: a pronoun, or a determiner with its noun."""
    if tokens[begin].word in group("subjects") | {"it"} and tokens[begin].word != "this":
        return begin
    for at in range(begin + 1, min(begin + 5, len(tokens))):
        if tokens[at].kind is not Kind.WORD and tokens[at].kind is not Kind.NAME:
            return None
        following = next_word(tokens, at)
        acts = following is not None and tokens[begin - 1].word in words("do does did") and is_base_verb(following)
        if may_be(tokens[at], "n", "p") and (
            acts or following is None or not may_be(following, "n", "p", "j") or following.tag == "VERB"
        ):
            return at
    return None


def _in_order(tokens: Sequence[Token], index: int, end: int) -> tuple[int, str] | None:
    """Up to which token to replace, and with what: the verb behind its subject."""
    auxiliary = tokens[index + 1]
    subject = " ".join(token.text for token in tokens[index + 2 : end + 1])
    following = next_word(tokens, end)
    if auxiliary.word in {"do", "does", "did"}:
        if following is None or not (may_be(following, "v") or following.word in {"have", "do"}):
            return None
        forms = {"do": following.word, "does": third_of(following.word), "did": past_of(base_of(following.word, "v"))}
        return (end + 1, f"{subject} {forms[auxiliary.word]}") if forms[auxiliary.word] else None
    if auxiliary.word in group("be"):
        closes = (
            following is None or following.kind is Kind.MARK or following.word in group("prepositions", "conjunctions")
        )
        if tokens[end].word in words("matter difference point problem trouble") and tokens[index].word == "what":
            return None
        acts = following is not None and (may_be(following, "g", "h") or following.tag == "ADJ")
        return (end, f"{subject} {auxiliary.text}") if closes or acts else None
    acts = following is not None and (
        is_base_verb(following) or may_be(following, "h") or following.word in {"be", "have", "do"}
    )
    return (end, f"{subject} {auxiliary.text}") if acts else None
