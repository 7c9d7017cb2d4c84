"""From what was said to a first sheet for each person (T3.1 to T3.5): never a sentence written for everybody."""
