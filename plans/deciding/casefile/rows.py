"""Everything that is kept about a plan's way to its decision and out, read once, without files."""

from dataclasses import dataclass

from plans.models import (
    BoardPapers,
    Consultation,
    ConsultationAnswer,
    ConsultationLink,
    Decision,
    DecisionFile,
    DecisionRecord,
    Dispatch,
    Passage,
    Plan,
    PlanVersion,
    Publication,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """The rows of a case, each kind in its order."""

    plan: Plan
    versions: list[PlanVersion]
    papers: list[BoardPapers]
    consultations: list[Consultation]
    links: list[ConsultationLink]
    answers: list[ConsultationAnswer]
    records: list[DecisionRecord]
    files: list[DecisionFile]
    decisions: list[Decision]
    passages: list[Passage]
    dispatches: list[Dispatch]
    publications: list[Publication]

    @property
    def title(self) -> str:
        """What the plan was called when it last was sent or decided."""
        return self.versions[-1].title if self.versions else f"Verksamhetsplan {self.plan.year}"


def rows_of(plan: Plan) -> Rows:
    """All of it, thirteen queries. What is being written, and drafts of records, are not there."""
    return Rows(
        plan=plan,
        versions=list(plan.versions.listed().order_by("number").prefetch_related("recipients")),
        papers=list(plan.board_papers.defer("pdf").order_by("number")),
        consultations=list(plan.consultations.all()),
        links=list(ConsultationLink.objects.filter(consultation__plan=plan)),
        answers=list(ConsultationAnswer.objects.filter(consultation__plan=plan).defer("file")),
        records=list(DecisionRecord.objects.approved().filter(plan=plan).order_by("pk")),
        files=list(plan.decision_files.defer("pdf")),
        decisions=list(plan.decisions.all()),
        passages=list(plan.passages.all()),
        dispatches=list(plan.dispatches.prefetch_related("recipients")),
        publications=list(plan.publications.all()),
    )
