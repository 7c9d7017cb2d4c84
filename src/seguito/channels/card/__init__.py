"""Notes on paper: a monogrammed card or a letter, the sheet that lies under it, the envelope (T2.4).

The walk: `order` (what is wanted) → `words` (the note's parts) and `glyphs` (can they be printed?) → `sheets` (what
each page holds) → `press` (Typst, under one lock) → the bytes of a file.
"""
