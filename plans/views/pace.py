"""How often one person may ask for what takes the server long."""

from collections.abc import Callable
from functools import wraps
from time import time
from typing import Concatenate, ParamSpec

from django.core.cache import cache
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render

A_MINUTE = 20
"""Files: a person reads none of them in three seconds, and a loop of a script's is stopped."""

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]


def paced(view: View[P]) -> View[P]:
    """The view, answered 429 to a person who has asked for `A_MINUTE` files this minute.

    The views that are paced are counted together. Two queries; two asked for at once may be
    counted as one.
    """

    @wraps(view)
    def answer(request: HttpRequest, /, *arguments: P.args, **named: P.kwargs) -> HttpResponseBase:
        if asked(request.user.pk) > A_MINUTE:
            response = render(request, "plans/wait.html", status=429)
            response.headers["Retry-After"] = "60"
            return response
        return view(request, *arguments, **named)

    return answer


def asked(person: int | None) -> int:
    """How many files the person has asked for in this minute, with this one."""
    key = f"files:{person}:{int(time()) // 60}"
    count = int(cache.get(key, 0)) + 1
    cache.set(key, count, timeout=120)
    return count
