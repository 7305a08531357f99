"""The style sheets of print, read once in a process."""

import atexit
from functools import cache
from pathlib import Path

from django.contrib.staticfiles import finders
from weasyprint import CSS
from weasyprint.text.fonts import FontConfiguration

from plans.exports.fetcher import OwnFilesOnly

SHEETS = ("css/pdf-fonts.css", "css/pdf.css", "css/pdf-cover.css", "css/pdf-blocks.css")


def static_file(name: str) -> Path:
    """A static file of the project. Raises FileNotFoundError."""
    found = finders.find(name)
    if not isinstance(found, str):
        raise FileNotFoundError(name)
    return Path(found)


@cache
def static_folder() -> Path:
    """Where the print's own files are: its style sheets, and its fonts below fonts/pdf."""
    return static_file(SHEETS[0]).parent.parent


@cache
def fetcher() -> OwnFilesOnly:
    """The only way that print reaches a file."""
    return OwnFilesOnly(static_folder())


@cache
def fonts() -> FontConfiguration:
    """The fonts of print, added as the style sheets name them."""
    return FontConfiguration()


@cache
def stylesheets() -> tuple[CSS, ...]:
    """The parsed style sheets of print; they hold for every document."""
    return tuple(
        CSS(filename=static_file(name), url_fetcher=fetcher(), font_config=fonts())
        for name in SHEETS
    )


@atexit.register
def forget() -> None:
    """Lets go of the fonts while Python can still remove the files they were copied to."""
    stylesheets.cache_clear()
    fonts.cache_clear()
