"""What every answer tells the browser beside what Django and django-csp say."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control

PERMISSIONS = ", ".join(
    [f"{name}=()" for name in ("camera", "display-capture", "geolocation", "microphone", "usb")]
    + ["payment=()", "publickey-credentials-get=(self)", "publickey-credentials-create=(self)"]
)
"""What a page may ask of the machine: a passkey, and nothing else."""


def tell(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: no page asks the machine for more than a passkey, no other site shows ours."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        if not may_be_kept(response):
            patch_cache_control(response, private=True, no_store=True)
        return response

    return middleware


def may_be_kept(response: HttpResponse) -> bool:
    """Whether a browser may keep the answer when its person has left.

    What is for everybody says so itself. A plan's pictures are asked for anew each time that they
    are shown. The rest is gone with the person: Back on a shared computer shows nothing.
    """
    is_picture = response.headers.get("Content-Type", "").startswith("image/")
    said = response.headers.get("Cache-Control", "")
    return "public" in said or (is_picture and "private" in said)
