"""A federation with something in every place that an address can name, all of it secret."""

from base64 import b64decode
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from finsam.federations.models import Federation, Meeting
from finsam.letters.models import Letter, LetterFile
from finsam.members.models import Auditor, BoardSeat, Role, User
from finsam.members.permissions import Party
from goals.content import Activity, Indicator, Perspective
from plans.document.content import PlanContent
from plans.models import Change, DraftShare, Plan
from plans.writing.importing import import_plan
from plans.writing.saving import save_unit
from plans.writing.units import TEXT
from tests import factories
from tests.factories import SECRET, key

KEYS: dict[str, UUID] = {
    "cover": key("aim"),
    "text": key("aim"),
    "heading": key("aim"),
    "goals": key("goals"),
    "goal_map": key("goal"),
    "perspective": key("individ"),
    "goal": key("goal"),
    "activity": key("activity"),
    "indicator": key("indicator"),
    "intervention": key("insats"),
    "line_name": key("fee"),
    "line": key("fee"),
    "budget": key("fee"),
    "picture": factories.PICTURE,
    "thread": key("thread"),
    "invitation": key("invitation fjallbygden"),
    "member": key("Berg"),
    "link": key("link fjallbygden"),
}
"""The key of one thing of each kind."""


OLD = 2023
"""The year of the plan that is in force, with a version and a question."""
OPENLY = "oppna-dalen"
"""A federation that has published its plan of that year: its words are everybody's to read."""
HOUSE_PK = 70_007
"""The number of the one seat, auditor and meeting that are in the house."""


@dataclass(frozen=True, kw_only=True)
class Planted:
    """The plan, a change that a colleague made, and a bystander with a share, a seat and more."""

    plan: Plan
    change: Change
    share: DraftShare
    seat: BoardSeat
    term: Auditor
    role: Role
    letter: Letter


def content(slug: str = "fjallbygden") -> PlanContent:
    """The factories' plan with an activity and an indicator."""
    small = factories.content(slug)
    [goal] = small.goal_map.perspectives[0].goals
    activity = Activity(key=KEYS["activity"], text=f"{SECRET}ningsdagar")
    indicator = Indicator(key=KEYS["indicator"], sentence=f"{SECRET}småttet")
    goal = replace(goal, activities=(activity,), indicators=(indicator,))
    perspective = Perspective(key=KEYS["perspective"], name="Individ", goals=(goal,))
    return replace(small, goal_map=replace(small.goal_map, perspectives=(perspective,)))


def plant(slug: str = "fjallbygden", *, is_decided: bool = False) -> Planted:
    """The federation with its plan of 2025, one of 2023 in force, and one of 2019 as a PDF."""
    plan = import_plan(content(slug)).plan
    factories.filed_plan(plan.federation)
    old = factories.decided_plan(slug, OLD)
    version = factories.version(old)
    factories.papers(version)
    number = 0 if slug == "fjallbygden" else 1
    furnish(plan.federation, number)
    publish_openly()
    factories.decision_file(old, pk=HOUSE_PK + number)
    link = factories.consultation_link(version, key=key(f"link {slug}"))
    factories.answer(link.consultation, pk=HOUSE_PK + number)
    colleague = factories.person("chief", plan.federation, email=f"kollega@{slug}.se")
    factories.thread(old, colleague, version=version, key=KEYS["thread"])
    factories.motion(version, colleague, pk=HOUSE_PK + number)
    row = plan.sections.get(key=KEYS["text"])
    html = {"html": f"<p>Mer om {SECRET}.</p>"}
    save_unit(plan, TEXT, row.key, html, edition=row.edition, by=colleague)
    bystander = factories.person("preparation", plan.federation, email=f"vid@{slug}.se")
    if is_decided:
        factories.decide(plan)
    of = factories.member(plan.federation, f"Kommunen {SECRET} i {slug}")
    factories.invitation(plan.federation, bystander, key=key(f"invitation {slug}"))
    return Planted(
        plan=plan,
        change=plan.changes.get(),
        share=share(plan, bystander, ["budget"]),
        role=bystander.roles.get(),
        seat=factories.seat(of, bystander, holder=SECRET),
        term=factories.term(plan.federation, bystander, holder=SECRET),
        letter=letter(plan.federation, HOUSE_PK + number),
    )


def letter(federation: Federation, file: int) -> Letter:
    """A letter with a file of that number."""
    name = f"{SECRET} {file}.pdf"
    of = LetterFile.objects.create(
        pk=file, name=name, media_type="application/pdf", data=b"%PDF-", sha256="0" * 64
    )
    return factories.letter(federation, files=[of])


def publish_openly() -> None:
    """Once, however many federations are planted."""
    if not Federation.objects.filter(slug=OPENLY).exists():
        factories.published_plan(OPENLY, OLD)


def furnish(federation: Federation, number: int) -> None:
    """A logo, a seat, an auditor and a meeting; a neighbour's have other numbers."""
    pk = HOUSE_PK + number
    logo = b64decode(factories.PIXEL)
    Federation.objects.filter(pk=federation.pk).update(logo=logo, logo_media_type="image/png")
    factories.seat(federation.members.get(key=KEYS["member"]), pk=pk, holder=f"Siv {SECRET}")
    Auditor.objects.create(pk=pk, federation=federation, holder=f"Ulf {SECRET}")
    note = f"Möte i {SECRET}"
    Meeting.objects.create(pk=pk, federation=federation, held_on=date(2031, 2, 3), note=note)


def share(plan: Plan, user: User, parts: Collection[str] = ()) -> DraftShare:
    """The draft shared with a person, to read or to write in the parts."""
    level = "write" if parts else "read"
    return DraftShare.objects.create(
        plan=plan, user=user, level=level, parts=list(parts), shared_by="Lena"
    )


def somebody(plan: Plan, parties: Collection[Party]) -> User:
    """Somebody who is all of these in the plan's federation."""
    name = "-".join(sorted(parties)) or "ingen"
    user = factories.person(email=f"{name}@berg.se")
    for party in parties:
        if party == Party.ADMINISTRATOR:
            User.objects.filter(pk=user.pk).update(is_superuser=True)
        elif party in (Party.CHAIR, Party.VICE_CHAIR):
            of = factories.member(plan.federation, f"{party} kommun")
            factories.seat(of, user, office=str(party))
        else:
            factories.person(party, plan.federation, email=user.email)
    user.refresh_from_db()
    return user
