"""Which tables this version knows.

The number stands in the database file (`PRAGMA user_version`), so that an up-to-date file opens without asking
Django's migration engine (0.1 s), and a newer one is left alone.
"""

SCHEMA = 10  # how many migrations there are; a test counts them
