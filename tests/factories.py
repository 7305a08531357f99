"""Federations, people and plans to test with. Nothing is made that a name does not say."""

from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256
from io import BytesIO
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

import pikepdf
from django.test import Client
from django.utils import timezone

from budgets.sheet import Column, ColumnKind, Line, Sheet
from finsam.federations.models import Federation
from finsam.federations.profile import FederationProfile
from finsam.letters.models import Letter
from finsam.letters.posting import post
from finsam.members.models import Auditor, BoardSeat, Invitation, Member, Role, User
from finsam.members.profile import MemberKind, MemberProfile
from goals.content import Goal, GoalMap, Intervention, Level, Perspective
from plans.document.content import (
    BudgetBlock,
    Decision,
    DecisionKind,
    GoalsBlock,
    InterventionsBlock,
    Picture,
    PlanContent,
    Section,
    Status,
)
from plans.document.fileformat import plan_bytes
from plans.document.loading import load_content
from plans.models import (
    BoardPapers,
    Comment,
    Consultation,
    ConsultationAnswer,
    ConsultationLink,
    DecisionFile,
    FiledPlan,
    Motion,
    Plan,
    PlanVersion,
    Publication,
    Recipient,
    Thread,
)
from plans.models import Decision as DecisionRow
from plans.writing.importing import import_plan

SECRET = "Skymning"
"""Stands in every text of a plan of these, so that a leak of any of them is seen."""

PIXEL = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk"
    "+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
"""The smallest picture there is, as PNG in base64."""

BUDGET_2025 = "budget-2025"


def key(name: str) -> UUID:
    return uuid5(NAMESPACE_URL, name)


PICTURE = key("picture")


def federation(slug: str = "fjallbygden", **fields: object) -> Federation:
    name = slug.capitalize() or "Fjäll"
    names = {"name": f"Samordningsförbundet {name}", "short_name": name}
    return Federation.objects.create(slug=slug, **(names | fields))


def member(of: Federation, name: str = "Bergs kommun", kind: str = "municipality") -> Member:
    return Member.objects.create(federation=of, name=name, kind=kind)


def seat(of: Member, user: User | None = None, **fields: object) -> BoardSeat:
    return BoardSeat.objects.create(member=of, user=user, **fields)


def term(of: Federation, user: User | None = None, **fields: object) -> Auditor:
    return Auditor.objects.create(federation=of, user=user, **({"holder": "Rut Ek"} | fields))


def invitation(of: Federation, user: User, days: int = 14, **fields: Any) -> Invitation:
    """To the office unless something else is said; it expires in so many days, or did."""
    expires = timezone.now() + timedelta(days=days)
    dates = {"sent_at": expires - timedelta(days=14), "expires_at": expires}
    target = {} if fields.keys() & {"role", "seat", "term"} else {"role": "staff"}
    by = {"invited_by": "Carin Chef"}
    return Invitation.objects.create(federation=of, user=user, **(dates | target | by | fields))


def person(role: str = "", of: Federation | None = None, email: str = "anna@berg.se") -> User:
    """An account, with a role in a federation if both are said."""
    user = User.objects.filter(email=email).first() or User.objects.create_user(email)
    if of is not None and role:
        Role.objects.create(user=user, federation=of, kind=role)
    return user


def administrator() -> User:
    return User.objects.create_superuser("admin@berg.se")


def signed_in(client: Client, role: str, of: Federation) -> Client:
    """The client, signed in as somebody with that role alone."""
    client.force_login(person(role, of, email=f"{role}@{of.slug}.se"))
    return client


def letter(of: Federation | None = None, **fields: Any) -> Letter:
    """A letter that waits, with its job."""
    said = {
        "kind": "test",
        "to_address": "asa@berg.se",
        "subject": "Möte på Åland",
        "body": f"Hej {SECRET} & hej.\n",
    }
    return post(federation=of, **(said | fields))


def content(slug: str = "fjallbygden", year: int = 2025) -> PlanContent:
    """A small plan with a text, a goal, an insats, a budget line and a picture."""
    payer = MemberProfile(key=key("Berg"), name=f"Kommunen {SECRET}", kind=MemberKind.MUNICIPALITY)
    fee = Line(key=key("fee"), label="Berg", member=payer.key, amounts={f"budget-{year}": 368_000})
    goal = Goal(key=key("goal"), text=f"{SECRET}smålet nås")
    insats = Intervention(key=key("insats"), name=f"{SECRET}sinsatsen", level=Level.INDIVIDUAL)
    text = f'<p>Om {SECRET}.</p><img alt="{SECRET}" data-picture="{PICTURE}">'
    return PlanContent(
        federation=FederationProfile(
            slug=slug,
            name=f"Samordningsförbundet {slug.capitalize()}",
            short_name=slug.capitalize(),
            accent="#1b4c68",
        ),
        members=(payer,),
        year=year,
        title=f"{SECRET}splanen {year}",
        sections=(
            Section(key=key("aim"), heading="Syfte", html=text),
            Section(key=key("goals"), heading="Mål", block=GoalsBlock()),
            Section(key=key("insatser"), heading="Insatser", block=InterventionsBlock()),
            Section(key=key("money"), heading="Budget", block=BudgetBlock()),
        ),
        goal_map=GoalMap(
            perspectives=(Perspective(key=key("individ"), name="Individ", goals=(goal,)),),
            interventions=(insats,),
        ),
        budget=Sheet(columns=(Column(year=year, kind=ColumnKind.BUDGET),), income=(fee,)),
        pictures=(Picture(key=PICTURE, media_type="image/png", alt=SECRET, data=PIXEL),),
    )


def decided(plan: PlanContent) -> PlanContent:
    """The same plan, decided in November of the year before."""
    decision = Decision(kind=DecisionKind.DECIDED, decided_on=date(plan.year - 1, 11, 28))
    return replace(plan, status=Status.DECIDED, decisions=(decision,))


def draft_plan(slug: str = "fjallbygden", year: int = 2025) -> Plan:
    return import_plan(content(slug, year)).plan


def decided_plan(slug: str = "fjallbygden", year: int = 2025) -> Plan:
    return import_plan(decided(content(slug, year))).plan


def decide(plan: Plan) -> Plan:
    """The draft, decided as `decided` has it; without a version."""
    Plan.objects.filter(pk=plan.pk).update(status="decided")
    day = date(plan.year - 1, 11, 28)
    DecisionRow.objects.create(plan=plan, kind="decided", decided_on=day)
    plan.refresh_from_db()
    return plan


def decision_file(plan: Plan, kind: str = "minutes", **fields: object) -> DecisionFile:
    """A PDF of one empty page with the plan's first decision."""
    data = pdf()
    said = {
        "decided_on": date(plan.year - 1, 11, 28),
        "name": f"{SECRET}.pdf",
        "pdf": data,
        "sha256": sha256(data).hexdigest(),
        "added_by": "Kansliet",
    }
    return DecisionFile.objects.create(plan=plan, kind=kind, **(said | fields))


def version(plan: Plan, kind: str = "decided", **fields: object) -> PlanVersion:
    """A version of the plan as it stands, with a PDF of one empty page."""
    json, data = plan_bytes(load_content(plan, with_picture_data=True)), pdf()
    said = {
        "number": plan.versions.count() + 1,
        "kind": kind,
        "label": f"Version {plan.versions.count() + 1}",
        "title": plan.title,
        "dated_on": date(plan.year - 1, 11, 28),
        "made_by": "Kansliet",
        "json": json,
        "json_sha256": sha256(json).hexdigest(),
        "pdf": data,
        "pdf_sha256": sha256(data).hexdigest(),
    }
    return PlanVersion.objects.create(plan=plan, **(said | fields))


def consultation(plan: Plan, version: PlanVersion | None = None, **fields: Any) -> Consultation:
    """A round that the version was sent in, or one that was held elsewhere. It closes in 2199."""
    how = {"version": version.number} if version else {"held": f"På möte i {SECRET}"}
    days = {"opened_on": date(plan.year - 1, 10, 27), "closes_on": date(2199, 12, 31)}
    by = {"begun_by": "Carin Chef"}
    return Consultation.objects.create(plan=plan, **(how | days | by | fields))


def consultation_link(to: PlanVersion, of: Member | None = None, **fields: Any) -> ConsultationLink:
    """A link to a version for a member, the federation's first unless another is said."""
    member = of or to.plan.federation.members.first()
    assert member
    said = {
        "consultation": fields.get("consultation") or consultation(to.plan, to),
        "member_key": member.key,
        "member_name": member.name,
        "address": member.official_address or "kommun@berg.se",
        "version": to.number,
    }
    return ConsultationLink.objects.create(**(said | fields))


def answer(to: Consultation, of: Member | None = None, **fields: Any) -> ConsultationAnswer:
    """Remarks by letter with a PDF of one empty page."""
    member = of or to.plan.federation.members.first()
    assert member
    data = pdf()
    said = {
        "consultation": to,
        "member_key": member.key,
        "member_name": member.name,
        "version": to.version,
        "stance": "remarks",
        "text": f"Vi undrar om {SECRET}.",
        "answered_by": "Maria Ek",
        "title": "kommundirektör",
        "way": "letter",
        "received_on": to.opened_on,
        "file_name": f"{SECRET}.pdf",
        "file": data,
        "sha256": sha256(data).hexdigest(),
    }
    return ConsultationAnswer.objects.create(**(said | fields))


def published_plan(slug: str = "fjallbygden", year: int = 2025) -> Plan:
    """A decided plan with a version of it, which everybody may read."""
    plan = decided_plan(slug, year)
    version(plan)
    published(plan)
    return plan


def published(plan: Plan, *, is_public: bool = True) -> Publication:
    return Publication.objects.create(plan=plan, is_public=is_public, by="Kansliet")


def sent(to: PlanVersion, user: User) -> Recipient:
    return Recipient.objects.create(version=to, user=user, name=str(user), address=user.email)


def papers(to: PlanVersion, **fields: object) -> BoardPapers:
    """Underlag till styrelsen with a version, as a PDF of one empty page."""
    data = pdf()
    said = {
        "number": to.plan.board_papers.count() + 1,
        "version": to.number,
        "title": f"{SECRET}sunderlaget",
        "meeting_on": to.dated_on,
        "sent_on": to.dated_on,
        "proposals": [f"fastställa {SECRET}splanen"],
        "pdf": data,
        "sha256": sha256(data).hexdigest(),
        "made_by": "Kansliet",
    }
    return BoardPapers.objects.create(plan=to.plan, **(said | fields))


def motion(about: PlanVersion, by: User, **fields: object) -> Motion:
    """A yrkande that somebody means to make."""
    said = {"name": str(by), "text": f"att {SECRET} flyttas"}
    return Motion.objects.create(plan=about.plan, version=about.number, user=by, **(said | fields))


def thread(plan: Plan, by: User, **fields: object) -> Thread:
    """A question about the plan's first section."""
    said = {"place": "section", "place_key": key("aim"), "place_name": "Avsnitt 1 Syfte"}
    asked = Thread.objects.create(plan=plan, **(said | fields))
    Comment.objects.create(thread=asked, author=by, author_name=str(by), body=f"Varför {SECRET}?")
    return asked


def filed_plan(of: Federation, year: int = 2019, **fields: object) -> FiledPlan:
    """An earlier plan as a PDF of one empty page."""
    data = pdf()
    said = {
        "title": f"{SECRET}splanen {year}",
        "decided_on": date(year - 1, 11, 28),
        "pdf": data,
        "sha256": sha256(data).hexdigest(),
        "file_name": f"plan-{year}.pdf",
    }
    return FiledPlan.objects.create(federation=of, year=year, **(said | fields))


def pdf(password: str = "") -> bytes:
    """A PDF of one empty page, locked where a password is given."""
    file = BytesIO()
    with pikepdf.new() as document:
        document.add_blank_page()
        locked = pikepdf.Encryption(owner=password, user=password) if password else False
        document.save(file, encryption=locked)
    return file.getvalue()
