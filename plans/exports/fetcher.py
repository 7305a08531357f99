"""What a PDF may fetch while it is made: our own fonts, and pictures that the plan carries."""

from email.message import EmailMessage
from pathlib import Path
from urllib.parse import unquote, urlsplit

from weasyprint.urls import URLFetcher, URLFetcherResponse

PICTURES = ("data:image/png;base64,", "data:image/jpeg;base64,")


class Refused(ValueError):
    """An address that a PDF may not fetch. WeasyPrint logs it and goes on without the picture."""


class OwnFilesOnly(URLFetcher):
    """Serves files below one folder and pictures that stand in the document itself."""

    def __init__(self, folder: Path) -> None:
        super().__init__(allowed_protocols=("data", "file"), allow_redirects=False)
        self.folder = folder.resolve()

    def fetch(self, url: str, headers: EmailMessage | None = None) -> URLFetcherResponse:
        """What stands at the address. Raises Refused for all but our own."""
        if url.startswith(PICTURES):
            return super().fetch(url, headers)
        return URLFetcherResponse(url, self._own_file(url).read_bytes())

    def _own_file(self, url: str) -> Path:
        parts = urlsplit(url)
        path = Path(unquote(parts.path)).resolve()
        is_own = parts.scheme == "file" and not parts.netloc and path.is_relative_to(self.folder)
        if not is_own:
            raise Refused(f"A PDF fetches only what is its own, not {url[:200]}")
        return path
