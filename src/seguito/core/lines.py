"""Values that must be one line: they end up in a message's header or on an envelope."""

import unicodedata

from seguito.core.reasons import Reason
from seguito.errors import N_, Problem


class NotOneLine(Problem):
    id = "not-one-line"
    happened = N_("{field} holds a line break or another control character.")
    safe = N_("Nothing was changed.")
    next_step = N_("Write it in one line, in plain letters: it ends up in a message's header or on an envelope.")


def one_line(field: str, text: str) -> str:
    """`text` in composed letters (NFC), else as it is.

    Raises NotOneLine for what could end a header (CR, LF, NUL) and every other control. Line and paragraph separators
    and lone surrogates count: programs on the way may take them for an end of line.
    """
    if text.isascii() and text.isprintable():
        return text
    if any(unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") for c in text):
        raise NotOneLine(field=Reason("", field))
    return unicodedata.normalize("NFC", text)
