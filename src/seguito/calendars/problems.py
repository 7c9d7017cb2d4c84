"""What can keep an invite from being read."""

from seguito.errors import N_, Problem


class NotAnInvite(Problem):
    id = "not-an-invite"
    happened = N_("This file holds no event of a calendar.")
    safe = N_("Nothing was recorded.")
    next_step = N_(
        "Save the invite as a file that ends in .ics, or the mail it came in as .eml, and name that one; "
        "or tell the interview by hand: `seguito add --help`."
    )
    on_page = N_("Save the invite as a file that ends in .ics, or the mail it came in as .eml; or write it in by hand.")


class AnswerToAnInvite(Problem):
    id = "answer-to-an-invite"
    happened = N_("This file is somebody's answer to an invite ({method}), not the invite.")
    safe = N_("Nothing was recorded.")
    next_step = N_("Name the invite that the answer is about.")


class CutOff(Problem):
    id = "invite-cut-off"
    happened = N_("This invite is damaged: its end is missing.")
    safe = N_("Nothing was recorded.")
    next_step = N_("Download or save it again, whole.")


class InviteTooLarge(Problem):
    id = "invite-too-large"
    happened = N_("This invite is larger than {megabytes} MB.")
    safe = N_("Nothing was recorded.")
    next_step = N_("Save the one event alone, without attachments.")


class TooManyEvents(Problem):
    id = "too-many-events"
    happened = N_("This file holds more than {most} events: a whole calendar, not an invite.")
    safe = N_("Nothing was recorded.")
    next_step = N_("Save the one event alone.")


class NoTime(Problem):
    id = "no-start"
    happened = N_("No event in this file says when it starts.")
    safe = N_("Nothing was recorded.")
    next_step = N_("Ask for the invite again, or tell the interview by hand: `seguito add --help`.")
    on_page = N_("Ask for the invite again, or write the interview in by hand below.")


class MailUnreadable(Problem):
    id = "mail-unreadable"
    happened = N_("This mail is built in a way that could not be read.")
    safe = N_("Nothing was recorded.")
    next_step = N_("Save the invite inside it as a file that ends in .ics, and name that one.")
