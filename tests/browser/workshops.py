"""Plans to write in: copies of an example in federations of their own, one for each test."""

import itertools
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

from django.db import connection

from plans.document.content import PlanContent, Status
from plans.writing.importing import import_plan
from tests.plans.document.checks.plans import example

numbers = itertools.count(1)


def workshop(name: str = "vastra-ostergotland-2025", **changed: Any) -> str:
    """The slug of a new federation that has a copy of the example's plan as a draft.

    `changed` is what is otherwise in it, by the names of its content. It is committed, by a
    connection of its own, so that the server sees it.
    """
    slug = f"verkstad-{next(numbers)}"
    content = example(name)
    profile = replace(content.federation, slug=slug, name=f"Förbundet {slug}", short_name=slug)
    with ThreadPoolExecutor(1) as elsewhere:
        draft = replace(content, federation=profile, status=Status.DRAFT, decisions=(), **changed)
        elsewhere.submit(_import, draft).result()
    return slug


def _import(content: PlanContent) -> None:
    try:
        import_plan(content)
    finally:
        connection.close()
