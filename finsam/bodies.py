"""How much one request may bring."""

from collections.abc import Callable
from typing import Any, TypeVar

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

MEGABYTE = 1024 * 1024
MOST_BYTES = 33 * MEGABYTE
"""Of a whole request: a file of 30 MB with the form around it."""
MOST_AT_THE_DOOR = MEGABYTE // 4
"""Of what anybody may send without being signed in: a name, a code, a passkey's answer."""
MOST_HEARD_OUT = 128 * MEGABYTE
"""A browser reads no answer before it has sent its all, so more than we take is heard and let go;
beyond this the line is cut."""
CHUNK = MEGABYTE

V = TypeVar("V", bound=Callable[..., Any])


class Bounds:
    """Middleware: what is too large is said to be (413) before any of it is kept."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if announced(request) > MOST_BYTES:
            return too_large(request)
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], *arguments: Any
    ) -> HttpResponse | None:
        """The doors that are open to all take little. A door says so by `login_not_required`."""
        is_open = not getattr(view, "login_required", True)
        is_too_much = is_open and announced(request) > MOST_AT_THE_DOOR
        return too_large(request) if is_too_much and not _takes_files(view, *arguments) else None


def takes_files(may: Callable[..., bool]) -> Callable[[V], V]:
    """An open door that takes as much as those inside, where `may` says so of its address.

    It is asked with what the address names, before anything is read.
    """

    def marked(view: V) -> V:
        view.takes_files = may  # type: ignore[attr-defined]
        return view

    return marked


def _takes_files(view: Callable[..., Any], arguments: Any, named: Any) -> bool:
    may = getattr(view, "takes_files", None)
    return may is not None and bool(may(*arguments, **named))


def announced(request: HttpRequest) -> int:
    """The bytes that the request says it brings; no more than these are ever read."""
    text = request.META.get("CONTENT_LENGTH") or "0"
    return int(text) if text.isascii() and text.isdigit() else 0


def too_large(request: HttpRequest) -> HttpResponse:
    hear_out(request)
    return render(request, "413.html", status=413)


def hear_out(request: HttpRequest) -> None:
    """Reads what comes and keeps none of it."""
    left = min(announced(request), MOST_HEARD_OUT)
    while left > 0:
        read = len(request.read(min(CHUNK, left)))
        left = left - read if read else 0
