"""Where a person is signed in, for how long, and the end of it."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from allauth.usersessions.internal.flows.sessions import end_sessions
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase
from django.contrib.sessions.models import Session
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from finsam.members.devices import device
from finsam.members.models import User

REMEMBERED = timedelta(days=90)
NOTED_EVERY = 10 * 60
"""Seconds. A session that is used is noted no more often, so that few pages write anything."""

_LAST_SEEN = "last_seen"


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenSession:
    """A place where a person is signed in."""

    id: int
    device: str
    last_seen_at: datetime
    is_current: bool


def begin(session: SessionBase, *, is_remembered: bool) -> None:
    """Let the session last for 90 days, or end with the browser and 12 hours without use."""
    session.set_expiry(timezone.now() + REMEMBERED if is_remembered else None)
    session[_LAST_SEEN] = time.time()


def note_last_seen(answer: Callable[[HttpRequest], HttpResponse]) -> Callable[..., HttpResponse]:
    """Middleware: a session that is used lives on. Two queries, once in ten minutes."""

    def noted(request: HttpRequest) -> HttpResponse:
        if settings.SESSION_COOKIE_NAME in request.COOKIES:
            _note(request.session)
        return answer(request)

    return noted


def _note(session: SessionBase) -> None:
    seen = session.get(_LAST_SEEN)
    if seen is None or time.time() - seen < NOTED_EVERY:
        return
    session[_LAST_SEEN] = time.time()
    here = UserSession.objects.filter(session_key=session.session_key)
    here.update(last_seen_at=timezone.now())


def open_sessions(user: User, session: SessionBase) -> list[OpenSession]:
    """Where the person is signed in now, this session first. One query."""
    found = [
        OpenSession(
            id=each.pk,
            device=device(each.user_agent),
            last_seen_at=each.last_seen_at,
            is_current=each.session_key == session.session_key,
        )
        for each in _live(user).order_by("-last_seen_at")
    ]
    return sorted(found, key=lambda each: not each.is_current)


def end(request: HttpRequest, user: User, session_id: int) -> None:
    """End one of the person's sessions, at once. UserSession.DoesNotExist if it isn't theirs."""
    end_sessions(request, [UserSession.objects.get(user=user, pk=session_id)])


def end_others(request: HttpRequest, user: User) -> None:
    """End all of the person's sessions but this."""
    others: Sequence[UserSession] = UserSession.objects.filter(user=user).exclude(
        session_key=request.session.session_key
    )
    end_sessions(request, others)


def _live(user: User) -> "UserSession.objects":
    live = Session.objects.filter(expire_date__gt=timezone.now()).values("session_key")
    return UserSession.objects.filter(user=user, session_key__in=live)
