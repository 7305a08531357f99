"""What is looked after every minute, so that no letter is forgotten and no code is kept."""

from django.conf import settings
from django.db import transaction
from django.db.models import BigIntegerField, Exists, OuterRef, QuerySet
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob
from procrastinate.manager import JobManager

from finsam.letters.delivering import TOO_OLD, expires_before
from finsam.letters.models import Letter
from finsam.letters.queue import DELIVER, enqueue

STALLED = 30
"""Seconds without a sign of life (the worker gives one every ten) after which its jobs are free."""


async def pick_up(jobs: JobManager) -> None:
    """Give back to the queue what a worker had in hand when it died."""
    for job in await jobs.get_stalled_jobs(seconds_since_heartbeat=STALLED):
        await jobs.retry_job(job)


def hurry() -> None:
    """Let every letter that waits for its next attempt be tried now: it may have been mended."""
    jobs = ProcrastinateJob.objects.filter(task_name=DELIVER, status="todo")
    jobs.update(scheduled_at=None)


def sweep() -> None:
    """Close what is too old; queue what waits without a job.

    That is: letters from before there was a mail server, and whatever else may have gone wrong.
    """
    close_expired()
    if settings.DEMO or settings.IS_MAIL_CONFIGURED:
        enqueue_forgotten()


@transaction.atomic
def close_expired() -> None:
    """The codes that are no longer valid go, sent or not."""
    now = timezone.now()
    old = Letter.objects.filter(is_secret=True, made_at__lt=expires_before(now))
    old.waiting().update(closed_at=now, last_error=TOO_OLD, body="")
    old.exclude(body="").update(body="")


@transaction.atomic
def enqueue_forgotten() -> None:
    """A job for each letter that waits and has none."""
    for letter in forgotten().select_for_update(skip_locked=True, of=["self"]):
        enqueue(letter)


def forgotten() -> QuerySet[Letter]:
    """The letters that wait and that no job will deliver."""
    live = ProcrastinateJob.objects.filter(task_name=DELIVER, status__in=["todo", "doing"])
    theirs = live.annotate(
        letter=Cast(KeyTextTransform("letter", "args"), BigIntegerField())
    ).filter(letter=OuterRef("pk"))
    return Letter.objects.waiting().exclude(Exists(theirs))
