"""What is measured: the five examples, as they are and lengthened, in a federation of their own."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from django.db import transaction
from django.test import Client

from finsam.members.models import Role, User
from plans.bench.lengthening import lengthened
from plans.document.content import PlanContent
from plans.document.fileformat import content_of
from plans.models import Plan
from plans.writing.importing import import_plan

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
HOST = "localhost"


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A plan in the database, and a client signed in as the chief of its federation."""

    name: str
    plan: Plan
    client: Client


def examples() -> list[PlanContent]:
    """The five examples as their files have them."""
    return [content_of(file.read_bytes()) for file in sorted(EXAMPLES.glob("*.json"))]


def named(content: PlanContent) -> str:
    return f"{content.federation.slug} {content.year}"


@contextmanager
def borrowed(content: PlanContent, times: int = 1) -> Iterator[Subject]:
    """The example, `times` as long, in the database for as long as it is measured.

    It has a federation of its own, so it neither meets nor changes what is there already, and
    all of it is rolled back.
    """
    own = replace(content.federation, slug=f"bench-{content.federation.slug}")
    with transaction.atomic():
        plan = import_plan(replace(lengthened(content, times), federation=own)).plan
        yield Subject(name=named(content), plan=plan, client=_chief(plan))
        transaction.set_rollback(True)


def _chief(plan: Plan) -> Client:
    user = User.objects.create_user(f"chief@{plan.federation.slug}.example")
    Role.objects.create(user=user, federation=plan.federation, kind=Role.Kind.CHIEF)
    client = Client(SERVER_NAME=HOST)
    client.force_login(user)
    return client
