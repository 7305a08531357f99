"""Underlag till styrelsen: printed of what is sent, and kept as it was sent."""

from dataclasses import dataclass, field
from datetime import date

from django.db.models import Max
from django.http import Http404

from finsam.members.models import User
from plans.access import PlanAccess
from plans.deciding.consulting.reporting import brief_of
from plans.deciding.measure import base_of, news_of
from plans.deciding.missives import missive_of
from plans.deciding.pressing import checksum
from plans.deciding.showing import version_shown, versions_shown
from plans.deciding.transition import Incomplete
from plans.document.checks import CHECKS, turned_off
from plans.document.document import Document
from plans.exports.findings import findings_of
from plans.exports.papers import Missiv, papers_pdf
from plans.models import BoardPapers, Missive, Plan, PlanVersion

REWRITTEN = "Missivet ändrades medan underlaget skapades. Läs det och skicka igen."


@dataclass(slots=True, kw_only=True)
class Enclosed:
    """The papers that go with a version to the board.

    `press` prints them of the version's own document, before the lock; `keep` stores them under
    it. Printed anew, the last ones count.
    """

    sent_on: date
    missive: Missive | None = field(default=None, init=False)
    missiv: Missiv | None = field(default=None, init=False)
    pdf: bytes = field(default=b"", init=False)

    def press(self, plan: Plan, document: Document) -> None:
        """Print the papers. Takes seconds; no lock."""
        self.missive = missive_of(plan)
        self.missiv = missiv_of(self.missive, document, sent_on=self.sent_on)
        self.pdf = papers_pdf(self.missiv, document)

    def keep(self, version: PlanVersion) -> BoardPapers | None:
        """Store what was printed, with the version. None where nothing was.

        Raises Incomplete where the missiv was written in meanwhile.
        """
        if self.missive is None or self.missiv is None:
            return None
        if missive_of(version.plan).edition != self.missive.edition:
            raise Incomplete(REWRITTEN)
        return BoardPapers.objects.create(
            plan=version.plan,
            number=self.missiv.number,
            version=version.number,
            title=self.missiv.matter,
            meeting_on=self.missiv.meeting_on,
            sent_on=self.sent_on,
            proposals=list(self.missiv.proposals),
            pdf=self.pdf,
            sha256=checksum(self.pdf),
            made_by=version.made_by,
        )


def missiv_of(missive: Missive, document: Document, *, sent_on: date | None = None) -> Missiv:
    """The missiv as it is printed before a document of its plan."""
    plan, base = missive.plan, base_of(missive.plan)
    off = turned_off(document)
    return Missiv(
        number=next_number(plan),
        sent_on=sent_on,
        meeting_on=missive.meeting_on,
        registry_number=registry_number(plan),
        matter=missive.matter,
        background=missive.background,
        proposals=tuple(missive.proposals),
        samrad=brief_of(plan),
        news=news_of(document, base),
        base=base.label if base else "",
        findings=findings_of(document),
        turned_off=[(check.name, off[check.code]) for check in CHECKS if check.code in off],
    )


def next_number(plan: Plan) -> int:
    """What the plan's next papers are numbered."""
    newest = BoardPapers.objects.filter(plan=plan).aggregate(newest=Max("number"))["newest"]
    return (newest or 0) + 1


def registry_number(plan: Plan) -> str:
    """The dnr that the matter is known to have, from its samråd or its last decision; else ""."""
    samrad = plan.consultations.exclude(registry_number="").order_by("-pk").first()
    decision = plan.decisions.exclude(registry_number="").order_by("-decided_on").first()
    known = samrad or decision
    return known.registry_number if known else ""


def papers_shown(access: PlanAccess, user: User) -> list[BoardPapers]:
    """The papers whose version the person is shown, newest first, without their files."""
    shown = versions_shown(access, user).order_by().values("number")
    papers = BoardPapers.objects.filter(plan=access.plan, version__in=shown)
    return list(papers.defer("pdf").order_by("-number"))


def paper_shown(access: PlanAccess, user: User, number: int) -> BoardPapers:
    """One of them, with its file. Raises Http404 where the person is not shown it."""
    found = BoardPapers.objects.filter(plan=access.plan, number=number).first()
    if found is None:
        raise Http404
    version_shown(access, user, found.version)
    return found
