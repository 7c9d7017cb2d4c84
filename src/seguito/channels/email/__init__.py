"""Notes as e-mails, through the author's own account.

The walk: `account` (which servers) and `secrets` (the password) → `compose` (the bytes, once) → `smtp` (hand over,
with the mark before the final dot) → `imap` (the copy in Sent).
"""
