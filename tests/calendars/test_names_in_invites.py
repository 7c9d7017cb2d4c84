"""What an invite makes of a person's name."""

import pytest

from seguito.calendars.cn import person_name


@pytest.mark.parametrize(
    ("written", "email", "name"),
    [
        # turned round
        ("Bianchi, Giulia", "giulia.bianchi@acme.example", "Giulia Bianchi"),
        ("Bianchi, Giulia", "bianchi@acme.example", "Giulia Bianchi"),
        ("Bianchi, Giulia", None, "Giulia Bianchi"),
        ("BIANCHI, Giulia", "g@acme.example", "Giulia BIANCHI"),
        ("de la Cruz, María José", "m@acme.example", "María José de la Cruz"),
        ("Ortega y Gasset, José", "jose@acme.example", "José Ortega y Gasset"),
        ("Garcia Lopez, Maria", "m.garcialopez@acme.example", "Maria Garcia Lopez"),
        ("O'Neill, Sean", "sean@acme.example", "Sean O'Neill"),
        ("Rossi, Mario", "info@mariorossi.example", "Mario Rossi"),
        ("Bianchi, Ada", "a.bianchi@canada.example", "Ada Bianchi"),
        ("Smith, Jr., John", "john@acme.example", "John Smith, Jr."),
        ("King, Martin Luther, Jr.", "mlk@acme.example", "Martin Luther King, Jr."),
        ("Dr. Serra, Lucia", "l@acme.example", "Dr. Lucia Serra"),
        ("Prof. Ing. Ferri, Marco", "m@acme.example", "Prof. Ing. Marco Ferri"),
        ("Reed, Emily (NYC-HR)", "emily@acme.example", "Emily Reed"),
        ("Ferri, Marco [External]", "marco@acme.example", "Marco Ferri"),
        # left as it is
        ("Giulia Bianchi", "giulia@acme.example", "Giulia Bianchi"),
        ("Giulia Bianchi, PhD", "giulia@acme.example", "Giulia Bianchi, PhD"),
        ("Giulia Bianchi, Ph.D.", "giulia@acme.example", "Giulia Bianchi, Ph.D."),
        ("Emily Reed, SHRM-CP", "emily@acme.example", "Emily Reed, SHRM-CP"),
        ("Giulia, Recruiter", "giulia@acme.example", "Giulia, Recruiter"),
        ("Giulia Bianchi, Responsabile Risorse Umane", None, "Giulia Bianchi, Responsabile Risorse Umane"),
        ("Giulia Bianchi, Acme", "giulia.bianchi@acme.example", "Giulia Bianchi, Acme"),
        ("Giulia Bianchi, Milano", "giulia.bianchi@acme.example", "Giulia Bianchi, Milano"),
        ("Garcia Lopez, Maria", "garcia.lopez@acme.example", "Garcia Lopez, Maria"),  # nothing proves either order
        ("Jackson Spalding, Inc.", None, "Jackson Spalding, Inc."),
        ("Rossi & Figli, S.p.A.", None, "Rossi & Figli, S.p.A."),
        ("Research, Design and Data", None, "Research, Design and Data"),
        ("Dott.ssa Anna De Luca", None, "Dott.ssa Anna De Luca"),
        ("Robert (Bob) Smith", None, "Robert (Bob) Smith"),
        # the name alone
        ("Giulia Bianchi <giulia@acme.example>", "giulia@acme.example", "Giulia Bianchi"),
        ("'Marco Ferri'", None, "Marco Ferri"),
        ("Giulia Bianchi (she/her)", None, "Giulia Bianchi"),
        ("Giulia Bianchi | Acme", None, "Giulia Bianchi"),
        ("Giulia Bianchi - Acme S.p.A.", None, "Giulia Bianchi"),
        ("Giulia Bianchi via Calendly", None, "Giulia Bianchi"),
        ("Anna-Maria Rossi-Forti", None, "Anna-Maria Rossi-Forti"),
        ("Nicol%C3%B2%20Ferri", None, "Nicolò Ferri"),
        # no name
        ("giulia@acme.example", "giulia@acme.example", None),
        ("GIULIA@ACME.EXAMPLE", "giulia@acme.example", None),
        ("'someone.else@acme.example'", "giulia@acme.example", None),
        ("mailto:giulia@acme.example", "giulia@acme.example", None),
        ("giulia.bianchi", "giulia.bianchi@acme.example", None),
        ("Giulia.Bianchi", "giulia.bianchi@acme.example", None),
        ("Giulia", "giulia@acme.example", "Giulia"),
        ("", "giulia@acme.example", None),
        ('" "', "giulia@acme.example", None),
        ("+39 02 1234567", None, None),
    ],
)
def test_a_name_stands_as_its_owner_says_it(written: str, email: str | None, name: str | None) -> None:
    assert person_name(written, email) == name
