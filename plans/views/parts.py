"""Parts of pages, exchanged by htmx."""

from django.http import HttpRequest


def wants_part(request: HttpRequest) -> bool:
    """Whether the page asks for a part of itself; otherwise a whole page is the answer."""
    return request.headers.get("HX-Request") == "true"
