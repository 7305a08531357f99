"""Plans to write in: copies of an example in federations of their own, one for each test."""

import itertools
from dataclasses import replace
from typing import Any

from plans.document.content import Status
from plans.writing.importing import import_plan
from tests.browser.elsewhere import elsewhere
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
    draft = replace(content, federation=profile, status=Status.DRAFT, decisions=(), **changed)
    elsewhere(lambda: import_plan(draft))
    return slug
