"""What was said, per person, and what is missing (T3.4, T3.5).

The notes-format is one line a detail: `Giulia ~ back from San Francisco`, `me ! the audit by Thursday`,
`* the juniors present their own work`. Nothing typed is ever lost.
"""
