"""Autosave as people meet it: many at once, each in a section of their own, over the network."""

import subprocess
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from http.client import HTTPConnection
from socket import create_server
from statistics import quantiles
from urllib.parse import urlencode

from django.conf import settings
from django.db import connection
from django.test import Client

from finsam.federations.models import Federation
from finsam.members.models import Role, User
from finsam.setup import server
from plans.bench.clock import Clock
from plans.bench.lengthening import lengthened
from plans.document.content import PlanContent
from plans.models import Plan
from plans.writing.importing import import_plan

SLUG = "bench-skrivande"
SAVES = 10
PAUSE = 1.0
"""Seconds between an editor's saves: nobody's browser sends them closer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """So many people writing at once: milliseconds that half, and 95 of 100 saves, stay below."""

    editors: int
    p50: float
    p95: float


def written(content: PlanContent, editors: tuple[int, ...]) -> list[Writing]:
    """Save in the plan, by a server of its own, with so many editors at once each time."""
    with _plan(content) as plan, _server() as port:
        return [_measured(plan, port, count) for count in editors]


def _measured(plan: Plan, port: int, editors: int) -> Writing:
    cookies = _signed_in(plan)
    keys = list(plan.sections.values_list("key", "edition"))[:editors]
    with ThreadPoolExecutor(editors) as people:
        work = [
            people.submit(_editor, plan, port, cookies, str(key), edition, number / editors)
            for number, (key, edition) in enumerate(keys)
        ]
        times = [ms for one in work for ms in one.result()]
    cuts = quantiles(times, n=20)
    return Writing(editors=editors, p50=cuts[9], p95=cuts[18])


def _editor(
    plan: Plan, port: int, cookies: dict[str, str], key: str, edition: int, start: float
) -> list[float]:
    """One person's saves in one section, a second apart; the milliseconds of each."""
    address = f"/{SLUG}/{plan.year}/text/{key}/spara/"
    headers = {
        "Content-Type": "application/x-www-form-urlencoded",
        "Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items()),
        "X-CSRFToken": cookies["csrftoken"],
    }
    times = []
    time.sleep(start * PAUSE)
    for number in range(SAVES):
        body = urlencode({"html": f"<p>{'Ord. ' * 300}{number}</p>", "edition": edition + number})
        clock = Clock()
        with clock.running():
            status = _request(port, "POST", address, body, headers)
        if status != 200:
            raise RuntimeError(f"{address} answers {status}")
        times.append(clock.ms)
        time.sleep(PAUSE)
    return times


def _request(
    port: int, method: str, address: str, body: str = "", headers: Mapping[str, str] | None = None
) -> int:
    http = HTTPConnection("localhost", port, timeout=60)
    http.request(method, address, body, headers or {})
    answer = http.getresponse()
    answer.read()
    http.close()
    return answer.status


def _signed_in(plan: Plan) -> dict[str, str]:
    """The cookies of the federation's chief, as a browser has them."""
    client = Client(SERVER_NAME="localhost")
    client.force_login(User.objects.get(roles__federation=plan.federation))
    client.get(plan.get_absolute_url())
    return {name: morsel.value for name, morsel in client.cookies.items()}


@contextmanager
def _plan(content: PlanContent) -> Iterator[Plan]:
    """A long plan in a federation of its own, there for the server to see; taken away after."""
    own = replace(content.federation, slug=SLUG)
    plan = import_plan(replace(lengthened(content, 4), federation=own)).plan
    user = User.objects.create_user(f"chief@{SLUG}.example")
    Role.objects.create(user=user, federation=plan.federation, kind=Role.Kind.CHIEF)
    try:
        yield plan
    finally:
        goal_map, budget = plan.goal_map, plan.budget
        plan.delete()
        goal_map.delete()
        if budget is not None:
            budget.delete()
        Federation.objects.get(slug=SLUG).delete()
        user.delete()


@contextmanager
def _server() -> Iterator[int]:
    """The product as `make run` serves it, at a free port."""
    with create_server(("localhost", 0)) as free:
        port = int(free.getsockname()[1])
    connection.close()
    running = subprocess.Popen(server.command(port), cwd=settings.BASE_DIR)
    try:
        if not server.wait_until_healthy(running, port):
            raise RuntimeError("the server does not answer")
        for _ in range(4 * server.WORKERS):
            # Each worker loads the pages at its first request.
            _request(port, "GET", "/logga-in/")
        yield port
    finally:
        running.terminate()
        running.wait()
