"""What the channel `card` is."""

from seguito.channels import About
from seguito.errors import N_

ABOUT = About(
    id="card",
    label=N_("card"),
    by_hand=True,
    has_subject=False,
    reaches=lambda person: bool(person.address.street and person.address.city),
    draft=N_("A card, still a draft."),
    approved=N_("A card, approved."),
    sent=N_("A card, sent."),
    begin=N_("Begin the card"),
    begin_anyway=N_("Begin the card all the same"),
    another=N_("A card goes to the same person, in other words."),
)
