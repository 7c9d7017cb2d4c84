"""A transcript of the talk, as Meet, Teams and Zoom write them, and the details that it offers (T1.3, T3.4).

Nothing of it is taken by itself: each suggestion is a line of the notes-format that its reader takes or leaves.
"""
