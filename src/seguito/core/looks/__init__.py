"""Three looks over a note: names and facts, language, substance (T4.1)."""
