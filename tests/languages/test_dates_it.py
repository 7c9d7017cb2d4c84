"""Days as Italian writes them: promises fall due on the right one, and notes are read for every one."""

import unicodedata
from datetime import date

import pytest

from seguito.core.days import find_dates, find_day, find_due
from seguito.languages.date_words import date_words

WEDNESDAY = date(2026, 12, 2)  # the day of the interview, where a row names no other
IT = date_words("it")


def _day(text: str) -> date:
    """`Wed 2026-12-09`; refuses a weekday that doesn't fit."""
    weekday, _, iso = text.partition(" ")
    day = date.fromisoformat(iso)
    assert day.strftime("%a") == weekday, f"{iso} is a {day:%a}"
    return day


PROMISES = [
    # giorno della settimana e numero
    ("risposta entro mercoledì 9", "Wed 2026-12-09"),
    ("entro mercoledi 9", "Wed 2026-12-09"),
    ("entro mercoledi' 9", "Wed 2026-12-09"),
    ("Mercoledì, 9 dicembre", "Wed 2026-12-09"),
    ("mercoledì 9 dicembre 2026", "Wed 2026-12-09"),
    ("lunedì 14 dicembre 2026", "Mon 2026-12-14"),
    ("mer 9 dic", "Wed 2026-12-09"),
    ("mer. 9 dic.", "Wed 2026-12-09"),
    ("giovedì 3", "Thu 2026-12-03"),
    ("richiama venerdì 4 alle 10:30", "Fri 2026-12-04"),
    ("venerdì 18 p.v.", "Fri 2026-12-18"),
    ("entro mercoledì 6", "Wed 2027-01-06"),  # il 6 dicembre è domenica
    ("il lunedì 14", "Mon 2026-12-14"),
    # il numero da solo
    ("il 9", "Wed 2026-12-09"),
    ("entro il 9", "Wed 2026-12-09"),
    ("entro l'8", "Tue 2026-12-08"),
    ("entro l’11", "Fri 2026-12-11"),
    ("il 9 ci risentiamo", "Wed 2026-12-09"),
    ("entro il 9 p.v.", "Wed 2026-12-09"),
    ("prima del 15", "Tue 2026-12-15"),
    ("entro il primo", "Fri 2027-01-01"),
    ("entro il 6 del mese prossimo", "Wed 2027-01-06"),
    ("il giorno 15", "Tue 2026-12-15"),
    ("entro e non oltre il 15", "Tue 2026-12-15"),
    # numero e mese
    ("9 dicembre", "Wed 2026-12-09"),
    ("il 9 dicembre", "Wed 2026-12-09"),
    ("entro il 9 di dicembre", "Wed 2026-12-09"),
    ("il nove dicembre", "Wed 2026-12-09"),
    ("1° dicembre", "Wed 2027-12-01"),  # ieri: si volta l'anno
    ("il primo gennaio", "Fri 2027-01-01"),
    ("entro l'8 gennaio", "Fri 2027-01-08"),
    ("entro l’11 dicembre", "Fri 2026-12-11"),
    ("entro il 4 maggio", "Tue 2027-05-04"),
    ("entro il 29 febbraio", "Tue 2028-02-29"),
    ("firma il 3 marzo 2027", "Wed 2027-03-03"),
    # numeri
    ("2026-12-09", "Wed 2026-12-09"),
    ("12/12", "Sat 2026-12-12"),
    ("entro il 9/12", "Wed 2026-12-09"),
    ("entro il 9/12/2026", "Wed 2026-12-09"),
    ("entro il 12/3", "Fri 2027-03-12"),
    ("09.12.2026", "Wed 2026-12-09"),
    ("9-12-26", "Wed 2026-12-09"),
    ("mercoledì 9/12", "Wed 2026-12-09"),
    ("entro l'11/12", "Fri 2026-12-11"),
    ("12/25", "Fri 2026-12-25"),  # nessun venticinquesimo mese
    # giorni della settimana
    ("entro giovedì", "Thu 2026-12-03"),
    ("entro giovedi", "Thu 2026-12-03"),
    ("per venerdì", "Fri 2026-12-04"),
    ("entro ven.", "Fri 2026-12-04"),
    ("mercoledì", "Wed 2026-12-09"),  # detto di mercoledì: il prossimo
    ("martedì prossimo", "Tue 2026-12-08"),
    ("il prossimo martedì", "Tue 2026-12-08"),
    ("domenica prossima", "Sun 2026-12-06"),
    ("questo venerdì", "Fri 2026-12-04"),
    ("venerdì che viene", "Fri 2026-12-04"),
    ("lunedì della prossima settimana", "Mon 2026-12-07"),
    ("giovedì della settimana prossima", "Thu 2026-12-10"),
    ("la settimana prossima, giovedì", "Thu 2026-12-10"),
    ("lunedì a otto", "Mon 2026-12-14"),
    ("una settimana da lunedì", "Mon 2026-12-14"),
    ("lunedì o martedì", "Tue 2026-12-08"),
    ("tra martedì e giovedì", "Thu 2026-12-10"),
    ("venerdì mattina", "Fri 2026-12-04"),
    # contati da oggi
    ("oggi stesso", "Wed 2026-12-02"),
    ("in giornata", "Wed 2026-12-02"),
    ("domani", "Thu 2026-12-03"),
    ("domani mattina", "Thu 2026-12-03"),
    ("dopodomani", "Fri 2026-12-04"),
    ("domani l'altro", "Fri 2026-12-04"),
    ("domani a otto", "Thu 2026-12-10"),
    ("fra due settimane", "Wed 2026-12-16"),
    ("tra 10 giorni", "Sat 2026-12-12"),
    ("tra un paio di giorni", "Fri 2026-12-04"),
    ("tra una settimana", "Wed 2026-12-09"),
    ("tra una decina di giorni", "Sat 2026-12-12"),
    ("nel giro di tre giorni", "Sat 2026-12-05"),
    ("entro 48 ore", "Fri 2026-12-04"),
    ("entro tre giorni lavorativi", "Mon 2026-12-07"),
    ("tra due o tre settimane", "Wed 2026-12-23"),
    ("entro 2-3 giorni", "Sat 2026-12-05"),
    ("entro 2 sett.", "Wed 2026-12-16"),
    ("tra un mese", "Sat 2027-01-02"),
    ("due settimane", "Wed 2026-12-16"),
    ("due settimane da oggi", "Wed 2026-12-16"),
    # settimane, mesi, anni
    ("in settimana", "Fri 2026-12-04"),
    ("entro la settimana", "Fri 2026-12-04"),
    ("questa settimana", "Fri 2026-12-04"),
    ("entro fine settimana", "Fri 2026-12-04"),
    ("entro la fine della settimana", "Fri 2026-12-04"),
    ("la settimana prossima", "Fri 2026-12-11"),
    ("la prossima settimana", "Fri 2026-12-11"),
    ("all'inizio della prossima settimana", "Tue 2026-12-08"),
    ("a metà della settimana prossima", "Wed 2026-12-09"),
    ("entro la fine della prossima settimana", "Fri 2026-12-11"),
    ("nel weekend", "Sun 2026-12-06"),
    ("la settimana del 14", "Fri 2026-12-18"),
    ("la settimana del 14 dicembre", "Fri 2026-12-18"),
    ("la prima settimana di gennaio", "Thu 2027-01-07"),
    ("l'ultima settimana di gennaio", "Sun 2027-01-31"),
    ("entro fine mese", "Thu 2026-12-31"),
    ("entro la fine del mese", "Thu 2026-12-31"),
    ("entro il mese", "Thu 2026-12-31"),
    ("il mese prossimo", "Sun 2027-01-31"),
    ("a fine anno", "Thu 2026-12-31"),
    ("entro l'anno", "Thu 2026-12-31"),
    ("metà gennaio", "Fri 2027-01-15"),
    ("a fine gennaio", "Sun 2027-01-31"),
    ("a gennaio", "Sun 2027-01-31"),
    ("entro gennaio", "Sun 2027-01-31"),
    ("prima di Natale", "Fri 2026-12-25"),
    ("dopo l'Epifania", "Wed 2027-01-06"),
    ("entro Pasqua", "Sun 2027-03-28"),
    # più giorni: prima quello di «entro», poi il primo che viene
    ("visto il brief lunedì, risponde entro venerdì", "Fri 2026-12-04"),
    ("nato il 3 marzo 1974, chiama giovedì", "Thu 2026-12-03"),
    ("tra il 9 e il 12 dicembre", "Sat 2026-12-12"),
    ("dal 9 al 12", "Sat 2026-12-12"),
    ("mercoledì 9 o giovedì 10", "Thu 2026-12-10"),
]


@pytest.mark.parametrize(("said", "due"), PROMISES, ids=[said for said, _ in PROMISES])
def test_a_promise_falls_due_on_the_day_that_it_names(said: str, due: str) -> None:
    assert find_day(said, IT, WEDNESDAY) == _day(due)


@pytest.mark.parametrize("said", [said for said, _ in PROMISES if not said.isascii()])
def test_accents_may_be_composed_or_not(said: str) -> None:
    """macOS gives some text decomposed: ì as i and a grave accent."""
    assert find_day(unicodedata.normalize("NFD", said), IT, WEDNESDAY) == find_day(said, IT, WEDNESDAY)


@pytest.mark.parametrize(
    "said",
    [
        "presto",
        "l'altro giorno",
        "l'indomani",
        "ogni sabato i bambini riordinano lo scaffale",
        "la newsletter del venerdì",
        "il giovedì leggiamo insieme",
        "tutti i lunedì",
        "sempre aperti, 24/7",
        "il 9 per cento",
        "il 12% del budget",
        "al 4 di via Roma",
        "alle 10:30",
        "entro le 9",
        "prima delle 10",
        "in 12 lavorano lì",
        "due settimane fa",
        "ieri",
        "la settimana scorsa",
        "giovedì scorso",
        "fra qualche giorno",
        "telefono +39 06 1234567",
        "marzolina, il formaggio",
    ],
)
def test_what_names_no_day_ahead_falls_due_on_none(said: str) -> None:
    assert find_day(said, IT, WEDNESDAY) is None


def test_a_weekday_that_contradicts_its_number_gives_both_days_and_says_so() -> None:
    mention = find_due("risposta entro mercoledì 10", IT, WEDNESDAY)
    assert mention is not None
    assert not mention.weekday_fits
    assert mention.due == date(2026, 12, 10)
    assert set(mention.days) >= {date(2026, 12, 9), date(2026, 12, 10)}


READINGS = [
    ("Grazie per l'incontro di lunedì 14 dicembre.", [("lunedì 14 dicembre", "2026-12-14")]),
    ("Grazie per il tempo di ieri.", [("ieri", "2026-12-15")]),
    ("Grazie per la chiacchierata di ieri pomeriggio.", [("ieri pomeriggio", "2026-12-15")]),
    ("Le mando tutto domani.", [("domani", "2026-12-17")]),
    ("Il nostro colloquio di martedì mi è rimasto in mente.", [("martedì", "2026-12-15 2026-12-22")]),
    ("Come detto giovedì scorso, ci sarò.", [("giovedì scorso", "2026-12-10")]),
    ("La newsletter del venerdì; ogni venerdì; il venerdì.", []),
    ("L'altro ieri ho provato.", [("L'altro ieri", "2026-12-14")]),
    ("Il 15 mi ha detto di sì.", [("Il 15", "2026-12-15 2027-01-15")]),
    ("Nel 2019 il 12% dei 15 clienti, alle 10:30.", []),
    ("A marzo 2025 usciva il numero sui fiumi.", [("marzo 2025", "*31")]),
    ("Lì ho lavorato dal 9 al 12 dicembre.", [("9 al 12 dicembre", "*4")]),
    ("Il 15/12 ci siamo visti.", [("15/12", "2026-12-15 2027-12-15")]),
    ("La settimana scorsa ha mostrato lo scaffale.", [("La settimana scorsa", "*7")]),
]


@pytest.mark.parametrize(("text", "expected"), READINGS, ids=[text for text, _ in READINGS])
def test_a_note_is_read_for_every_day_that_it_speaks_of(text: str, expected: list[tuple[str, str]]) -> None:
    """Written on Wednesday 16 December, about an interview of Tuesday the 15th."""
    found = [
        (text[m.start : m.end], " ".join(map(str, m.days)) if len(m.days) < 4 else f"*{len(m.days)}")
        for m in find_dates(text, IT, date(2026, 12, 16), date(2026, 12, 15))
    ]
    assert found == expected
