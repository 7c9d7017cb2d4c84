"""The panel that these tests read notes of, and two that are harder to tell apart."""

from datetime import date

from seguito.core.nouns import Gender, Person
from seguito.languages.notes_words import notes_words

WEDNESDAY = date(2026, 12, 2)
EN, IT = notes_words("en"), notes_words("it")

GIULIA = Person(
    "p-giulia", "Giulia", "Bianchi", title="dott.ssa", gender=Gender.F, emails=("g.bianchi@pontevale.example",)
)
MARCO = Person("p-marco", "Marco", "Bruni", also=("Marcolino",))
NICOLO = Person("p-nicolo", "Nicolò", "D’Angelo")
PANEL = (GIULIA, MARCO, NICOLO)

TWO_MARCOS = (MARCO, Person("p-marco-2", "Marco", "Verdi"))
COMPOUND = (
    Person("p-mg", "Maria Grazia", "Pellegrini"),
    Person("p-berg", "Ngozi", "van der Berg", title="Dr"),
    Person("p-anon", "", "", emails=("hiring@harrowpine.example",)),
    Person("p-jose", "José Luis", "Ferrer"),
)
