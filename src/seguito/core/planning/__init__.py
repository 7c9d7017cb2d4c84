"""Windows, post, the choice of a channel, and what is due (T1, T2)."""
