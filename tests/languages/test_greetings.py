"""A note greets its reader rightly, and never guesses a gender or a title (T4.3)."""

import pytest

from seguito.core.looks.context import Context, Known
from seguito.core.looks.names import look_at_names
from seguito.core.nouns import Form, Gender, Person
from seguito.languages import part
from seguito.languages.names import name_words_of

F, M, TU, LEI = Gender.F, Gender.M, Form.TU, Form.LEI


def a_person(
    given: str, family: str, title: str = "", gender: Gender | None = None, form: Form | None = None
) -> Person:
    return Person("p1", given, family, title=title, gender=gender, form=form)


ITALIAN = [
    (a_person("Giulia", "Bianchi", "dott.ssa", F), "Gentile dottoressa Bianchi,"),
    (a_person("Giulia", "Bianchi", "dott.", F), "Gentile dottoressa Bianchi,"),
    (a_person("Giulia", "Bianchi", "Dott. ssa"), "Gentile dottoressa Bianchi,"),
    (a_person("Giulia", "Bianchi", "Dr.ssa"), "Gentile dottoressa Bianchi,"),
    (a_person("Marco", "De Luca", "dott.", M), "Gentile dottor De Luca,"),
    (a_person("Andrea", "Rossi", "dott."), "Gentile dott. Rossi,"),
    (a_person("Marco", "Tiraboschi", "ing.", M), "Gentile ingegner Tiraboschi,"),
    (a_person("Anna", "Tiraboschi", "ing.", F), "Gentile ing. Tiraboschi,"),
    (a_person("Paola", "Verdi", "avv.", F), "Gentile avv. Verdi,"),
    (a_person("Piero", "Verdi", "avv.", M), "Gentile avvocato Verdi,"),
    (a_person("Andrea", "Neri", "Prof."), "Gentile prof. Neri,"),
    (a_person("Andrea", "Neri", "prof.ssa"), "Gentile professoressa Neri,"),
    (a_person("Andrea", "Neri", "Prof. Ing.", M), "Gentile professor Neri,"),
    (a_person("Andrea", "Neri", "Prof.Ing.", M), "Gentile professor Neri,"),
    (a_person("Andrea", "Neri", "Dott.ssa Ing."), "Gentile dottoressa Neri,"),
    (a_person("Rita", "Benvenuti", "sig.ra"), "Gentile signora Benvenuti,"),
    (a_person("José Luis", "Ferrer", "sig."), "Gentile signor Ferrer,"),
    (a_person("Alice", "Reed", "Ms"), "Gentile signora Reed,"),
    (a_person("Giulia", "Bianchi", "", F), "Gentile signora Bianchi,"),
    (a_person("Andrea", "Rossi"), "Gentile Andrea Rossi,"),
    (a_person("Andrea", "Rossi", form=LEI), "Gentile Andrea Rossi,"),
    (a_person("Andrea", "Rossi", "CEO"), "Gentile Andrea Rossi,"),
    (a_person("Maria Grazia", "Pellegrini", "dott.ssa", F, TU), "Cara Maria Grazia,"),
    (a_person("Marco", "Bruni", gender=M, form=TU), "Caro Marco,"),
    (a_person("Andrea", "Rossi", form=TU), "Ciao Andrea,"),
    (a_person("Luigi", "Ciotti", "don"), "Gentile don Luigi,"),
    (a_person("Dott.ssa Giulia", "Bianchi"), "Gentile dottoressa Bianchi,"),
    (a_person("dott. Andrea", "Rossi"), "Gentile dott. Rossi,"),
    (a_person("Giulia", ""), "Gentile Giulia,"),
    (a_person("", "Bianchi", "", F), "Gentile signora Bianchi,"),
    (a_person("", "Bianchi"), "Buongiorno,"),
    (a_person("", ""), "Buongiorno,"),
]

ENGLISH = [
    ("en", a_person("Alice", "Reed"), "Dear Alice,"),
    ("en", a_person("Alice", "Reed", "Ms"), "Dear Ms Reed,"),
    ("en", a_person("Alice", "Reed", "Ms."), "Dear Ms. Reed,"),
    ("en-GB", a_person("Alice", "Reed", "Ms."), "Dear Ms Reed,"),
    ("en-US", a_person("Alice", "Reed", "Ms"), "Dear Ms. Reed,"),
    ("en-US", a_person("Fatima", "Haddad", "Dr"), "Dear Dr. Haddad,"),
    ("en", a_person("Ngozi", "van der Berg", "Dr", F), "Dear Dr van der Berg,"),
    ("en", a_person("Alice", "Reed", "Mrs"), "Dear Mrs Reed,"),
    ("en", a_person("Sam", "Reed", "Mx"), "Dear Mx Reed,"),
    ("en", a_person("Sam", "Reed", "Prof."), "Dear Professor Reed,"),
    ("en", a_person("Hope", "Sinclair", "Rev.", F), "Dear Reverend Sinclair,"),
    ("en", a_person("John", "Smith", "Sir"), "Dear Sir John,"),
    ("en", a_person("Giulia", "Bianchi", "dott.ssa", F), "Dear Ms Bianchi,"),
    ("en", a_person("Andrea", "Rossi", "ing."), "Dear Andrea,"),
    ("en", a_person("Andrea", "Rossi", form=LEI), "Dear Andrea Rossi,"),
    ("en", a_person("Alice", "Reed", gender=F, form=LEI), "Dear Ms Reed,"),
    ("en", a_person("Alice", "Reed", "Ms", F, TU), "Dear Alice,"),
    ("en", a_person("John F.", "Kramer"), "Dear John,"),
    ("en", a_person("J. R.", "Smith"), "Dear J. R. Smith,"),
    ("en", a_person("José Luis", "Ferrer"), "Dear José Luis,"),
    ("en", a_person("Dr Fatima", "Haddad"), "Dear Dr Haddad,"),
    ("en", a_person("Jane", "Reed, PhD", "Dr"), "Dear Dr Reed,"),
    ("en", a_person("", "Reed", "Ms"), "Dear Ms Reed,"),
    ("en", a_person("", "Reed"), "Hello,"),
    ("en", a_person("", ""), "Hello,"),
]


@pytest.mark.parametrize(("person", "greeting"), ITALIAN)
def test_an_italian_note_greets_by_title_recorded_gender_and_form(person: Person, greeting: str) -> None:
    assert part("it", "greetings").salutation(person) == greeting


@pytest.mark.parametrize(("language", "person", "greeting"), ENGLISH)
def test_an_english_note_greets_by_title_where_one_is_known(language: str, person: Person, greeting: str) -> None:
    assert part(language, "greetings").salutation(person, language) == greeting


def test_the_leave_fits_the_greeting() -> None:
    assert part("it", "greetings").closing(a_person("Marco", "Bruni", form=TU)) == "Un caro saluto,"
    assert part("it", "greetings").closing(a_person("Marco", "Bruni")) == "Cordiali saluti,"
    assert part("en", "greetings").closing(a_person("Alice", "Reed", "Ms")) == "Kind regards,"
    assert part("en", "greetings").closing(a_person("Alice", "Reed")) == "Best wishes,"


@pytest.mark.parametrize(
    ("language", "person"),
    [*(("it", person) for person, _ in ITALIAN if person.name), *((tag, p) for tag, p, _ in ENGLISH if p.name)],
)
def test_the_first_look_has_nothing_against_our_own_greetings(language: str, person: Person) -> None:
    greeting = part(language, "greetings").salutation(person, language)
    known = Known(person.name, person.title, person.gender, formal=None if person.form is None else person.form is LEI)
    context = Context(to=person.name, interviewers=(known,), candidate="Elena Conti")
    text = f"{greeting}\n\n{part(language, 'greetings').closing(person, language)}\nElena Conti\n"
    assert [(f.rule, f.quote) for f in look_at_names(text, context, name_words_of(language))] == []
