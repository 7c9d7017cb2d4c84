"""What the channel `card` is."""

from seguito.channels import About
from seguito.errors import N_

ABOUT = About(
    id="card",
    label=N_("card"),
    by_hand=True,
    has_subject=False,
    reaches=lambda person: bool(person.address.street and person.address.city),
)
