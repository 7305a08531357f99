"""A plan's page as the server makes it, through the whole of the product, without a network."""

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from plans.bench.clock import timed
from plans.bench.subjects import Subject
from plans.document.loading import load_content
from plans.models import Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """`ms` and `size` (bytes) of the plan's page, its queries, and those of the document alone."""

    ms: float
    size: int
    page_queries: int
    load_queries: int


def read(subject: Subject, count: int) -> Reading:
    """Fetch the plan's page `count` times, after once for warmth."""
    address = subject.plan.get_absolute_url()
    size = len(_page(subject.client, address))
    return Reading(
        ms=median(timed(lambda: _page(subject.client, address))[0] for _ in range(count)),
        size=size,
        page_queries=_queries(lambda: _page(subject.client, address)),
        load_queries=_queries(lambda: _load(subject.plan)),
    )


def _page(client: Client, address: str) -> bytes:
    response = client.get(address)
    if response.status_code != 200:
        raise RuntimeError(f"{address} answers {response.status_code}")
    return response.content


def _load(plan: Plan) -> None:
    read = Plan.objects.for_reading().get(pk=plan.pk)
    load_content(read, with_picture_data=True)


def _queries(work: Callable[[], object]) -> int:
    with CaptureQueriesContext(connection) as captured:
        work()
    return len(captured)
