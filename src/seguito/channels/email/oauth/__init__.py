"""A token in the place of a password: OAuth 2.0 with PKCE, for a program on one's own machine (RFC 8252, 7636).

The walk: `question` (the address that the browser opens) → `door` (where it comes back, once) → `tokens` (a code, and
later what renews, into tokens). Python's own client is enough for one form and its answer; the libraries for it bring
an HTTP client that follows redirections, and more code than this folder has.
"""
