"""The words of a note as they come in: what is refused at the door."""

from seguito.errors import N_, Problem

LONGEST_NOTE = 20_000  # characters; a thank-you note has some 150 words


class NoteTooLong(Problem):
    id = "note-too-long"
    happened = N_("These words have {length} characters; a note holds {longest}.")
    safe = N_("The note is as it was, and the file that you gave is untouched.")
    next_step = N_("Leave out what belongs in an attachment, then do it again.")


class NotText(Problem):
    id = "not-text"
    happened = N_("At line {line} stands a character that no letter can carry ({code}).")
    safe = N_("The note is as it was, and the file that you gave is untouched.")
    next_step = N_("Take it out (or save the file as plain UTF-8 text), then do it again.")


def note_words(text: str) -> str:
    """The text with plain line ends and no byte order mark.

    Raises NoteTooLong, or NotText for control characters and lone surrogates.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if len(text) > LONGEST_NOTE:
        raise NoteTooLong(length=len(text), longest=LONGEST_NOTE)
    for place, c in enumerate(text):
        if (ord(c) < 32 and c not in "\n\t") or 0xD800 <= ord(c) <= 0xDFFF or ord(c) == 127:
            raise NotText(line=text.count("\n", 0, place) + 1, code=f"U+{ord(c):04X}")
    return text
