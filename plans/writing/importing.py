"""A plan file into the database: what is new is created, what is there is updated by its key."""

from base64 import b64decode
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import F

from budgets.models import Budget
from budgets.writing import count_up, write_sheet
from finsam.federations.models import Federation
from finsam.federations.reading import profile_of
from finsam.federations.writing import write_profile
from finsam.members.models import Member
from finsam.members.profile import MemberProfile
from finsam.members.reading import members_of
from finsam.members.writing import write_members
from finsam.rows import delete_others, upsert, upsert_tree
from goals.models import GoalMap
from goals.writing import write_goal_map
from plans import models
from plans.document import content
from plans.document.fileformat import plan_bytes
from plans.document.fileformat.canonical import plain
from plans.document.loading import load_content
from plans.writing.differences import Difference, differences


class Done(StrEnum):
    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """What an import did. `kept` is what the file says otherwise of federation and members."""

    plan: models.Plan
    done: Done
    is_new_federation: bool = False
    kept: tuple[Difference, ...] = ()


class ImportRefused(Exception):
    """A file in order, that may not be imported; the reason in Swedish."""


@transaction.atomic
def import_plan(source: content.PlanContent, *, updates_federation: bool = False) -> Import:
    """Make the federation's plan for the year what the file says, whole or not at all.

    `source` has passed `fileformat.content_of`. A federation that is there already, and its
    members, are left as they are unless `updates_federation`. Raises ImportRefused where the plan
    is decided and differs, where its state or its decisions would change, which is the workflow's
    to do, and where the plan needs a member that the federation lacks.
    """
    federation = Federation.objects.select_for_update().filter(slug=source.federation.slug).first()
    is_new = federation is None
    if federation is None or updates_federation:
        federation = write_profile(source.federation)
        write_members(federation, source.members)
    kept = _differences(federation, source)
    plan = (
        models.Plan.objects.select_for_update(of=("self",))
        .filter(federation=federation, year=source.year)
        .first()
    )
    if plan is None:
        plan, done = create_plan(federation, source), Done.CREATED
    else:
        done = _update(plan, source)
    return Import(plan=plan, done=done, is_new_federation=is_new, kept=kept)


def _differences(federation: Federation, source: content.PlanContent) -> tuple[Difference, ...]:
    ours, theirs = profile_of(federation), source.federation
    return (
        *differences(("federation",), ours, theirs),
        *_member_differences(members_of(federation), source.members),
    )


def _member_differences(
    ours: tuple[MemberProfile, ...], theirs: tuple[MemberProfile, ...]
) -> list[Difference]:
    """By key, each member called by its name; and their order, where only that differs."""
    names = {str(member.key): member.name for member in (*theirs, *ours)}
    by_key = [{str(member.key): member for member in members} for members in (ours, theirs)]
    found = differences(("members",), *by_key)
    if not found and ours != theirs:
        orders = (", ".join(member.name for member in members) for members in (ours, theirs))
        return [Difference("/members", *orders)]
    return [replace(one, pointer=_named(one.pointer, names)) for one in found]


def _named(pointer: str, names: Mapping[str, str]) -> str:
    _, members, key, *rest = pointer.split("/")
    return "/".join(["", members, names[key], *rest])


def create_plan(federation: Federation, source: content.PlanContent) -> models.Plan:
    """The federation's plan for a year that it has none for, inside the caller's transaction."""
    plan = models.Plan(federation=federation, year=source.year, status=source.status)
    _write(plan, source)
    _write_decisions(plan, source)
    return plan


def rewrite_plan(plan: models.Plan, source: content.PlanContent) -> None:
    """Make the working copy what a version says, but for its state and its decisions.

    Inside the caller's transaction, which has locked the plan. Raises ImportRefused where it needs
    a member that the federation lacks.
    """
    _write(plan, source)
    _count_up(plan)


def _update(plan: models.Plan, source: content.PlanContent) -> Done:
    stored = load_content(plan, with_picture_data=True)
    wanted = replace(source, federation=stored.federation, members=stored.members)
    if plan_bytes(stored) == plan_bytes(wanted):
        return Done.UNCHANGED
    if plan.status == models.Plan.Status.DECIDED:
        raise ImportRefused(
            f"Planen för {plan.year} är beslutad och filen säger något annat. "
            "En beslutad plan ändras genom en revidering."
        )
    if _case(stored) != _case(source):
        raise ImportRefused(
            f"Planen för {plan.year} finns redan, och filen säger något annat om dess läge eller "
            "beslut. De ändras bara i tjänsten."
        )
    rewrite_plan(plan, source)
    return Done.UPDATED


def _case(source: content.PlanContent) -> tuple[str, frozenset[content.Decision]]:
    return source.status, frozenset(source.decisions)


def _count_up(plan: models.Plan) -> None:
    """Every unit is another edition: what somebody has open was written on what was before."""
    parts = plan.goal_map
    plan.sections.update(edition=F("edition") + 1, heading_edition=F("heading_edition") + 1)
    for rows in (parts.perspectives, parts.goals, parts.activities, parts.indicators):
        rows.update(edition=F("edition") + 1)
    parts.interventions.update(edition=F("edition") + 1)
    GoalMap.objects.filter(pk=parts.pk).update(edition=F("edition") + 1)
    if plan.budget is not None:
        count_up(plan.budget)
    models.Plan.objects.filter(pk=plan.pk).update(edition=F("edition") + 1)


def _write(plan: models.Plan, source: content.PlanContent) -> None:
    members = _members(plan.federation, source)
    goal_map = plan.goal_map if plan.pk else GoalMap()
    interventions = write_goal_map(source.goal_map, goal_map)
    dropped = plan.budget if source.budget is None else None
    if source.budget is None:
        plan.budget = None
    else:
        plan.budget = plan.budget or Budget()
        write_sheet(source.budget, plan.budget, members, interventions)
    plan.goal_map = goal_map
    for name in ("title", "subtitle", "numbering_depth"):
        setattr(plan, name, getattr(source, name))
    plan.save()
    if dropped is not None:
        dropped.delete()
    _write_sections(plan, source)
    _write_pictures(plan, source)


def _members(federation: Federation, source: content.PlanContent) -> Mapping[UUID, Member]:
    """The federation's members by key. Raises ImportRefused where the plan needs another."""
    members = {member.key: member for member in Member.objects.filter(federation=federation)}
    names = {member.key: member.name for member in source.members}
    missing = sorted(names[key] for key in _needed(source) if key not in members)
    if missing:
        raise ImportRefused(
            f"Planen räknar med medlemmar som {federation} saknar i tjänsten: "
            f"{', '.join(missing)}. Lägg till dem, eller läs in med --update-federation."
        )
    return members


def _needed(source: content.PlanContent) -> set[UUID]:
    if source.budget is None:
        return set()
    lines = {line.member for _, line in source.budget.walk() if line.member}
    key = source.budget.share_key
    return lines | ({entry.member for entry in key.entries} if key else set())


def _write_sections(plan: models.Plan, source: content.PlanContent) -> None:
    order = {section.key: position for position, section in enumerate(source.walk())}

    def values(section: content.Section, parent: models.Section | None) -> dict[str, Any]:
        options = plain(section.block)
        return {
            "plan": plan,
            "key": section.key,
            "parent": parent,
            "position": order[section.key],
            "heading": section.heading,
            "html": section.html,
            "kind": options.pop("kind"),
            "options": options,
            "is_appendix": section.is_appendix,
            "is_done": section.is_done,
        }

    rows = upsert_tree(models.Section, ("plan", "key"), source.sections, "sections", values)
    delete_others(plan.sections.all(), rows)


def _write_pictures(plan: models.Plan, source: content.PlanContent) -> None:
    upsert(
        models.Picture,
        ("plan", "key"),
        (
            {
                "plan": plan,
                "key": picture.key,
                "media_type": picture.media_type,
                "alt": picture.alt,
                "data": b64decode(picture.data),
            }
            for picture in source.pictures
        ),
    )
    delete_others(plan.pictures.all(), (picture.key for picture in source.pictures))


def _write_decisions(plan: models.Plan, source: content.PlanContent) -> None:
    models.Decision.objects.bulk_create(
        models.Decision(
            plan=plan,
            kind=decision.kind,
            decided_on=decision.decided_on,
            minutes_paragraph=decision.minutes_paragraph,
            registry_number=decision.registry_number,
            note=decision.note,
            subject=decision.subject,
        )
        for decision in source.decisions
    )
