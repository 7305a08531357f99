"""A plan's versions in time, as they are read in a list."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from finsam.members.models import User
from plans.access import PlanAccess
from plans.models import PlanVersion, Recipient


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A version as the list has it. `recipients` and `read_by` are shown to the office alone."""

    version: PlanVersion
    url: str
    pdf_url: str
    compare_url: str
    made_at: datetime
    recipients: tuple[str, ...]
    read_by: tuple[str, ...]
    is_read: bool
    is_in_force: bool


def timeline(access: PlanAccess, user: User, versions: Iterable[PlanVersion]) -> list[Step]:
    """The versions, newest first, each with what the person may know about it."""
    found = list(versions)
    in_force = next((v.number for v in found if v.kind in PlanVersion.IN_FORCE), None)
    return [_step(access, user, version, in_force) for version in found]


def _step(access: PlanAccess, user: User, version: PlanVersion, in_force: int | None) -> Step:
    place = [access.plan.federation.slug, access.plan.year, version.number]
    marks = {mark.user_id for mark in version.marks.all()}
    recipients = list(version.recipients.all())
    return Step(
        version=version,
        url=reverse("version", args=place),
        pdf_url=reverse("version_pdf", args=place),
        compare_url=f"{reverse('comparison', args=place[:2])}?i=v{version.number}",
        made_at=version.made_at,
        recipients=_names(recipients) if access.is_office else (),
        read_by=_names(r for r in recipients if r.user_id in marks) if access.is_office else (),
        is_read=user.pk in marks,
        is_in_force=version.number == in_force,
    )


def _names(recipients: Iterable[Recipient]) -> tuple[str, ...]:
    return tuple(recipient.name for recipient in recipients)
