"""Days, months and languages: no capital in Italian."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from seguito.core.looks.language.prose import Hit, Kind, Sentence, Token
from seguito.core.looks.language.record import rule
from seguito.core.looks.language.stray_capitals import stray_capitals
from seguito.languages.it.words import reading

_DAYS = frozenset("lunedì martedì mercoledì giovedì venerdì sabato domenica".split())
_COURTESY = ("La", "Le", "Lo", "Li", "Vi", "Ve", "Ti", "Te", "Lei", "Ne")
_FEASTS = frozenset("natale pasqua pasquetta capodanno ferragosto epifania".split())
_BEFORE_FEAST = frozenset("buon buona felice a di per il la del della dopo prima da dal dalla fino entro e".split())
_MONTHS = frozenset(
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre".split()
)
_LANGUAGES = frozenset(
    "inglese francese tedesco spagnolo italiano portoghese russo cinese arabo giapponese olandese polacco romeno".split()
)
_STREETS = frozenset(
    "signor signore signora dottor dottoressa via viale corso piazza largo ponte palazzo villa san santa festa primo radio giornale rivista".split()
)
_BEFORE_LANGUAGE = frozenset(
    "parlo parla l' dell' dall' all' in di il un mio suo bene studio studiato lingua corso buon lo e tradurre livello".split()
)


@rule(
    "CAPITAL_DAY",
    severity="ask",
    says={"en": "Days and months have no capital in Italian.", "it": "I giorni e i mesi vanno in minuscolo."},
    wrong=[
        ["Sono libera Giovedì mattina.", "Sono libera giovedì mattina."],
        ["La fiera si tiene in Ottobre.", "La fiera si tiene in ottobre."],
        ["Ci vediamo il 3 Marzo.", "Ci vediamo il 3 marzo."],
    ],
    right=[
        "Giovedì sono libera.",
        "Abito in via 25 Aprile e amo il Primo Maggio.",
        "Il signor Domenica e Agosto Neri.",
        "- Martedì: prova.",
    ],
)
def capital_day(sentence: Sentence) -> Iterator[Hit]:
    for before, token, after in _inside(sentence):
        if token.word in _DAYS | _MONTHS and not _is_name(before, after) and before.word not in {"25", "1°", "8"}:
            yield sentence.hit(token, token, token.word)


@rule(
    "STRAY_CAPITAL",
    severity="stop",
    says={"en": "A capital strayed into this word: “{better}”.", "it": "Una maiuscola fuori posto: «{better}»."},
    wrong=[
        ["I miei complimentI a tutti.", "I miei complimenti a tutti."],
        ["DImmi pure.", "Dimmi pure."],
    ],
    right=["Il vostro iPhone, GitHub e LinkedIn.", "RicordarLa è un piacere, e ringraziarVi anche. IL FORNO È CALDO."],
)
def stray_capital(sentence: Sentence) -> Iterator[Hit]:
    yield from stray_capitals(sentence, _is_ordinary)


def _is_ordinary(text: str) -> bool:
    """RingraziarLa has its capital out of courtesy."""
    return not text.endswith(_COURTESY) and bool(reading(text.lower()).kinds)


@rule(
    "FEAST_SMALL",
    severity="ask",
    says={"en": "Feasts have a capital: “{better}”.", "it": "Le feste vogliono la maiuscola: «{better}»."},
    wrong=[
        ["Buon natale a tutti.", "Buon Natale a tutti."],
        ["Torno dopo pasqua.", "Torno dopo Pasqua."],
        ["Chiudete a ferragosto?", "Chiudete a Ferragosto?"],
    ],
    right=["Buon Natale. La mia città natale è Lodi.", "Il giorno di Pasqua, a Ferragosto."],
)
def feast_small(sentence: Sentence) -> Iterator[Hit]:
    for before, token in pairwise(sentence.tokens):
        if token.text in _FEASTS and before.word in _BEFORE_FEAST:
            yield sentence.hit(token, token, token.text.capitalize())


@rule(
    "CAPITAL_LANGUAGE",
    severity="ask",
    says={"en": "Languages have no capital in Italian.", "it": "Le lingue vanno in minuscolo."},
    wrong=[
        ["Parlo bene l'Inglese.", "Parlo bene l'inglese."],
        ["So un po' di Tedesco.", "So un po' di tedesco."],
    ],
    right=[
        "Parlo l'inglese.",
        "Gli Italiani e i Francesi.",
        "Il Corriere Italiano di Zurigo.",
        "Lavoro in Inglese & figli.",
    ],
)
def capital_language(sentence: Sentence) -> Iterator[Hit]:
    for before, token, after in _inside(sentence):
        if token.word in _LANGUAGES and before.word in _BEFORE_LANGUAGE and not _is_name(before, after):
            yield sentence.hit(token, token, token.word)


_NATIONS = tuple(
    "italian frances ingles tedesc spagnol portoghes russ cines giappones american svizzer austriac olandes belg "
    "polacc romen albanes grec turc svedes norveges danes irlandes scozzes europe african brasilian argentin indian "
    "ucrain sloven croat milanes roman torines napoletan venezian sicilian sard toscan lombard".split()
)
_ENDS = frozenset("o a i e he hi io ia ie".split())


@rule(
    "CAPITAL_NATION",
    severity="ask",
    says={
        "en": "After a noun, what says of which country it is has no capital in Italian.",
        "it": "Dopo un nome, l'aggettivo di nazionalità va in minuscolo.",
    },
    wrong=[
        ["I vostri clienti Tedeschi arrivano lunedì.", "I vostri clienti tedeschi arrivano lunedì."],
        ["Ho la cittadinanza Italiana.", "Ho la cittadinanza italiana."],
    ],
    right=[
        "I clienti tedeschi, gli Italiani e i Francesi.",
        "La Banca Italiana, il signor Romano e la collega Sarda Piras.",
        "Ho letto il Corriere, giornale Romano Prodi permettendo.",
    ],
)
def capital_nation(sentence: Sentence) -> Iterator[Hit]:
    for before, token, after in _inside(sentence):
        stem = next((stem for stem in _NATIONS if token.word.startswith(stem)), "")
        if not stem or token.word.removeprefix(stem) not in _ENDS or _is_name(before, after):
            continue
        noun, said = reading(before.word), reading(token.word)
        if "noun" in noun.kinds and not noun.finite and noun.noun_pairs & said.adjective_pairs:
            yield sentence.hit(token, token, token.word)


def _inside(sentence: Sentence) -> Iterator[tuple[Token, Token, Token | None]]:
    """Words with a capital in the middle of a sentence, each with its neighbours."""
    tokens: Sequence[Token] = sentence.tokens
    for index in range(1, len(tokens)):
        before, token = tokens[index - 1], tokens[index]
        if token.is_word and token.capitalised and not token.text.isupper() and before.kind is not Kind.MARK:
            yield before, token, tokens[index + 1] if index + 1 < len(tokens) else None


def _is_name(before: Token, after: Token | None) -> bool:
    """Part of a name, a street or a feast: Primo Maggio, via 25 Aprile, Venerdì Santo."""
    if before.word in _STREETS or (before.capitalised and before.is_word) or before.kind is Kind.NAME:
        return True
    return after is not None and (after.text == "&" or (after.capitalised and after.is_word) or after.kind is Kind.NAME)
