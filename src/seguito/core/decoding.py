"""Text from bytes, whatever program saved them."""

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE


def decoded(data: bytes) -> tuple[str, bool]:
    """The text, and whether its encoding had to be guessed (Windows-1252: every byte means something).

    A byte order mark tells the encoding, and is no part of the text.
    """
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return data.decode("utf-16", "replace"), False
    try:
        return data.removeprefix(BOM_UTF8).decode("utf-8"), False
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace"), True
