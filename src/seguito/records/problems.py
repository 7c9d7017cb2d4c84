"""What can be wrong with the data folder, told to a person."""

from seguito.errors import N_, Problem


class NewerDatabase(Problem):
    id = "newer-database"
    happened = N_("The records in {path} were written by a newer Seguito (tables {found}; this one knows {known}).")
    safe = N_("Nothing was read or changed.")
    next_step = N_("Update Seguito, or name another folder with SEGUITO_HOME.")


class ReadOnlyFolder(Problem):
    id = "folder-read-only"
    exit_code = 3
    happened = N_("The data folder {path} cannot be written to.")
    safe = N_("Nothing was changed.")
    next_step = N_("Make it writable for this account, or name another folder with SEGUITO_HOME.")


class DiskFull(Problem):
    id = "disk-full"
    exit_code = 3
    happened = N_("The disk that holds {path} is full.")
    safe = N_("What was kept before is unharmed; this last change was not made.")
    next_step = N_("Free some room, then do it again.")


class FolderBusy(Problem):
    id = "folder-busy"
    exit_code = 3
    happened = N_("Another program has been writing to {path} for longer than Seguito waits.")
    safe = N_("Nothing was changed by this command.")
    next_step = N_("Wait until it is done, or end it, then do it again.")


class DamagedDatabase(Problem):
    id = "database-damaged"
    exit_code = 3
    happened = N_("The file {path} is no database that can be read: {reason}.")
    safe = N_("It was left as it is.")
    next_step = N_("Put a copy back with `seguito restore FILE`, into an empty folder named by SEGUITO_HOME.")


class MigrationFailed(Problem):
    id = "migration-failed"
    exit_code = 3
    happened = N_("Bringing the records in {path} to this version failed: {reason}.")
    safe = N_("They are as they were; a copy from before lies in {copy}.")
    next_step = N_("Run the command again; if it fails again, keep the copy and report what it says.")


class NothingFound(Problem):
    id = "not-found"
    happened = N_("No {what} here is called “{wanted}”.")
    safe = N_("Nothing was changed.")
    next_step = N_("`{command}` lists what there is.")


class SeveralFound(Problem):
    id = "several-found"
    happened = N_("“{wanted}” could be any of these: {found}.")
    safe = N_("Nothing was changed.")
    next_step = N_("Say which one by more of its id or name.")
