"""What a PDF may fetch while it is made: our own fonts, and pictures that the plan carries."""

import logging
from base64 import b64decode
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote, urlsplit

from PIL import Image
from weasyprint.urls import URLFetcher, URLFetcherResponse

from finsam.federations.pictures import FORMATS, MAX_BYTES, MAX_PIXELS, strictly

PICTURES = {f"data:{media_type};base64,": kind for media_type, kind in FORMATS.items()}
LONGEST_LOGGED = 200

log = logging.getLogger(__name__)


class Refused(ValueError):
    """An address that a PDF may not fetch. WeasyPrint goes on without what is there."""


class OwnFilesOnly(URLFetcher):
    """Serves files below one folder and pictures that stand in the document itself."""

    def __init__(self, folder: Path) -> None:
        super().__init__(allowed_protocols=("data", "file"), allow_redirects=False)
        self.folder = folder.resolve()

    def fetch(self, url: str, headers: EmailMessage | None = None) -> URLFetcherResponse:
        """What stands at the address. Raises Refused, and logs it, for all but our own."""
        for start, kind in PICTURES.items():
            if url.startswith(start):
                return self._picture(url, start, kind)
        return URLFetcherResponse(url, self._own_file(url).read_bytes())

    def _picture(self, url: str, start: str, kind: str) -> URLFetcherResponse:
        """The picture, found to be what it says: WeasyPrint would read an SVG in its place."""
        try:
            data = b64decode(url[len(start) :]) if len(url) <= 2 * MAX_BYTES else b""
            with strictly(), Image.open(BytesIO(data), formats=[kind]) as picture:
                is_bounded = picture.width * picture.height <= MAX_PIXELS
        except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
            is_bounded = False
        if not is_bounded:
            raise refused(url)
        return URLFetcherResponse(url, data, {"Content-Type": start[5:-8]})

    def _own_file(self, url: str) -> Path:
        parts = urlsplit(url)
        path = Path(unquote(parts.path)).resolve()
        is_own = parts.scheme == "file" and not parts.netloc and path.is_relative_to(self.folder)
        if not is_own:
            raise refused(url)
        return path


def refused(url: str) -> Refused:
    """The refusal of an address, logged: a plan that asks for such a thing has come a strange way.

    What stands after a question mark may be a secret, and what stands before an @ a password.
    """
    plain = url.partition("?")[0]
    scheme, slashes, rest = plain.partition("://")
    shown = f"{scheme}://{rest.rpartition('@')[2]}" if slashes else plain
    refusal = Refused(f"A PDF fetches only what is its own, not {shown[:LONGEST_LOGGED]}")
    log.warning("%s", refusal)
    return refusal
