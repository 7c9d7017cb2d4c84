"""British and American spelling: either is right, a mixture asks, and a note that names its region keeps to it."""

from collections.abc import Iterator

from seguito.core.looks.language.prose import Hit, Prose, Token
from seguito.core.looks.language.record import note_rule
from seguito.languages.en.dialects import spellings


@note_rule(
    "SPELLINGS_MIXED",
    severity="ask",
    languages=["en"],
    says={
        "en": "British and American spelling are mixed: “{quote}” beside “{other}”.",
        "it": "Grafia britannica e americana insieme: «{quote}» accanto a «{other}».",
    },
    wrong=[
        [
            "I liked the color of the hall and the honour of the guild.",
            "I liked the colour of the hall and the honour of the guild.",
        ],
        [
            "We organised it and analyzed the theatre's visitors.",
            "We organised it and analysed the theatre's visitors.",
        ],
        ["I realise that you organize it.", "I realise that you organise it."],
    ],
    right=[
        "I liked the colour of the hall and the honour of the guild, and I realize that.",
        "I liked the color of the hall and the honor of the guild.",
        "The Center for Labour History, and the honour of the guild.",
    ],
)
def spellings_mixed(prose: Prose) -> Iterator[Hit]:
    """The rarer side is asked about; Oxford's -ize goes with the rest of British spelling, but not with -ise."""
    if prose.language != "en":
        return
    table = spellings()
    words = [token for token in prose.tokens if token.is_word and not _is_name(prose, token)]
    british = [token for token in words if _base(token) in table.british]
    american = [token for token in words if _base(token) in table.american]
    if british and american:
        rarer, other, twins = (
            (american, british, table.american) if len(american) <= len(british) else (british, american, table.british)
        )
        yield from _asked(rarer, other[0], twins)
        return
    with_s = [token for token in british if table.british[_base(token)] in table.oxford]
    with_z = [token for token in words if _base(token) in table.oxford]
    if with_s and with_z:
        if len(with_z) <= len(with_s):
            yield from _asked(with_z, with_s[0], table.oxford)
        else:
            yield from _asked(with_s, with_z[0], table.british)


@note_rule(
    "AMERICAN_SPELLING",
    severity="ask",
    languages=["en-GB"],
    says={
        "en": "American spelling; the British one is “{better}”.",
        "it": "Grafia americana; quella britannica è «{better}».",
    },
    wrong=[["The color is fine.", "The colour is fine."], ["I traveled to the center.", "I travelled to the centre."]],
    right=["The colour is fine, and I realize that.", "I met Mr Color in Pearl Harbor."],
)
def american_spelling(prose: Prose) -> Iterator[Hit]:
    yield from _foreign(prose, spellings().american)


@note_rule(
    "BRITISH_SPELLING",
    severity="ask",
    languages=["en-US"],
    says={
        "en": "British spelling; the American one is “{better}”.",
        "it": "Grafia britannica; quella americana è «{better}».",
    },
    wrong=[
        ["The colour is fine.", "The color is fine."],
        ["I realise that I travelled.", "I realize that I traveled."],
    ],
    right=["The color is fine, and I realize that.", "I met Mr Colour at the Theatre Royal."],
)
def british_spelling(prose: Prose) -> Iterator[Hit]:
    yield from _foreign(prose, spellings().british)


def _foreign(prose: Prose, twins: dict[str, str]) -> Iterator[Hit]:
    for token in prose.tokens:
        if token.is_word and _base(token) in twins and not _is_name(prose, token):
            yield _hit(token, twins, "")


def _asked(rarer: list[Token], other: Token, twins: dict[str, str]) -> Iterator[Hit]:
    for token in rarer:
        yield _hit(token, twins, other.text)


def _hit(token: Token, twins: dict[str, str], other: str) -> Hit:
    base = _base(token)
    return Hit(token.start, token.end, (twins[base] + token.word[len(base) :],), {"other": other})


def _base(token: Token) -> str:
    return token.word.removesuffix("'s").removesuffix("'")


def _is_name(prose: Prose, token: Token) -> bool:
    """Pearl Harbor, the Theatre Royal: a capital inside a sentence."""
    sentence = prose.sentence_at(token.start)
    return token.capitalised and (sentence is None or token.start != sentence.start)
