"""What the first look may find (T4.3): each rule with what it says, and with sentences of its own.

The sentences are read as notes to Anna Marchetti (dott.ssa, f) of Fonderia Bellandi, whose colleague is Marco
De Luca (ing., m); Elena Savoldi writes them on 2 December 2026, the day of the interview. English ones are to
Siobhán Kearney (Ms, f) of Halden Freight, whose colleague is José Carvalho (Mr, m), from Tunde Bakare, on 3 December.
Foxglove & Sons and Studio Bonfiglioli are houses of their other applications.
"""

from dataclasses import replace
from datetime import date

from seguito.core.looks.finding import Finding, Look, Severity
from seguito.core.looks.rule import Rule

NAME_TYPO = Rule(
    "NAME_TYPO",
    Look.NAMES,
    Severity.STOP,
    says={"en": "“{quote}” is misspelt: the name is {name}.", "it": "«{quote}» è scritto male: il nome è {name}."},
    wrong=(
        ("Dear Ms Kearny,", "Dear Ms Kearney,"),
        ("Dear Siobhán,\n\nI liked Mr Carvahlo's story.", "Dear Siobhán,\n\nI liked Mr Carvalho's story."),
        ("Gentile dottoressa Marcheti,", "Gentile dottoressa Marchetti,"),
        (
            "Gentile dottoressa Marchetti,\n\nl'ingegner Deluca ride.",
            "Gentile dottoressa Marchetti,\n\nl'ingegner De Luca ride.",
        ),
    ),
    right=("Dear Ms Kearney,\n\nSan José is far.", "Gentile dottoressa Marchetti,\n\nun libro di Marchesi."),
)
NAME_NEAR = Rule(
    "NAME_TYPO",
    Look.NAMES,
    Severity.ASK,
    says={
        "en": "“{quote}” is nearly {name}: who is meant?",
        "it": "«{quote}» è quasi {name}: di chi si parla?",
    },
    wrong=(
        ("Dear Siobhán,\n\nJosie likes four numbers.", "Dear Siobhán,\n\nJosé likes four numbers."),
        ("Cara Anna,\n\nMarko ride spesso.", "Cara Anna,\n\nMarco ride spesso."),
    ),
    right=("Dear Siobhán,\n\nmy cousin Josie laughed.", "Cara Anna,\n\nmio cugino Mirco ride."),
)
CROSSED = Rule(
    "NAME_TYPO",
    Look.NAMES,
    Severity.ASK,
    says={
        "en": "“{quote}” is two people's names: {one}, {other}.",
        "it": "«{quote}» mescola due persone: {one}, {other}.",
    },
    wrong=(
        ("Dear Siobhán,\n\nSiobhán Carvalho laughed.", "Dear Siobhán,\n\nJosé Carvalho laughed."),
        ("Cara Anna,\n\nieri Marco Marchetti rideva.", "Cara Anna,\n\nieri Marco De Luca rideva."),
    ),
    right=("Dear Siobhán,\n\nI told José, Kearney Hall was full.", "Cara Anna,\n\nho visto Marco. De Luca ride."),
)
NAME_UNKNOWN = Rule(
    "NAME_UNKNOWN",
    Look.NAMES,
    Severity.ASK,
    says={
        "en": "Nobody called {quote} is known here. Is the name right?",
        "it": "Nessuno che si chiami {quote} risulta qui. Il nome è giusto?",
    },
    wrong=(
        ("Dear Ms Johnson,", "Dear Ms Kearney,"),
        ("Dear Siobhán,\n\nas Paolo told me, ships wait.", ""),
        ("Gentile dottoressa Ferri,", "Gentile dottoressa Marchetti,"),
        ("Gentile dottoressa Marchetti,\n\ngrazie anche a Giulia.", ""),
    ),
    right=(
        "Dear Ms Kearney,\n\nmy teacher Mrs Bell loved ships.",
        "Gentile dottoressa Marchetti,\n\ncome diceva Calvino.",
    ),
)
SWAP = Rule(
    "SWAP",
    Look.NAMES,
    Severity.STOP,
    says={
        "en": "“{quote}” is somebody else; this note is for {reader}.",
        "it": "«{quote}» è un'altra persona; questa nota è per {reader}.",
    },
    wrong=(
        ("Dear José,", "Dear Siobhán,"),
        ("Dear Siobhán,\n\nThank you again, José.", "Dear Siobhán,\n\nThank you again, Siobhán."),
        ("Gentile ingegner De Luca,", "Gentile ingegner Marchetti,"),
        ("Gentile dottoressa Marchetti,\n\nringrazi anche Anna da parte mia.", ""),
    ),
    right=("Dear Siobhán,\n\nJosé made me laugh.", "Cara Anna,\n\ne grazie anche a Marco."),
)
LEFTOVER = Rule(
    "LEFTOVER",
    Look.NAMES,
    Severity.STOP,
    says={
        "en": "“{quote}” belongs to another application of yours.",
        "it": "«{quote}» viene da un'altra tua candidatura.",
    },
    wrong=(
        ("Dear Siobhán,\n\nFoxglove & Sons pleases me.", "Dear Siobhán,\n\nHalden Freight pleases me."),
        ("Cara Anna,\n\nlo Studio Bonfiglioli mi piace.", "Cara Anna,\n\nla Fonderia Bellandi mi piace."),
    ),
    right=("Dear Siobhán,\n\nfoxgloves please me.", "Cara Anna,\n\nil mio studio mi piace."),
)
RECORDED = {  # what stands on record of a person, for HONORIFIC: by gender, with the title or without
    "en": {"f": "a woman", "m": "a man", "titled": "titled “{title}”"},
    "it": {"f": "una donna", "m": "un uomo", "titled": "con il titolo «{title}»"},
}
HONORIFIC = Rule(
    "HONORIFIC",
    Look.NAMES,
    Severity.STOP,
    says={
        "en": "The note says “{quote}”, but on record {name} is {recorded_en}.",
        "it": "La nota dice «{quote}», ma {name} risulta {recorded_it}.",
    },
    wrong=(
        ("Dear Mr Kearney,", "Dear Ms Kearney,"),
        ("Gentile dottor Marchetti,", "Gentile dottoressa Marchetti,"),
        ("Caro Anna,", "Cara Anna,"),
    ),
    right=("Dear Ms Kearney,", "Gentile dott.ssa Marchetti,", "Cara Anna,\n\nil signor De Luca ride."),
)
TITLE = Rule(
    "TITLE",
    Look.NAMES,
    Severity.HINT,
    says={
        "en": "{name} is recorded as {recorded}; “{quote}” leaves that out.",
        "it": "Per {name} risulta il titolo {recorded}; «{quote}» lo tralascia.",
    },
    wrong=(("Gentile signora Marchetti,", "Gentile dott.ssa Marchetti,"),),
    right=("Gentile dottoressa Marchetti,",),
)
ACCENT = Rule(
    "ACCENT",
    Look.NAMES,
    Severity.STOP,
    says={"en": "“{quote}” is written {name}.", "it": "«{quote}» si scrive {name}."},
    wrong=(("Dear Siobhan,", "Dear Siobhán,"), ("Gentile dottoressa Marchettì,", "Gentile dottoressa Marchetti,")),
    right=("Dear Siobhán,",),
)
CASE = Rule(
    "CASE",
    Look.NAMES,
    Severity.STOP,
    says={
        "en": "“{quote}” is written {name}: mind capitals and small letters.",
        "it": "«{quote}» si scrive {name}: attenzione alle maiuscole.",
    },
    wrong=(
        ("Dear siobhán,", "Dear Siobhán,"),
        ("Cara Anna,\n\nil signor de Luca ride.", "Cara Anna,\n\nil signor De Luca ride."),
    ),
    right=("DEAR SIOBHÁN,", "Cara Anna,\n\nDe Luca ride."),
)
ORG = Rule(
    "ORG",
    Look.NAMES,
    Severity.STOP,
    says={
        "en": "“{quote}”: the organisation is called {name}.",
        "it": "«{quote}»: l'organizzazione si chiama {name}.",
    },
    wrong=(
        ("Dear Siobhán,\n\nHalden Freigth pleases me.", "Dear Siobhán,\n\nHalden Freight pleases me."),
        ("Cara Anna,\n\nla Fonderia Belandi mi piace.", "Cara Anna,\n\nla Fonderia Bellandi mi piace."),
    ),
    right=("Dear Siobhán,\n\nHalden pleases me.", "Cara Anna,\n\nalla Bellandi si ride."),
)
ROLE = Rule(
    "ROLE",
    Look.NAMES,
    Severity.ASK,
    says={"en": "“{quote}”: the role is {name}.", "it": "«{quote}»: il ruolo è {name}."},
    wrong=(
        (
            "Dear Siobhán,\n\nthe role of Sales Manager pleases me.",
            "Dear Siobhán,\n\nthe role of Operations Analyst pleases me.",
        ),
        (
            "Cara Anna,\n\nil ruolo di Responsabile Acquisti mi piace.",
            "Cara Anna,\n\nil ruolo di Responsabile Qualità mi piace.",
        ),
    ),
    right=(
        "Dear Siobhán,\n\nthe analyst role pleases me.",
        "Cara Anna,\n\nil ruolo di responsabile della qualità mi piace.",
    ),
)
DATE = Rule(
    "DATE",
    Look.NAMES,
    Severity.ASK,
    says={
        "en": "“{quote}” does not fit: the interview was on {weekday}, {day}.",
        "it": "«{quote}» non torna: il colloquio è stato {weekday} {day}.",
    },
    wrong=(
        ("Dear Siobhán,\n\nit was good to meet you yesterday.", "Dear Siobhán,\n\nit was good to meet you today."),
        ("Cara Anna,\n\ngrazie per il colloquio di ieri.", "Cara Anna,\n\ngrazie per il colloquio di oggi."),
    ),
    right=("Dear Siobhán,\n\nI baked bread yesterday.", "Cara Anna,\n\nle scrivo entro venerdì."),
)
CALENDAR = Rule(
    "DATE",
    Look.NAMES,
    Severity.ASK,
    says={
        "en": "“{quote}”: {day} is a {weekday}.",
        "it": "«{quote}»: il {day} è {weekday}.",
    },
)
NO_SUCH_DAY = Rule(
    "DATE",
    Look.NAMES,
    Severity.ASK,
    says={
        "en": "“{quote}”: no calendar has that day.",
        "it": "«{quote}»: un giorno così non c'è in nessun calendario.",
    },
    wrong=(
        ("Dear Siobhán,\n\nI will call you on 31 November.", ""),
        ("Cara Anna,\n\nla chiamo il 30 febbraio.", ""),
    ),
    right=("Dear Siobhán,\n\nI will call you on 30 November.", "Cara Anna,\n\nsono nato il 29 febbraio 1996."),
)
PLACEHOLDER = Rule(
    "PLACEHOLDER",
    Look.NAMES,
    Severity.STOP,
    says={"en": "“{quote}” still waits for your own words.", "it": "«{quote}» aspetta ancora le tue parole."},
    wrong=(
        ("Dear Siobhán,\n\nThank you for [detail].", ""),
        ("Cara Anna,\n\ngrazie per XXX.", ""),
        ("Dear {name},", ""),
    ),
    right=("Dear Siobhán,\n\nI read it twice [1].", "Cara Anna,\n\n(e non solo) grazie."),
)
GREETS_NOBODY = Rule(
    "GREETS_NOBODY",
    Look.NAMES,
    Severity.HINT,
    says={
        "en": "This note is for {reader}, and greets nobody by name.",
        "it": "Questa nota è per {reader}, e non saluta nessuno per nome.",
    },
    wrong=(("Dear hiring team,", "Dear Siobhán,"), ("Spettabile Fonderia Bellandi,", "")),
    right=("Dear Siobhán,", "Good morning,"),
)
NO_ROSTER = Rule(
    "NO_ROSTER",
    Look.NAMES,
    Severity.HINT,
    says={
        "en": "Nobody told who was there: names were checked for their form only.",
        "it": "Nessuno ha detto chi c'era: dei nomi si è guardata solo la forma.",
    },
)

_MONTHS = {
    "en": "January February March April May June July August September October November December".split(),
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre".split(),
}
_WEEKDAYS = {
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "it": ("lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica"),
}


def date_finding(rule: Rule, text: str, start: int, end: int, instead: tuple[str, ...], day: date) -> Finding:
    """A finding that tells a day: its weekday in the language of each message, and its date."""
    found = rule.finding(text, start, end, instead, weekday="", day="")
    says = {
        language: message.format(
            quote=found.quote,
            weekday=_WEEKDAYS[language][day.weekday()],
            day=f"{day.day} {_MONTHS[language][day.month - 1]} {day.year}",
        )
        for language, message in rule.says.items()
    }
    return replace(found, says=says)


RULES = (
    PLACEHOLDER, SWAP, LEFTOVER, HONORIFIC, TITLE, CASE, ACCENT, NAME_TYPO, NAME_NEAR, CROSSED, ORG, ROLE,
    NAME_UNKNOWN, DATE, CALENDAR, NO_SUCH_DAY, GREETS_NOBODY, NO_ROSTER,
)  # fmt: skip
