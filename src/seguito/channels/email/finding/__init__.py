"""The servers of an address, found: in a file of the person's own, and, only when asked, at the address's own house.

The walk: `config_file` (Mozilla's form) ← `house` (that file over https, and what DNS says) ← `names` and `fetch`, the
two ways out of this machine. Nobody is told more of an address than its domain.
"""
