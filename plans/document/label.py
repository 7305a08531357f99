"""What a version of a plan is called: on its cover, in its foot and in its file name."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Protocol, TypeVar

from finsam.federations.profile import DecisionWord
from plans.document.content import DecisionKind, DecisionSubject, Status

WORKING_DRAFT = "Arbetsutkast"

WORDS: dict[str, str] = {
    DecisionWord.DECIDED: "Beslutad",
    DecisionWord.SETTLED: "Fastställd",
    DecisionWord.ADOPTED: "Antagen",
}
"""What a decided plan is called; the federation chooses its word."""

REVISED = "Reviderad"

PARTS: dict[str, str] = {
    DecisionSubject.PLAN: "Verksamhetsplanen",
    DecisionSubject.BUDGET: "Budgeten",
}
"""What a decision about one of them is called; one about both says nothing of it."""


class Recorded(Protocol):
    """A recorded decision, of a content or of the database."""

    @property
    def kind(self) -> str: ...
    @property
    def subject(self) -> str: ...
    @property
    def decided_on(self) -> date: ...
    @property
    def minutes_paragraph(self) -> str: ...
    @property
    def registry_number(self) -> str: ...


R = TypeVar("R", bound=Recorded)


def version_label(status: str, decisions: Sequence[Recorded], *, word: str) -> str:
    """One line: "Arbetsutkast", or "Beslutad 2023-11-30, reviderad 2024-03-21".

    `word` is the federation's for a decision, here and below: a DecisionWord.
    """
    if status != Status.DECIDED or not decisions:
        return WORKING_DRAFT
    dates = [f"{_said(d, word)} {d.decided_on}" for d in in_order(decisions)]
    return ", ".join([dates[0], *(text[0].lower() + text[1:] for text in dates[1:])])


def is_revised(status: str, decisions: Sequence[Recorded]) -> bool:
    """Whether the last decision about a decided plan is a revision."""
    if status != Status.DECIDED or not decisions:
        return False
    return in_order(decisions)[-1].kind == DecisionKind.REVISED


def is_whole(decisions: Iterable[Recorded]) -> bool:
    """Whether both the plan and its budget have been decided, together or apart."""
    subjects = {decision.subject for decision in decisions}
    return DecisionSubject.BOTH in subjects or subjects >= PARTS.keys()


def decision_lines(status: str, decisions: Sequence[Recorded], *, word: str) -> tuple[str, ...]:
    """A line for each decision, with § and dnr where they exist, the revisions in order."""
    if status != Status.DECIDED or not decisions:
        return (WORKING_DRAFT,)
    return tuple(decision_line(decision, word=word) for decision in in_order(decisions))


def in_order(decisions: Iterable[R]) -> list[R]:
    """By date; a decision stands before the revisions of the same day."""
    return sorted(decisions, key=lambda d: (d.decided_on, d.kind != DecisionKind.DECIDED))


def decision_line(decision: Recorded, *, word: str) -> str:
    """A decision with what is known of it: "Beslutad 2023-11-30, § 42, dnr 2023-7"."""
    parts = [f"{_said(decision, word)} {decision.decided_on}"]
    if decision.minutes_paragraph:
        parts.append(f"§ {decision.minutes_paragraph.strip('§ ')}")
    if decision.registry_number:
        parts.append(f"dnr {decision.registry_number}")
    return ", ".join(parts)


def _said(decision: Recorded, word: str) -> str:
    said = REVISED if decision.kind == DecisionKind.REVISED else WORDS[word]
    part = PARTS.get(decision.subject, "")
    return f"{part} {said.lower()}" if part else said
