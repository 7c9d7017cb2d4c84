"""The person's own browser."""


def opened_in_browser(address: str) -> bool:
    """Whether it was opened there; a machine may have none."""
    import webbrowser

    try:
        return webbrowser.open(address)
    except webbrowser.Error:
        return False
