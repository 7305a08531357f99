"""The queue's end that letters are put in at: one job for each delivery."""

from procrastinate.contrib.django.django_connector import DjangoConnector
from procrastinate.jobs import Job
from procrastinate.manager import JobManager

from finsam.letters.models import Letter

DELIVER = "letters.deliver"
QUEUE = "letters"

SOON, SOONER = 0, 10
"""Priorities: somebody sits and waits for a code."""


def enqueue(letter: Letter) -> None:
    """Put the letter's delivery in the queue, in the transaction that goes on."""
    job = Job(
        queue=QUEUE,
        task_name=DELIVER,
        task_kwargs={"letter": letter.pk},
        priority=SOONER if letter.is_secret else SOON,
        lock=None,
        queueing_lock=None,
    )
    # By Django's own connection, also in the worker, whose tasks have another.
    JobManager(DjangoConnector()).defer_job(job)
