"""When what a person names is not there, or could be several."""

from seguito.errors import N_, Problem


class NoSuchPerson(Problem):
    id = "no-such-person"
    happened = N_("Nobody here is called “{wanted}”.")
    safe = N_("Nothing was changed.")
    next_step = N_("`seguito plan` shows who is on which panel; `seguito add` records an interview with its people.")
    on_page = N_("It may have been erased, or made one with another record. Look for it in its list.")


class NoSuchOrganisation(Problem):
    id = "no-such-organisation"
    happened = N_("No organisation here is called “{wanted}”.")
    safe = N_("Nothing was changed.")
    next_step = N_("`seguito plan` shows them all.")
    on_page = N_("It may have been erased, or made one with another record. Look for it in its list.")


class NoSuchApplication(Problem):
    id = "no-such-application"
    happened = N_("No application here answers to “{wanted}”.")
    safe = N_("Nothing was changed.")
    next_step = N_("`seguito plan` shows them all; an id, its beginning or the organisation's name will do.")
    on_page = N_("It may have been erased, or made one with another record. Look for it in its list.")


class NoSuchInterview(Problem):
    id = "no-such-interview"
    happened = N_("No interview here answers to “{wanted}”.")
    safe = N_("Nothing was changed.")
    next_step = N_("`seguito plan` shows them all; an id, its beginning or the organisation's name will do.")
    on_page = N_("It may have been erased, or made one with another record. Look for it in its list.")


class NoSuchNote(Problem):
    id = "no-such-note"
    happened = N_("No note here answers to “{wanted}”.")
    safe = N_("Nothing was changed.")
    next_step = N_("`seguito draft INTERVIEW` lays the notes out and shows their ids; a person's name will do as well.")
    on_page = N_("It may have been erased, or made one with another record. Look for it in its list.")


class NoSuchDetail(Problem):
    id = "no-such-detail"
    happened = N_("No detail here answers to “{wanted}”.")
    safe = N_("Nothing was changed.")
    next_step = N_("`seguito debrief INTERVIEW --json` shows them with their ids.")
    on_page = N_("It may have been erased, or made one with another record. Look for it in its list.")


class SeveralFit(Problem):
    id = "several-fit"
    happened = N_("“{wanted}” could be any of these: {found}.")
    safe = N_("Nothing was changed.")
    next_step = N_("Say which by its id, or by more of its name.")
