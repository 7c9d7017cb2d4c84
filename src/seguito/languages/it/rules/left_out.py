"""Prepositions that are left out, or stand apart from an article that they are written with: prima di salutare, nel."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from seguito.core.looks.language.prose import Hit, Sentence
from seguito.core.looks.language.record import rule
from seguito.languages.it.clauses import is_introduced
from seguito.languages.it.determiners import Beginning, beginning, family_of, joined_with
from seguito.languages.it.phrases import could_only_be_noun, is_surely_finite, next_to
from seguito.languages.it.words import Word, at, form_at, words

_WANT_A = frozenset("andare venire riuscire iniziare cominciare continuare provare imparare abituare".split())
_WANT_DI = frozenset("cercare decidere smettere tentare accettare evitare promettere finire rifiutare sperare".split())


@rule(
    "PREPOSITION_LEFT_OUT",
    severity="stop",
    says={
        "en": "A preposition is missing before “{verb}”: “{better}”.",
        "it": "Prima di «{verb}» manca una preposizione: «{better}».",
    },
    wrong=[
        ["Prima salutarla vorrei chiederle una cosa.", "Prima di salutarla vorrei chiederle una cosa."],
        ["Non vedo l'ora cominciare.", "Non vedo l'ora di cominciare."],
        ["Sono riuscita trovare il libro.", "Sono riuscita a trovare il libro."],
        ["Ho deciso iscrivermi al corso.", "Ho deciso di iscrivermi al corso."],
        ["Spero rivederla presto.", "Spero di rivederla presto."],
    ],
    right=[
        "Prima mangiare, poi parlare.",
        "Prima di salutarla, prima che parta, cercare aiuto.",
        "L'inizio fu difficile; continuare è bello.",
        "Lavorare, imparare, insegnare: tutto mi piace.",
        "Era meglio prima avere paura e poi ridere.",
    ],
)
def preposition_left_out(sentence: Sentence) -> Iterator[Hit]:
    read = words(sentence)
    for word, verb in pairwise(read):
        if not verb.is_only("infinitive", "noun") or not verb.may_be("infinitive") or verb.token.capitalised:
            continue
        better = _left_out(read, word, verb)
        if better:
            yield sentence.hit(word.token, verb.token, f"{word.token.text} {better} {verb.token.text}", verb=verb.form)


def _left_out(read: Sequence[Word], word: Word, verb: Word) -> str:
    """`di` or `a`, or nothing."""
    if word.form == "prima" and not is_introduced(read, word.index):
        opens = word.begins or form_at(read, word.index - 1) in {"e", ","}
        if not opens or (not word.begins and not any(a.clitics for a in verb.reading.analyses)):
            return ""  # bisogna prima conoscerlo, ma prima andare
        return "" if any(other.form in {"poi", "dopo", "e"} for other in read[verb.index :]) else "di"
    if not verb.is_only("infinitive"):
        return ""
    if word.form == "ora" and form_at(read, word.index - 1) == "l'":
        return "di" if word.index > 1 and read[word.index - 2].has_lemma("vedere") else ""
    if not _is_verb(read, word):
        return ""
    if word.is_among(_WANT_A):
        return "a"
    return "di" if word.is_among(_WANT_DI) else ""


def _is_verb(read: Sequence[Word], word: Word) -> bool:
    """A finite verb, a participle after its auxiliary or an infinitive after a modal: no noun (l'inizio)."""
    if is_introduced(read, word.index):
        return False
    before = at(read, word.index - 1)
    if word.may_be("participle"):
        earlier = read[max(0, word.index - 3) : word.index]
        return any(other.finite and other.has_lemma("avere", "essere") for other in earlier)
    if word.is_only("infinitive"):
        return bool(before and before.has_lemma("potere", "volere", "dovere"))
    return is_surely_finite(word) or word.form == "spero"


@rule(
    "BISOGNO_DI",
    severity="stop",
    says={"en": "One has need “di” something.", "it": "Si ha bisogno «di» qualcosa."},
    wrong=[
        ["Ho bisogno qualche giorno.", "Ho bisogno di qualche giorno."],
        ["Avete bisogno persone esperte.", "Avete bisogno di persone esperte."],
    ],
    right=[
        "Ho bisogno di qualche giorno, ne ho bisogno oggi.",
        "Se ha bisogno, qualche collega l'aiuta.",
        "Ha bisogno più che mai di voi.",
    ],
)
def bisogno_di(sentence: Sentence) -> Iterator[Hit]:
    read = words(sentence)
    for need, after in pairwise(read):
        has = at(read, need.index - 1)
        if need.form != "bisogno" or has is None or not has.has_lemma("avere") or form_at(read, has.index - 1) == "ne":
            continue
        if after.form in {"qualche", "alcuni", "alcune", "un", "una", "un'"} or after.is_only("noun", "numeral"):
            yield sentence.hit(need.token, after.token, f"bisogno di {after.token.text}")


_APART = frozenset("in di a da su".split())


@rule(
    "JOINED_ARTICLE",
    severity="stop",
    says={
        "en": "Preposition and article are written together: “{better}”.",
        "it": "Preposizione e articolo si scrivono insieme: «{better}».",
    },
    wrong=[
        ["Ho lavorato in il reparto verniciatura.", "Ho lavorato nel reparto verniciatura."],
        ["Ho parlato a i colleghi di sala.", "Ho parlato ai colleghi di sala."],
        ["Vengo da il mercato di Porta Palazzo.", "Vengo dal mercato di Porta Palazzo."],
        ["Ho lasciato il fascicolo su la scrivania.", "Ho lasciato il fascicolo sulla scrivania."],
        ["Ho scritto a le colleghe.", "Ho scritto alle colleghe."],
    ],
    right=[
        "Nel reparto, ai colleghi, dal mercato.",
        "L'ho letto in Il nome della rosa.",
        "Di là, da lì, in là; a gli altri ci penso io.",
        "Siamo andati a Il Cairo.",
        "Ha tirato su la serranda, mi metto di la parte mia.",
    ],
)
def joined_article(sentence: Sentence) -> Iterator[Hit]:
    read = words(sentence)
    for preposition, article in pairwise(read):
        if preposition.form not in _APART or article.token.text not in {"il", "i", "lo", "l'", "la", "le", "gli"}:
            continue
        noun = next_to(read, article.index)
        sure = article.form in {"il", "i"}
        if noun is None or not (could_only_be_noun(noun) if sure else noun.is_only("noun")):
            continue
        if not sure and (preposition.form == "di" or _is_upwards(read, preposition) or noun.form == "carte"):
            continue
        better = _joined(preposition.form, article.form, noun)
        if better:
            yield sentence.hit(preposition.token, article.token, better)


_LIFTING = frozenset("tirare mettere buttare alzare andare dare venire togliere portare prendere rimettere".split())


def _is_upwards(read: Sequence[Word], preposition: Word) -> bool:
    """Tirare su la serranda: an adverb of the verb before it."""
    before = at(read, preposition.index - 1)
    return preposition.form == "su" and (before is None or before.is_mark or before.is_among(_LIFTING))


def _joined(preposition: str, article: str, noun: Word) -> str:
    family, begins = family_of(joined_with(preposition)), beginning(noun.form)
    if family is None or begins is Beginning.UNSURE:
        return ""
    feminine = article in {"la", "le"} or (article == "l'" and ("m", "s") not in noun.pairs)
    number = "p" if article in {"i", "le", "gli"} else "s"
    return family.form(("f" if feminine else "m", number), begins)


@rule(
    "THANKS_FOR",
    severity="stop",
    says={"en": "A word is missing: “{better}”.", "it": "Manca una parola: «{better}»."},
    wrong=[
        ["Grazie la bella mattinata in officina.", "Grazie per la bella mattinata in officina."],
        ["Grazie il tempo che mi ha dedicato.", "Grazie per il tempo che mi ha dedicato."],
    ],
    right=["Grazie per la mattinata.", "Grazie, le scrivo presto.", "Grazie le scrivo presto.", "Grazie a lei."],
)
def thanks_for(sentence: Sentence) -> Iterator[Hit]:
    read = words(sentence)
    for thanks, article in pairwise(read):
        if thanks.form != "grazie" or article.form not in {"il", "la", "lo", "i", "gli", "le", "l'"}:
            continue
        noun = at(read, article.index + 1)
        if noun and noun.is_only("adjective"):
            noun = at(read, noun.index + 1)
        if noun and noun.may_be("noun") and (article.form in {"il", "i"} or not noun.finite):
            yield sentence.hit(thanks.token, article.token, f"{thanks.token.text} per {article.token.text}")
