"""`manage.py worker`: sends letters until it is stopped. `make run` starts one with the server."""

import asyncio
from typing import Any

from asgiref.sync import sync_to_async
from django.core.management.base import BaseCommand
from procrastinate import App
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector

from finsam.letters import sweeping

CONCURRENCY = 3
"""Letters at a time: one mail server's slow answer does not keep the others."""

GRACE = 10
"""Seconds that a letter on its way has to get there when the worker is stopped."""


class Command(BaseCommand):
    help = "Skickar breven i kön tills den stoppas."
    # They load every page, and have nothing to say of letters.
    requires_system_checks = ()

    def handle(self, **options: Any) -> None:
        connector = app.connector
        assert isinstance(connector, DjangoConnector)  # noqa: S101 -- as its app made it
        with app.replace_connector(connector.get_worker_connector()) as ours:
            asyncio.run(work(ours))


async def work(ours: App) -> None:
    """Take up what lies since last time, and then whatever comes."""
    async with ours.open_async():
        await sweeping.pick_up(ours.job_manager)
        await sync_to_async(sweeping.hurry)()
        await sync_to_async(sweeping.sweep)()
        await ours.run_worker_async(
            name="letters", concurrency=CONCURRENCY, shutdown_graceful_timeout=GRACE
        )
