"""What a plan can be compared with: its versions, its working copy, and other years' plans."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.http import Http404
from django.urls import reverse

from finsam.members.models import User
from plans.access import PlanAccess
from plans.deciding.reading import content_of_version, label_within
from plans.deciding.showing import newest_sent, versions_shown
from plans.document.content import PlanContent, Status
from plans.document.document import Document, document_of
from plans.document.loading import load_content
from plans.models import Plan, PlanVersion
from plans.views.pictures import picture_addresses
from plans.views.shelf import reading_verdicts

PLACE = re.compile("v?[0-9]{1,4}")
NOW = "nu"
"""The working copy, as an address names it; "v3" is a version and "2024" another year's plan."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One of two documents to compare.

    `label` is what the version is called, where its decisions do not say it; `pictures` says where
    each picture is fetched from, None that they carry their own bytes.
    """

    content: PlanContent
    pictures: Mapping[UUID, str] | None
    label: str = ""

    @property
    def document(self) -> Document:
        """The document, made anew each time."""
        return document_of(self.content, pictures=self.pictures, label=self.label)


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """A document that the person may read, named in an address and in words, read when asked."""

    value: str
    label: str
    load: Callable[[bool], Source]
    """Given whether the pictures' own bytes are wanted."""


def options_of(access: PlanAccess, user: User) -> list[Option]:
    """What the person may read of this plan and the federation's others, newest first.

    The working copy first, for those who read it. Six queries at most, however many.
    """
    versions = list(versions_shown(access, user))
    own = [version_option(access.plan, version) for version in versions]
    if access.reads_working_copy or (not versions and access.plan.status == Status.DECIDED):
        own.insert(0, plan_option(NOW, access.plan))
    return own + _others(access, user)


def chosen(options: Sequence[Option], value: str) -> Option | None:
    """The option that an address names. Raises Http404 for a year or a version without one."""
    if not value:
        return None
    for option in options:
        if option.value == value:
            return option
    if PLACE.fullmatch(value):
        raise Http404
    return None


def version_option(plan: Plan, version: PlanVersion) -> Option:
    """A version of a plan."""

    def load(with_picture_data: bool) -> Source:
        return version_source(plan, version, with_picture_data=with_picture_data)

    return Option(value=f"v{version.number}", label=version.label, load=load)


def version_source(plan: Plan, version: PlanVersion, *, with_picture_data: bool = False) -> Source:
    """A version of a plan, read out of its file."""
    content = content_of_version(version)
    place = [plan.federation.slug, plan.year, version.number]
    urls = {p.key: reverse("version_picture", args=[*place, p.key]) for p in content.pictures}
    pictures = None if with_picture_data else urls
    return Source(content=content, pictures=pictures, label=label_within(version, content))


def plan_option(value: str, plan: Plan) -> Option:
    """A plan as it stands."""

    def load(with_picture_data: bool) -> Source:
        content = load_content(plan, with_picture_data=with_picture_data)
        pictures = None if with_picture_data else picture_addresses(plan, content)
        return Source(content=content, pictures=pictures)

    return Option(value=value, label=plan.title, load=load)


def _others(access: PlanAccess, user: User) -> list[Option]:
    """The other years' plans: as they stand for those who read that, else as they were sent."""
    plans = Plan.objects.on_shelves_of([access.plan.federation]).exclude(pk=access.plan.pk)
    found = list(plans)
    may_read = reading_verdicts(user, [(plan, access.standing) for plan in found])
    sent = {} if access.is_office else newest_sent(user, found)
    return [
        _sent_option(plan, sent[plan.pk]) if plan.pk in sent else plan_option(str(plan.year), plan)
        for plan in found
        if plan.pk in sent or may_read[plan.pk]
    ]


def _sent_option(plan: Plan, version: PlanVersion) -> Option:
    option = version_option(plan, version)
    return Option(value=str(plan.year), label=version.title, load=option.load)
