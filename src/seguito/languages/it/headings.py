"""The words that a note's file begins its lines with."""

SUBJECT = "Oggetto"
