"""Reading the mailbox: heads first, words only of what concerns a note; nobody's bytes are trusted.

What comes in is capped before it is parsed, and parsed with the old `compat32` policy: the new one takes ten seconds
for one long subject and raises on a tenth of broken headers.
"""
