"""Questions and comments on places of a plan: asked, answered, resolved and opened again."""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from finsam.members.models import User
from plans.deciding.notifying import tell_answered, tell_asked
from plans.document.anchoring import Anchor
from plans.models import Comment, Plan, PlanVersion, Thread


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who says something, and whether the office speaks."""

    user: User
    is_office: bool = False

    @property
    def name(self) -> str:
        return str(self.user)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a question is about: a thing as it was called then, and maybe a passage of it."""

    kind: str
    name: str
    anchor: Anchor


@transaction.atomic
def ask(
    *,
    plan: Plan,
    about: Asked,
    body: str,
    by: Speaker,
    url: str,
    version: PlanVersion | None = None,
) -> Thread:
    """Open a thread on a place of a version, or of the working copy, and tell the office.

    `url` is where threads are read, whole.
    """
    anchor = about.anchor
    thread = Thread.objects.create(
        plan=plan,
        version=version,
        place=about.kind,
        place_key=anchor.place,
        place_name=about.name[:300],
        quote=anchor.quote,
        before=anchor.before,
        after=anchor.after,
    )
    tell_asked(_say(thread, body, by), url)
    return thread


@transaction.atomic
def answer(*, thread: Thread, body: str, by: Speaker, url: str) -> Comment:
    """Say something in a thread and tell the others in it; one that was resolved is open again."""
    reopen(thread=thread)
    comment = _say(thread, body, by)
    tell_answered(comment, url)
    return comment


def resolve(*, thread: Thread, by: Speaker) -> None:
    """Nothing more is waited for. Resolved again it stays as it was."""
    Thread.objects.open().filter(pk=thread.pk).update(
        resolved_at=timezone.now(), resolved_by=by.name[:160]
    )


def reopen(*, thread: Thread) -> None:
    """Something more is waited for."""
    Thread.objects.filter(pk=thread.pk).update(resolved_at=None, resolved_by="")


def _say(thread: Thread, body: str, by: Speaker) -> Comment:
    return Comment.objects.create(
        thread=thread,
        author=by.user,
        author_name=by.name[:160],
        is_office=by.is_office,
        body=body,
    )
