"""Seguito's own calendar on the person's server (CalDAV, RFC 4791): written into that one, and into no other."""
