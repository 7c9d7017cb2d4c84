"""Every command and its one line of help, in the order in which a person meets them.

The module of a command `x` is `seguito.cli.x`. It offers `arguments(parser)` and `run(options, terminal)`.
"""

from seguito.errors import N_

COMMANDS: dict[str, str] = {
    "me": N_("who I am: name, addresses, zone, language"),
    "add": N_("record an interview from an invite, or by hand"),
    "set": N_("tell what the plan needs to know about a person, an organisation, an application, an interview"),
    "debrief": N_("write down what was said, while it is fresh"),
    "plan": N_("every follow-up with its window and its reasons"),
    "due": N_("what is due now, first things first"),
    "draft": N_("one sheet for each person, from what that person said"),
    "edit": N_("the words and the subject of a note"),
    "check": N_("the three looks over a note or a file"),
    "approve": N_("say yes to a note, as it stands"),
    "account": N_("the mail account that notes leave from"),
    "send": N_("hand an approved note over"),
    "sync": N_("try again what waits, and file copies"),
    "outbox": N_("where every message stands"),
    "card": N_("print a note as a card, a letter, an envelope"),
    "hand": N_("the size of my own hand, for the sheet that lies under the card"),
    "posted": N_("the card is in the box"),
    "arrived": N_("the card is there"),
    "outcome": N_("what came of an application: offer, no, silence, accepted, withdrawn"),
    "learned": N_("what I have learned since, and what was missing"),
    "reply": N_("somebody wrote or called, or I did"),
    "people": N_("whom I know"),
    "person": N_("one person: what they said, what was written"),
    "post": N_("postal services, and what each promises"),
    "rules": N_("everything that the looks may find"),
    "words": N_("my own words, which no look finds fault with"),
    "invite": N_("read an invite, and record nothing"),
    "advise": N_("windows and channel for an interview, and record nothing"),
    "demo": N_("a story in a throw-away folder, with the page open"),
    "web": N_("serve the page on this machine"),
    "export": N_("everything, as JSON"),
    "import": N_("take in a CSV, a vCard, a JSON Resume, or an export"),
    "erase": N_("everything about one person gone"),
    "backup": N_("a copy of everything, in one file"),
    "restore": N_("put a copy back"),
    "doctor": N_("is everything in order, and how to mend what is not"),
}
