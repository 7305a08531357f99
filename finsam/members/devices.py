"""What a browser calls itself, in plain words."""

BROWSERS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrom", "Chrome"),
    ("Safari", "Safari"),
)
"""A browser names those that it resembles too: the first that is found is it."""

DEVICES = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Macintosh", "Mac"),
    ("CrOS", "Chromebook"),
    ("Linux", "Linux"),
)


def device(user_agent: str) -> str:
    """ "Chrome på Windows"; what is not known is left out."""
    browser, on = _first(BROWSERS, user_agent), _first(DEVICES, user_agent)
    if browser and on:
        return f"{browser} på {on}"
    return browser or on or "Okänd enhet"


def _first(known: tuple[tuple[str, str], ...], user_agent: str) -> str:
    return next((word for sign, word in known if sign in user_agent), "")
