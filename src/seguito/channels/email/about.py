"""What the channel `email` is."""

from seguito.channels import About
from seguito.errors import N_

ABOUT = About(
    id="email",
    label=N_("e-mail"),
    by_hand=False,
    has_subject=True,
    reaches=lambda person: bool(person.email),
    draft=N_("An e-mail, still a draft."),
    approved=N_("An e-mail, approved."),
    sent=N_("An e-mail, sent."),
    begin=N_("Begin the e-mail"),
    begin_anyway=N_("Begin the e-mail all the same"),
    another=N_("An e-mail goes to the same person, in other words."),
)
