"""Seguito: the right note, in the right hand, at the right hour after a job interview."""

__version__ = "0.1.0"
