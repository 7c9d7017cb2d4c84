"""What the channel `email` is."""

from seguito.channels import About
from seguito.errors import N_

ABOUT = About(
    id="email", label=N_("e-mail"), by_hand=False, has_subject=True, reaches=lambda person: bool(person.email)
)
