"""A plan on samråd: its federation has a municipality and a region, both with addresses."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from finsam.members.models import Member
from plans.deciding.consulting.answering import Said
from plans.deciding.consulting.links import address_of
from plans.deciding.consulting.opening import Opening
from plans.deciding.sending import send_version
from plans.deciding.transition import last_seen
from plans.models import Consultation, ConsultationLink, Plan, PlanVersion
from tests import factories
from tests.plans.deciding.cases import ADDRESS, office

SITE = "http://testserver/"


def members(plan: Plan) -> list[Member]:
    """The plan's municipality with an address, and a region with one too."""
    [first] = plan.federation.members.all()
    Member.objects.filter(pk=first.pk).update(official_address="kommun@berg.se")
    region = factories.member(plan.federation, "Region Jämtland", "region")
    Member.objects.filter(pk=region.pk).update(official_address="region@z.se")
    return list(plan.federation.members.all())


def opened(plan: Plan, to: list[Member] | None = None, days: int = 21, **more: Any) -> PlanVersion:
    """The plan, sent on samråd to members."""
    opening = Opening(
        members=members(plan) if to is None else to,
        closes_on=timezone.localdate() + timedelta(days=days),
        message="Läs gärna budgeten först.",
        site=SITE,
    )
    given: dict[str, Any] = {
        "people": [],
        "message": "",
        "by": office(plan),
        "seen": last_seen(plan),
        "address": ADDRESS,
        "others": opening.addressees,
        "and_then": opening.open,
    }
    version = send_version(plan, "consultation", **(given | more))
    plan.refresh_from_db()
    return version


def newest(plan: Plan) -> Consultation:
    found = Consultation.objects.newest_of(plan)
    assert found
    return found


def link(plan: Plan, name: str = "Kommunen") -> ConsultationLink:
    """The newest link of a member."""
    found = ConsultationLink.objects.filter(
        consultation__plan=plan, member_name__startswith=name
    ).last()
    assert found
    return found


def address(plan: Plan, name: str = "Kommunen") -> str:
    """Where the member's newest link leads, without the host."""
    return address_of(link(plan, name), "")


def said(stance: str = "no_objection", **more: Any) -> Said:
    given: dict[str, Any] = {"text": "", "answered_by": "Maria Ek", "title": "kommundirektör"}
    return Said(stance=stance, **(given | more))
