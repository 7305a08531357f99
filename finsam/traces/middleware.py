"""Who is at work, told to the database with every statement that may change something."""

from collections.abc import Callable

import pghistory
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest, HttpResponse
from django.utils.functional import lazystr

NOBODY = "någon som inte är inloggad"


def sign_traces(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: what the request changes has the person's name in the traces.

    The name is asked for when something is written, so that reading costs no query more and a
    sign-in counts as the person who has just come in.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        with pghistory.context(actor=lazystr(_Name(request))):
            return get_response(request)

    return middleware


class _Name:
    def __init__(self, request: HttpRequest) -> None:
        self.request = request

    def __str__(self) -> str:
        return actor_name(self.request.user)


def actor_name(user: object) -> str:
    """A person as traces tell: "Anna Berg (anna@berg.se)"; an administrator is said to be one."""
    if not isinstance(user, AbstractBaseUser) or not user.is_authenticated:
        return NOBODY
    email, name = user.get_username(), getattr(user, "name", "")
    called = f"{name} ({email})" if name else email
    return f"{called}, administratör" if getattr(user, "is_superuser", False) else called
